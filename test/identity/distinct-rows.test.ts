import fc from "fast-check";
import { expect, test } from "vitest";
import { CommonCounter, DistinctRows } from "../../src/identity/distinct-rows.ts";

const MOST = 6;
const lists = fc.array(fc.array(fc.nat(MOST - 1), { maxLength: 9 }), { maxLength: 6 });

function fill(rows: DistinctRows, values: readonly (readonly number[])[]) {
  for (const row of values) {
    for (const value of row) rows.add(value);
    rows.endRow();
  }
  const { from, values: all } = rows.rows();
  return { from, values: all };
}

test("a row has every value once, in the order in which they are added, also after rows that are begun again", () => {
  fc.assert(
    fc.property(lists, (first) => {
      const rows = new DistinctRows(first.length, MOST, 0);
      for (const values of [first, first.toReversed()]) {
        rows.restart();
        const { from, values: all } = fill(rows, values);
        expect(Array.from(values, (_, i) => [...all.subarray(from[i], from[i + 1])])).toEqual(
          values.map((row) => [...new Set(row)]),
        );
      }
    }),
  );
});

test("what two rows have in common is counted, whichever rows were in focus before", () => {
  fc.assert(
    fc.property(lists, (values) => {
      const counter = new CommonCounter(fill(new DistinctRows(values.length, MOST, 1), values), MOST);
      values.forEach((one, a) => {
        counter.focus(a);
        const counts = values.map((_, b) => counter.with(b));
        expect(counts).toEqual(values.map((other) => new Set(one.filter((value) => other.includes(value))).size));
      });
    }),
  );
});
