import { expect, test } from "vitest";
import { linkRecords } from "../../src/ingest/link-records.ts";
import type { SourceRecord } from "../../src/model/record.ts";

const ids = { doi: "10.1000/182" };

/** A record of the one paper, standing at `place` of a file of the format. */
function record(place: number, format: string, says: Partial<SourceRecord>): SourceRecord {
  const source = { file: `${format}.txt`, format, record: place, line: place };
  return { source, ids, title: "Trials and errors of coffee", authors: [{ name: "Ada Lovelace" }], ...says };
}

function merged(...records: SourceRecord[]) {
  const { papers, findings } = linkRecords(records);
  expect(papers).toHaveLength(1);
  return { paper: papers[0], findings: findings.filter(({ code }) => code === "citations-differ") };
}

test("keywords and groups are those of all records, each once whatever its case, accents and article", () => {
  const { paper } = merged(
    record(1, "bibtex", { keywords: ["Café", "machine learning"], groupAuthors: ["The ATLAS Collaboration"] }),
    record(2, "acl-author-page", { keywords: ["cafe", "Tea"], groupAuthors: ["ATLAS collaboration", "Team X"] }),
  );
  expect(paper.keywords).toEqual(["Café", "machine learning", "Tea"]);
  expect(paper.groupAuthors).toEqual(["The ATLAS Collaboration", "Team X"]);
});

test("signs tell keywords apart where letters do not", () => {
  expect(merged(record(1, "ris", { keywords: ["C", "C++", "C#", "c++"] })).paper.keywords).toEqual(["C", "C++", "C#"]);
});

test("editors come from the record with the longest list and are never joined of two lists", () => {
  const { paper } = merged(
    record(1, "bibtex", { editors: [{ name: "G. Hopper" }] }),
    record(2, "ris", { editors: [{ name: "Grace Hopper" }, { name: "Alan Turing" }] }),
  );
  expect(paper.editors.map(({ name }) => name)).toEqual(["Grace Hopper", "Alan Turing"]);
  expect(paper.authors.map(({ name }) => name)).toEqual(["Ada Lovelace"]);
});

test("the largest citation count is kept with the format that gave it; counts far apart are told", () => {
  const { paper, findings } = merged(
    record(1, "crossref", { citations: 10 }),
    record(2, "openalex", { citations: 31 }),
    record(3, "semantic-scholar", { citations: 20 }),
  );
  expect(paper.citations).toEqual({ count: 31, format: "openalex" });
  expect(findings.map(({ file, detail }) => [file, detail])).toEqual([
    ["crossref.txt", "10 citations here; 31, from openalex, were kept."],
  ]);
  expect(merged(record(1, "crossref", { citations: 0 }), record(2, "openalex", { citations: 10 })).findings).toEqual(
    [],
  );
});

test("no count is no count, and zero is one", () => {
  expect(merged(record(1, "bibtex", {})).paper.citations).toBeUndefined();
  expect(merged(record(1, "bibtex", {}), record(2, "openalex", { citations: 0 })).paper.citations?.count).toBe(0);
});

test("an authorship keeps its affiliations and takes those of another record only where it has none", () => {
  const authors = [{ name: "Ada Lovelace", affiliations: ["Lab A"] }, { name: "Ben Kim" }];
  const others = [
    { name: "A. Lovelace", affiliations: ["Lab B"], ids: ["openalex:A1"] },
    { name: "Ben Kim", affiliations: ["Lab C"], orcid: "0000-0002-1825-0097" },
  ];
  const { paper } = merged(record(1, "acl-xml", { authors }), record(2, "csv", { authors: others }));
  expect(paper.authors.map(({ affiliations, ids: own, orcid }) => [affiliations, own, orcid])).toEqual([
    [["Lab A"], ["openalex:A1"], undefined],
    [["Lab C"], undefined, "0000-0002-1825-0097"],
  ]);
});

test("what is kept does not depend on the order of the records", () => {
  const records = [
    record(1, "crossref", { keywords: ["a", "b"], citations: 3, editors: [{ name: "Grace Hopper" }] }),
    record(1, "openalex", { keywords: ["B", "c"], citations: 3, editors: [{ name: "Alan Turing" }] }),
    record(1, "acl-author-page", { keywords: ["d"] }),
  ];
  const { records: _, ...paper } = merged(...records).paper;
  expect(merged(...records.toReversed()).paper).toMatchObject(paper);
});
