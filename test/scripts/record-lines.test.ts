import fc from "fast-check";
import { expect, test } from "vitest";
import { RecordLines } from "../../scripts/record-lines.ts";
import { linkRecords } from "../../src/ingest/link-records.ts";
import type { SourceRecord } from "../../src/model/record.ts";

const LONG = "A Title that is long enough to mean only one paper";
const ABSTRACT = "Words of an abstract that nobody else would write in this order. ".repeat(5);
const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

function linesOf(records: readonly SourceRecord[]): { id: string; source: SourceRecord["source"] }[] {
  const lines = new RecordLines();
  for (const record of records) lines.add(record);
  const text = Buffer.concat([...lines.lines()]).toString();
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

test("every line has the id that its record's paper gets where all records are held, by file and place", () => {
  const drawn = fc.record({
    doi: some("10.1/x", "10.1/y"),
    arxiv: some("2101.00001"),
    title: some(LONG, `${LONG} again`, "Editorial", "Short"),
    abstract: some(ABSTRACT),
    year: some(2019, 2020, 2025),
    names: fc.constantFrom([], ["Ada Lovelace"], ["A. Lovelace", "C. Babbage"], ["Grace Hopper"]),
    truncated: some(true),
    format: fc.constantFrom("bibtex", "arxiv-author-listing", "acl-author-page"),
    file: fc.constantFrom("a", "b"),
  });
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 12 }), (list) => {
      const records = list.map(({ doi, arxiv, names, file, format, ...rest }, index): SourceRecord => {
        const source = { file, format, record: index + 1, line: index + 1 };
        return { ...rest, source, ids: { doi, arxiv }, authors: names.map((name) => ({ name })) };
      });
      const { papers, records: sorted, paperOfRecord } = linkRecords(records);
      const lines = linesOf(records).map(({ id, source }) => ({ id, source }));
      expect(lines.map(({ source }) => source)).toEqual(sorted.map(({ source }) => source));
      paperOfRecord.forEach((paper, at) => {
        if (paper !== null) expect(lines[at].id).toBe(papers[paper].id);
      });
    }),
    { numRuns: 300 },
  );
});

test("lines that are more than memory should hold come out as they went in", () => {
  const abstract = `${"é".repeat(9_000)}\u0085`;
  const records = Array.from({ length: 1_500 }, (_, i): SourceRecord => {
    const source = { file: "a.bib", format: "bibtex", record: 1_500 - i, line: i };
    return { source, ids: { doi: `10.1/${i % 700}` }, title: `Title ${i % 700} of ${LONG}`, authors: [], abstract };
  });
  const lines = linesOf(records);
  expect(lines.map(({ source }) => source.record)).toEqual(records.map((_, i) => i + 1));
  expect(lines.every((line) => (line as unknown as SourceRecord).abstract === abstract)).toBe(true);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(700);
});
