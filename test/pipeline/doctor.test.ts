import { expect, test } from "vitest";
import { linkRecords } from "../../src/ingest/link-records.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import { diagnose } from "../../src/pipeline/doctor.ts";

const LIMITS = { largePaper: 5, latestYear: 2027 };

function record(at: number, title: string, authors: readonly string[], more: Partial<SourceRecord> = {}): SourceRecord {
  const source = { file: "x.bib", format: "bibtex", record: at, line: 10 * at };
  return { source, ids: {}, title, authors: authors.map((name) => ({ name })), year: 2000, ...more };
}

const KOREANS = ["Minho Lee", "Jiwon Lee", "Sora Lee", "Minho Park", "Minho Kim"];
const RECORDS = [
  record(1, "Ties among five people of one town", KOREANS),
  record(2, "A swapped name and how it is told", ["Lee Minho", "Hana Park"], { year: 2010 }),
  record(3, "Nobody wrote what is written here", []),
  record(4, "Half a list of those who wrote it", ["Ada Lovelace"], { truncated: true, year: undefined }),
  record(5, "Capitals all over a title page", ["ADA LOVELACE", "J. M.", "하정우"], { year: 2200 }),
  record(6, "A group among the authors of this", ["Ada Lovelace"], { groupAuthors: ["The Difference Group"] }),
  record(7, "A volume with somebody as its editor", ["Ada Lovelace"], { editors: [{ name: "Mary Somerville" }] }),
  record(8, "Two records of the very same paper", ["Ada Lovelace"], { ids: { doi: "10.1000/a" } }),
  record(9, "Two records of the very same paper", ["Ada Lovelace"], { ids: { doi: "10.1000/a" }, year: 1843 }),
  record(10, "Written by six at once in a room", ["A B", "C D", "E F", "G H", "I J", "K L"], { year: 1000 }),
];

test("a bibliography is counted, and each symptom lists its records", () => {
  const { symptoms, ...counts } = diagnose(linkRecords(RECORDS), 14, LIMITS);
  expect(counts).toMatchObject({ records: 10, papers: 9, authors: 14, firstYear: 1843, lastYear: 2010 });
  const listed = Object.fromEntries(symptoms.map(({ code, cases }) => [code, cases.map((one) => one.record)]));
  expect(listed).toEqual({
    "duplicates-linked": [8],
    "authors-missing": [3],
    "authors-truncated": [4],
    "group-authors": [6],
    editors: [7],
    "names-capital": [5],
    "names-swapped": [2],
    "large-papers": [10],
    "years-missing": [4],
    "years-out-of-range": [5, 10],
  });
});

test("a case says where it stands and what to look at", () => {
  const { symptoms } = diagnose(linkRecords(RECORDS), 14, LIMITS);
  const textOf = (code: string) => symptoms.find((one) => one.code === code)?.cases[0];
  expect(textOf("names-swapped")).toEqual({ file: "x.bib", line: 20, record: 2, text: "Lee Minho" });
  expect(textOf("names-capital")?.text).toBe("ADA LOVELACE");
  expect(textOf("editors")?.text).toBe("Mary Somerville");
  expect(textOf("group-authors")?.text).toBe("The Difference Group");
  expect(textOf("large-papers")?.text).toBe("Written by six at once in a room: 6 authors");
  expect(textOf("duplicates-linked")?.text).toBe("Two records of the very same paper: 2 records");
});

test("a paper as large as the limit, and years at the ends of the range, are no symptoms", () => {
  const healthy = [
    record(1, "Five people and not one more than that", ["A B", "C D", "E F", "G H", "I J"], { year: 1450 }),
    record(2, "A paper that will appear next year", ["A B"], { year: 2027 }),
  ];
  expect(diagnose(linkRecords(healthy), 5, LIMITS)).toEqual({
    records: 2,
    papers: 2,
    authors: 5,
    firstYear: 1450,
    lastYear: 2027,
    symptoms: [],
  });
});

test("a paper of a year to come is told and keeps it; a year that no paper is of counts as none", () => {
  const odd = [
    record(1, "A paper that will appear in two years", ["A B"], { year: 2028 }),
    record(2, "A paper of another thousand years", ["A B"], { year: 3023 }),
  ];
  const { firstYear, lastYear, symptoms } = diagnose(linkRecords(odd), 1, LIMITS);
  expect([firstYear, lastYear]).toEqual([2028, 2028]);
  expect(symptoms.map(({ code, cases }) => [code, cases.map(({ text }) => text)])).toEqual([
    ["years-out-of-range", ["3023: A paper of another thousand years"]],
    ["years-ahead", ["2028: A paper that will appear in two years"]],
  ]);
});

test("editors who stand as the authors of their volume are told; one author who is no editor is enough against it", () => {
  const editors = [{ name: "Mary Somerville" }, { name: "Ada Lovelace" }];
  const volumes = [
    record(1, "A volume of tea with its editors as authors", ["Ada Lovelace", "Mary SOMERVILLE"], { editors }),
    record(2, "A chapter of that volume by three people", ["Ada Lovelace", "Charles Babbage"], { editors }),
    record(3, "A volume whose editors alone are named here", [], { editors }),
  ];
  const { symptoms } = diagnose(linkRecords(volumes), 3, LIMITS);
  expect(symptoms.find(({ code }) => code === "editors-as-authors")?.cases.map((one) => one.record)).toEqual([1]);
});

test("no records have no years and no symptoms", () => {
  expect(diagnose(linkRecords([]), 0, LIMITS)).toEqual({
    records: 0,
    papers: 0,
    authors: 0,
    firstYear: null,
    lastYear: null,
    symptoms: [],
  });
});
