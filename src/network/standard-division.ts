import type { TieRows } from "./coauthor-network.ts";

/**
 * A search can leave a community in several parts that no tie joins (Traag, Waltman & van Eck 2019, arXiv:1810.08473).
 * Apart they score higher, so each part becomes a community: labelled by its smallest author.
 */
export function connectedParts(network: TieRows, community: Int32Array): Int32Array {
  const { nodeCount, offsets, neighbors, implicit } = network;
  const parent = Int32Array.from({ length: nodeCount }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  const join = (i: number, j: number): void => {
    const [a, b] = [rootOf(i), rootOf(j)];
    if (a < b) parent[b] = a;
    else parent[a] = b;
  };

  for (let i = 0; i < nodeCount; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (neighbors[k] < i && community[neighbors[k]] === community[i]) join(i, neighbors[k]);
    }
  }
  // On one paper every author is joined to the first whom the same community has there.
  const firstOf = new Map<number, number>();
  for (let q = 0; q < (implicit?.papers.length ?? 0); q++) {
    if (implicit === undefined) break;
    firstOf.clear();
    for (const i of implicit.members.subarray(implicit.offsets[q], implicit.offsets[q + 1])) {
      const first = firstOf.get(community[i]);
      if (first === undefined) firstOf.set(community[i], i);
      else join(first, i);
    }
  }
  return Int32Array.from(parent, (_, i) => rootOf(i));
}

/**
 * The same division with communities numbered in order of their smallest author, so that equal divisions are equal
 * arrays; −1 for the authors whom `counts` rejects.
 */
export function standardLabels(community: Int32Array, counts: (i: number) => boolean): Int32Array {
  const labels = new Map<number, number>();
  return community.map((c, i) => {
    if (!counts(i)) return -1;
    const label = labels.get(c) ?? labels.size;
    labels.set(c, label);
    return label;
  });
}
