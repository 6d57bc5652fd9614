import { expect, test } from "vitest";
import { nbib } from "../../src/ingest/tagged/nbib.ts";
import { ovid } from "../../src/ingest/tagged/ovid.ts";
import { refer } from "../../src/ingest/tagged/refer.ts";
import { ris } from "../../src/ingest/tagged/ris.ts";
import { wos } from "../../src/ingest/tagged/wos.ts";
import { codes, fixture, readBytes, readText } from "./reading.ts";

const names = (record: { authors: readonly { name: string }[] }) => record.authors.map((author) => author.name);

test("RIS gives names with their parts, groups and editors apart, and what else a record says", () => {
  const { records, findings } = readText(ris, fixture("happy.ris"));
  expect(findings).toEqual([]);
  expect(records[0]).toMatchObject({
    source: { format: "ris", record: 1, line: 1 },
    ids: { doi: "10.1000/notes.1" },
    title: "Notes on the analytical engine",
    authors: [
      { name: "Ada Lovelace", given: "Ada", family: "Lovelace" },
      { name: "Charles Babbage Jr.", given: "Charles", family: "Babbage", suffix: "Jr." },
    ],
    groupAuthors: ["Royal Society of Engines"],
    editors: [{ name: "Luigi Menabrea" }],
    date: "1843-09-05",
    venue: "Scientific Memoirs",
    type: "article",
    abstract: "An abstract that goes on in a second line.",
    keywords: ["engines", "numbers"],
    citations: 44,
    url: "http://example.org/notes",
  });
  expect(records[1]).toMatchObject({ truncated: true, ids: { pmid: "12345678" }, type: "inproceedings", year: 1936 });
  expect(names(records[1])).toEqual(["Alan M. Turing"]);
});

test("RIS that lacks its first or last line, or repeats one, loses no record", () => {
  const result = readText(ris, fixture("nasty.ris"));
  expect(result.records.map((record) => [record.title, names(record)])).toEqual([
    ["A record without its first line", ["Type Missing"]],
    [undefined, []],
    [undefined, ["Space One", "Name Two"]],
    ["Never closed", []],
  ]);
  expect(result.findings.map(({ code, line }) => [code, line])).toEqual([
    ["record-unopened", 2],
    ["record-unclosed", 7],
    ["entry-empty", 7],
    ["text-left-out", 8],
    ["author-nobody", 8],
    ["date-unreadable", 8],
    ["url-dropped", 8],
    ["record-unclosed", 17],
    ["text-left-out", 1],
  ]);
});

test("Embase's RIS has initials behind the family name, others' names stay as they are", () => {
  const record = (db: string) => `TY  - JOUR\nDB  - ${db}\nA1  - van der Berg J.-P.\nER  - \n`;
  expect(readText(ris, record("Embase")).records[0].authors[0]).toMatchObject({
    given: "J.-P.",
    family: "van der Berg",
  });
  expect(readText(ris, record("Other")).records[0].authors[0]).toEqual({ name: "van der Berg J.-P." });
});

test("MEDLINE gives each author their ORCID and affiliations, and groups and editors apart", () => {
  const { records, findings } = readText(nbib, fixture("happy.nbib"));
  expect(findings).toEqual([]);
  expect(records[0]).toMatchObject({
    ids: { pmid: "20481061", doi: "10.1000/tcbh.1" },
    title: "From danger and motherhood to health and beauty: a title that is wrapped.",
    authors: [
      {
        name: "Vicky Long",
        orcid: "0000-0002-1825-0097",
        affiliations: ["University of Manchester.", "University of Glasgow."],
      },
      { name: "Hilary Marland", given: "Hilary", family: "Marland" },
    ],
    groupAuthors: ["Health Task Force"],
    editors: [{ name: "Ed Editor" }],
    date: "2009-04-03",
    venue: "20 century British history",
    type: "article",
    abstract: "An abstract in two lines.",
    keywords: ["factories", "Women, Working/history"],
  });
  expect(records[0].authors[1].affiliations).toBeUndefined();
  // Its first line is "PMC".
  expect(records[1].source.line).toBe(25);
  expect(records[1].authors).toMatchObject([
    { name: "JA Casbon", given: "JA", family: "Casbon" },
    { name: "MAS Saqi Jr", family: "Saqi", suffix: "Jr" },
  ]);
});

test("MEDLINE with broken lines keeps every record, and text between records is told", () => {
  const result = readText(nbib, fixture("nasty.nbib"));
  expect(result.records.map((record) => [record.source.line, record.title])).toEqual([
    [1, undefined],
    [12, "No space behind the hyphen"],
    [14, "A title in translation."],
  ]);
  expect(result.records[0]).toMatchObject({
    truncated: true,
    ids: { pmid: "22664220" },
    authors: [{ name: "A Solo" }],
  });
  expect(result.records[2].date).toBe("2006-05");
  expect(codes(result)).toEqual(["date-unreadable", "text-left-out"]);
});

