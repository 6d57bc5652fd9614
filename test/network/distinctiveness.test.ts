import { expect, test } from "vitest";
import { distinctiveness, meanTeamWeight, timesAsOften } from "../../src/network/distinctiveness.ts";

test("distinctiveness is the class-based TF-IDF by paper, times the root of the team's papers", () => {
  // 6 of mass on 4 papers, 8 in all teams, teams of 5 papers: 6/4 · ln(1 + 5/8) · 2.
  expect(distinctiveness(6, 8, 4, 5)).toBeCloseTo(3 * Math.log(1.625), 12);
});

test("what is said elsewhere too is less distinct, what is not said is not distinct", () => {
  expect(distinctiveness(2, 20, 4, 5)).toBeLessThan(distinctiveness(2, 2, 4, 5));
  expect(distinctiveness(0, 20, 4, 5)).toBe(0);
  expect(distinctiveness(0, 0, 0, 0)).toBe(0);
});

test("the mean weight of no teams is nothing", () => {
  expect(meanTeamWeight([])).toBe(0);
  expect(meanTeamWeight([{ weight: 1 }, { weight: 4 }])).toBe(2.5);
});

test("how many times as often a team says something is told by its papers and those of the others", () => {
  // 6 on 4 papers against 2 on 8: 1.5 a paper against 0.25.
  expect(timesAsOften(6, 8, 4, 12)).toBe(6);
  expect(timesAsOften(6, 6, 4, 12)).toBe(Number.POSITIVE_INFINITY);
  expect(timesAsOften(6, 6, 4, 4)).toBe(Number.POSITIVE_INFINITY);
  // A sum in another order may come out below a part of it.
  expect(timesAsOften(6, 5.999, 4, 12)).toBe(Number.POSITIVE_INFINITY);
});
