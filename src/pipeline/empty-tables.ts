import type { Dataset } from "../model/dataset.ts";
import { incidenceOf } from "../model/incidence.ts";
import { authorshipTable, paperTable, recordTable } from "./tables.ts";

/** The tables that are empty where there are no papers. */
export function emptyTables(): Pick<Dataset, "papers" | "authorships" | "records" | "variants"> {
  const nothing = incidenceOf(new Uint32Array(1), new Uint32Array(0), 0);
  return {
    papers: paperTable([], [], nothing, []),
    authorships: authorshipTable([], nothing),
    records: recordTable({ sources: [], papers: [], paperOfRecord: [], findings: [] }),
    variants: {},
  };
}
