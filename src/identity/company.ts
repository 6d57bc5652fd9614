import { papersOfAuthorships, rowsByNode } from "./node-graph.ts";

/** Whom a node wrote with: each other once, in the order in which its papers have them, and each other's share of all that. */
export interface Company {
  readonly others: readonly number[];
  /** Beside `others`; above 0, and 1 in all. */
  readonly shares: readonly number[];
}

/**
 * The company of nodes that are asked for. Each paper of at most `mostAuthors` and at least two has one vote, which all
 * beside the node share alike: who wrote much with somebody, and in small groups, stands nearer than who was one of
 * twenty once. `nodeOf` has one value per authorship, in the order of the papers.
 */
export function companyWhereAsked(
  nodeOf: Uint32Array,
  nodeCount: number,
  authorshipsFrom: Uint32Array,
  mostAuthors: number,
): (node: number) => Company {
  const papers = rowsByNode(nodeOf, nodeCount, papersOfAuthorships(nodeOf.length, authorshipsFrom));
  const votes = new Float64Array(nodeCount);
  const companyOf = (node: number): Company => {
    const others: number[] = [];
    let all = 0;
    for (let k = papers.from[node]; k < papers.from[node + 1]; k++) {
      const [from, to] = [authorshipsFrom[papers.values[k]], authorshipsFrom[papers.values[k] + 1]];
      if (to - from > mostAuthors) continue;
      for (let at = from; at < to; at++) {
        const other = nodeOf[at];
        if (other === node) continue;
        if (votes[other] === 0) others.push(other);
        votes[other] += 1 / (to - from - 1);
        all += 1 / (to - from - 1);
      }
    }
    // Plain lists: thousands of short ones are kept, of which columns would take several times the memory.
    const shares = others.map((other) => votes[other] / all);
    for (const other of others) votes[other] = 0;
    return { others, shares };
  };
  const known = new Map<number, Company>();
  return (node) => {
    const company = known.get(node) ?? companyOf(node);
    known.set(node, company);
    return company;
  };
}
