import { polygonContains } from "d3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Outline, regionOf, regionsApart, withoutStrays } from "../../src/scene/regions.ts";

const rows = (count: number) => Array.from({ length: count }, (_, i) => i);

test("a region holds every member that is near the others", () => {
  const place = fc.double({ min: -0.5, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 40 }), (places) => {
      const x = Float32Array.from(places, ([px]) => px);
      const y = Float32Array.from(places, ([, py]) => py);
      const outline = regionOf(rows(places.length), x, y, 0.03);
      for (const author of withoutStrays(rows(places.length), x, y)) {
        expect(
          polygonContains(
            [...(outline ?? [])].map(([px, py]) => [px, py]),
            [x[author], y[author]],
          ),
        ).toBe(true);
      }
    }),
  );
});

test("a member far away does not stretch the region", () => {
  const x = Float32Array.of(0, 0.1, 0, 0.1, 0.05, 0.45);
  const y = Float32Array.of(0, 0, 0.1, 0.1, 0.05, 0.45);
  expect([...withoutStrays(rows(6), x, y)]).toEqual([0, 1, 2, 3, 4]);
  const furthest = Math.max(...(regionOf(rows(6), x, y, 0.03) ?? []).map(([px]) => px));
  expect(furthest).toBeLessThan(0.15);
});

test("one member has a round region, two share one, and nobody has none", () => {
  const x = Float32Array.of(0.2, 0.3);
  const y = Float32Array.of(0.2, 0.2);
  for (const [px, py] of regionOf([0], x, y, 0.03) ?? []) {
    expect(Math.hypot(px - x[0], py - y[0])).toBeCloseTo(0.03, 2);
  }
  expect(regionOf([0, 1], x, y, 0.03)).not.toBeNull();
  expect(regionOf([], x, y, 0.03)).toBeNull();
});

test("members at one place, and places that are no numbers, do no harm", () => {
  const x = Float32Array.of(0.2, 0.2, 0.2, 0.2, Number.NaN);
  const y = Float32Array.of(0.2, 0.2, 0.2, 0.2, 0.1);
  const outline = regionOf(rows(5), x, y, 0.03) ?? [];
  expect(outline.length).toBeGreaterThan(8);
  expect(outline.flat().every(Number.isFinite)).toBe(true);
});

test("regions of teams whose members do not mix do not overlap, and far from each other they keep the whole padding", () => {
  const place = fc.double({ min: 0, max: 0.1, noNaN: true });
  const team = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(team, team, fc.double({ min: 0.02, max: 0.2, noNaN: true }), (one, other, gap) => {
      // The other team lies to the right of the first, beyond a gap.
      const places = [...one, ...other.map(([px, py]): [number, number] => [px + 0.1 + gap, py])];
      const x = Float32Array.from(places, ([px]) => px);
      const y = Float32Array.from(places, ([, py]) => py);
      const teams = [rows(one.length), rows(other.length).map((row) => row + one.length)];
      const [left, right] = regionsApart(teams, x, y, 0.034);
      const inside = (points: Outline | null, polygon: Outline | null) =>
        (points ?? []).some(([px, py]) =>
          polygonContains(
            [...(polygon ?? [])].map(([qx, qy]) => [qx, qy]),
            [px, py],
          ),
        );
      expect(inside(left, right)).toBe(false);
      expect(inside(right, left)).toBe(false);
      if (gap > 0.08) expect(left).toEqual(regionOf(teams[0], x, y, 0.034));
    }),
  );
});
