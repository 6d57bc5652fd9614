import fc from "fast-check";
import { expect, test } from "vitest";
import { cliqueCounts } from "../../../src/network/leiden/clique-counts.ts";
import { cliqueRows } from "../../../src/network/leiden/search-network.ts";

const MEMBERS = 24;

/** One paper after the other with all nodes on it, each for so many authors as `times` says. */
function papersOf(times: readonly number[][]) {
  return cliqueRows(
    MEMBERS,
    new Float64Array(times.length).fill(1),
    Uint32Array.from({ length: times.length + 1 }, (_, q) => q * MEMBERS),
    Uint32Array.from(times.flatMap(() => [...Array(MEMBERS).keys()])),
    Uint32Array.from(times.flat()),
  );
}

test("however nodes move, the communities on a paper stand by falling number of authors, each with its own", () => {
  const times = fc.array(fc.constantFrom(1, 1, 1, 2, 5, 40), { minLength: MEMBERS, maxLength: MEMBERS });
  // Numbers far apart and close together, so that some meet in the table.
  const places = fc.constantFrom(0, 1, 2, 3, 8, 16, 1000, 1024, 2048, 99_991);
  const moves = fc.array(fc.tuple(fc.nat(MEMBERS - 1), places), { maxLength: 120 });
  fc.assert(
    fc.property(fc.array(times, { minLength: 1, maxLength: 3 }), moves, (rows, wanted) => {
      const counts = cliqueCounts(papersOf(rows));
      const at = Array.from({ length: MEMBERS }, (_, i) => i);
      rows.forEach((row, q) => {
        row.forEach((own, i) => {
          counts.add(q, i, own);
        });
      });
      for (const [i, to] of wanted) {
        rows.forEach((row, q) => {
          counts.add(q, at[i], -row[i]);
          counts.add(q, to, row[i]);
        });
        at[i] = to;
      }
      rows.forEach((row, q) => {
        const expected = new Map<number, number>();
        row.forEach((own, i) => {
          expected.set(at[i], (expected.get(at[i]) ?? 0) + own);
        });
        const listed = [...counts.ranked.subarray(counts.first[q], counts.end[q])];
        const authors = [...counts.authors.subarray(counts.first[q], counts.end[q])];
        expect(new Map(listed.map((c, k) => [c, authors[k]]))).toEqual(expected);
        expect(listed).toHaveLength(expected.size);
        expect(authors).toEqual([...authors].sort((a, b) => b - a));
        for (const [k, c] of listed.entries()) expect(counts.placeOf(q, c)).toBe(counts.first[q] + k);
        expect(counts.placeOf(q, 12_345)).toBe(-1);
      });
    }),
  );
});
