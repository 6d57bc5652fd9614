import fc from "fast-check";
import { expect, test } from "vitest";
import { countPlaces, gridOf, visitPlaces } from "../../src/scene/place-grid.ts";

const coordinate = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(Number.NaN, Infinity, 0.25));
const places = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 });
const corner = fc.double({ min: -1.5, max: 1.5, noNaN: true });

test("every place within a box is visited, once, and none that is not a number", () => {
  fc.assert(
    fc.property(places, corner, corner, corner, corner, (all, x1, y1, x2, y2) => {
      const x = Float32Array.from(all, ([px]) => px);
      const y = Float32Array.from(all, ([, py]) => py);
      const box = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] as const;
      const visited: number[] = [];
      visitPlaces(gridOf({ x, y }), ...box, (place) => visited.push(place));
      expect(new Set(visited).size).toBe(visited.length);
      expect(countPlaces(gridOf({ x, y }), ...box)).toBe(visited.length);
      all.forEach((_, i) => {
        const isPlace = Number.isFinite(x[i]) && Number.isFinite(y[i]);
        if (!isPlace) expect(visited).not.toContain(i);
        else if (x[i] >= box[0] && x[i] <= box[2] && y[i] >= box[1] && y[i] <= box[3]) expect(visited).toContain(i);
      });
    }),
  );
});

test("other positions have another grid, whichever column changed", () => {
  const x = Float32Array.of(0, 1);
  const at = (y: Float32Array) => {
    const found: number[] = [];
    visitPlaces(gridOf({ x, y }), 0, 5, 1, 5.1, (place) => found.push(place));
    return found;
  };
  expect(at(Float32Array.of(0, 5))).toEqual([1]);
  expect(at(Float32Array.of(0, 0))).toEqual([]);
});
