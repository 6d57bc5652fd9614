import { expect, test } from "vitest";
import { goldenPlaces } from "../../../src/network/layout/golden-angle.ts";
import { placesOnGrid } from "../../../src/network/layout/stored-places.ts";

test("authors who fall on one point of the grid get points side by side", () => {
  const zero = new Float64Array(9);
  const { x, y } = placesOnGrid({ x: zero, y: zero }, 100);
  const points = Array.from(x, (value, i) => [value * 65_536, y[i] * 65_536]);
  expect(new Set(points.map(String)).size).toBe(9);
  expect(Math.max(...points.flat().map(Math.abs))).toBe(1);
});

test("nobody leaves the map for a free point", () => {
  const corner = new Float64Array(4).fill(50);
  const { x, y } = placesOnGrid({ x: corner, y: corner }, 100);
  expect(Math.max(...x, ...y)).toBe(0.5);
});

test("places by the golden angle keep apart evenly and leave the hole free", () => {
  const { x, y } = goldenPlaces(2000, 1, 20);
  for (let k = 0; k < 2000; k++) {
    expect(Math.hypot(x[k], y[k])).toBeCloseTo(Math.sqrt(k + 20.5), 6);
    const angle = Math.atan2(y[k], x[k]);
    const turned = (k * Math.PI * (3 - Math.sqrt(5))) % (2 * Math.PI);
    expect(Math.cos(angle - turned)).toBeCloseTo(1, 9);
  }
  let nearest = Infinity;
  for (let k = 0; k < 400; k++)
    for (let l = 0; l < k; l++) nearest = Math.min(nearest, Math.hypot(x[k] - x[l], y[k] - y[l]));
  expect(nearest).toBeGreaterThan(1.5);
});
