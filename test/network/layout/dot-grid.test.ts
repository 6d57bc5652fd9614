import * as fc from "fast-check";
import { expect, test } from "vitest";
import { generator } from "../../../src/model/generator.ts";
import { lengthOf } from "../../../src/network/layout/circles.ts";
import { DotGrid } from "../../../src/network/layout/dot-grid.ts";
import { fillDisc } from "../../../src/network/layout/even-disc.ts";
import { packAround } from "../../../src/network/layout/pack-around.ts";

function largestOverlap(x: Float64Array, y: Float64Array, radius: Float64Array): number {
  let largest = 0;
  for (let a = 0; a < x.length; a++) {
    for (let b = 0; b < a; b++) {
      largest = Math.max(largest, radius[a] + radius[b] - lengthOf(x[a] - x[b], y[a] - y[b]));
    }
  }
  return largest;
}

test("dots are moved apart until none covers another, wherever they lay", () => {
  const dot = fc.record({
    x: fc.integer({ min: 0, max: 30 }),
    y: fc.integer({ min: 0, max: 30 }),
    r: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(dot, { maxLength: 60 }), (dots) => {
      const x = Float64Array.from(dots, (d) => d.x);
      const y = Float64Array.from(dots, (d) => d.y);
      const radius = Float64Array.from(dots, (d) => d.r);
      const grid = new DotGrid(
        radius,
        radius.map((r) => r * r),
      );
      for (let pass = 0; pass < 2000 && grid.separate(x, y) > 1e-3; pass++);
      expect(largestOverlap(x, y, radius)).toBeLessThanOrEqual(1e-3);
    }),
    { numRuns: 40 },
  );
});

test("two dots part by mass, and whose mass is infinite stays", () => {
  const x = Float64Array.of(0, 1);
  const y = Float64Array.of(0, 0);
  new DotGrid(Float64Array.of(1, 1), Float64Array.of(3, 1)).separate(x, y);
  expect([...x]).toEqual([-0.25, 1.75]);
  const held = Float64Array.of(0, 1);
  new DotGrid(Float64Array.of(1, 1), Float64Array.of(Infinity, 1)).separate(held, y);
  expect([...held]).toEqual([0, 2]);
});

test("a pass reports the largest overlap that it found", () => {
  const x = Float64Array.of(0, 1.5, 100);
  const y = new Float64Array(3);
  const grid = new DotGrid(Float64Array.of(1, 1, 5), Float64Array.of(1, 1, 1));
  expect(grid.separate(x, y)).toBe(0.5);
  expect(grid.separate(x, y)).toBeCloseTo(0, 12);
});

test("a crowd fills a disc evenly, and who was left stays left", () => {
  const count = 2000;
  const chance = generator(3);
  // Most in a clump, some far out.
  const x = Float64Array.from({ length: count }, (_, i) => chance() * (i % 10 === 0 ? 1000 : 1));
  const y = Float64Array.from({ length: count }, (_, i) => chance() * (i % 10 === 0 ? 1000 : 1));
  const before = x.slice();
  const area = new Float64Array(count).fill(1);
  fillDisc(Uint32Array.from(x.keys()), area, x, y, 50, -20, 10);
  let inner = 0;
  let ordered = 0;
  for (let i = 0; i < count; i++) {
    const far = lengthOf(x[i] - 50, y[i] + 20);
    expect(far).toBeLessThanOrEqual(10);
    if (far < 10 * Math.SQRT1_2) inner++;
    const j = (i * 7919) % count;
    if ((before[i] - before[j]) * (x[i] - x[j]) >= 0) ordered++;
  }
  expect(inner / count).toBeGreaterThan(0.42);
  expect(inner / count).toBeLessThan(0.58);
  expect(ordered / count).toBeGreaterThan(0.8);
});

test("clusters stand beside the first, none over another, on a page that is filled", () => {
  const chance = generator(4);
  const radius = Float64Array.from({ length: 200 }, (_, t) => (t === 0 ? 60 : 3 + 9 * chance()));
  const circles = { x: new Float64Array(200), y: new Float64Array(200), radius };
  packAround(
    Array.from(radius, (_, t) => Uint32Array.of(t)),
    circles,
  );
  expect(largestOverlap(circles.x, circles.y, radius)).toBeLessThanOrEqual(0);
  const width = Math.max(...circles.x.map((x, t) => Math.abs(x) + radius[t])) * 2;
  const height = Math.max(...circles.y.map((y, t) => Math.abs(y) + radius[t])) * 2;
  const covered = radius.reduce((sum, r) => sum + Math.PI * r * r, 0);
  expect(covered / (width * height)).toBeGreaterThan(0.35);
  expect(width / height).toBeGreaterThan(1.1);
  expect(width / height).toBeLessThan(1.6);
});
