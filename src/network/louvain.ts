import type { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { pairWeight } from "../model/counting.ts";
import { type Generator, generator } from "../model/generator.ts";
import { authorsOf } from "../model/incidence.ts";
import type { CoauthorNetwork } from "./coauthor-network.ts";
import { nodeKey, type TieAttributes, toGraph } from "./to-graph.ts";

/** Ties that may be written into graphs anew, all orders of the authors together: building one costs about a start. */
const TIES_FOR_ALL_ORDERS = 500_000;

/**
 * Divisions of the authors by `starts` starts of Louvain (Blondel et al. 2008, arXiv:0803.0476), each in standard labels
 * (see `standardLabels`). Starts of the library differ only in the author at whom a round begins, which can miss the best
 * division of a network of six authors. So the authors are put in a new order for every start, and on larger networks
 * for every few.
 *
 * An implicit paper is one more node of the graph, tied to its n authors by (n − 1) pair weights each. This is an
 * approximation for the search only: every author keeps their strength, but the paper draws on its authors as a whole,
 * and the graph's total weight grows by the paper's own strength. What comes out is judged by the exact modularity.
 */
export function louvainDivisions(
  network: CoauthorNetwork,
  resolution: number,
  starts: number,
  seed: number,
): Int32Array[] {
  const orders = Math.max(1, Math.floor(TIES_FOR_ALL_ORDERS / Math.max(1, network.neighbors.length / 2)));
  const startsPerOrder = Math.ceil(starts / orders);
  const seeds = generator(seed);
  const nextGenerator = (): Generator => generator(Math.floor(seeds() * 2 ** 32));

  const divisions: Int32Array[] = [];
  while (divisions.length < starts) {
    const graph = searchGraph(network, nextGenerator());
    const last = Math.min(starts, divisions.length + startsPerOrder);
    while (divisions.length < last) divisions.push(divide(network, graph, resolution, nextGenerator()));
  }
  return divisions;
}

function divide(network: CoauthorNetwork, graph: SearchGraph, resolution: number, chance: Generator): Int32Array {
  const { nodeCount } = network;
  if (graph.size === 0) return new Int32Array(nodeCount).fill(-1);
  const { communities } = louvain.detailed(graph, { resolution, rng: chance, randomWalk: true });
  const found = Int32Array.from({ length: nodeCount }, (_, i) => communities[nodeKey(i)]);
  return standardLabels(connectedParts(network, found), (i) => graph.degree(nodeKey(i)) > 0);
}

type SearchGraph = UndirectedGraph<Record<string, never>, TieAttributes>;

function searchGraph(network: CoauthorNetwork, chance: Generator): SearchGraph {
  const graph = toGraph(network, shuffled(network.nodeCount, chance));
  if (network.implicit === undefined) return graph;
  const { incidence, counting, papers } = network.implicit;
  papers.forEach((p, k) => {
    const authors = authorsOf(incidence, p);
    const weight = (authors.length - 1) * pairWeight(counting, authors.length);
    const paperKey = graph.addNode(nodeKey(network.nodeCount + k));
    for (const i of authors) graph.addEdge(paperKey, nodeKey(i), { weight, papers: 1 });
  });
  return graph;
}

/** The numbers below `count` in an order of chance (Fisher and Yates). */
function shuffled(count: number, chance: Generator): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/**
 * Louvain can leave a community in several parts that no tie joins (Traag, Waltman & van Eck 2019, arXiv:1810.08473).
 * Apart they score higher, so each part becomes a community: labelled by its smallest author.
 */
export function connectedParts(network: CoauthorNetwork, community: Int32Array): Int32Array {
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
  for (const p of implicit?.papers ?? []) {
    const firstOf = new Map<number, number>();
    for (const i of implicit === undefined ? [] : authorsOf(implicit.incidence, p)) {
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
