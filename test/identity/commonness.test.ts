import fc from "fast-check";
import { expect, test } from "vitest";
import { commonnessOf } from "../../src/identity/commonness.ts";
import type { ParsedName } from "../../src/identity/parse-name.ts";

const word = fc.constantFrom("a", "an", "ann", "bo", "li", "min", "minli");
const name = fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(3)).map(([words, family]): ParsedName => {
  return { words, speltOut: words, family: Math.min(family, words.length - 1), suffix: "" };
});

const familyOf = ({ words, family }: ParsedName) => words.slice(family).join("");

test("a word is counted where names have it as family name, joined, or as the first of their given names or its initial", () => {
  fc.assert(
    fc.property(fc.array(name), word, (names, wanted) => {
      const { namesWithWord, lastRatherThanFirst } = commonnessOf(names);
      const given = names.filter(({ family }) => family > 0);
      const families = names.filter((one) => familyOf(one) === wanted).length;
      const firsts =
        given.filter(({ words }) => words[0] === wanted).length +
        given.filter(({ words }) => words[0].length > 1 && words[0][0] === wanted).length;
      expect(namesWithWord(wanted)).toBe(families + firsts);
      expect(lastRatherThanFirst(wanted)).toBe((families + 0.5) / (firsts + 0.5));
    }),
  );
});

test("the more have the family name, and the given name in one word or two, the more namesakes are expected", () => {
  const of = (...words: string[]): ParsedName => ({ words, speltOut: words, family: words.length - 1, suffix: "" });
  const few = [of("bo", "quux"), of("minzo", "quux"), of("ada", "frob")];
  const expected = (name: ParsedName, others: readonly ParsedName[]) =>
    commonnessOf([...few, ...others]).expectedNamesakes(name);
  const some = expected(of("minzo", "quux"), [of("ada", "frob"), of("ada", "frob")]);
  expect(expected(of("minzo", "quux"), [of("ada", "quux"), of("ada", "quux")])).toBeGreaterThan(some);
  expect(expected(of("minzo", "quux"), [of("minzo", "frob"), of("minzo", "frob")])).toBeGreaterThan(some);
  expect(expected(of("minzo", "quux"), [of("min", "zo", "frob"), of("min", "zo", "frob")])).toBeGreaterThan(some);
  expect(expected(of("minzo"), [of("minzo"), of("minzo")])).toBe(2);
});
