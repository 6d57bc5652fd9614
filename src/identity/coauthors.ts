import { DistinctRows } from "./distinct-rows.ts";
import type { NodeGraph, Rows } from "./node-graph.ts";

/** Papers with more authors than this make nobody a coauthor who tells people apart. */
export const LARGE_PAPER = 50;

/** Coauthors by papers that are not large, of the nodes for which `isAsked` is above 0. */
export function coauthorsOf({ papers, nodeOf, nodeCount, authorshipsFrom }: NodeGraph, isAsked: Uint8Array): Rows {
  const rows = new DistinctRows(nodeCount, nodeCount, 4 * nodeCount);
  const addPaper = (node: number, paper: number): void => {
    const first = authorshipsFrom[paper];
    const end = authorshipsFrom[paper + 1];
    if (end - first > LARGE_PAPER) return;
    for (let at = first; at < end; at++) if (nodeOf[at] !== node) rows.add(nodeOf[at]);
  };
  for (let node = 0; node < nodeCount; node++) {
    for (let k = papers.from[node]; isAsked[node] > 0 && k < papers.from[node + 1]; k++)
      addPaper(node, papers.values[k]);
    rows.endRow();
  }
  return rows.rows();
}

/** Whom nodes wrote with where some of them are known to be one person, who counts once. */
export class CoauthoringPersons {
  readonly #coauthors: Rows;
  readonly #persons: DistinctRows;

  constructor(coauthors: Rows) {
    const nodeCount = coauthors.from.length - 1;
    this.#coauthors = coauthors;
    this.#persons = new DistinctRows(nodeCount, nodeCount, coauthors.values.length);
  }

  /** By node; what is given takes the place of what was given before. */
  given(personOf: Uint32Array): Rows {
    this.#persons.restart();
    for (let node = 0; node < personOf.length; node++) this.#addRow(node, personOf);
    return this.#persons.rows();
  }

  #addRow(node: number, personOf: Uint32Array): void {
    const { from, values } = this.#coauthors;
    for (let k = from[node]; k < from[node + 1]; k++) this.#persons.add(personOf[values[k]]);
    this.#persons.endRow();
  }
}
