import coarsen from "ngraph.coarsen";
import createGraph, { type Graph } from "ngraph.graph";
import detectClusters from "ngraph.louvain";
import type { TieRows } from "../../../src/network/coauthor-network.ts";

/** The ties of a network in the form of the packages around ngraph: who has none is left out, as they take all of these for one. */
export function toNgraph({ nodeCount, offsets, neighbors, weights }: TieRows): Graph {
  const graph = createGraph();
  for (let i = 0; i < nodeCount; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) if (i < neighbors[k]) graph.addLink(i, neighbors[k], weights[k]);
  }
  return graph;
}

/**
 * Louvain's method as the description of `ngraph.louvain` has it, level after level while anybody moves.
 *
 * @returns A community of each of `nodeCount` nodes; −1 for who is not in the graph.
 */
export function ngraphCommunities(graph: Graph, nodeCount: number, seed: number): Int32Array {
  const community = Int32Array.from({ length: nodeCount }, (_, i) => (graph.hasNode(i) ? i : -1));
  let level: Graph = graph;
  let found = detectClusters(level, { seed });
  for (;;) {
    for (let i = 0; i < nodeCount; i++) if (community[i] >= 0) community[i] = found.getClass(community[i]);
    if (!found.canCoarse()) return community;
    level = coarsen(level, found);
    found = detectClusters(level, { seed });
  }
}
