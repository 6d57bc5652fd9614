import fc from "fast-check";
import { expect, test } from "vitest";
import { naturalLog } from "../../src/model/logarithm.ts";

test("the logarithm agrees with Math.log to fourteen digits, subnormal numbers included", () => {
  fc.assert(
    fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), (x) => {
      expect(Math.abs(naturalLog(x) - Math.log(x))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log(x))));
    }),
    { numRuns: 5_000 },
  );
});

test("near one, where digits cancel, it keeps its relative precision", () => {
  for (const x of [1 - 2 ** -53, 1 + 2 ** -52, 0.999, 1.001, Math.SQRT1_2, Math.SQRT2]) {
    expect(Math.abs(naturalLog(x) / Math.log(x) - 1)).toBeLessThan(1e-14);
  }
});

test("the ends of its domain are as the definition has them", () => {
  expect(naturalLog(1)).toBe(0);
  expect(naturalLog(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(naturalLog(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(naturalLog(-1)).toBeNaN();
  expect(naturalLog(Number.NaN)).toBeNaN();
});

test("the logarithm of a product is the sum of the logarithms", () => {
  const numbers = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(numbers, numbers, (x, y) => {
      expect(naturalLog(x * y)).toBeCloseTo(naturalLog(x) + naturalLog(y), 12);
    }),
  );
});
