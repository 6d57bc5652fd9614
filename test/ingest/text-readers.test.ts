import { expect, test } from "vitest";
import { aclAuthorPage } from "../../src/ingest/acl-author-page.ts";
import { arxivAuthorListing } from "../../src/ingest/arxiv-author-listing.ts";
import { codes, fixture, readText } from "./reading.ts";

const names = (record: { authors: readonly { name: string }[] }) => record.authors.map((author) => author.name);

test("an arXiv entry gives title, authors, abstract, identifiers and date", () => {
  const { records, findings } = readText(arxivAuthorListing, fixture("arxiv-listing.txt"));
  expect(findings).toEqual([]);
  expect(records.length).toBe(3);
  expect(records[0]).toEqual({
    source: { file: "test", format: "arxiv-author-listing", record: 1, line: 1 },
    ids: { arxiv: "2101.00001", doi: "10.1000/engine.1" },
    title: "Notes on the Difference Engine",
    authors: [{ name: "Ada Lovelace" }, { name: "Charles Babbage" }, { name: "Luigi Federico Menabrea" }],
    year: 2021,
    date: "2021-01-02",
    type: "preprint",
    abstract:
      "We describe an engine that weaves algebraical patterns, and show how it may compute the numbers of Bernoulli.",
  });
});

test("an arXiv entry may begin at its abstract, and its venue may hold a dash", () => {
  const [, record] = readText(arxivAuthorListing, fixture("arxiv-listing.txt")).records;
  expect(record.title).toBeUndefined();
  expect(record.authors).toEqual([]);
  expect(record.abstract).toMatch(/^This entry begins at its abstract/);
  expect(record.ids).toEqual({ arxiv: "math/0309136" });
  expect(record.venue).toBe("J. Knots - Theory 7 (2003) 1-9");
  expect(record.source.line).toBe(11);
});

test("a suffix stays with its name, an affiliation goes, “et al” says that the list is cut", () => {
  const [, , record] = readText(arxivAuthorListing, fixture("arxiv-listing.txt")).records;
  expect(names(record)).toEqual(["Martin L. King Jr.", "John Doe III", "O. de la Cruz"]);
  expect(record.groupAuthors).toEqual(["The ATLAS Collaboration"]);
  expect(record.authors[0].suffix).toBe("Jr.");
  expect(record.truncated).toBe(true);
  expect(record.ids.arxiv).toBe("astro-ph/9204001");
});

test("an abstract in two lines becomes neither title nor author", () => {
  const [record] = readText(arxivAuthorListing, fixture("arxiv-nasty.txt")).records;
  expect(record.title).toBeUndefined();
  expect(record.authors).toEqual([]);
  expect(record.abstract).toMatch(/must never become a title/);
});

test("arXiv entries without their last line, date or id are kept and reported", () => {
  const { records, findings } = readText(arxivAuthorListing, fixture("arxiv-nasty.txt"));
  expect(records.map((record) => record.ids.arxiv)).toEqual(["2101.00002", "2101.00003", "2101.00004", undefined]);
  expect(records.map((record) => record.date)).toEqual(["2021-01-03", undefined, "2021-02", undefined]);
  expect(codes({ findings })).toEqual([
    "heading-unclear",
    "date-unreadable",
    "identifier-unreadable",
    "identifier-unreadable",
    "date-unreadable",
    "text-left-out",
  ]);
  expect(findings.at(-1)).toMatchObject({ file: "test", line: 23 });
});

test("an anthology page gives title, authors, venue, abstract and the year of its heading", () => {
  const { records, findings } = readText(aclAuthorPage, fixture("acl-page.txt"));
  expect(findings).toEqual([]);
  expect(records.map((record) => [record.title, names(record), record.year, record.source.line])).toEqual([
    ["Weaving Algebra", ["Ada Lovelace", "Charles Babbage"], 2021, 6],
    ["Alone", ["Ada Lovelace"], 2021, 13],
    ["2001: A Year as a Title", ["Grace Hopper", "Ada Lovelace"], 2019, 20],
  ]);
  expect(records.map((record) => record.type)).toEqual(["inproceedings", "article", "inproceedings"]);
  expect(records[0].abstract).toBe("An abstract in one line.");
  expect(records[1].abstract).toBeUndefined();
  expect(records[2].abstract).toBe("An abstract whose second line is a year: 2020 and that goes on.");
});

test("anthology entries that lack something are kept and reported", () => {
  const { records, findings } = readText(aclAuthorPage, fixture("acl-nasty.txt"));
  expect(records.map((record) => [record.title, names(record), record.year])).toEqual([
    ["Under No Year", ["Ada Lovelace", "Charles Babbage"], undefined],
    ["A Title after an Empty Line", ["Ada Lovelace"], 2020],
    ["Only a Title", [], 2020],
  ]);
  expect(codes({ findings })).toEqual(["date-unreadable", "authors-unreadable", "entry-empty"]);
});
