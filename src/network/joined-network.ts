import type { Quality } from "../model/manifest.ts";
import type { Cliques, CoauthorNetwork, TieRows } from "./coauthor-network.ts";
import { nodeStrengths } from "./partition-measures.ts";

/** A network in which one node may stand for several authors. */
export interface JoinedNetwork {
  readonly network: TieRows;
  /** Per author, the node that stands for them; nodes are in the order of their smallest authors. */
  readonly nodeOf: Uint32Array;
}

/**
 * The network with twins joined to one node where no best division parts them, so that a paper of 3,000 authors costs the
 * search for communities one node and not 4.5 million ties. What is between the twins becomes the node's loop; modularity
 * of a division of nodes is that of the same division of authors.
 *
 * Twins u and v, with weight w between them and strength k each, lose nothing by being together if w · 2m ≥ γk²: to each
 * community both have the same ties, so whichever of the two places is the better one is as good for the other, and
 * there it gains w/m − γk²/2m² ≥ 0 from its twin besides. At resolution γ ≤ 1 this holds for all twins of one paper, since
 * the pairs of that paper alone make 2m ≥ n(n−1)w > k²/w. Where it does not hold, every author stays a node. With the constant
 * Potts model the same is true where w ≥ γ.
 */
export function withTwinsJoined(
  network: CoauthorNetwork,
  resolution: number,
  quality: Quality = "modularity",
): JoinedNetwork {
  const { nodeCount, twinOf, implicit } = network;
  if (twinOf === undefined) return { network, nodeOf: Uint32Array.from({ length: nodeCount }, (_, i) => i) };
  const standsFor = joinable(network, twinOf, resolution, quality);

  const nodeOf = new Uint32Array(nodeCount);
  let count = 0;
  // Who stands for others is the smallest of them, so that its number is known when the others come.
  for (let i = 0; i < nodeCount; i++) nodeOf[i] = standsFor[i] === i ? count++ : nodeOf[standsFor[i]];
  const size = new Uint32Array(count);
  for (const node of nodeOf) size[node] += 1;

  const { loops, ...rows } = joinedRows(network, standsFor, nodeOf, size);
  if (implicit === undefined) return { nodeOf, network: { nodeCount: count, ...rows, loops, authors: size } };
  const cliques = joinedCliques(implicit, standsFor, nodeOf, size);
  for (let q = 0; q < cliques.papers.length; q++) {
    for (let k = cliques.offsets[q]; k < cliques.offsets[q + 1]; k++) {
      const within = (cliques.times[k] * (cliques.times[k] - 1)) / 2;
      loops[cliques.members[k]] += cliques.weights[q] * within;
    }
  }
  return {
    nodeOf,
    network: { nodeCount: count, ...rows, loops, authors: size, implicit: withoutSingleMembers(cliques) },
  };
}

function joinedRows(network: CoauthorNetwork, standsFor: Uint32Array, nodeOf: Uint32Array, size: Uint32Array) {
  const { nodeCount, offsets, neighbors, weights } = network;
  const isNode = new Uint8Array(nodeCount);
  for (let author = 0; author < nodeCount; author++) if (standsFor[author] === author) isNode[author] = 1;
  const ends = new Uint32Array(size.length + 1);
  for (let author = 0; author < nodeCount; author++) {
    if (isNode[author] === 0) continue;
    let ties = 0;
    for (let k = offsets[author]; k < offsets[author + 1]; k++) ties += isNode[neighbors[k]];
    ends[nodeOf[author] + 1] = ends[nodeOf[author]] + ties;
  }
  const loops = new Float64Array(size.length);
  const joined = {
    neighbors: new Uint32Array(ends[size.length]),
    weights: new Float64Array(ends[size.length]),
  };
  let end = 0;
  for (let author = 0; author < nodeCount; author++) {
    if (isNode[author] === 0) continue;
    const node = nodeOf[author];
    const own = size[node];
    for (let k = offsets[author]; k < offsets[author + 1]; k++) {
      const other = neighbors[k];
      if (isNode[other] === 1) {
        joined.neighbors[end] = nodeOf[other];
        joined.weights[end] = weights[k] * own * size[nodeOf[other]];
        end++;
      } else if (own > 1 && standsFor[other] === author) loops[node] = (weights[k] * own * (own - 1)) / 2;
    }
  }
  return { loops, offsets: ends, ...joined };
}

