import * as fc from "fast-check";
import { expect, test } from "vitest";
import { generator } from "../../../src/model/generator.ts";
import { placeTeams, regionGap } from "../../../src/network/layout/team-anchors.ts";

function graphOf(radius: number[], ties: [number, number, number][]) {
  return {
    radius: Float64Array.from(radius),
    a: Uint32Array.from(ties, (tie) => tie[0]),
    b: Uint32Array.from(ties, (tie) => tie[1]),
    w: Float64Array.from(ties, (tie) => tie[2]),
    wishes: [],
  };
}

test("regions never overlap, and keep white between them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 40 }),
      fc.nat(),
      (radius, seed) => {
        const { x, y } = placeTeams(graphOf(radius, []), 1.2, generator(seed)).circles;
        const gap = regionGap(Float64Array.from(radius));
        for (let a = 0; a < radius.length; a++) {
          for (let b = 0; b < a; b++) {
            expect(Math.hypot(x[a] - x[b], y[a] - y[b])).toBeGreaterThan(radius[a] + radius[b] + 0.9 * gap);
          }
        }
      },
    ),
    { numRuns: 15 },
  );
});

test("teams that write together are neighbours", () => {
  // A chain of ten: each with the next.
  const chain = graphOf(
    Array.from({ length: 10 }, () => 5),
    Array.from({ length: 9 }, (_, t) => [t, t + 1, 1]),
  );
  const { x, y } = placeTeams(chain, 1.2, generator(1)).circles;
  const way = (a: number, b: number) => Math.hypot(x[a] - x[b], y[a] - y[b]);
  const tied = Array.from({ length: 9 }, (_, t) => way(t, t + 1));
  expect(Math.max(...tied)).toBeLessThan(1.5 * Math.min(...tied));
});
