import * as d3 from "d3";
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { generator } from "../../../src/model/generator.ts";
import type { TieRows } from "../../../src/network/layout/tie-rows.ts";

export interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Rounds of either peer, as d3-force takes by itself until it is cool. */
export const ROUNDS = 300;

/** Every tie once, from its smaller end. */
function* pairs({ count, offsets, neighbors, weights }: TieRows): Generator<[a: number, b: number, weight: number]> {
  for (let i = 0; i < count; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) if (neighbors[k] > i) yield [i, neighbors[k], weights[k]];
  }
}

/** d3-force as its examples have it; returns the work, and all before it is not timed. */
export function d3Layout(ties: TieRows): () => Places {
  const nodes = Array.from({ length: ties.count }, (): d3.SimulationNodeDatum => ({}));
  const links = Array.from(pairs(ties), ([a, b]) => ({ source: nodes[a], target: nodes[b] }));
  return () => {
    const simulation = d3.forceSimulation(nodes).force("charge", d3.forceManyBody()).force("link", d3.forceLink(links));
    simulation.force("center", d3.forceCenter()).stop().tick(ROUNDS);
    const column = (key: "x" | "y") => Float64Array.from(nodes, (node) => node[key] ?? 0);
    return { x: column("x"), y: column("y") };
  };
}

/** ForceAtlas2 with the settings that it infers, which take Barnes and Hut's tree beyond 2,000 nodes, from places by chance. */
export function forceAtlas2Layout(ties: TieRows): () => Places {
  const random = generator(1);
  const graph = new UndirectedGraph<{ x: number; y: number }, { weight: number }>();
  for (let i = 0; i < ties.count; i++) graph.addNode(i, { x: random(), y: random() });
  for (const [a, b, weight] of pairs(ties)) graph.addEdge(a, b, { weight });
  return () => {
    const settings = forceAtlas2.inferSettings(graph);
    const places = forceAtlas2(graph, { iterations: ROUNDS, settings, getEdgeWeight: "weight" });
    const column = (key: "x" | "y") => Float64Array.from({ length: ties.count }, (_, i) => places[i][key]);
    return { x: column("x"), y: column("y") };
  };
}
