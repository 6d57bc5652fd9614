import fc from "fast-check";
import { expect, test } from "vitest";
import { HashedWords } from "../../src/model/hashed-words.ts";

/** Numbers by a map of strings. */
function numbered(words: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return words.map((word) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
}

test("words are numbered in the order in which they are met, whatever their letters", () => {
  const word = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom("", "a", "aa", "Ärger", "ärger", "織機", "\ud83d"),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const table = new HashedWords();
      expect(words.map((one) => table.numberOf(one))).toEqual(numbered(words));
      expect(table.count).toBe(new Set(words).size);
    }),
  );
});

test("a word that stands in a text, in capitals or not, has the number of the word in small letters", () => {
  const table = new HashedWords();
  expect(table.numberOf("loom4")).toBe(0);
  expect(table.plainNumberFrom("the LOOM4: old", 4, 1)).toBe(0);
  expect(table.end).toBe(9);
  expect(table.plainNumberFrom("the LOOM4s", 4, 1)).toBe(1);
  expect(table.end).toBe(10);
});

test("a word in a text ends at the first character that is no ASCII letter or digit, and a short one has no number", () => {
  const table = new HashedWords();
  expect(table.plainNumberFrom("Ab\u0011c", 0, 3)).toBe(-1);
  expect(table.end).toBe(2);
  expect(table.plainNumberFrom("abcé", 0, 3)).toBe(-1);
  expect(table.end).toBe(3);
  expect(table.count).toBe(0);
  expect(table.plainNumberFrom("abc", 0, 3)).toBe(0);
});

test("there is room for any number of words", () => {
  const table = new HashedWords();
  const words = Array.from({ length: 20_000 }, (_, i) => `word ${i}`);
  expect(words.map((word) => table.numberOf(word))).toEqual(words.map((_, i) => i));
  expect(words.map((word) => table.numberOf(word))).toEqual(words.map((_, i) => i));
});

test.each([
  ["cdamli", "wygjhu"],
  ["opwekv", "pfowyp"],
])("words are two that have a place and one half of the hash in common, as %s and %s", (one, other) => {
  const table = new HashedWords();
  expect([one, other, one].map((word) => table.numberOf(word))).toEqual([0, 1, 0]);
});