/** The cliques with one member for all twins, who are on the same papers. */
function joinedCliques(cliques: Cliques, standsFor: Uint32Array, nodeOf: Uint32Array, size: Uint32Array): Cliques {
  const offsets = new Uint32Array(cliques.offsets.length);
  const members = new Uint32Array(cliques.members.length);
  const times = new Uint32Array(cliques.members.length);
  let end = 0;
  for (let q = 0; q < cliques.papers.length; q++) {
    for (let k = cliques.offsets[q]; k < cliques.offsets[q + 1]; k++) {
      const author = cliques.members[k];
      if (standsFor[author] !== author) continue;
      members[end] = nodeOf[author];
      times[end] = size[nodeOf[author]];
      end++;
    }
    offsets[q + 1] = end;
  }
  return {
    papers: cliques.papers,
    weights: cliques.weights,
    offsets,
    members: members.slice(0, end),
    times: times.slice(0, end),
  };
}

/** A clique of one node is that node's loop, and nothing between nodes. */
function withoutSingleMembers({ papers, weights, offsets, members, times }: Cliques): Cliques | undefined {
  const kept = Array.from(papers.keys()).filter((q) => offsets[q + 1] - offsets[q] >= 2);
  if (kept.length === papers.length) return { papers, weights, offsets, members, times };
  if (kept.length === 0) return undefined;
  const rows = kept.map((q) => members.subarray(offsets[q], offsets[q + 1]));
  const ends = new Uint32Array(kept.length + 1);
  rows.forEach((row, at) => {
    ends[at + 1] = ends[at] + row.length;
  });
  return {
    papers: Uint32Array.from(kept, (q) => papers[q]),
    weights: Float64Array.from(kept, (q) => weights[q]),
    offsets: ends,
    members: Uint32Array.from(rows.flatMap((row) => [...row])),
    times: Uint32Array.from(kept.flatMap((q) => [...times.subarray(offsets[q], offsets[q + 1])])),
  };
}

/** `twinOf` without the twins whom a best division may part. */
function joinable(network: CoauthorNetwork, twinOf: Uint32Array, resolution: number, quality: Quality): Uint32Array {
  const between = weightBetweenTwins(network, twinOf);
  if (quality === "cpm") {
    return twinOf.map((first, author) => (first !== author && between[first] < resolution ? author : first));
  }
  const strength = nodeStrengths(network);
  let everything = 0;
  for (const own of strength) everything += own;
  return twinOf.map((first, author) =>
    first !== author && between[first] * everything < resolution * strength[first] * strength[first] ? author : first,
  );
}

/** For each author who has twins and is the first of them, the weight between two of them. */
function weightBetweenTwins(network: CoauthorNetwork, twinOf: Uint32Array): Float64Array {
  const { nodeCount, offsets, neighbors, weights, implicit } = network;
  const between = new Float64Array(nodeCount);
  const hasTwin = new Uint8Array(nodeCount);
  twinOf.forEach((first, author) => {
    if (first !== author) hasTwin[first] = 1;
  });
  for (let i = 0; i < nodeCount; i++) {
    if (hasTwin[i] === 0) continue;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (twinOf[neighbors[k]] !== i) continue;
      between[i] = weights[k];
      break;
    }
  }
  if (implicit !== undefined) {
    for (let q = 0; q < implicit.papers.length; q++) {
      for (let k = implicit.offsets[q]; k < implicit.offsets[q + 1]; k++) {
        if (hasTwin[implicit.members[k]] === 1) between[implicit.members[k]] += implicit.weights[q];
      }
    }
  }
  return between;
}