test("Web of Science gives full names with the ids and addresses that it lists by name", () => {
  const { records, findings } = readText(wos, fixture("happy-wos.txt"));
  expect(findings).toEqual([]);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({
    ids: { doi: "10.1000/wos.1", pmid: "15170338" },
    title: "A title that takes two lines",
    authors: [
      { name: "Eugene A. Hessel II", suffix: "II", affiliations: ["Univ Tests, Testville, Norway."] },
      {
        name: "Christopher Law",
        orcid: "0000-0002-1825-0097",
        ids: ["wos:E-7174-2011"],
        affiliations: ["Univ Tests, Testville, Norway.", "Inst Readers, Readerton, France."],
      },
    ],
    groupAuthors: ["RESTOR Study Grp"],
    editors: [{ name: "Editorial Board" }],
    date: "2004-06-08",
    venue: "JOURNAL OF TESTS",
    type: "article",
    keywords: ["tests", "readers", "FORMATS"],
    citations: 23,
  });
});

test("Web of Science with doubtful records keeps the longer list and says so", () => {
  const result = readText(wos, fixture("nasty-wos.txt"));
  expect(result.records.map(names)).toEqual([["A One"], ["A One", "B Two"], ["Carl Three", "Dora Four"]]);
  expect(result.records[1].date).toBe("2006-04");
  expect(codes(result)).toEqual([
    "record-unopened",
    "record-unclosed",
    "author-lists-differ",
    "author-nobody",
    "date-unreadable",
  ]);
});

test("refer parts records by empty lines and by %0", () => {
  const happy = readText(refer, fixture("happy.enw"));
  expect(happy.findings).toEqual([]);
  expect(happy.records[0]).toMatchObject({
    ids: { doi: "10.1000/notes.1" },
    title: "Notes on the analytical engine",
    authors: [{ name: "Ada Lovelace", family: "Lovelace" }, { name: "Charles Babbage" }],
    editors: [{ name: "Luigi Menabrea" }],
    date: "1843-09-05",
    keywords: ["engines", "numbers"],
  });
  expect(happy.records[1]).toMatchObject({ title: "A book", type: "book", truncated: true });
  const nasty = readText(refer, fixture("nasty.enw"));
  expect(nasty.records.map((record) => record.source.line)).toEqual([1, 4, 5, 10]);
  expect(codes(nasty)).toEqual(["date-unreadable", "entry-empty", "text-left-out"]);
});

test("Ovid's names lose degrees and marks, and editors stand apart", () => {
  const happy = readText(ovid, fixture("happy-ovid.txt"));
  expect(happy.findings).toEqual([]);
  expect(happy.records[0]).toMatchObject({
    ids: { doi: "10.1097/bot.0000000000000502" },
    title: "Positioning of screws.",
    date: "2015-04",
    venue: "Journal of Trauma",
    type: "article",
    abstract: "An abstract in two parts.",
    keywords: ["screws", "surgery"],
  });
  expect(happy.records.map(names)).toEqual([
    ["Jan Verbeek", "Arie van Vugt", "Sandra Schmidt Bunkers"],
    ["J.A. Smith", "B. Jones"],
  ]);
  expect(happy.records[1]).toMatchObject({ venue: "Cancer", date: "2004" });
  const nasty = readText(ovid, fixture("nasty-ovid.txt"));
  expect(nasty.records).toMatchObject([
    { authors: [{ name: "Moritz" }], editors: [{ name: "Max" }], date: "2014", venue: "Titel" },
    { authors: [], title: "Nobody wrote this" },
  ]);
  expect(codes(nasty)).toEqual(["author-nobody"]);
});

const MEDLARS = `<1>
VN  - Ovid Technologies
DB  - Tea Abstracts
UI  - 18420001
AU  - Lovelace A
AU  - Lee MA
AU  - et al
ED  - Hopper G
TI  - On the brewing of tea
      in large pots.
SO  - Journal of Tea. 12(3):45-67, 1842 Jun.
AB  - Tea is brewed.
KW  - pots; tea
PT  - Journal Article
YR  - 1842
DO  - https://doi.org/10.1000/182

<2>
UI  - 18430002
FA  - Lovelace, Ada
AU  - Lovelace A
TI  - On cups
SO  - Journal of Tea. 13(1):1-2, 1843.
`;

test("Ovid's form with tags is read, its names in full where they are given, and initials are no degree", () => {
  for (const text of [MEDLARS, MEDLARS.replace(/^<\d>\n/gm, "")]) {
    const { format, list, findings } = readBytes(new TextEncoder().encode(text), 7);
    expect(format).toBe("ovid");
    expect(findings).toEqual([]);
    expect(list).toHaveLength(2);
    expect(list[0]).toMatchObject({
      title: "On the brewing of tea in large pots.",
      authors: [
        { name: "A Lovelace", family: "Lovelace" },
        { name: "MA Lee", family: "Lee" },
      ],
      truncated: true,
      editors: [{ name: "G Hopper" }],
      venue: "Journal of Tea",
      year: 1842,
      abstract: "Tea is brewed.",
      keywords: ["pots", "tea"],
      ids: { doi: "10.1000/182" },
    });
    expect(list[1].authors).toMatchObject([{ name: "Ada Lovelace", given: "Ada", family: "Lovelace" }]);
  }
});

test.each(["et al. ", "Aa ", "Abcdefghij "])("a name of a great many “%s” is cut and no reason to stop", (text) => {
  const names = `Author\n  Lovelace, ${text.repeat(12_000_000 / text.length)}\n`;
  const { format, list } = readBytes(new TextEncoder().encode(`<1>\nTitle\n  Engines\n${names}`));
  expect([format, list.map(({ title }) => title)]).toEqual(["ovid", ["Engines"]]);
});
