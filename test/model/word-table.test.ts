import fc from "fast-check";
import { expect, test } from "vitest";
import { WordTable } from "../../src/model/word-table.ts";

test("words are numbered in the order of their first meeting, after those that come first", () => {
  const table = new WordTable([",", "."]);
  const text = "the cat, the";
  expect([table.numberAt(text, 0, 3), table.numberAt(text, 4, 7), table.numberAt(text, 9, 12)]).toEqual([2, 3, 2]);
  expect(table.numberAt(text, 7, 8)).toBe(0);
  expect(table.words).toEqual([",", ".", "the", "cat"]);
});

test("numbers stay the same while the table grows", () => {
  const table = new WordTable([]);
  const words = Array.from({ length: 20_000 }, (_, i) => `w${(i * 7919) % 20_000}`);
  const numbers = words.map((word) => table.numberAt(`<${word}>`, 1, word.length + 1));
  expect(numbers).toEqual(words.map((_, i) => i));
  expect(words.map((word) => table.numberAt(word, 0, word.length))).toEqual(numbers);
});

test("it numbers like a map of strings", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 3 })), (words) => {
      const map = new Map<string, number>();
      for (const word of words) if (!map.has(word)) map.set(word, map.size);
      const table = new WordTable([]);
      for (const word of words) expect(table.numberAt(word, 0, word.length)).toBe(map.get(word));
      expect(table.words).toEqual([...map.keys()]);
    }),
  );
});

test("plain words are numbered in small letters, like those that stand there in small letters", () => {
  const table = new WordTable(["graph2"]);
  expect(table.plainNumberAt("a Graph2!", 2, 8)).toBe(0);
  expect(table.plainNumberAt("GRAPH", 0, 5)).toBe(1);
  expect(table.numberOf("GRAPH")).toBe(2);
  expect(table.words).toEqual(["graph2", "graph", "GRAPH"]);
});
