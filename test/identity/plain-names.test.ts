import fc from "fast-check";
import { expect, test } from "vitest";
import { parseName } from "../../src/identity/parse-name.ts";
import { PlainNames } from "../../src/identity/plain-names.ts";

const names = new PlainNames();

test.each([
  ["Ada Lovelace", undefined],
  ["ADA M. LOVELACE", undefined],
  ["Ludwig van der Goot", undefined],
  ["Gabriel Garcia Marquez", 2],
  ["Jung-Woo Ha", 1],
  ["J. M. Coetzee", 0],
  ["Madonna", 1],
  ["Hans Müller", 1],
  ["Lü Bu", undefined],
  ["Søren Ångström", undefined],
  ["Jean de la Bruyère", undefined],
  ["Łukasz Strauß", 1],
  ["ÉMILE ZOLA", undefined],
  ["Émile Ø Zola", undefined],
])("%s is read as it is the long way", (name, familyWords) => {
  expect(names.read(name, familyWords)).toEqual(parseName(name, familyWords));
});

test.each([
  "JM Smith",
  "Prof. Ada Lovelace",
  "Ada Lovelace Jr.",
  "Lovelace, Ada",
  "Lv Bu",
  "ÁB Smith",
  "İnce Bahar",
  "u\u0301rsula Smith",
  "Ŀuís Smith",
  "Ada × Smith",
  "Hans Müller Jr.",
  "Li3 Wei",
  "O'Hara",
  ".",
  "",
])("%s takes the long way", (name) => {
  expect(names.read(name, undefined)).toBeUndefined();
});

test("whatever is read at all is read as it is the long way", () => {
  const piece = fc.constantFrom(
    "Ada",
    "JM",
    "J",
    "lee",
    "van",
    "Dr",
    "jr",
    "LV",
    "nyu",
    " ",
    " ",
    "-",
    ".",
    "ö",
    "É",
    "ÆØ",
    "łı",
    "ſ",
    "İ",
    "e\u0301",
    ",",
    "III",
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 8 }),
      fc.option(fc.nat(4), { nil: undefined }),
      (pieces, count) => {
        const name = pieces.join("");
        const read = names.read(name, count);
        if (read !== undefined) expect(read).toEqual(parseName(name, count));
      },
    ),
    { numRuns: 5000 },
  );
});

test("equal words of different names are kept once, also where a name took the long way", () => {
  const long = names.share(parseName("Müller, Ada"));
  expect(long).toEqual(parseName("Müller, Ada"));
  // More words than the table has room for at first.
  for (let i = 0; i < 3000; i++) {
    const word = `x${i.toString(26).replaceAll(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)])}`;
    expect(names.read(`Ada ${word}`, undefined)?.words).toEqual(["ada", word]);
  }
});
