import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linkRecords } from "../../src/ingest/link-records.ts";
import { readInput } from "../../src/ingest/read-input.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { SourceRecord } from "../../src/model/record.ts";

const SEEDS = join(import.meta.dirname, "../../seeds");
const FILES = readdirSync(SEEDS).filter((file) => /\.(?:txt|bib)$/.test(file));

function readSeeds(files: readonly string[]) {
  const records: SourceRecord[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const reading = readInput(file, { record: (one) => records.push(one), finding: (one) => findings.push(one) });
    reading.write(readFileSync(join(SEEDS, file)));
    reading.end();
  }
  return { records, findings };
}

const authorships = (linked: ReturnType<typeof linkRecords>) =>
  linked.papers.reduce((sum, paper) => sum + paper.authors.length, 0);

test("49 records of the seeds are 21 papers with 569 authorships", () => {
  const { records, findings } = readSeeds(FILES);
  expect(records.length).toBe(49);
  expect(findings).toEqual([]);
  const linked = linkRecords(records);
  expect(linked.papers.length).toBe(21);
  expect(authorships(linked)).toBe(569);
});

test("without papers.bib five papers have authors, 377 and 68, and sixteen are reported to have none", () => {
  const linked = linkRecords(readSeeds(FILES.filter((file) => file.endsWith(".txt"))).records);
  const withAuthors = linked.papers.filter((paper) => paper.authors.length > 0);
  expect(linked.papers.length).toBe(21);
  expect(withAuthors.map((paper) => paper.authors.length).sort((a, b) => b - a)[0]).toBe(377);
  expect(withAuthors.length).toBe(5);
  expect(authorships(linked)).toBe(377 + 68);
  expect(linked.findings.filter((finding) => finding.code === "authors-missing").length).toBe(16);
});

test("a name that the anthology writes the other way round is one authorship with two forms", () => {
  const linked = linkRecords(readSeeds(FILES).records);
  const paper = linked.papers.find((one) => one.ids.arxiv === "2109.04650");
  const author = paper?.authors.find((one) => one.name === "Dong Hyeon Jeon");
  expect(author?.otherForms).toEqual(["Jeon Dong Hyeon"]);
  expect(paper?.authors.length).toBe(37);
  expect(linked.findings.some((one) => one.code === "names-differ" && one.detail.includes("Jeon Dong Hyeon"))).toBe(
    true,
  );
});

test("the order of the records does not matter", () => {
  const { records } = readSeeds(FILES);
  const linked = linkRecords(records);
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
      expect(linkRecords(shuffled)).toEqual(linked);
    }),
    { numRuns: 20 },
  );
});
