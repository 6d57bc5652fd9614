import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../src/model/text.ts";
import { foldedHash, foldedListHash, textHash } from "../../src/model/text-hash.ts";

const TEXTS = fc.oneof(
  fc.string({ unit: "binary-ascii" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("a", "B", " ", "-", "Σ", "σ", "İ", "\u0301", "\u0345", "가", "ß", "é", "ﬁ") }),
);

test("texts that fold alike have one hash, and it is that of the folded text", () => {
  fc.assert(
    fc.property(TEXTS, (text) => {
      const folded = fold(text);
      expect(foldedHash(text, 1)).toBe(folded === "" ? 0 : textHash(folded));
    }),
  );
});

test("what a run of letters beyond ASCII folds to is the same the first time, again, and after thousands of others", () => {
  const text = "Zoë’s «É»";
  const first = foldedHash(text, 1);
  expect(first).toBe(textHash(fold(text)));
  expect(foldedHash(text, 1)).toBe(first);
  for (let code = 0x4e00; code < 0x6e00; code++) foldedHash(`${String.fromCharCode(code)} x`, 1);
  expect(foldedHash(text, 1)).toBe(first);
});

test("lists of texts have one hash where each text folds alike, and only there", () => {
  expect(foldedListHash(["Ada L.", "É B"])).toBe(foldedListHash(["ada l", "eb"]));
  expect(foldedListHash(["ada", "l"])).not.toBe(foldedListHash(["adal"]));
  expect(foldedListHash(["l", "ada"])).not.toBe(foldedListHash(["ada", "l"]));
});

test("a text that folds to less than was asked for has the hash 0", () => {
  expect(foldedHash("A-b c!", 3)).not.toBe(0);
  expect(foldedHash("A-b c!", 4)).toBe(0);
  expect(foldedHash("é", 2)).toBe(0);
});

test("300,000 texts that differ in a digit or in order have different hashes below 2⁵³", () => {
  const hashes = new Set<number>();
  for (let i = 0; i < 100_000; i++)
    for (const text of [`paper ${i}`, `${i} paper`, `paper${i}${i}`]) hashes.add(textHash(text));
  expect(hashes.size).toBe(300_000);
  expect(Math.max(...[...hashes].slice(0, 1000))).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
});
