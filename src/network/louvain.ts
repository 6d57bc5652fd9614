import louvain from "graphology-communities-louvain";
import { type Generator, generator } from "../model/generator.ts";
import type { TieRows } from "./coauthor-network.ts";
import { shuffledNodes } from "./leiden/shuffle.ts";
import { connectedParts, standardLabels } from "./standard-division.ts";
import { nodeKey, toGraph } from "./to-graph.ts";

/** Ties that may be written into graphs anew, all orders of the authors together: building one costs about a start. */
const TIES_FOR_ALL_ORDERS = 500_000;

/**
 * Divisions of the authors by `starts` starts of Louvain (Blondel et al. 2008, arXiv:0803.0476), each in standard labels
 * (see `standardLabels`). Starts of the library differ only in the author at whom a round begins, which can miss the best
 * division of a network of six authors. So the authors are put in a new order for every start, and on larger networks
 * for every few.
 */
export function louvainDivisions(network: TieRows, resolution: number, starts: number, seed: number): Int32Array[] {
  const orders = Math.max(1, Math.floor(TIES_FOR_ALL_ORDERS / Math.max(1, network.neighbors.length / 2)));
  const startsPerOrder = Math.ceil(starts / orders);
  const seeds = generator(seed);
  const nextGenerator = (): Generator => generator(Math.floor(seeds() * 2 ** 32));

  const divisions: Int32Array[] = [];
  while (divisions.length < starts) {
    const graph = toGraph(network, shuffledNodes(network.nodeCount, nextGenerator()));
    const last = Math.min(starts, divisions.length + startsPerOrder);
    while (divisions.length < last) divisions.push(divide(network, graph, resolution, nextGenerator()));
  }
  return divisions;
}

function divide(
  network: TieRows,
  graph: ReturnType<typeof toGraph>,
  resolution: number,
  chance: Generator,
): Int32Array {
  const { nodeCount } = network;
  if (graph.size === 0) return new Int32Array(nodeCount).fill(-1);
  const { communities } = louvain.detailed(graph, { resolution, rng: chance, randomWalk: true });
  const found = Int32Array.from({ length: nodeCount }, (_, i) => communities[nodeKey(i)]);
  return standardLabels(connectedParts(network, found), (i) => graph.degree(nodeKey(i)) > 0);
}
