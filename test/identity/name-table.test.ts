import fc from "fast-check";
import { expect, test } from "vitest";
import { nameTableOf } from "../../src/identity/name-table.ts";
import { countWords, nameKey, type ParsedName, parseName } from "../../src/identity/parse-name.ts";
import { byCodeUnit } from "../../src/model/order.ts";
import type { Paper } from "../../src/model/paper.ts";

interface Written {
  readonly name: string;
  readonly family: string | undefined;
}

function paperOf(authors: readonly Written[], number: number): Paper {
  const lists = { keywords: [], editors: [], groupAuthors: [], records: [number] };
  const people = authors.map(({ name, family }) => ({ name, family, otherForms: name === "Bo Li" ? ["B. Li"] : [] }));
  return { id: `p${number}`, ids: {}, authors: people, truncated: false, ...lists };
}

function parsed({ name, family }: Written): ParsedName {
  return parseName(name, family === undefined ? undefined : countWords(family));
}

/** What most authorships with a key say of the name, of equals the longer family; and the first of its spellings-out. */
function nameWithKey(authorships: readonly Written[], key: string): ParsedName {
  const own = authorships.map(parsed).filter((one) => nameKey(one) === key);
  const counts = new Map<number, number>();
  for (const { family } of own) counts.set(family, (counts.get(family) ?? 0) + 1);
  const [[family]] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const [first] = own.toSorted((a, b) => byCodeUnit(a.speltOut.join(" "), b.speltOut.join(" ")));
  return { ...first, family };
}

const written: fc.Arbitrary<Written> = fc.record({
  name: fc.constantFrom(
    "Bo Li",
    "BO LI",
    "Li, Bo",
    "Lü Bo",
    "Hans Müller",
    "Hans Muller",
    "Hans Mueller",
    "Gabriel Garcia Marquez",
    "Gabriel Garcia Márquez",
    "Gabriel García-Marquez",
    "Jan Hajic Jr.",
    "Jan Hajic",
    "Hajic Jan jr",
    "JM Smith",
    "J. M. Smith",
    "李 明",
    "李明",
    "?? ?",
    "A",
    "Alexandrina Konstantinopolitanska",
  ),
  family: fc.constantFrom(undefined, "Li", "Garcia Marquez", "Marquez", "Muller", "Smith Jones", ""),
});

test("each authorship has the name that its string means, and each name what most of its authorships say of it", () => {
  fc.assert(
    fc.property(fc.array(fc.array(written, { maxLength: 6 }), { maxLength: 12 }), (lists) => {
      const all = lists.flat();
      const table = nameTableOf(lists.map(paperOf));
      const keys = [...new Set(all.map((one) => nameKey(parsed(one))))].sort(byCodeUnit);
      expect(table.keys).toEqual(keys);
      expect(table.names).toEqual(keys.map((key) => nameWithKey(all, key)));
      expect(Array.from(table.nameOf, (name) => keys[name])).toEqual(all.map((one) => nameKey(parsed(one))));
      expect(Array.from(table.spellingOf, (at) => table.spellings[at])).toEqual(all.map(({ name }) => name));
      expect(new Set(table.spellings).size).toBe(table.spellings.length);
      expect(table.rewritten).toEqual(all.flatMap(({ name }, k) => (name === "Bo Li" ? [k] : [])));
      expect([...table.authorshipsFrom]).toEqual(
        lists.map((_, p) => lists.slice(0, p).flat().length).concat(all.length),
      );
      // Where nothing is spelt out, that is one list.
      for (const { words, speltOut } of table.names) {
        expect(words === speltOut).toBe(words.every((word, i) => word === speltOut[i]));
      }
    }),
    { numRuns: 500 },
  );
});
