import type { Dataset } from "../model/dataset.ts";
import { type GroupedRows, groupedRows, rowsOf } from "./grouped-rows.ts";
import { once } from "./once.ts";

/** Authorships by name node, in compressed rows: those of node `n` are `authorships[k]`, `offsets[n] <= k < offsets[n + 1]`, ascending. */
export interface NodeAuthorships {
  /** `nodes + 1` */
  readonly offsets: Uint32Array;
  readonly authorships: Uint32Array;
}

/** Which authorships stand behind each name node; worked out once for a dataset. */
export const nodeAuthorships = once(({ authorships, nodes }: Dataset): NodeAuthorships => {
  const { offsets, rows } = groupedRows(authorships.node, nodes.rowCount);
  return { offsets, authorships: rows };
});

/** The papers of a name node, ascending. A node stands at most once on a paper. */
export function papersOfNode(dataset: Dataset, node: number): number[] {
  const { offsets, authorships } = nodeAuthorships(dataset);
  return Array.from(authorships.subarray(offsets[node], offsets[node + 1]), (k) => dataset.authorships.paper[k]);
}

const authorships = once(
  ({ authorships: { author }, authors }: Dataset): GroupedRows => groupedRows(author, authors.rowCount),
);

/** The authorships of an author, ascending. */
export function authorshipsOf(dataset: Dataset, author: number): Uint32Array {
  return rowsOf(authorships(dataset), author);
}
