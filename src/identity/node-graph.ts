/** Rows of numbers of any length: row `i` is `values[k]` for `from[i] <= k < from[i + 1]`. */
export interface Rows {
  readonly from: Uint32Array;
  readonly values: Uint32Array;
}

/** Who stands where, and with whom, by name node. */
export interface NodeGraph {
  readonly nodeCount: number;
  /** For each authorship its node and its paper. */
  readonly nodeOf: Uint32Array;
  readonly paperOf: Uint32Array;
  /** For each paper its first authorship; one value more than papers. */
  readonly authorshipsFrom: Uint32Array;
  /** For each node its papers, ascending. */
  readonly papers: Rows;
}

/** For each authorship its paper. */
export function papersOfAuthorships(count: number, authorshipsFrom: Uint32Array): Uint32Array {
  const paperOf = new Uint32Array(count);
  for (let p = 0; p + 1 < authorshipsFrom.length; p++) paperOf.fill(p, authorshipsFrom[p], authorshipsFrom[p + 1]);
  return paperOf;
}

/** `nodeOf` has one value per authorship, in the order of the papers. */
export function nodeGraph(nodeOf: Uint32Array, nodeCount: number, authorshipsFrom: Uint32Array): NodeGraph {
  const paperOf = papersOfAuthorships(nodeOf.length, authorshipsFrom);
  const papers = rowsByNode(nodeOf, nodeCount, paperOf);
  return { nodeCount, nodeOf, paperOf, authorshipsFrom, papers };
}

/** For each node the values of its authorships, in their order. */
export function rowsByNode(nodeOf: Uint32Array, nodeCount: number, value: Uint32Array): Rows {
  const from = new Uint32Array(nodeCount + 1);
  for (let k = 0; k < nodeOf.length; k++) from[nodeOf[k]]++;
  for (let i = 0; i < nodeCount; i++) from[i + 1] += from[i];
  const values = new Uint32Array(nodeOf.length);
  // Each row from its end, which so becomes its beginning.
  for (let k = nodeOf.length - 1; k >= 0; k--) values[--from[nodeOf[k]]] = value[k];
  return { from, values };
}

/** The smallest paper that both nodes have, or -1. */
export function sharedPaper(papers: Rows, a: number, b: number): number {
  let i = papers.from[a];
  let j = papers.from[b];
  while (i < papers.from[a + 1] && j < papers.from[b + 1]) {
    const difference = papers.values[i] - papers.values[j];
    if (difference === 0) return papers.values[i];
    if (difference < 0) i++;
    else j++;
  }
  return -1;
}
