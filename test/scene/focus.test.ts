import { expect, test } from "vitest";
import { partitionOf } from "../../src/model/dataset.ts";
import { focusOf } from "../../src/scene/focus.ts";
import type { Choice } from "../../src/scene/view.ts";
import { ADA, BEN, CLEO, DORA, ELI, MLOPS, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const focus = (choice: Choice) => focusOf(dataset, smallIncidence(), partitionOf(dataset, "paper"), choice);
const authorsIn = (choice: Choice) =>
  [...(focus(choice)?.authors ?? [])].flatMap((marked, author) => (marked === 1 ? [author] : []));

test("an author brings forward those they wrote with on papers that are not large, and is the center", () => {
  expect(authorsIn({ kind: "author", author: ADA })).toEqual([ADA, BEN, CLEO, DORA, ELI]);
  expect(focus({ kind: "author", author: ADA })?.center).toBe(ADA);
  expect(focus({ kind: "author", author: ADA })?.names[0]).toBe(ADA);
});

test("a tie, a team and a paper are about nobody alone", () => {
  expect(focus({ kind: "tie", a: ADA, b: BEN })?.center).toBeNull();
  expect(focus({ kind: "team", team: MLOPS })?.center).toBeNull();
  expect(focus({ kind: "paper", paper: 0 })?.center).toBeNull();
});

test("a paper without authors fades nothing", () => {
  expect(focus({ kind: "paper", paper: 6 })).toBeNull();
});
