import type { Identity } from "../identity/identify-authors.ts";
import type { Dataset } from "../model/dataset.ts";
import { incidenceOf } from "../model/incidence.ts";
import { caseTable, decisionTable, nodeTable } from "./identity-tables.ts";
import { authorshipTable, paperTable, recordTable } from "./tables.ts";

type EmptyTables = Pick<Dataset, "papers" | "authorships" | "records" | "nodes" | "cases" | "decisions" | "variants">;

/** The tables that are empty where there are no papers. */
export function emptyTables(): EmptyTables {
  const nothing = incidenceOf(new Uint32Array(1), new Uint32Array(0), 0);
  return {
    papers: paperTable([], [], nothing, []),
    authorships: authorshipTable([], nothing, NOBODY),
    records: recordTable({ sources: [], papers: [], paperOfRecord: [], findings: [] }),
    nodes: nodeTable(NOBODY),
    cases: caseTable(NOBODY),
    decisions: decisionTable([]),
    variants: {},
  };
}

/** Who is who where there are no authorships. */
const NOBODY: Identity = {
  authors: [],
  authorOf: new Uint32Array(),
  nodes: [],
  nodeOf: new Uint32Array(),
  authorOfNode: new Uint32Array(),
  cases: [],
  findings: [],
};
