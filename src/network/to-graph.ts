import { UndirectedGraph } from "graphology";
import type { CoauthorNetwork, TieRows } from "./coauthor-network.ts";

/** What a tie of the graph carries: see the columns of `Network`. */
export type TieAttributes = {
  weight: number;
  papers: number;
};

/** The key of author `i` in a graph. Names are never keys: the number is the truth, the key its spelling. */
export function nodeKey(i: number): string {
  return `n${i}`;
}

/**
 * The network as a graphology graph: nodes in order of number, or in the `order` given (every author once); ties row by
 * row in the same order, each from its smaller end. Where the joint papers are not known, they are 0. A loop stands for the pairs within a node; no joint papers are counted for it.
 */
export function toGraph(
  network: TieRows & Partial<Pick<CoauthorNetwork, "papers">>,
  order: Uint32Array = Uint32Array.from({ length: network.nodeCount }, (_, i) => i),
): UndirectedGraph<Record<string, never>, TieAttributes> {
  const { nodeCount, offsets, neighbors, weights, papers, loops } = network;
  const graph = new UndirectedGraph<Record<string, never>, TieAttributes>();
  const keys = Array.from({ length: nodeCount }, (_, i) => nodeKey(i));
  for (const i of order) graph.addNode(keys[i]);
  for (const i of order) {
    const loop = loops?.[i] ?? 0;
    if (loop > 0) graph.addEdge(keys[i], keys[i], { weight: loop, papers: 0 });
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const j = neighbors[k];
      if (i < j) graph.addEdge(keys[i], keys[j], { weight: weights[k], papers: papers?.[k] ?? 0 });
    }
  }
  return graph;
}
