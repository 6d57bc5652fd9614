import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linkRecords } from "../../src/ingest/link-records.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import { readBytes } from "./reading.ts";

const CORPORA = join(import.meta.dirname, "../../../shared/corpora");
const present = existsSync(join(CORPORA, "expected.json"));

interface Expected {
  readonly records: number;
  readonly recordsWithAuthors?: number;
  readonly recordsWithTitleAndAuthors?: number;
  readonly authorMentions: number;
  readonly andOthers?: number;
}

const all: Record<string, Expected> = present ? JSON.parse(readFileSync(join(CORPORA, "expected.json"), "utf8")) : {};
/** What we count otherwise, for the reasons in test/README.md. */
const OURS: Record<string, Expected> = {
  "bibtex/biber-full-dot.bib": { records: 47, recordsWithAuthors: 30, authorMentions: 30 },
  "arxiv-author-listing-text/derived-0704-a.txt": {
    records: 25,
    recordsWithTitleAndAuthors: 25,
    authorMentions: 57,
  },
  "bibtex/biber-xdata.bib": { records: 7, recordsWithAuthors: 7, authorMentions: 13 },
};
const FORMATS = /^(?:bibtex|nasty\/bibtex|acl-author-page-text|arxiv-author-listing-text)\//;
const cases = Object.entries({ ...all, ...(present ? OURS : {}) }).filter(([path]) => FORMATS.test(path));

test.skipIf(!present)("every file of our formats gives the counts expected of it (needs the corpora)", () => {
  expect(cases.length).toBeGreaterThan(100);
  const differing = cases.filter(([path, expected]) => {
    const { list } = readBytes(readFileSync(join(CORPORA, "formats", path)), 4096, path);
    const withAuthors = list.filter((record) => record.authors.length > 0);
    const given = expected.recordsWithAuthors ?? expected.recordsWithTitleAndAuthors ?? withAuthors.length;
    return !(
      list.length === expected.records &&
      withAuthors.length === given &&
      list.reduce((sum, record) => sum + record.authors.length, 0) === expected.authorMentions &&
      list.filter((record) => record.truncated).length === (expected.andOthers ?? 0)
    );
  });
  expect(differing.map(([path]) => path)).toEqual([]);
});

test.skipIf(!present)("linking keeps every record and every author of the corpora (needs the corpora)", () => {
  for (const [path] of cases) {
    const { list } = readBytes(readFileSync(join(CORPORA, "formats", path)), 65_536, path);
    const { papers, paperOfRecord } = linkRecords(list);
    const silent = paperOfRecord.filter((paper) => paper === null).length;
    expect(papers.reduce((sum, paper) => sum + paper.records.length, 0)).toBe(list.length - silent);
    expect(silent).toBe(list.filter(saysNothing).length);
    expect(new Set(papers.map((paper) => paper.id)).size).toBe(papers.length);
    for (const paper of papers) expect(paper.id).not.toMatch(/\s/);
  }
});

/** No title, nobody, no identifier and no abstract: nobody would know which paper it is. */
function saysNothing({ title, authors, groupAuthors, abstract, ids }: SourceRecord): boolean {
  const isNamed = title !== undefined || authors.length > 0 || groupAuthors !== undefined;
  return !isNamed && abstract === undefined && Object.values(ids).every((id) => id === undefined);
}
