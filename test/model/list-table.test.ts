import fc from "fast-check";
import { expect, test } from "vitest";
import { ListTable } from "../../src/model/list-table.ts";

test("lists are numbered in the order in which they are met, as by a map of their texts, and kept in rows", () => {
  const list = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(list, { maxLength: 300 }), (lists) => {
      const numbers = new Map<string, number>();
      const table = new ListTable();
      for (const one of lists) {
        const wanted = numbers.get(one.join()) ?? numbers.size;
        numbers.set(one.join(), wanted);
        // What stands behind the list is none of it.
        expect(table.numberOf(Uint32Array.of(...one, 7, 7), one.length)).toBe(wanted);
      }
      const rows = Array.from({ length: table.count }, (_, i) => table.values.slice(table.from[i], table.from[i + 1]));
      expect(rows.map((row) => row.join())).toEqual([...numbers.keys()]);
    }),
  );
});

test("there is room for any number of lists, of any length", () => {
  const table = new ListTable();
  const long = new Uint32Array(5000).fill(9);
  expect(table.numberOf(long, 5000)).toBe(0);
  for (let i = 1; i < 3000; i++) expect(table.numberOf(Uint32Array.of(i, i), 2)).toBe(i);
  for (let i = 1; i < 3000; i++) expect(table.numberOf(Uint32Array.of(i, i), 2)).toBe(i);
  expect(table.numberOf(long, 5000)).toBe(0);
  expect(table.numberOf(long, 4999)).toBe(3000);
});
