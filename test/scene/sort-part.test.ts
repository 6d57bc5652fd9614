import fc from "fast-check";
import { expect, test } from "vitest";
import { sortPart } from "../../src/scene/sort-part.ts";

test("the part stands as a sort of all would have it, and nobody is lost", () => {
  const row = fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(0, 1, 2 ** 32 - 1), fc.nat({ max: 3 }));
  fc.assert(
    fc.property(fc.array(row), fc.nat({ max: 30 }), fc.nat({ max: 30 }), (table, first, count) => {
      const rows = Uint32Array.from(table.keys());
      const last = Math.min(rows.length, first + count);
      const compare = (one: number, other: number) => table[one][2] - table[other][2] || one - other;
      sortPart(rows, first, last, [(i) => table[i][0], (i) => table[i][1]], compare);
      const expected = [...table.keys()].sort(
        (one, other) => table[one][0] - table[other][0] || table[one][1] - table[other][1] || compare(one, other),
      );
      expect([...rows.slice(first, last)]).toEqual(expected.slice(first, last));
      expect([...rows].sort((one, other) => one - other)).toEqual([...table.keys()]);
    }),
  );
});
