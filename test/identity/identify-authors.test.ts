import fc from "fast-check";
import { expect, test } from "vitest";
import { type Identity, identifyAuthors } from "../../src/identity/identify-authors.ts";
import { THRESHOLDS } from "../../src/model/identity.ts";
import { byCodeUnit } from "../../src/model/order.ts";
import type { Paper } from "../../src/model/paper.ts";
import { listedPapers } from "./listed-papers.ts";

const papersOf = (...lists: readonly (readonly string[])[]): Paper[] => listedPapers(lists);

function namesByAuthor({ authors }: Identity): string[][] {
  return authors.map((author) => author.forms.map((form) => form.name)).sort((a, b) => byCodeUnit(a[0], b[0]));
}

test("case, accents, hyphens and spaces do not make another author", () => {
  const identity = identifyAuthors(
    papersOf(["Kyung-Min Kim", "José Núñez"], ["Kyungmin Kim"], ["Jung-woo Ha", "Jose Nunez"], ["Jung-Woo Ha"]),
  );
  expect(namesByAuthor(identity)).toEqual([
    ["Jose Nunez", "José Núñez"],
    ["Jung-Woo Ha", "Jung-woo Ha"],
    ["Kyung-Min Kim", "Kyungmin Kim"],
  ]);
  expect(identity.findings).toEqual([]);
});

test("two names on one paper are two people, and the ledger says which were kept apart", () => {
  const identity = identifyAuthors(papersOf(["Daehee Kim", "Dae Hee Kim"], ["Daehee Kim"]));
  expect(namesByAuthor(identity)).toEqual([["Dae Hee Kim"], ["Daehee Kim"]]);
  expect(identity.authorOf[2]).toBe(identity.authorOf[0]);
  expect(identity.cases).toMatchObject([{ relation: "spacing", outcome: "refused-paper", against: "both on p000" }]);
});

test("that two names stand on one paper is told however little else speaks for them", () => {
  const { cases } = identifyAuthors(papersOf(["Hyojin Kim", "Hyojun Kim"], ["Hyojin Kim"]));
  expect(cases).toMatchObject([{ relation: "given-spelling", outcome: "refused-paper", against: "both on p000" }]);
  expect(cases[0].score).toBeLessThan(THRESHOLDS.generous);
  const elsewhere = identifyAuthors(papersOf(["Hyojin Kim"], ["Hyojun Kim"]));
  expect(elsewhere.cases).toMatchObject([{ outcome: "open" }]);
});

test("the same name twice on one paper is two people", () => {
  const identity = identifyAuthors(papersOf(["Wei Wang", "Wei Wang"], ["Wei Wang"]));
  expect(identity.authors).toHaveLength(2);
  expect(identity.authorOf[0]).not.toBe(identity.authorOf[1]);
});

test("another record's word order joins the author who writes the name that way elsewhere", () => {
  const identity = identifyAuthors(papersOf(["Dong Hyeon Jeon = Jeon Dong Hyeon"], ["Jeon Dong Hyeon"]));
  expect(identity.authors).toHaveLength(1);
  expect(identity.authors[0].forms).toEqual([
    { name: "Dong Hyeon Jeon", authorships: 1 },
    { name: "Jeon Dong Hyeon", authorships: 2 },
  ]);
});

test("another record's other words for an authorship are kept as a form and join nobody", () => {
  const identity = identifyAuthors(papersOf(["Anna Berg = Ben Carlsen"], ["Ben Carlsen"]));
  expect(identity.authors).toHaveLength(2);
});

test("word orders never join two people of one paper", () => {
  const identity = identifyAuthors(papersOf(["Li Wei = Wei Li", "Wei Li = Li Wei"]));
  expect(identity.authorOf[0]).not.toBe(identity.authorOf[1]);
});

test("the name shown is the most frequent form, and never one that only another record has", () => {
  const identity = identifyAuthors(papersOf(["KIM, HANA = Hana Kim"], ["Ha-Na Kim"], ["Ha-Na Kim"], ["Hana Kim"]));
  expect(identity.authors.map((author) => author.name)).toContain("Ha-Na Kim");
});

test("ids outlive papers that are added", () => {
  const before = identifyAuthors(papersOf(["Ada Byron", "Charles Babbage"]));
  const after = identifyAuthors(papersOf(["Ada Byron", "Charles Babbage"], ["Ada Byron", "Mary Somerville"]));
  expect(after.authors.map((author) => author.id)).toEqual(
    expect.arrayContaining(before.authors.map((author) => author.id)),
  );
});

const spellings = [
  "Min Soo Kim",
  "Min-Soo Kim",
  "Minsoo Kim",
  "MINSOO KIM",
  "Kim Min Soo",
  "Wei Li",
  "Li Wei",
  "???",
  "!",
];
const lists = fc.array(fc.array(fc.constantFrom(...spellings), { maxLength: 5 }), { maxLength: 8 });

test("no author ever stands twice on one paper, whatever the names", () => {
  fc.assert(
    fc.property(lists, (papers) => {
      const { authorOf, authors } = identifyAuthors(papersOf(...papers));
      let k = 0;
      for (const names of papers) {
        const onPaper = [...authorOf.subarray(k, k + names.length)];
        expect(new Set(onPaper).size).toBe(names.length);
        k += names.length;
      }
      expect(new Set(authorOf).size).toBe(authors.length);
      expect(new Set(authors.map((author) => author.id)).size).toBe(authors.length);
    }),
  );
});

test("every authorship's name is among its author's forms", () => {
  fc.assert(
    fc.property(lists, (papers) => {
      const { authorOf, authors } = identifyAuthors(papersOf(...papers));
      papers.flat().forEach((name, k) => {
        expect(authors[authorOf[k]].forms.map((form) => form.name)).toContain(name);
      });
    }),
  );
});
