import fc from "fast-check";
import { expect, test } from "vitest";
import { Column } from "../../src/ingest/column.ts";
import { HashIndex } from "../../src/ingest/hash-index.ts";
import { UnionFind } from "../../src/ingest/union-find.ts";

test("a column holds what was set, and 0 everywhere else, in any order of setting", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5_000), fc.nat(1_000))), (pairs) => {
      const column = Column.naturals();
      const expected = new Map<number, number>();
      for (const [index, value] of pairs) {
        column.set(index, value);
        expected.set(index, value);
      }
      const indices = Array.from({ length: 5_002 }, (_, index) => index);
      expect(indices.filter((index) => column.at(index) !== (expected.get(index) ?? 0))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("a column put in another order has at each place what was at the place that the order names", () => {
  const column = Column.floats();
  column.set(1, 2 ** 52 + 1);
  column.set(2, 0.5);
  column.reorder(Uint32Array.of(2, 0, 1));
  expect([0, 1, 2].map((index) => column.at(index))).toEqual([0.5, 0, 2 ** 52 + 1]);
});

test("bytes and integers of a column keep their range", () => {
  const [bytes, integers] = [Column.bytes(), Column.integers()];
  bytes.set(0, 255);
  integers.set(0, -5);
  expect([bytes.at(0), integers.at(0)]).toEqual([255, -5]);
});

test("the first index of a hash is found again whatever other hashes have its low bits", () => {
  const hashes = fc.array(
    fc.tuple(fc.nat(3), fc.nat(3)).map(([low, high]) => high * 2 ** 45 + low),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(hashes, (list) => {
      const index = new HashIndex(list.length, (at) => list[at]);
      expect(list.map((_, at) => index.firstLike(at))).toEqual(list.map((hash) => list.indexOf(hash)));
    }),
  );
});

test("joined sets are those that lists would give, and each join is the reason of one member", () => {
  const count = 12;
  const joins = fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 20 });
  fc.assert(
    fc.property(joins, (pairs) => {
      const sets = new UnionFind(count);
      let lists = Array.from({ length: count }, (_, index) => [index]);
      const reasons: number[] = [];
      pairs.forEach(([a, b], reason) => {
        sets.join(a, b, reason);
        const [first, second] = [a, b].map((member) => lists.find((list) => list.includes(member)) ?? []);
        if (first === second) return;
        reasons.push(reason);
        lists = [...lists.filter((list) => list !== first && list !== second), [...first, ...second]];
      });
      const expected = lists.map((list) => list.toSorted((a, b) => a - b)).sort(([a], [b]) => a - b);
      const members = [...sets.sets()];
      expect(members).toEqual(expected);
      for (const list of members) {
        expect(new Set(list.map((member) => sets.root(member))).size).toBe(1);
        expect(list.filter((member) => sets.reasonOf(member) === undefined)).toHaveLength(1);
      }
      const told = members.flat().flatMap((member) => sets.reasonOf(member) ?? []);
      expect(told.sort((a, b) => a - b)).toEqual(reasons);
    }),
  );
});

test("of two joined sets the larger root stays, and of equal ones the earlier", () => {
  const sets = new UnionFind(5);
  sets.join(3, 4, 0);
  expect(sets.root(4)).toBe(3);
  sets.join(0, 4, 0);
  expect(sets.root(0)).toBe(3);
  sets.join(2, 1, 0);
  expect(sets.root(2)).toBe(1);
});
