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

/** Tells what `togetherRows` does of single nodes, where only a few of all are asked for. */
export function neighboursWhereAsked(
  nodeOf: Uint32Array,
  nodeCount: number,
  authorshipsFrom: Uint32Array,
): (node: number) => Uint32Array {
  const papers = rowsByNode(nodeOf, nodeCount, papersOfAuthorships(nodeOf.length, authorshipsFrom));
  const known = new Map<number, Uint32Array>();
  return (node) => {
    let neighbours = known.get(node);
    if (neighbours === undefined) {
      const met = new Set<number>();
      for (let k = papers.from[node]; k < papers.from[node + 1]; k++) {
        const paper = papers.values[k];
        for (let at = authorshipsFrom[paper]; at < authorshipsFrom[paper + 1]; at++) met.add(nodeOf[at]);
      }
      met.delete(node);
      neighbours = Uint32Array.from(met).sort();
      known.set(node, neighbours);
    }
    return neighbours;
  };
}

function papersOfAuthorships(count: number, authorshipsFrom: Uint32Array): Uint32Array {
  const paperOf = new Uint32Array(count);
  for (let p = 0; p + 1 < authorshipsFrom.length; p++) paperOf.fill(p, authorshipsFrom[p], authorshipsFrom[p + 1]);
  return paperOf;
}

/** `nodeOf` has one value per authorship, in the order of the papers. */
export function nodeGraph(nodeOf: Uint32Array, nodeCount: number, authorshipsFrom: Uint32Array): NodeGraph {
  const paperOf = papersOfAuthorships(nodeOf.length, authorshipsFrom);
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
  let met = new Uint32Array(Math.max(64, nodeOf.length * 4));
  let count = 0;
  for (let i = 0; i < nodeCount; i++) {
    seen[i] = i;
    for (let k = papers.from[i]; k < papers.from[i + 1]; k++) {
      const paper = papers.values[k];
      for (let at = authorshipsFrom[paper]; at < authorshipsFrom[paper + 1]; at++) {
        const other = nodeOf[at];
        if (seen[other] === i) continue;
        seen[other] = i;
        if (count === met.length) met = grown(met);
        met[count++] = other;
      }
    }
    from[i + 1] = count;
  }
  const next = from.slice(0, nodeCount);
  const values = new Uint32Array(count);
  for (let i = 0; i < nodeCount; i++) for (let k = from[i]; k < from[i + 1]; k++) values[next[met[k]]++] = i;
  return { from, values };
}

function grown(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
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
