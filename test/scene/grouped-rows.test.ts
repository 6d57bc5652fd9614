import fc from "fast-check";
import { expect, test } from "vitest";
import { groupedRows, rowsOf } from "../../src/scene/grouped-rows.ts";

test("each group has its rows, ascending, and none is lost", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 6 })), (groups) => {
      const grouped = groupedRows(Uint32Array.from(groups), 7);
      for (let group = 0; group < 7; group++) {
        expect([...rowsOf(grouped, group)]).toEqual([...groups.keys()].filter((row) => groups[row] === group));
      }
    }),
  );
});
