import { expect, test } from "vitest";
import type { SourceRecord } from "../../src/model/record.ts";
import { linkedPapers } from "../../src/pipeline/linked-papers.ts";

test("papers keep what they need of records that are let go of, and where each stood", () => {
  const source = (record: number) => ({ file: "a.bib", format: "bibtex", record, line: 10 * record });
  const records: SourceRecord[] = [2, 1].map((record) => ({
    source: source(record),
    ids: { doi: "10.1/x" },
    title: "A Title",
    authors: [{ name: "Ada Lovelace" }],
  }));
  const letGo = (): void => {
    records.length = 0;
  };
  const { papers, sources, paperOfRecord } = linkedPapers({ inputs: [], records, findings: [], letGo });
  expect(records).toEqual([]);
  expect(papers).toMatchObject([{ id: "10.1/x", title: "A Title", records: [0, 1] }]);
  expect(sources).toEqual([source(1), source(2)]);
  expect(paperOfRecord).toEqual([0, 0]);
});
