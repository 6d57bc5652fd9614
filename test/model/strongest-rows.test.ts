import fc from "fast-check";
import { expect, test } from "vitest";
import { strongestRows } from "../../src/model/strongest-rows.ts";

test("the strongest rows are the beginning of all rows sorted, whatever is equal", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 })), fc.integer({ min: 1, max: 12 }), (list, most) => {
      const all = list.map((_, row) => row).sort((one, other) => list[other] - list[one] || one - other);
      expect(Array.from(strongestRows(Float64Array.from(list), most))).toEqual(all.slice(0, most));
    }),
  );
});
