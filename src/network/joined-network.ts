import type { CoauthorNetwork } from "./coauthor-network.ts";

/** A network in which one node may stand for several authors. */
export interface JoinedNetwork {
  readonly network: CoauthorNetwork;
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
 * the pairs of that paper alone make 2m ≥ n(n−1)w > k²/w. Where it does not hold, every author stays a node.
 *
 * Networks with implicit papers are returned as they are.
 */
export function withTwinsJoined(network: CoauthorNetwork, resolution: number): JoinedNetwork {
  const { nodeCount, offsets, neighbors, weights, papers, twinOf, implicit } = network;
  if (twinOf === undefined || implicit !== undefined) return { network, nodeOf: everyoneAlone(nodeCount) };
  const standsFor = joinable(network, twinOf, resolution);

  const nodeOf = new Uint32Array(nodeCount);
  const first: number[] = [];
  standsFor.forEach((stand, author) => {
    if (stand === author) nodeOf[author] = first.push(author) - 1;
    else nodeOf[author] = nodeOf[stand];
  });
  const size = new Float64Array(first.length);
  for (const node of nodeOf) size[node] += 1;

  const loops = new Float64Array(first.length);
  const joinedOffsets = new Uint32Array(first.length + 1);
  const joined = { neighbors: [] as number[], weights: [] as number[], papers: [] as number[] };
  first.forEach((author, node) => {
    for (let k = offsets[author]; k < offsets[author + 1]; k++) {
      const other = neighbors[k];
      if (standsFor[other] === author) loops[node] = (weights[k] * size[node] * (size[node] - 1)) / 2;
      if (standsFor[other] !== other || other === author) continue;
      joined.neighbors.push(nodeOf[other]);
      joined.weights.push(weights[k] * size[node] * size[nodeOf[other]]);
      joined.papers.push(papers[k]);
    }
    joinedOffsets[node + 1] = joined.neighbors.length;
  });
  return {
    nodeOf,
    network: {
      nodeCount: first.length,
      offsets: joinedOffsets,
      neighbors: Uint32Array.from(joined.neighbors),
      weights: Float64Array.from(joined.weights),
      papers: Uint32Array.from(joined.papers),
      loops,
    },
  };
}

function everyoneAlone(nodeCount: number): Uint32Array {
  return Uint32Array.from({ length: nodeCount }, (_, author) => author);
}

/** `twinOf` without the twins whom a best division may part. */
function joinable(
  { nodeCount, offsets, neighbors, weights }: CoauthorNetwork,
  twinOf: Uint32Array,
  resolution: number,
) {
  const strength = new Float64Array(nodeCount);
  let everything = 0;
  for (let i = 0; i < nodeCount; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) strength[i] += weights[k];
    everything += strength[i];
  }
  const stays = new Uint8Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    if (twinOf[i] !== i) continue;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (twinOf[neighbors[k]] !== i) continue;
      stays[i] = weights[k] * everything < resolution * strength[i] * strength[i] ? 1 : 0;
      break;
    }
  }
  return twinOf.map((first, author) => (stays[first] === 1 ? author : first));
}
