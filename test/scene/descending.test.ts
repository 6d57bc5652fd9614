import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsByCount, rowsByValue } from "../../src/scene/descending.ts";

test("rows by count stand as a sort would have them, equals in their order", () => {
  const count = fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 2 ** 32 - 1 }));
  fc.assert(
    fc.property(fc.array(count), (list) => {
      const counts = Uint32Array.from(list);
      const sorted = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b);
      expect([...rowsByCount(counts)]).toEqual(sorted);
    }),
  );
});

test("rows by value stand greatest first, to a 4096th of the greatest", () => {
  const value = fc.float({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(value), (list) => {
      const values = Float32Array.from(list);
      const rows = rowsByValue(values);
      expect([...rows].sort((a, b) => a - b)).toEqual([...values.keys()]);
      const step = Math.max(0, ...values) / 4095;
      for (let i = 1; i < rows.length; i++) {
        expect(values[rows[i]]).toBeLessThanOrEqual(values[rows[i - 1]] + step + 1e-6);
      }
    }),
  );
});
