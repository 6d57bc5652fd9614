import { expect, test } from "vitest";
import { betweenTwoTeams, forceError, ownTeamShareOfNearest } from "../../../src/network/layout/layout-quality.ts";
import { inputOf } from "./small-worlds.ts";

test("the share of nearest counts own neighbours among those admitted", () => {
  // On a line: two of team 0, one of team 1, one of team 0.
  const x = [0, 1, 2, 10];
  const y = [0, 0, 0, 0];
  const team = [0, 0, 1, 0];
  // Nearest one: 0→1 own, 1→0 own (the tie goes to the smaller), 2→1 foreign, 3→2 foreign.
  expect(ownTeamShareOfNearest(x, y, team, () => true, 1)).toBe(0.5);
  expect(ownTeamShareOfNearest(x, y, team, (author) => author !== 2, 1)).toBe(1);
  expect(ownTeamShareOfNearest([], [], [], () => true)).toBe(1);
});

test("between two teams is nearer to both centroids than to a third", () => {
  // Author 0 of team 0 writes with team 1; team 2 lies elsewhere or in between.
  const input = inputOf(
    [
      [0, 1],
      [0, 2],
      [2, 3],
      [4, 5],
    ],
    [0, 0, 1, 1, 2, 2],
  );
  const y = [0, 0, 0, 0, 0, 0];
  const apart = betweenTwoTeams([1, -1, 3, 5, 40, 42], y, input);
  expect(apart).toMatchObject({ authors: 2, share: 1, authorsOfMore: 2, shareOfMore: 1 });
  // Author 0 at 1 is 3 from team 1's centroid at 4, and 1 from team 2's at 2; author 2 at 3 is 3 from team 0's at 0.
  const crossed = betweenTwoTeams([1, -1, 3, 5, 1, 3], y, input);
  expect(crossed.share).toBe(0);
});

test("the exact tree has no error, and a coarse one has some", () => {
  const x = Float64Array.from({ length: 200 }, (_, i) => (i * 7919) % 1009);
  const y = Float64Array.from({ length: 200 }, (_, i) => (i * 104_729) % 997);
  const mass = new Float64Array(200).fill(1);
  expect(forceError(x, y, mass, 0).largest).toBeLessThan(1e-9);
  expect(forceError(x, y, mass, 0.7).median).toBeGreaterThan(1e-5);
});
