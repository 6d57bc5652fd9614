import { UndirectedGraph } from "graphology";
import type { Network } from "../model/network.ts";

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
 * row in the same order, each from its smaller end.
 */
export function toGraph(
  network: Network,
  order: Uint32Array = Uint32Array.from({ length: network.nodeCount }, (_, i) => i),
): UndirectedGraph<Record<string, never>, TieAttributes> {
  const { nodeCount, offsets, neighbors, weights, papers } = network;
  const graph = new UndirectedGraph<Record<string, never>, TieAttributes>();
  const keys = Array.from({ length: nodeCount }, (_, i) => nodeKey(i));
  for (const i of order) graph.addNode(keys[i]);
  for (const i of order) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const j = neighbors[k];
      if (i < j) graph.addEdge(keys[i], keys[j], { weight: weights[k], papers: papers[k] });
    }
  }
  return graph;
}
