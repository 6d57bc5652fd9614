import { expect, test } from "vitest";
import { incidenceOf } from "../../src/model/incidence.ts";
import { homePapers } from "../../src/model/large-papers.ts";

test("who is known only from large papers stands with the one that has most such authors, then the first", () => {
  // p0: 0 1 4 · p1: 0 1 2 3 · p2: 2 3 4 · p3: 4 alone, not large.
  const incidence = incidenceOf(Uint32Array.of(0, 3, 7, 10, 11), Uint32Array.of(0, 1, 4, 0, 1, 2, 3, 2, 3, 4, 4), 5);
  expect([...homePapers(incidence, [true, true, true, true, false])]).toEqual([1, 1, 1, 1, -1]);
  // Without 2 and 3 the first two papers have two each.
  expect([...homePapers(incidence, [true, true, false, false, false])]).toEqual([0, 0, -1, -1, -1]);
});
