import fc from "fast-check";
import { expect, test } from "vitest";
import { READERS } from "../../src/ingest/readers.ts";
import { fixture, readBytes, readText } from "./reading.ts";
import { TEXT_FIXTURES, TEXT_FORMATS } from "./text-formats.ts";

const TEXT_READERS = READERS.filter((reader) => TEXT_FORMATS.has(reader.format));
const utf8 = (text: string) => new TextEncoder().encode(text);
const detecting = (text: string) => READERS.filter((reader) => reader.detects(text)).map((reader) => reader.format);

test("every format of text is in the list of readers", () => {
  expect(TEXT_READERS.map((reader) => reader.format).sort()).toEqual([...TEXT_FORMATS].sort());
});

test.each(TEXT_FIXTURES)("%s is recognised as %s and as nothing else", (name, format) => {
  expect(detecting(fixture(name))).toEqual([format]);
});

test.each([
  ["an empty file", ""],
  ["spaces", " \n\n \t\n"],
  ["a picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"],
  ["a page", "<!DOCTYPE html><html><head><title>TY  - JOUR</title></head>\n<body>Title,Authors,Year</body></html>"],
  ["a letter", "Dear Ada,\n\nthe title of my paper, its authors and year, are below.\n\nPT\nAU revoir\n"],
  ["a table of something else", "a,b,c\n1,2,3\n"],
  ["a table of ties", "Source,Target,Weight\n1,2,3\n"],
  ["LaTeX", "%A comment\n% T another\n\\documentclass{article}\n"],
  ["a list", "- one\n- two\n1. three\n"],
])("%s is of no format of text", (_, text) => {
  expect(TEXT_READERS.filter((reader) => reader.detects(text)).map((reader) => reader.format)).toEqual([]);
});

test.each(TEXT_FIXTURES)("%s reads the same in chunks of 1, 2, 7 and 4096", (name, format) => {
  const text = fixture(name);
  const reader = READERS.find((one) => one.format === format) ?? READERS[0];
  const whole = readText(reader, text);
  expect(whole.records.length).toBeGreaterThan(0);
  for (const size of [1, 2, 7, 4096]) {
    expect(readText(reader, text, size)).toEqual(whole);
    const inBytes = readBytes(utf8(text.replaceAll("\n", "\r\n")), size);
    expect({ records: inBytes.list, findings: inBytes.findings }).toEqual(whole);
  }
});

/** Lines and signs of the formats, to be put together in any order. */
const PIECES = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...TEXT_FIXTURES.flatMap(([name]) => fixture(name).split(/(?<=\n)/))) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('"', '""', ",", "\t", ";", "\n", "\n\n", " ", "\\\\\n", "%0\n", "ER  - \n"),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  ),
  { maxLength: 40 },
);

test("text of any lines reads alike in any chunks, and throws nowhere", () => {
  fc.assert(
    fc.property(PIECES, fc.integer({ min: 1, max: 30 }), (pieces, size) => {
      const text = pieces.join("");
      for (const reader of TEXT_READERS) {
        // A table is known by its header.
        const header = reader.format === "csv" ? "title,authors,year\n" : reader.format === "scopus-csv" ? SCOPUS : "";
        const whole = readText(reader, header + text);
        expect(readText(reader, header + text, size)).toEqual(whole);
        for (const record of whole.records) {
          for (const { name } of record.authors) expect(name).toMatch(/^[^\p{Cc}\u202e]+$/u);
        }
      }
    }),
    { numRuns: 300 },
  );
});
const SCOPUS = "Authors,Title,Year,Source title,EID\n";

test("no bytes throw", () => {
  const starts = TEXT_FIXTURES.map(([name]) => fixture(name).slice(0, 200));
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), fc.nat(40), (start, bytes, size) => {
      readBytes(new Uint8Array([...utf8(start), ...bytes]), size + 1);
    }),
    { numRuns: 500 },
  );
});

test("every record has its own line, and records stand in the order of the file", () => {
  for (const [name, format] of TEXT_FIXTURES) {
    const reader = READERS.find((one) => one.format === format) ?? READERS[0];
    const { records } = readText(reader, fixture(name));
    expect(records.map((record) => record.source.record)).toEqual(records.map((_, at) => at + 1));
    for (const [at, { source }] of records.entries()) {
      if (at > 0) expect(source.line).toBeGreaterThan(records[at - 1].source.line);
    }
  }
});

/** What would take long if anything were read again and again. */
const ATTACKS = [
  ["quotes", '"'.repeat(200_000)],
  ["open cells", 'a"b,"c\n'.repeat(50_000)],
  ["open quotes", ',"x\n'.repeat(50_000)],
  ["doubled quotes", `"${'""\n'.repeat(60_000)}`],
  ["commas", ",".repeat(200_000)],
  ["spaces", " ".repeat(200_000)],
  ["empty lines", "\n".repeat(200_000)],
  ["a name of commas", `AU  - ${"a, ".repeat(60_000)}\n`],
  ["a name of initials", `FAU - ${"A. ".repeat(60_000)}\n`],
  ["lines without a tag", `TY  - JOUR\nTI  - a\n${"b\n".repeat(60_000)}`],
  ["records", "TY  - JOUR\n".repeat(20_000)],
  ["addresses of one author", `PMID- 1\nFAU - a, b\n${"AD  - b\n".repeat(60_000)}`],
  ["authors in parentheses", `\\\\\narXiv:0704.0001\nTitle: t\nAuthors: ${"(".repeat(100_000)}\n`],
] as const;

test.each(ATTACKS)(
  "%s are read to the end by every reader",
  (_, attack) => {
    for (const reader of TEXT_READERS) {
      const header = reader.format === "csv" ? "title,authors,year\n" : reader.format === "scopus-csv" ? SCOPUS : "";
      const { records } = readText(reader, header + attack, 8192);
      expect(records.length).toBeLessThan(100_001);
    }
  },
  20_000,
);
