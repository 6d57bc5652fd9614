import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { backgroundFamilyShare, backgroundGivenShare } from "../../src/identity/background-names.ts";
import { commonnessOf } from "../../src/identity/commonness.ts";
import { parseName } from "../../src/identity/parse-name.ts";

test("family names and given names that many have are more common than those that few have", () => {
  expect(backgroundFamilyShare("wang")).toBeGreaterThan(backgroundFamilyShare("kim"));
  expect(backgroundFamilyShare("kim")).toBeGreaterThan(backgroundFamilyShare("hwang"));
  expect(backgroundFamilyShare("hwang")).toBeGreaterThan(backgroundFamilyShare("xyzzy"));
  expect(backgroundGivenShare("wei")).toBeGreaterThan(backgroundGivenShare("jihoon"));
  expect(backgroundGivenShare("j")).toBeGreaterThan(backgroundGivenShare("jihoon"));
});

test("a share is its bucket's: 2^(b/2) in a million", () => {
  const table = JSON.parse(readFileSync("src/identity/background-names.json", "utf8"));
  for (const [bucket, words] of Object.entries<string>(table.family)) {
    for (const word of words.split(" "))
      expect(backgroundFamilyShare(word) * 1e6).toBeCloseTo(2 ** (Number(bucket) / 2));
  }
});

test("a word that the table does not have is rarer than all that it has, but not impossible", () => {
  expect(backgroundFamilyShare("xyzzy")).toBe(5e-6);
  expect(backgroundGivenShare("xyzzy")).toBe(5e-6);
});

test("in a small collection, a common name has more namesakes to expect than a rare one of as many bearers", () => {
  const names = ["Wei Wang", "Ada Xyzzy", "Jane Doe"].map((name) => parseName(name));
  const { expectedNamesakes } = commonnessOf(names);
  expect(expectedNamesakes(names[0])).toBeGreaterThan(100 * expectedNamesakes(names[1]));
});

test("namesakes to expect are counted from collection and background as the formula says", () => {
  const names = ["Wei Xyzzy", "Wei Plugh", "Jing Xyzzy", "Min Xyzzy"].map((name) => parseName(name));
  const family = (3 - 2 + 1000 * 5e-6) / 1004;
  const given = (2 - 1 + 1000 * backgroundGivenShare("wei")) / 1004;
  expect(commonnessOf(names).expectedNamesakes(names[0])).toBeCloseTo(3004 * family * given, 12);
});

test("of a name of one word, all who have it are namesakes", () => {
  const names = ["Plato", "Aristotle"].map((name) => parseName(name));
  expect(commonnessOf(names).expectedNamesakes(names[0])).toBe(1);
});
