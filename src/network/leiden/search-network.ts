import type { Quality } from "../../model/manifest.ts";
import type { TieRows } from "../coauthor-network.ts";
import { nodeStrengths } from "../partition-measures.ts";

/**
 * What the search for communities works on: nodes that stand for one author or many, in compressed rows as `Network` has
 * them, without loops. A division is the better the higher
 *
 *     H = Σ_c ( e_c − penalty · M_c² / 2 )
 *
 * with e_c the weight of the ties inside community c, each once, and M_c the mass of its nodes. Modularity is 2H/2m (loops
 * apart) with strength as mass and a penalty of γ/2m; the constant Potts model (Traag, Van Dooren & Nesterov 2011,
 * doi:10.1103/PhysRevE.84.016114) has the number of authors as mass and γ as penalty.
 */
export interface SearchNetwork {
  readonly nodeCount: number;
  readonly offsets: Uint32Array;
  readonly neighbors: Uint32Array;
  readonly weights: Float64Array;
  readonly mass: Float64Array;
  readonly penalty: number;
  /** Papers whose pairs stand in no row; absent where there are none. */
  readonly cliques?: CliqueRows;
}

/** Cliques as in `Cliques`, and for node `i` those that it is in: `cliqueOf[k]`, `ownTimes[k]`, `nodeOffsets[i] <= k < nodeOffsets[i + 1]`. */
export interface CliqueRows {
  readonly weights: Float64Array;
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  readonly times: Uint32Array;
  readonly nodeOffsets: Uint32Array;
  readonly cliqueOf: Uint32Array;
  readonly ownTimes: Uint32Array;
}

/**
 * The network as the search wants it, for a quality that is to be made as high as can be at a resolution γ > 0. With `cpm`
 * every node weighs as many authors as it stands for.
 */
export function searchNetwork(network: TieRows, quality: Quality, resolution: number): SearchNetwork {
  const { nodeCount, offsets, neighbors, weights, implicit } = network;
  const rows = { nodeCount, offsets, neighbors, weights };
  const cliques =
    implicit === undefined
      ? {}
      : { cliques: cliqueRows(nodeCount, implicit.weights, implicit.offsets, implicit.members, implicit.times) };
  if (quality === "cpm") {
    const mass =
      network.authors === undefined ? new Float64Array(nodeCount).fill(1) : Float64Array.from(network.authors);
    return { ...rows, ...cliques, mass, penalty: resolution };
  }
  const mass = nodeStrengths(network);
  let everything = 0;
  for (const strength of mass) everything += strength;
  return { ...rows, ...cliques, mass, penalty: everything === 0 ? 0 : resolution / everything };
}

/** Cliques with the rows by node added. */
export function cliqueRows(
  nodeCount: number,
  weights: Float64Array,
  offsets: Uint32Array,
  members: Uint32Array,
  times: Uint32Array,
): CliqueRows {
  const nodeOffsets = new Uint32Array(nodeCount + 1);
  for (const i of members) nodeOffsets[i + 1] += 1;
  for (let i = 0; i < nodeCount; i++) nodeOffsets[i + 1] += nodeOffsets[i];
  const next = nodeOffsets.slice(0, nodeCount);
  const cliqueOf = new Uint32Array(members.length);
  const ownTimes = new Uint32Array(members.length);
  for (let q = 0; q < weights.length; q++) {
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      const at = next[members[k]]++;
      cliqueOf[at] = q;
      ownTimes[at] = times[k];
    }
  }
  return { weights, offsets, members, times, nodeOffsets, cliqueOf, ownTimes };
}

/** What each node weighs towards all others on implicit papers. */
export function weightsOnCliques({ weights, offsets, members, times }: CliqueRows, nodeCount: number): Float64Array {
  const onCliques = new Float64Array(nodeCount);
  for (let q = 0; q < weights.length; q++) {
    let authors = 0;
    for (let k = offsets[q]; k < offsets[q + 1]; k++) authors += times[k];
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      onCliques[members[k]] += weights[q] * times[k] * (authors - times[k]);
    }
  }
  return onCliques;
}

/** Implicit papers of less than this share of the weight of all ties can wait, see `cliquesCanWait`. */
const LIGHT = 0.01;

/**
 * Whether the implicit papers weigh so little beside the ties that the search may begin without them, and take them in
 * when the ties have made large nodes of the authors: by paper counting a paper of 3,000 authors weighs as much as one of two.
 */
export function cliquesCanWait(network: SearchNetwork): boolean {
  if (network.cliques === undefined) return false;
  let onCliques = 0;
  for (const weight of weightsOnCliques(network.cliques, network.nodeCount)) onCliques += weight;
  let onTies = 0;
  for (const weight of network.weights) onTies += weight;
  return onCliques < LIGHT * onTies;
}

export function withoutCliques({
  nodeCount,
  offsets,
  neighbors,
  weights,
  mass,
  penalty,
}: SearchNetwork): SearchNetwork {
  return { nodeCount, offsets, neighbors, weights, mass, penalty };
}
