import { expect, test } from "vitest";
import { caseFacts, coauthorsOn } from "../../src/scene/case-sides.ts";
import { ADA_ON_P3, datasetWithQuestions } from "./questions.ts";
import { ADA, BEN, CLEO, DORA, ELI, FINN, LENA, smallIncidence } from "./small-dataset.ts";

const dataset = datasetWithQuestions();
const incidence = smallIncidence();

test("two who are apart are shown with all their papers and coauthors, newest and most first", () => {
  const { one, other, joined, jointCoauthors, effect } = caseFacts(dataset, incidence, 2);
  expect(joined).toBe(false);
  expect([one.author, other.author]).toEqual([BEN, ELI]);
  expect(one.papers).toEqual([7, 1, 0]);
  expect(other.papers).toEqual([3, 2]);
  expect(one.venues).toEqual(["Proceedings of Trials & Errors"]);
  expect(new Set(one.coauthors)).toEqual(new Set([ADA, CLEO, LENA]));
  expect(other.coauthors[0]).toBe(DORA);
  expect(new Set(other.coauthors)).toEqual(new Set([ADA, DORA, FINN]));
  // As one they have one tie to Ada, not two.
  expect(jointCoauthors).toEqual([ADA]);
  expect(effect).toEqual({ authors: -1, ties: -1 });
});

test("two names of one author are shown with the papers of each, and large papers bring no coauthors", () => {
  const { one, other, joined, jointCoauthors, effect, leaving } = caseFacts(dataset, incidence, 1);
  expect(joined).toBe(true);
  expect([one.node, other.node]).toEqual([ADA, ADA_ON_P3]);
  expect(one.papers).toEqual([5, 1, 0]);
  expect(other.papers).toEqual([3]);
  expect(new Set(one.coauthors)).toEqual(new Set([BEN, CLEO]));
  expect(new Set(other.coauthors)).toEqual(new Set([DORA, ELI]));
  expect(jointCoauthors).toEqual([]);
  expect(effect).toEqual({ authors: 1, ties: 0 });
  expect(leaving).toBe(other);
});

test("coauthors on some papers are those of the papers that are not large", () => {
  expect(new Set(coauthorsOn(dataset, incidence, ADA, [3]))).toEqual(new Set([DORA, ELI]));
  expect(coauthorsOn(dataset, incidence, ADA, [])).toEqual([]);
});
