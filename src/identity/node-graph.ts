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
  /** For each node the other nodes of all its papers, ascending, each once. */
  readonly together: Rows;
}

/** `nodeOf` has one value per authorship, in the order of the papers. */
export function nodeGraph(nodeOf: Uint32Array, nodeCount: number, authorshipsFrom: Uint32Array): NodeGraph {
  const paperOf = new Uint32Array(nodeOf.length);
  for (let p = 0; p + 1 < authorshipsFrom.length; p++) paperOf.fill(p, authorshipsFrom[p], authorshipsFrom[p + 1]);
  const papers = rowsByNode(nodeOf, nodeCount, paperOf);
  return {
    nodeCount,
    nodeOf,
    paperOf,
    authorshipsFrom,
    papers,
    together: togetherRows(papers, nodeOf, authorshipsFrom),
  };
}

/** For each node the values of its authorships, in their order. */
export function rowsByNode(nodeOf: Uint32Array, nodeCount: number, value: Uint32Array): Rows {
  const from = new Uint32Array(nodeCount + 1);
  for (const node of nodeOf) from[node + 1]++;
  for (let i = 0; i < nodeCount; i++) from[i + 1] += from[i];
  const next = from.slice(0, nodeCount);
  const values = new Uint32Array(nodeOf.length);
  for (let k = 0; k < nodeOf.length; k++) values[next[nodeOf[k]]++] = value[k];
  return { from, values };
}

/**
 * Neighbours without a sort: every node in ascending order writes itself to those it stands with, so that each list is
 * ascending. The relation is symmetric, so sizes are known from counting once.
 */
function togetherRows(papers: Rows, nodeOf: Uint32Array, authorshipsFrom: Uint32Array): Rows {
  const nodeCount = papers.from.length - 1;
  const from = new Uint32Array(nodeCount + 1);
  const seen = new Int32Array(nodeCount).fill(-1);
  const visit = (i: number, meet: (other: number) => void): void => {
    seen[i] = i;
    for (let k = papers.from[i]; k < papers.from[i + 1]; k++) {
      const paper = papers.values[k];
      for (let at = authorshipsFrom[paper]; at < authorshipsFrom[paper + 1]; at++) {
        const other = nodeOf[at];
        if (seen[other] === i) continue;
        seen[other] = i;
        meet(other);
      }
    }
  };
  for (let i = 0; i < nodeCount; i++) {
    visit(i, () => {
      from[i + 1]++;
    });
  }
  for (let i = 0; i < nodeCount; i++) from[i + 1] += from[i];
  const next = from.slice(0, nodeCount);
  const values = new Uint32Array(from[nodeCount]);
  seen.fill(-1);
  for (let i = 0; i < nodeCount; i++) {
    visit(i, (other) => {
      values[next[other]++] = i;
    });
  }
  return { from, values };
}

/** Whether row `i` holds `value`; rows ascending. */
export function rowHas(rows: Rows, i: number, value: number): boolean {
  let low = rows.from[i];
  let high = rows.from[i + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows.values[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low < rows.from[i + 1] && rows.values[low] === value;
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
