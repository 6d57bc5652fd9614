import fc from "fast-check";
import { expect, test } from "vitest";
import { phraseSums } from "../../src/network/phrase-sums.ts";

// Ids that differ in their high bits only, so that they meet in one place of the table.
const ids = fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 3 })).map(([high, low]) => high * 2 ** 32 + low);
const adding = fc.record({ id: ids, mass: fc.nat({ max: 9 }), weight: fc.nat({ max: 9 }), length: fc.nat({ max: 4 }) });

test("sums are those of a map, and a table that was cleared remembers nothing", () => {
  const sums = phraseSums();
  fc.assert(
    fc.property(fc.array(adding, { maxLength: 200 }), (all) => {
      const expected = new Map<number, number[]>();
      sums.clear();
      for (const { id, mass, weight, length } of all) {
        const [m, w, l] = expected.get(id) ?? [0, 0, 0];
        expected.set(id, [m + mass, w + weight, Math.max(l, length)]);
        sums.add(id, mass, weight, length);
      }
      const rows = Array.from({ length: sums.size }, (_, row) => [
        sums.ids[row],
        [sums.masses[row], sums.weights[row], sums.lengths[row]],
      ]);
      expect(rows).toEqual([...expected]);
    }),
  );
});

test("a table grows with its phrases and can be emptied whole", () => {
  const sums = phraseSums();
  for (let round = 0; round < 2; round++) {
    for (let id = 0; id < 20_000; id++) sums.add(id * 7919, 1, 0.5, 2);
    for (let id = 0; id < 20_000; id += 2) sums.add(id * 7919, 1, 0.5, 3);
    expect(sums.size).toBe(20_000);
    expect([sums.ids[4], sums.masses[4], sums.weights[4], sums.lengths[4]]).toEqual([4 * 7919, 2, 1, 3]);
    expect([sums.masses[5], sums.lengths[5]]).toEqual([1, 2]);
    sums.clear();
  }
});
