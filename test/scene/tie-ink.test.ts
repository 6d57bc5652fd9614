import fc from "fast-check";
import { expect, test } from "vitest";
import { castOf } from "../../src/scene/picture.ts";
import { projectionOf } from "../../src/scene/projection.ts";
import { balancedInk, ENDS, endShare, inkInSight, partWithin } from "../../src/scene/tie-ink.ts";
import { smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const { x, y } = dataset.authors;
const cast = castOf(dataset, smallIncidence(), "paper", "light");
const size = { width: 900, height: 600 };
const rows = [...cast.strength.keys()];
const inkAt = (camera: { x: number; y: number; ratio: number }, of: readonly number[] = rows) =>
  inkInSight(cast, of.length, (i) => of[i], { x, y }, projectionOf(camera, size), size);

test("a tie is whole near its ends, a hint far from both, and never more further away", () => {
  expect([0, ENDS.whole, ENDS.gone, 10_000].map(endShare)).toEqual([1, 1, 0, 0]);
  for (let away = 0; away < 400; away++) expect(endShare(away + 1)).toBeLessThanOrEqual(endShare(away));
});

test("the part of a line in sight is where its points are in sight", () => {
  const place = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(place, place, place, place, (ax, ay, bx, by) => {
      const part = partWithin(ax, ay, bx, by, size);
      for (let at = 0; at <= 1; at += 1 / 64) {
        const [px, py] = [ax + (bx - ax) * at, ay + (by - ay) * at];
        const isIn = px > 0 && py > 0 && px < size.width && py < size.height;
        const isOut = px < 0 || py < 0 || px > size.width || py > size.height;
        const inPart = part !== null && at > part[0] && at < part[1];
        if (isIn && at > 0 && at < 1) expect(inPart).toBe(true);
        if (isOut) expect(inPart).toBe(false);
      }
    }),
  );
});

test("ties out of sight take no ink, and all of them take what each takes", () => {
  expect(inkAt({ x: 40, y: 40, ratio: 0.1 })).toMatchObject({ ends: 0, hints: 0 });
  const whole = inkAt({ x: 0, y: 0, ratio: 1 });
  expect(whole.ends).toBeGreaterThan(0);
  // Twice the same ties are twice the layers at the same places.
  const twice = inkAt({ x: 0, y: 0, ratio: 1 }, [...rows, ...rows]);
  expect(twice.ends).toBeCloseTo(2 * whole.ends, 9);
  expect(twice.hints).toBeCloseTo(2 * whole.hints, 9);
  expect(twice.opacity).toBeCloseTo(whole.opacity, 9);
});

test("of a tie that only passes through there are hints and no ends", () => {
  const { a, b } = dataset.coauthorships;
  const length = (row: number) => Math.hypot(x[a[row]] - x[b[row]], y[a[row]] - y[b[row]]);
  const [longest] = [...rows].sort((one, other) => length(other) - length(one));
  const middle = { x: (x[a[longest]] + x[b[longest]]) / 2, y: (y[a[longest]] + y[b[longest]]) / 2 };
  const ink = inkAt({ ...middle, ratio: length(longest) / 8 }, [longest]);
  expect(ink.ends).toBe(0);
  expect(ink.hints).toBeGreaterThan(0);
});

test("little ink is left as it is; much is made paler, and where that would be too pale, the strongest are left", () => {
  const all = { share: 1, part: 1 };
  expect(balancedInk({ ends: 0.01, hints: 0.01, opacity: 0.2 })).toEqual({ ends: all, hints: all });
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (ink, opacity) => {
        const { ends, hints } = balancedInk({ ends: ink, hints: ink, opacity });
        for (const { share, part } of [ends, hints]) {
          expect(share * part * ink).toBeLessThanOrEqual(0.5);
          expect(Math.min(share, part)).toBeGreaterThan(0);
          expect(Math.max(share, part)).toBeLessThanOrEqual(1);
          // What is drawn can be seen.
          expect(share * opacity).toBeGreaterThanOrEqual(Math.min(opacity, 1 / 255));
        }
        expect(hints.share * hints.part).toBeLessThanOrEqual(ends.share * ends.part);
      },
    ),
  );
});
