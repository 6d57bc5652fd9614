import fc from "fast-check";
import { expect, test } from "vitest";
import { normalisedLine, sourceRecord } from "../../scripts/normalised-record.ts";
import { plainJson } from "../../scripts/terminal.ts";
import type { SourceRecord } from "../../src/model/record.ts";

const TEXT = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom('"', "\\", "\n", "\u0000", "\u007f", "\u009b", "\u00a0", "\ud800", "é", "漢", "a"),
  }),
);
const MAYBE = fc.option(TEXT, { nil: undefined });
const TEXTS = fc.option(fc.array(TEXT, { minLength: 1, maxLength: 3 }), { nil: undefined });
const AUTHOR = fc.record({
  name: TEXT,
  given: MAYBE,
  family: MAYBE,
  suffix: MAYBE,
  orcid: MAYBE,
  ids: TEXTS,
  affiliations: TEXTS,
});
const RECORD: fc.Arbitrary<SourceRecord> = fc.record({
  source: fc.record({ file: TEXT, format: TEXT, record: fc.nat(), line: fc.nat() }),
  ids: fc.record({ doi: MAYBE, arxiv: MAYBE, acl: MAYBE, pmid: MAYBE, openalex: MAYBE }),
  title: MAYBE,
  authors: fc.array(AUTHOR, { maxLength: 3 }),
  truncated: fc.option(fc.constant(true), { nil: undefined }),
  groupAuthors: TEXTS,
  editors: fc.option(fc.array(fc.record({ name: TEXT }), { minLength: 1, maxLength: 2 }), { nil: undefined }),
  year: fc.option(fc.integer({ min: 1450, max: 2099 }), { nil: undefined }),
  date: MAYBE,
  venue: MAYBE,
  type: MAYBE,
  abstract: MAYBE,
  url: MAYBE,
  keywords: TEXTS,
  citations: fc.option(fc.nat(), { nil: undefined }),
});

test("a line of JSON gives its record back, and is written as the whole object would be", () => {
  fc.assert(
    fc.property(TEXT, RECORD, (id, record) => {
      const line = normalisedLine(id, record);
      const parsed = JSON.parse(line);
      expect(sourceRecord(parsed)).toEqual(record);
      expect(parsed.id).toBe(id);
      expect(plainJson(parsed)).toBe(line);
    }),
  );
});

test("what is absent is null, or an empty list", () => {
  const record: SourceRecord = {
    source: { file: "a.bib", format: "bibtex", record: 0, line: 1 },
    ids: {},
    authors: [{ name: "Ada" }],
  };
  expect(normalisedLine("h-1", record)).toBe(
    '{"id":"h-1","ids":{"doi":null,"arxiv":null,"acl":null,"pmid":null,"openalex":null},"title":null,"year":null,"date":null,' +
      '"venue":null,"type":null,"abstract":null,"url":null,"authors":[{"name":"Ada","given":null,"family":null,"suffix":null,' +
      '"orcid":null,"ids":[],"affiliations":[]}],"truncated":false,"group_authors":[],"editors":[],"keywords":[],' +
      '"citations":null,"source":{"file":"a.bib","format":"bibtex","record":0,"line":1}}',
  );
});
