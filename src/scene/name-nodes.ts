import type { Dataset } from "../model/dataset.ts";

/** Authorships by name node, in compressed rows: those of node `n` are `authorships[k]`, `offsets[n] <= k < offsets[n + 1]`, ascending. */
export interface NodeAuthorships {
  /** `nodes + 1` */
  readonly offsets: Uint32Array;
  readonly authorships: Uint32Array;
}

const known = new WeakMap<Dataset, NodeAuthorships>();

/** Which authorships stand behind each name node; worked out once for a dataset. */
export function nodeAuthorships(dataset: Dataset): NodeAuthorships {
  const before = known.get(dataset);
  if (before !== undefined) return before;
  const { node } = dataset.authorships;
  const count = dataset.nodes.rowCount;
  const offsets = new Uint32Array(count + 1);
  for (const n of node) offsets[n + 1] += 1;
  for (let n = 0; n < count; n++) offsets[n + 1] += offsets[n];
  const next = offsets.slice(0, count);
  const authorships = new Uint32Array(node.length);
  node.forEach((n, k) => {
    authorships[next[n]++] = k;
  });
  const made = { offsets, authorships };
  known.set(dataset, made);
  return made;
}

/** The papers of a name node, ascending. A node stands at most once on a paper. */
export function papersOfNode(dataset: Dataset, node: number): number[] {
  const { offsets, authorships } = nodeAuthorships(dataset);
  return Array.from(authorships.subarray(offsets[node], offsets[node + 1]), (k) => dataset.authorships.paper[k]);
}
