import type { Dataset } from "./dataset.ts";

type EmptyTables = Omit<Dataset, "manifest" | "authors" | "teams" | "coauthorships" | "variants">;

/** The tables that may be without a row in a dataset with authors and ties: of papers, of who is who, of parts and findings. */
export function emptyTables(): EmptyTables {
  const rowCount = 0;
  const none = new Uint32Array();
  return {
    papers: {
      rowCount,
      paperId: [],
      title: [],
      year: [],
      date: [],
      venue: [],
      type: [],
      abstract: [],
      url: [],
      doi: [],
      arxiv: [],
      acl: [],
      pmid: [],
      openalex: [],
      keywords: [],
      editors: [],
      groupAuthors: [],
      citations: [],
      citationsFrom: [],
      truncated: [],
      fields: [],
      authors: none,
      firstAuthorship: none,
      large: [],
    },
    authorships: {
      rowCount,
      paper: none,
      position: none,
      author: none,
      node: none,
      name: [],
      family: [],
      otherForms: [],
      orcid: [],
      sourceIds: [],
      affiliations: [],
    },
    names: { rowCount, author: none, name: [], authorships: none },
    nodes: { rowCount, author: none, name: [], folded: [], authorships: none },
    cases: {
      rowCount,
      a: none,
      b: none,
      relation: [],
      score: new Float64Array(),
      evidence: [],
      outcome: [],
      against: [],
    },
    decisions: { rowCount, action: [], name: [], papers: [], other: [], otherPapers: [], label: [] },
    parts: {
      rowCount,
      partId: [],
      team: none,
      name: [],
      subject: [],
      authors: none,
      papers: none,
      firstYear: [],
      lastYear: [],
      evidence: [],
    },
    records: { rowCount, paper: [], file: [], format: [], record: none, line: none },
    findings: { rowCount, code: [], severity: [], file: [], line: [], record: [], detail: [] },
  };
}
