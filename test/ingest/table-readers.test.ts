import { expect, test } from "vitest";
import { delimited, delimitedBy } from "../../src/ingest/csv/delimited.ts";
import { scopus } from "../../src/ingest/csv/scopus.ts";
import { wosTab } from "../../src/ingest/csv/wos-tab.ts";
import { codes, fixture, readText } from "./reading.ts";

const names = (record: { authors: readonly { name: string }[] }) => record.authors.map((author) => author.name);

test("Scopus's three ways to write authors give the same kind of names", () => {
  const old = readText(scopus, fixture("scopus-2015.csv"));
  expect(old.findings).toEqual([]);
  expect(old.records[0]).toMatchObject({
    ids: { doi: "10.1000/a" },
    authors: [
      { name: "Y. Pan", given: "Y.", family: "Pan", affiliations: ["Institute A, Beijing"] },
      { name: "R.J. Reid Jr.", family: "Reid", suffix: "Jr.", affiliations: ["Institute B"] },
      { name: "E. de Eyto", family: "de Eyto", affiliations: ["Institute C"] },
    ],
    keywords: ["one", "two"],
    citations: 7,
    type: "article",
  });
  const middle = readText(scopus, fixture("scopus-2020.csv"));
  expect(middle.records[0]).toMatchObject({
    title: 'Title "quoted" in two lines',
    authors: [
      { name: "K. Kim", ids: ["scopus:1"] },
      { name: "S. Lee", ids: ["scopus:2"] },
      { name: "J.-P. van der Berg", family: "van der Berg", ids: ["scopus:3"] },
    ],
    citations: 0,
  });
  expect(middle.records[1]).toMatchObject({ source: { record: 2, line: 4 }, authors: [] });
  expect(codes(middle)).toEqual(["author-nobody"]);
  const now = readText(scopus, fixture("scopus-2024.csv"));
  expect(now.records[0]).toMatchObject({
    authors: [
      { name: "Kyungwoo Kim", given: "Kyungwoo", family: "Kim", ids: ["scopus:571"] },
      { name: "Sang-In Lee", ids: ["scopus:572"] },
    ],
    type: "inproceedings",
  });
});

test("Web of Science's tables take quotation marks for text", () => {
  const { records, findings } = readText(wosTab, fixture("wos-tab.txt"));
  expect(findings).toEqual([]);
  expect(records[0]).toMatchObject({
    title: '"Quoted" words begin a title',
    authors: [
      { name: "Eugene A. Hessel II" },
      { name: "Christopher Law", affiliations: ["Univ Tests", "Inst Readers"] },
    ],
    date: "2004-06-08",
    ids: { doi: "10.1000/wos.1", pmid: "15170338" },
  });
  expect(records[1]).toMatchObject({ title: "Second", authors: [{ name: "A Solo" }] });
});

test.each([
  [
    "dimensions.csv",
    { title: "Dimensional", date: "2020-01-02", citations: 4, source: { line: 3 } },
    ["Ada Lovelace", "Charles Babbage"],
  ],
  [
    "lens.csv",
    { title: "Lenses", date: "2019-05-06", citations: 5, venue: "Optics" },
    ["Ada Lovelace", "Charles Babbage"],
  ],
  [
    "pubmed.csv",
    { title: "Published.", ids: { pmid: "3", doi: "10.1000/g" } },
    ["JA Casbon", "GE Crooks Jr", "MAS Saqi"],
  ],
])("%s is read by a mapping of its own, without guessing", (name, expected, authors) => {
  const { records, findings } = readText(delimited, fixture(name));
  expect(findings).toEqual([]);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject(expected);
  expect(names(records[0])).toEqual(authors);
});

test("columns of no known database are guessed, and the guess is told", () => {
  const { records, findings } = readText(delimited, fixture("guessed.csv"));
  expect(records.map((record) => [record.title, record.year, names(record)])).toEqual([
    ["Erster", 2001, ["A. Müller", "B. Weiß"]],
    ["Zweiter; mit Strichpunkt", 2002, ["John Smith", "Jane Doe"]],
  ]);
  expect(findings).toMatchObject([{ code: "columns-guessed", severity: "note", line: 1 }]);
  expect(findings[0].detail).toContain("authors from “Autoren”");
});

test("columns that are given are taken instead of guessed ones", () => {
  const table = "id,title,wer,authors\n1,A,Ada Lovelace,Nobody At All\n";
  const given = delimitedBy(new Map([["authors", "Wer"]]));
  expect(names(readText(given, table).records[0])).toEqual(["Ada Lovelace"]);
  expect(names(readText(delimited, table).records[0])).toEqual(["Nobody At All"]);
  expect(given.detects("a,b\n")).toBe(false);
  expect(codes(readText(given, "a,b\n1,2\n"))).toEqual(["header-missing"]);
});

test("a broken row costs no other row", () => {
  const result = readText(delimited, fixture("nasty.csv"));
  expect(result.records.map((record) => [record.source.line, record.title])).toEqual([
    [2, "Never closed"],
    [3, 'A stray" quote"'],
    [5, "Too"],
    [6, "No year"],
    [8, "=cmd()"],
    [9, "Last, closed"],
  ]);
  expect(result.findings.map(({ code, line }) => [code, line])).toEqual([
    ["columns-guessed", 1],
    ["quote-unclosed", 2],
    ["row-broken", 4],
    ["date-unreadable", 8],
    ["rows-uneven", 5],
    ["quote-stray", 3],
  ]);
});

test("names of objects' own members are columns like any other", () => {
  const table = "__proto__,constructor,title,authors\nx,y,toString,Ada Lovelace\n";
  expect(readText(delimited, table).records[0]).toMatchObject({
    title: "toString",
    authors: [{ name: "Ada Lovelace" }],
  });
});
