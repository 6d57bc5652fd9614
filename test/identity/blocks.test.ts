import fc from "fast-check";
import { expect, test } from "vitest";
import { BlockCollector } from "../../src/identity/blocks.ts";

test("names with a hash in common, and no others, are in one block, each once", () => {
  const lists = fc.array(fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 4 }), { maxLength: 40 });
  // As spread over 32 bits as the hashes that it is made for.
  const spread = (value: number) => Math.imul(value, 0x9e3779b1);
  fc.assert(
    fc.property(lists, (values) => {
      const collector = new BlockCollector(values.length, 1);
      values.forEach((own, name) => {
        for (const value of own) collector.add(spread(value), name);
      });
      const { blocksOf, namesIn } = collector.blocks();
      const rowsOf = ({ from, values: row }: typeof blocksOf, i: number) => [...row.subarray(from[i], from[i + 1])];
      values.forEach((own, name) => {
        const met = rowsOf(blocksOf, name).map((block) => rowsOf(namesIn, block));
        for (const names of met) expect(names).toContain(name);
        const wanted = [...new Set(own)]
          .map((value) => values.flatMap((other, at) => (other.includes(value) ? [at] : [])))
          .filter((names) => names.length > 1);
        const found = met.filter((names) => names.length > 1);
        expect(found.map(String).sort()).toEqual(wanted.map(String).sort());
      });
    }),
  );
});
