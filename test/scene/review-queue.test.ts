import { expect, test } from "vitest";
import type { Outcome } from "../../src/model/identity.ts";
import { answeredQuestions, caseKey, isDoubtful, isOpenQuestion, reviewQueue } from "../../src/scene/review-queue.ts";
import { datasetWithQuestions } from "./questions.ts";
import { ADA, BEN } from "./small-dataset.ts";

test("what was decided, ruled out or speaks against itself is not asked", () => {
  const dataset = datasetWithQuestions();
  expect([0, 1, 2, 3, 4].map((row) => isOpenQuestion(dataset, row))).toEqual([false, true, true, true, false]);
  dataset.cases.score[1] = 3;
  expect(isOpenQuestion(dataset, 1)).toBe(false);
});

test("two names of one paper are not asked about, and what is decided counts as answered", () => {
  const dataset = datasetWithQuestions();
  // Ada and Ben stand together on two papers.
  dataset.cases.a[2] = ADA;
  dataset.cases.b[2] = BEN;
  expect(isOpenQuestion(dataset, 2)).toBe(false);
  expect(reviewQueue(dataset)).toEqual([1, 3]);

  expect(answeredQuestions(dataset)).toBe(0);
  // The first was ruled out by its paper and would not have been asked.
  const outcome = dataset.cases.outcome.map((): Outcome => "decided-different");
  expect(answeredQuestions({ ...dataset, cases: { ...dataset.cases, outcome } })).toBe(3);
});

test("a case is in doubt where the presets disagree about it", () => {
  const dataset = datasetWithQuestions();
  expect([0, 1, 2, 3, 4].map((row) => isDoubtful(dataset, row))).toEqual([false, true, true, false, false]);
});

test("first comes what is near the threshold and has many coauthors beside it", () => {
  // Ben and Eli: half from 1.5, 5 and 4 places, √5 / 1.25. Ada's names: as near, 3 and 2 places, √3 / 1.25. Gus is alone: 1 / 2.5625.
  expect(reviewQueue(datasetWithQuestions())).toEqual([2, 1, 3]);
});

test("another preset asks other things first", () => {
  const dataset = datasetWithQuestions();
  const parameters = { ...dataset.manifest.parameters, identity: "strict" } as const;
  // √5 / 5 for Ben and Eli, √3 / 2 for Ada's names.
  expect(reviewQueue({ ...dataset, manifest: { ...dataset.manifest, parameters } })).toEqual([1, 2, 3]);
});

test("a case keeps its key as long as names and answer stay", () => {
  const dataset = datasetWithQuestions();
  const keys = [0, 1, 2, 3, 4].map((row) => caseKey(dataset, row));
  expect(new Set(keys).size).toBe(5);
  expect(keys).toEqual([0, 1, 2, 3, 4].map((row) => caseKey(datasetWithQuestions(), row)));
});
