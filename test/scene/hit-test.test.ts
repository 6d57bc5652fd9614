import fc from "fast-check";
import { expect, test } from "vitest";
import { authorAt, distanceToSegment, nearestInDirection, TIE_REACH, tieAt } from "../../src/scene/hit-test.ts";
import { isTieVisible } from "../../src/scene/looks.ts";
import { castOf, pictureOf } from "../../src/scene/picture.ts";
import { projectionOf, sizeFactor } from "../../src/scene/projection.ts";
import { ADA, BEN, MLOPS, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const cast = castOf(dataset, smallIncidence(), "paper", "light");
const { x, y } = dataset.authors;
const projection = projectionOf({ x: 0, y: 0, ratio: 1 }, { width: 900, height: 900 });
const all = pictureOf(cast, { hiddenTeams: new Set(), years: null, choice: null, hover: null, near: true });
const withoutMlops = pictureOf(cast, {
  hiddenTeams: new Set([MLOPS]),
  years: null,
  choice: null,
  hover: null,
  near: true,
});
const pixel = (author: number): [number, number] => [
  projection.left + x[author] * projection.scale,
  projection.top - y[author] * projection.scale,
];

test("an author is hit 11 pixels from the middle, not 13, however small", () => {
  const [px, py] = pixel(BEN);
  expect(authorAt(all, { x, y }, projection, px + 11, py, 12)).toBe(BEN);
  const beyond = Math.max(13, cast.radius[BEN] * sizeFactor(projection.scale) + 1);
  expect(authorAt(all, { x, y }, projection, px + beyond, py, 12)).toBeNull();
});

test("a hidden author is never hit, nor a line to one", () => {
  const [px, py] = pixel(ADA);
  expect(authorAt(withoutMlops, { x, y }, projection, px, py, 12)).toBeNull();
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 900, noNaN: true }),
      fc.double({ min: 0, max: 900, noNaN: true }),
      (qx, qy) => {
        const tie = tieAt(withoutMlops, { x, y }, projection, qx, qy);
        if (tie !== null) expect(isTieVisible(withoutMlops, tie)).toBe(true);
      },
    ),
  );
});

test("of authors that lie over each other the one whose edge is nearest is meant", () => {
  const near = x.slice();
  near[BEN] = near[ADA] + 20 / projection.scale;
  const at = { x: near, y: y.map((value, author) => (author === BEN ? y[ADA] : value)) };
  const [px, py] = pixel(ADA);
  expect(authorAt(all, at, projection, px + 2, py, 12)).toBe(ADA);
  expect(authorAt(all, at, projection, px + 18, py, 12)).toBe(BEN);
});

test("asking the neighbourhood finds whom asking everybody finds", () => {
  const pixels = fc.double({ min: -20, max: 920, noNaN: true });
  fc.assert(
    fc.property(pixels, pixels, fc.constantFrom(0.2, 1, 3), (px, py, ratio) => {
      const to = projectionOf({ x: 0.05, y: 0, ratio }, { width: 900, height: 900 });
      const away = Array.from(x, (_, i) => {
        const radius = cast.radius[i] * sizeFactor(to.scale);
        const distance = Math.hypot(to.left + x[i] * to.scale - px, to.top - y[i] * to.scale - py);
        return distance <= Math.max(radius, 12) ? distance - radius : Number.POSITIVE_INFINITY;
      });
      const nearest = Math.min(...away);
      const expected = Number.isFinite(nearest) ? away.indexOf(nearest) : null;
      expect(authorAt(all, { x, y }, to, px, py, 12)).toBe(expected);
    }),
  );
});

test("a line is hit within six pixels, and the heavier of two equally near", () => {
  const { a, b } = dataset.coauthorships;
  const tie = Array.from(a, (_, row) => row).find((row) => a[row] === ADA && b[row] === BEN) ?? -1;
  const [ax, ay] = pixel(ADA);
  const [bx, by] = pixel(BEN);
  const length = Math.hypot(bx - ax, by - ay);
  const middle = [(ax + bx) / 2, (ay + by) / 2];
  const away = (distance: number): [number, number] => [
    middle[0] + (distance * (by - ay)) / length,
    middle[1] - (distance * (bx - ax)) / length,
  ];
  expect(tieAt(all, { x, y }, projection, ...away(5.5))).toBe(tie);
  expect(tieAt(all, { x, y }, projection, ...away(TIE_REACH + 1))).not.toBe(tie);

  // All authors on two places: every line lies on every other, so the heaviest is meant.
  const at = { x: x.map((_, author) => (author % 2 === 0 ? -0.3 : 0.3)), y: y.map(() => 0) };
  const hit = tieAt(all, at, projection, 450, 450);
  const lying = Array.from(a, (_, row) => row).filter((row) => a[row] % 2 !== b[row] % 2);
  expect(cast.strength[hit ?? -1]).toBe(Math.max(...lying.map((row) => cast.strength[row])));
});

test("the distance to a segment is to its line between the ends and to the nearer end beyond them", () => {
  expect(distanceToSegment(5, 3, 0, 0, 10, 0)).toBe(3);
  expect(distanceToSegment(13, 4, 0, 0, 10, 0)).toBe(5);
  expect(distanceToSegment(3, 4, 0, 0, 0, 0)).toBe(5);
});

test("an arrow leads to somebody within 45 degrees of its direction, and only to the visible", () => {
  for (let from = 0; from < x.length; from++) {
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ]) {
      const next = nearestInDirection(withoutMlops, { x, y }, from, dx, dy);
      const inCone = Array.from(x, (_, i) => i).filter((i) => {
        const along = (x[i] - x[from]) * dx + (y[i] - y[from]) * dy;
        const across = Math.abs((x[i] - x[from]) * dy - (y[i] - y[from]) * dx);
        return i !== from && along > 0 && across <= along && withoutMlops.authorVisible[i] === 1;
      });
      if (next === null) expect(inCone).toEqual([]);
      else expect(inCone).toContain(next);
    }
  }
});
