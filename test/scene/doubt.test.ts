import { expect, test } from "vitest";
import type { Outcome } from "../../src/model/identity.ts";
import { authorDoubt, doubtfulCases } from "../../src/scene/doubt.ts";
import { rangeInWords } from "../../src/scene/identity-wording.ts";
import { ADA_ON_P3, datasetWithQuestions } from "./questions.ts";
import { ADA, BEN, CLEO, ELI, GUS, smallIncidence } from "./small-dataset.ts";

const incidence = smallIncidence();

test("in doubt is who is a side of a case that the presets disagree about", () => {
  expect(doubtfulCases(datasetWithQuestions())).toEqual(
    new Map([
      [ADA, [1]],
      [BEN, [2]],
      [ELI, [2]],
    ]),
  );
});

test("a name that is only likely an author's may take its papers away", () => {
  const dataset = datasetWithQuestions();
  const doubt = authorDoubt(dataset, incidence, ADA, doubtfulCases(dataset));
  expect(doubt?.papers).toEqual({ low: 3, now: 4, high: 4 });
  // Without p3 Eli is no coauthor; Dora is one on the large paper.
  expect(doubt?.coauthors).toEqual({ low: 7, now: 8, high: 8 });
});

test("somebody who may be the same person may bring papers and coauthors", () => {
  const dataset = datasetWithQuestions();
  const doubt = authorDoubt(dataset, incidence, BEN, doubtfulCases(dataset));
  expect(doubt?.papers).toEqual({ low: 3, now: 3, high: 5 });
  expect(doubt?.coauthors).toEqual({ low: 3, now: 3, high: 5 });
});

test("what is sure, or decided, is in no range", () => {
  const dataset = datasetWithQuestions();
  const bent = { ...dataset, cases: { ...dataset.cases, outcome: [...dataset.cases.outcome] as Outcome[] } };
  bent.cases.outcome[1] = "decided-same";
  expect(authorDoubt(bent, incidence, ADA, doubtfulCases(bent))).toBeNull();
  // Somebody else who may be Ada makes a range upwards, and what was decided stays hers.
  const asked = { ...bent, cases: { ...bent.cases } };
  asked.cases.a[3] = ADA;
  asked.cases.b[3] = GUS;
  asked.cases.score[3] = 1;
  expect(asked.nodes.author[ADA_ON_P3]).toBe(ADA);
  expect(authorDoubt(asked, incidence, ADA, doubtfulCases(asked))?.papers).toEqual({ low: 4, now: 4, high: 5 });
});

test("who is in no doubt has no range", () => {
  const dataset = datasetWithQuestions();
  expect(authorDoubt(dataset, incidence, CLEO, doubtfulCases(dataset))).toBeNull();
});

test("a range is told only where it is one", () => {
  expect(rangeInWords({ low: 3, now: 4, high: 4 })).toBe(" (3–4)");
  expect(rangeInWords({ low: 4, now: 4, high: 1200 })).toBe(" (4–1,200)");
  expect(rangeInWords({ low: 4, now: 4, high: 4 })).toBe("");
});
