import fc from "fast-check";
import { expect, test } from "vitest";
import { BEGINS, searchIndex } from "../../src/scene/search-index.ts";
import { likenessOfEntries } from "../../src/scene/spelling-likeness.ts";
import { smallDataset } from "./small-dataset.ts";

const index = searchIndex(smallDataset(), "paper");

/** Dice's coefficient by its definition. */
function likeness(one: string, other: string): number {
  const pairs = (text: string) => Array.from({ length: text.length + 1 }, (_, i) => `^${text}$`.slice(i, i + 2));
  const left = pairs(other);
  let shared = 0;
  for (const pair of pairs(one)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (one.length + other.length + 2);
}

test("an entry is as alike as the most alike of its names and their words", () => {
  const letters = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."aadeiknorsuz0á"), minLength: 1, maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789á李"), minLength: 20, maxLength: 60 }),
  );
  fc.assert(
    fc.property(letters, (query) => {
      const expected = new Array<number>(index.kind.length).fill(0);
      index.entryOf.forEach((entry, form) => {
        const [first, end] = [index.formStart[form], index.formStart[form + 1] - 1];
        const starts = Array.from({ length: end - first }, (_, i) => first + i).filter(
          (at) => index.letters[at] >= BEGINS,
        );
        const words = starts.map((at, i) => index.text.slice(at, starts[i + 1] ?? end));
        const texts = [index.text.slice(first, end), ...words];
        expected[entry] = Math.max(expected[entry], ...texts.map((text) => likeness(query, text)));
      });
      likenessOfEntries(index, query).forEach((alike, entry) => {
        expect(alike).toBeCloseTo(expected[entry], 5);
      });
      likenessOfEntries(index, query, 0.3).forEach((alike, entry) => {
        if (alike > 0 || expected[entry] >= 0.3 + 1e-6) expect(alike).toBeCloseTo(expected[entry], 5);
      });
    }),
  );
});
