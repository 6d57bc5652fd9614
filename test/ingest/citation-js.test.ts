import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readBytes } from "./reading.ts";

/** The little that is used of citation-js, which has no types: a text in, CSL-JSON out. */
interface CitationJs {
  readonly plugins: { readonly input: { chain(text: string, options: { generateGraph: boolean }): CslItem[] } };
}
interface CslItem {
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly DOI?: string;
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
}
interface CslName {
  readonly given?: string;
  readonly family?: string;
  readonly suffix?: string;
  readonly "non-dropping-particle"?: string;
  readonly "dropping-particle"?: string;
}

const require = createRequire(import.meta.url);
const { plugins } = require("@citation-js/core") as CitationJs;
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");

interface Paper {
  readonly title: string;
  readonly authors: readonly Person[];
  readonly year: number;
  readonly doi: string;
}
interface Person {
  readonly given: string;
  readonly family: string;
  readonly particle: string;
  readonly suffix: string;
}

const word = fc.constantFrom(
  ..."Ångström naïve 하정우 東京 Ελλάς models Graphs weaving of the Tides café Łódź 3D GPT-4 in and".split(" "),
);
const person = fc.record({
  given: fc.constantFrom("Ada", "Jung-Woo", "Søren", "J. M.", "María José", "Łukasz", "Ö."),
  family: fc.constantFrom("Lovelace", "Ha", "Gödel", "Müller-Lee", "García Márquez", "O'Neil", "Ng"),
  particle: fc.constantFrom("", "", "", "van", "van der", "de la", "von"),
  suffix: fc.constantFrom("", "", "", "", "Jr.", "III"),
});
const paper: fc.Arbitrary<Paper> = fc.record({
  title: fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => `A ${words.join(" ")}`),
  authors: fc.array(person, { minLength: 1, maxLength: 5 }),
  year: fc.integer({ min: 1000, max: 2100 }),
  doi: fc.integer({ min: 1, max: 9999 }).map((number) => `10.1000/p.${number}`),
});
const papers = fc.array(paper, { minLength: 1, maxLength: 5 });

function ours(text: string) {
  const { list } = readBytes(new TextEncoder().encode(text));
  return list.map(({ title, authors, year, ids }) => ({
    title,
    authors: authors.map(({ given, family, suffix }) => ({ given, family, suffix })),
    year,
    doi: ids.doi,
  }));
}

/** The same, with the particles before the family name, where ours are. */
function theirs(text: string) {
  return plugins.input.chain(text, { generateGraph: false }).map(({ title, author, issued, DOI }) => ({
    title,
    authors: (author ?? []).map((name) => ({
      given: name.given,
      family: [name["non-dropping-particle"], name["dropping-particle"], name.family]
        .filter((part) => part !== undefined)
        .join(" "),
      suffix: name.suffix,
    })),
    year: issued?.["date-parts"][0][0],
    doi: DOI?.toLowerCase(),
  }));
}

const wholeName = ({ given, family }: { readonly given?: string; readonly family?: string }) =>
  [given, family].filter((part) => part !== undefined && part !== "").join(" ");
const readWhole = (text: string) =>
  readBytes(new TextEncoder().encode(text)).list.map(({ authors }) => authors.map(({ name }) => name));

const bibtex = (list: readonly Paper[], name: (person: Person) => string, open = "{", close = "}") =>
  list
    .map(
      ({ title, authors, year, doi }, i) =>
        `@article{k${i},\n  title = ${open}${title}${close},\n  author = ${open}${authors.map(name).join(" and ")}${close},\n` +
        `  year = {${year}},\n  doi = {${doi}},\n  journal = {A Journal}\n}\n`,
    )
    .join("\n");
const parts = (...list: readonly string[]) => list.filter((part) => part !== "");
const lastFirst = ({ given, family, particle, suffix }: Person) =>
  parts(parts(particle, family).join(" "), suffix, given).join(", ");
const firstLast = ({ given, family, particle }: Person) => parts(given, particle, family).join(" ");

test("BibTeX with names as “von Last, Jr, First” is what citation-js makes of it", () => {
  fc.assert(
    fc.property(papers, fc.boolean(), (list, quoted) => {
      const text = bibtex(list, lastFirst, ...(quoted ? (['"', '"'] as const) : []));
      expect(ours(text)).toEqual(theirs(text));
    }),
    { numRuns: 300, seed: 20_261_121 },
  );
});

test("BibTeX with names as “First von Last” is what citation-js makes of it", () => {
  const plain = fc.array(paper, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(plain, (list) => {
      const text = bibtex(list, firstLast);
      // We leave such a name whole: where it falls apart is a guess.
      expect(readWhole(text)).toEqual(theirs(text).map(({ authors }) => authors.map(wholeName)));
    }),
    { numRuns: 300, seed: 20_261_121 },
  );
});

test("LaTeX in titles and names is what citation-js makes of it", () => {
  const signs = fc.constantFrom(
    "\\'e",
    '{\\"o}',
    "\\`{a}",
    "{\\ss}",
    "\\c{c}",
    "\\v{s}",
    "{\\O}",
    "\\&",
    "\\%",
    "{DNA}",
    "--",
    "\\~{n}",
    "x",
    " y ",
  );
  fc.assert(
    fc.property(fc.array(signs, { minLength: 1, maxLength: 6 }), (list) => {
      const text = `@misc{k, title = {A${list.join("")}z}, author = {Ada B${list[0].replace(/[\s&%-]/g, "")}z}, year = 2000}`;
      const [mine, other] = [ours(text), theirs(text)];
      expect(mine[0].title).toBe(other[0].title);
    }),
    { numRuns: 300, seed: 20_261_121 },
  );
});

const ris = (list: readonly Paper[]) =>
  list
    .map(({ title, authors, year, doi }) =>
      [
        "TY  - JOUR",
        `TI  - ${title}`,
        ...authors.map(
          ({ given, family, particle, suffix }) =>
            `AU  - ${parts(parts(particle, family).join(" "), given, suffix).join(", ")}`,
        ),
        `PY  - ${year}`,
        `DO  - ${doi}`,
        "ER  - ",
        "",
      ].join("\n"),
    )
    .join("\n");

// The first year that our reader takes a number of RIS for is 1400.
test("RIS is what citation-js makes of it", () => {
  const later = papers.filter((list) => list.every(({ year }) => year >= 1400 && year < 2100));
  fc.assert(
    fc.property(later, (list) => {
      const text = ris(list);
      expect(ours(text)).toEqual(theirs(text));
    }),
    { numRuns: 300, seed: 20_261_121 },
  );
});
