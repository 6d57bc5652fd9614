import fc from "fast-check";
import { expect, test } from "vitest";
import { searchIndex } from "../../src/scene/search-index.ts";
import { nearestInSpelling } from "../../src/scene/spelling-likeness.ts";
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

/** By entry, the likeness of the most alike of its names and their words. */
function likenesses(query: string): number[] {
  const alike = new Array<number>(index.kindOf.length).fill(0);
  index.entryOf.forEach((entry, form) => {
    const [first, end] = [index.formStart[form], index.formStart[form + 1] - 1];
    const words = Array.from(index.wordsOf.subarray(index.firstWord[form], index.firstWord[form + 1]), (word) =>
      String.fromCharCode(...index.letters.subarray(index.wordStart[word], index.wordStart[word + 1])),
    );
    expect(words.join("")).toBe(index.text.slice(first, end));
    alike[entry] = Math.max(alike[entry], ...[words.join(""), ...words].map((text) => likeness(query, text)));
  });
  return alike;
}

const letters = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aadeiknorsuz0á"), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789á李"), minLength: 20, maxLength: 60 }),
);

test("the nearest are those whose most alike name or word is most alike, whoever is as alike as the last included", () => {
  fc.assert(
    fc.property(
      letters,
      fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      fc.integer({ min: 1, max: 9 }),
      (query, least, most) => {
        const alike = likenesses(query).map(Math.fround);
        const floor = Math.max(least, [...alike].sort((a, b) => b - a)[most - 1]);
        const expected = [...alike.entries()].filter(([, one]) => one >= floor);
        const found = nearestInSpelling(index, query, least, most).map(({ entry, alike: one }) => [entry, one]);
        expect(found.sort(([a], [b]) => a - b)).toEqual(expected);
      },
    ),
  );
});
