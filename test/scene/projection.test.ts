import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boundsOf,
  cleanCamera,
  fitCamera,
  NO_INSETS,
  panBy,
  projectionOf,
  sizeFactor,
  zoomAt,
} from "../../src/scene/projection.ts";
import { CAMERA_RATIO } from "../../src/scene/view.ts";

const SIZE = { width: 800, height: 600 };
const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test("at ratio 1 the shorter side shows one unit, the middle is the camera's, and up is up", () => {
  const { scale, left, top } = projectionOf({ x: 0, y: 0, ratio: 1 }, SIZE);
  expect([scale, left, top]).toEqual([600, 400, 300]);
  const right = projectionOf({ x: 0.25, y: 0.1, ratio: 0.5 }, SIZE);
  expect(right.left + 0.25 * right.scale).toBe(400);
  expect(right.top - 0.1 * right.scale).toBeCloseTo(300);
  expect(right.top - 0.2 * right.scale).toBeLessThan(300);
});

test("what is under the pointer stays there while one zooms", () => {
  fc.assert(
    fc.property(
      double(-0.4, 0.4),
      double(0.1, 4),
      double(0, 800),
      double(0, 600),
      double(0.5, 2),
      (x, ratio, px, py, factor) => {
        const camera = { x, y: -x / 2, ratio };
        const before = projectionOf(camera, SIZE);
        const moved = zoomAt(camera, SIZE, [px, py], factor);
        // A camera at the edge of what is allowed stops there.
        fc.pre(Math.abs(moved.x) < 1 && Math.abs(moved.y) < 1);
        const after = projectionOf(moved, SIZE);
        const mapX = (px - before.left) / before.scale;
        const mapY = (before.top - py) / before.scale;
        expect(after.left + mapX * after.scale).toBeCloseTo(px, 3);
        expect(after.top - mapY * after.scale).toBeCloseTo(py, 3);
      },
    ),
  );
});

test("moving by pixels moves every place by as many", () => {
  const camera = { x: 0.1, y: 0.2, ratio: 0.8 };
  const before = projectionOf(camera, SIZE);
  const after = projectionOf(panBy(camera, SIZE, 30, -12), SIZE);
  expect(after.left - before.left).toBeCloseTo(30);
  expect(after.top - before.top).toBeCloseTo(-12);
});

test("a camera is always finite, on the map and within its ratios", () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), fc.double(), (x, y, ratio) => {
      const clean = cleanCamera({ x, y, ratio });
      expect(Math.abs(clean.x)).toBeLessThanOrEqual(1);
      expect(Math.abs(clean.y)).toBeLessThanOrEqual(1);
      expect(clean.ratio).toBeGreaterThanOrEqual(CAMERA_RATIO.min);
      expect(clean.ratio).toBeLessThanOrEqual(CAMERA_RATIO.max);
    }),
  );
});

test("a hundred zooms in a row end at the limit and nowhere else", () => {
  let camera = { x: 0, y: 0, ratio: 1 };
  for (let i = 0; i < 100; i++) camera = zoomAt(camera, SIZE, [799, 1], 1.6);
  expect(camera.ratio).toBe(CAMERA_RATIO.min);
  expect(Number.isFinite(camera.x) && Number.isFinite(camera.y)).toBe(true);
});

test("fitting shows all of the bounds beside what covers the map", () => {
  const insets = { top: 20, right: 300, bottom: 40, left: 10 };
  const bounds = { minX: -0.5, maxX: 0.3, minY: -0.2, maxY: 0.4 };
  const { scale, left, top } = projectionOf(fitCamera(bounds, SIZE, insets), SIZE);
  expect(left + bounds.minX * scale).toBeGreaterThanOrEqual(insets.left - 1e-6);
  expect(left + bounds.maxX * scale).toBeLessThanOrEqual(SIZE.width - insets.right + 1e-6);
  expect(top - bounds.maxY * scale).toBeGreaterThanOrEqual(insets.top - 1e-6);
  expect(top - bounds.minY * scale).toBeLessThanOrEqual(SIZE.height - insets.bottom + 1e-6);
});

test("fitting a single place, or into no room at all, gives a camera that can be used", () => {
  const place = { minX: 0.2, maxX: 0.2, minY: 0.1, maxY: 0.1 };
  expect(fitCamera(place, SIZE, NO_INSETS)).toEqual({ x: 0.2, y: 0.1, ratio: CAMERA_RATIO.min });
  const crowded = fitCamera(place, { width: 10, height: 10 }, { top: 90, right: 90, bottom: 90, left: 90 });
  expect(Object.values(crowded).every(Number.isFinite)).toBe(true);
});

test("one author far outside does not squeeze the rest", () => {
  const x = Float32Array.from({ length: 200 }, (_, i) => i / 1000);
  const y = Float32Array.from(x);
  x[199] = 40;
  y[199] = 40;
  expect(boundsOf(x, y, () => true)?.maxX).toBeLessThan(0.2);
  expect(boundsOf(x, y, () => false)).toBeNull();
});

test("authors grow when one comes near, but more slowly than the map", () => {
  for (const scale of [300, 900, 2700]) {
    const grown = sizeFactor(scale * 1.5) / sizeFactor(scale);
    expect(grown).toBeGreaterThan(1);
    expect(grown).toBeLessThan(1.5);
  }
});
