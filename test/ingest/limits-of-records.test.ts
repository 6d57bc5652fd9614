import { expect, test } from "vitest";
import { LIMITS } from "../../src/ingest/limits.ts";
import { finishRecord, type RecordDraft } from "../../src/ingest/record-draft.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import { codes, readBytes } from "./reading.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A draft as it is handed on, with what was found. */
function finished(draft: Partial<RecordDraft>) {
  const records: SourceRecord[] = [];
  const findings: Finding[] = [];
  const source = { file: "test", format: "test", record: 1, line: 1 };
  finishRecord(
    { source, ids: {}, authors: [], ...draft },
    { record: (one) => records.push(one), finding: (one) => findings.push(one) },
  );
  return { record: records[0], codes: codes({ findings }) };
}

const items = (count: number) => Array.from({ length: count }, (_, i) => `item ${i}`);
const people = (count: number) => items(count).map((name) => ({ name }));
const LISTS: readonly (readonly [
  string,
  (count: number) => Partial<RecordDraft>,
  (record: SourceRecord) => unknown,
])[] = [
  ["keywords", (count) => ({ keywords: items(count) }), ({ keywords }) => keywords],
  ["group authors", (count) => ({ groupAuthors: items(count) }), ({ groupAuthors }) => groupAuthors],
  ["editors", (count) => ({ editors: people(count) }), ({ editors }) => editors],
  [
    "affiliations",
    (count) => ({ authors: [{ name: "Ada", affiliations: items(count) }] }),
    ({ authors }) => authors[0].affiliations,
  ],
  ["ids of an author", (count) => ({ authors: [{ name: "Ada", ids: items(count) }] }), ({ authors }) => authors[0].ids],
];

test.each(LISTS)("as many %s as the limit allows are kept, and no more", (_, draft, listOf) => {
  const at = finished(draft(LIMITS.listLength));
  expect([at.codes, listOf(at.record)]).toMatchObject([[], { length: LIMITS.listLength }]);
  const over = finished(draft(LIMITS.listLength + 1));
  expect([over.codes, listOf(over.record)]).toMatchObject([["list-cut"], { length: LIMITS.listLength }]);
});

test("a name may be as long as its limit, and is cut beyond", () => {
  for (const part of ["name", "given", "family", "suffix"] as const) {
    const draft = (length: number) => ({ authors: [{ name: "Ada", [part]: "n".repeat(length) }] });
    const at = finished(draft(LIMITS.nameLength));
    expect([at.codes, at.record.authors[0][part]?.length]).toEqual([[], LIMITS.nameLength]);
    const over = finished(draft(LIMITS.nameLength + 1));
    expect([over.codes, over.record.authors[0][part]?.length]).toEqual([["name-cut"], LIMITS.nameLength]);
  }
});

test.each(["title", "abstract", "venue", "type"] as const)(
  "a %s may be as long as its limit, and is cut beyond",
  (name) => {
    const at = finished({ [name]: "n".repeat(LIMITS.fieldLength) });
    expect([at.codes, at.record[name]?.length]).toEqual([[], LIMITS.fieldLength]);
    const over = finished({ [name]: "n".repeat(LIMITS.fieldLength + 1) });
    expect([over.codes, over.record[name]?.length]).toEqual([["field-cut"], LIMITS.fieldLength]);
  },
);

test("a format is recognised by the last byte of the head, and not by the byte after it", () => {
  const entry = "\n@misc{k,";
  const file = (before: number) => utf8(`${" ".repeat(before)}${entry} title = {Found}}\n`);
  const at = readBytes(file(LIMITS.headBytes - entry.length));
  expect([at.format, at.list.map(({ title }) => title)]).toEqual(["bibtex", ["Found"]]);
  expect(readBytes(file(LIMITS.headBytes)).format).toBe(null);
});
