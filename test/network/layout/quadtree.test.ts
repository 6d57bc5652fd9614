import * as fc from "fast-check";
import { expect, test } from "vitest";
import { generator } from "../../../src/model/generator.ts";
import { LARGE_MAP } from "../../../src/network/layout/large-map-tuning.ts";
import { exactRepulsion, forceError } from "../../../src/network/layout/layout-quality.ts";
import { LAYOUT } from "../../../src/network/layout/layout-tuning.ts";
import { Quadtree } from "../../../src/network/layout/quadtree.ts";

function repulsion(x: number[], y: number[], mass: number[], theta: number) {
  const tree = new Quadtree(x.length);
  const [px, py, m] = [x, y, mass].map((column) => Float64Array.from(column));
  tree.build(px, py, m);
  const sum = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  tree.repel(1, theta, sum.x, sum.y);
  return { sum, exact: exactRepulsion(px, py, m) };
}

/** Bodies in clumps of very different density, some at one place, as layouts have them. */
function clumps(count: number, seed: number) {
  const chance = generator(seed);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const mass = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const clump = Math.floor(chance() * 12);
    const width = clump % 3 === 0 ? 2 : 60;
    x[i] = (clump % 4) * 150 + chance() * width;
    y[i] = Math.floor(clump / 4) * 150 + chance() * width;
    mass[i] = 1 + chance() * 300;
  }
  return { x, y, mass };
}

test("two bodies repel by mass over distance", () => {
  const { sum } = repulsion([0, 4], [0, 0], [1, 2], LAYOUT.theta);
  expect([...sum.x]).toEqual([-0.5, 0.25]);
  expect([...sum.y]).toEqual([0, 0]);
});

test("with theta 0 the tree gives the exact sum", () => {
  const body = fc.record({
    x: fc.integer({ min: -9, max: 9 }),
    y: fc.double({ min: -9, max: 9, noNaN: true }),
    mass: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(body, { maxLength: 60 }), (bodies) => {
      const { sum, exact } = repulsion(
        bodies.map((b) => b.x),
        bodies.map((b) => b.y),
        bodies.map((b) => b.mass),
        0,
      );
      for (let i = 0; i < bodies.length; i++) {
        const size = Math.abs(exact.x[i]) + Math.abs(exact.y[i]) + 1;
        expect(Math.abs(sum.x[i] - exact.x[i]) / size).toBeLessThan(1e-9);
        expect(Math.abs(sum.y[i] - exact.y[i]) / size).toBeLessThan(1e-9);
      }
    }),
  );
});

test.each([
  [1, LAYOUT.theta],
  [2, LAYOUT.theta],
  [3, LARGE_MAP.theta],
])("the median error of a force is below two hundredths of it (seed %s, theta %s)", (seed, theta) => {
  const { x, y, mass } = clumps(2500, seed);
  const { median, rootMeanSquare } = forceError(x, y, mass, theta);
  expect(median).toBeGreaterThan(0);
  expect(median).toBeLessThan(0.02);
  expect(rootMeanSquare).toBeLessThan(0.2);
});

test("no body acts on itself, however its mass and place round", () => {
  // 0.1 · 3 / 3 is not 0.1: a lone body's centre of mass must not be computed.
  const { x, y, mass } = clumps(3000, 9);
  const { largest } = forceError(x, y, mass, LAYOUT.theta);
  expect(largest).toBeLessThan(50);
});

test("what all bodies do to each other cancels: no force comes from nowhere", () => {
  const { x, y, mass } = clumps(3000, 5);
  const tree = new Quadtree(x.length);
  tree.build(x, y, mass);
  const [sumX, sumY] = [new Float64Array(x.length), new Float64Array(x.length)];
  tree.repel(1, LARGE_MAP.theta, sumX, sumY);
  const whole = sumX.reduce((sum, force, i) => sum + Math.abs(force * mass[i]), 0);
  // Every two cells meet once, for both sides; only the cut-off of the expansions differs between the sides.
  expect(Math.abs(sumX.reduce((sum, force, i) => sum + force * mass[i], 0)) / whole).toBeLessThan(1e-3);
});

test("bodies at one place neither repel each other nor break the tree", () => {
  const places = Array.from({ length: 40 }, () => 1);
  const { sum } = repulsion(places, places, places, LAYOUT.theta);
  expect([...sum.x, ...sum.y].every((force) => force === 0)).toBe(true);
});
