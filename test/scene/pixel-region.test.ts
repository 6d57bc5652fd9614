import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceToBox } from "../../src/scene/box.ts";
import { gapBetween, pixelRegion } from "../../src/scene/pixel-region.ts";

const SQUARE = pixelRegion([
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
]);

test("the gap to a region is zero within it, across it and around it, else the shortest way", () => {
  expect(gapBetween(SQUARE, { left: 4, top: 4, right: 6, bottom: 6 })).toBe(0);
  expect(gapBetween(SQUARE, { left: -5, top: 4, right: 15, bottom: 6 })).toBe(0);
  expect(gapBetween(SQUARE, { left: -5, top: -5, right: 15, bottom: 15 })).toBe(0);
  expect(gapBetween(SQUARE, { left: 13, top: 4, right: 20, bottom: 6 })).toBe(3);
  expect(gapBetween(SQUARE, { left: 13, top: 14, right: 20, bottom: 16 })).toBe(5);
});

test("the gap is that of the nearest of many points along the outline", () => {
  const number = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (left, top, w, h) => {
      const box = { left, top, right: left + w, bottom: top + h };
      let nearest = Number.POSITIVE_INFINITY;
      for (let t = 0; t <= 10; t += 0.01) {
        for (const [x, y] of [
          [t, 0],
          [t, 10],
          [0, t],
          [10, t],
        ]) {
          nearest = Math.min(nearest, distanceToBox(box, x, y));
        }
      }
      const isWithin = left > 0 && top > 0 && box.right < 10 && box.bottom < 10;
      expect(gapBetween(SQUARE, box)).toBeCloseTo(isWithin ? 0 : nearest, 1);
    }),
  );
});
