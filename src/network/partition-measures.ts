import { type Counting, pairWeight } from "../model/counting.ts";
import { authorsOf, type Incidence, papersOf } from "../model/incidence.ts";
import type { Cliques, CoauthorNetwork, TieRows } from "./coauthor-network.ts";

/**
 * Modularity of a division (Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113) with resolution γ (Reichardt &
 * Bornholdt 2006, doi:10.1103/PhysRevE.74.016110), in its form by communities:
 *
 *     Q = Σ_c ( in_c / 2m − γ (tot_c / 2m)² )
 *
 * in_c is the weight from members to members (each tie twice), tot_c the strength of the members, 2m all strength.
 * `community[i]` is a number from 0 up, or −1 for an author without ties. 0 for a network without ties. Implicit papers
 * are counted exactly.
 */
export function modularity(network: TieRows, community: Int32Array, resolution: number): number {
  const { all, own } = strengths(network, community);
  const inside = new Float64Array(communitiesIn(community));
  const total = new Float64Array(inside.length);
  let everything = 0;
  for (let i = 0; i < network.nodeCount; i++) {
    everything += all[i];
    if (community[i] < 0) continue;
    inside[community[i]] += own[i];
    total[community[i]] += all[i];
  }
  if (everything === 0) return 0;

  let quality = 0;
  for (let c = 0; c < inside.length; c++) {
    const share = total[c] / everything;
    quality += inside[c] / everything - resolution * share * share;
  }
  return quality;
}

/**
 * The constant Potts model's quality of a division (Traag, Van Dooren & Nesterov 2011, doi:10.1103/PhysRevE.84.016114)
 * at resolution γ, as a share of the weight m of all ties:
 *
 *     ( Σ_c ( e_c − γ n_c (n_c − 1) / 2 ) ) / m
 *
 * e_c is the weight between members, n_c their number: a team is good as far as its pairs weigh more than γ on the mean. At most
 * 1; 0 for a network without ties. Arguments as of `modularity`.
 */
export function constantPotts(network: TieRows, community: Int32Array, resolution: number): number {
  const { all, own } = strengths(network, community);
  const inside = new Float64Array(communitiesIn(community));
  const authors = new Float64Array(inside.length);
  let everything = 0;
  for (let i = 0; i < network.nodeCount; i++) {
    everything += all[i];
    if (community[i] < 0) continue;
    inside[community[i]] += own[i];
    authors[community[i]] += network.authors?.[i] ?? 1;
  }
  if (everything === 0) return 0;

  let quality = 0;
  for (let c = 0; c < inside.length; c++) quality += inside[c] - resolution * authors[c] * (authors[c] - 1);
  return quality / everything;
}

/** Share of each author's tie weight that goes to their own community, 0 to 1; 0 for an author without ties. */
export function insideShares(network: CoauthorNetwork, community: Int32Array): Float32Array {
  const { all, own } = strengths(network, community);
  // Both sums run over the same ties in the same order, so `own` is exactly `all` where every tie is inside.
  return Float32Array.from(all, (strength, i) => (strength > 0 ? own[i] / strength : 0));
}

/**
 * Tie weight from `author` to each community: a sum over the author's papers, so it needs no pair and no network.
 * Length `communityCount`; coauthors in no community (−1) are left out.
 */
export function tieWeightByCommunity(
  incidence: Incidence,
  counting: Counting,
  community: Int32Array,
  communityCount: number,
  author: number,
): Float64Array {
  const weights = new Float64Array(communityCount);
  for (const p of papersOf(incidence, author)) {
    const coauthors = authorsOf(incidence, p);
    const weight = pairWeight(counting, coauthors.length);
    for (const j of coauthors) {
      if (j !== author && community[j] >= 0) weights[community[j]] += weight;
    }
  }
  return weights;
}

/** Strength of each node: the weight of all its ties, twice that of its loop included. */
export function nodeStrengths({ nodeCount, offsets, weights, implicit, loops }: TieRows): Float64Array {
  const all = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    let strength = loops === undefined ? 0 : 2 * loops[i];
    for (let k = offsets[i]; k < offsets[i + 1]; k++) strength += weights[k];
    all[i] = strength;
  }
  if (implicit !== undefined) addImplicit(implicit, new Int32Array(nodeCount).fill(-1), all, all);
  return all;
}

/** Strength of each author: the weight of all ties, and of those inside the author's community. */
function strengths(network: TieRows, community: Int32Array) {
  const { nodeCount, offsets, neighbors, weights, implicit, loops } = network;
  const all = new Float64Array(nodeCount);
  const own = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    const loop = loops === undefined ? 0 : 2 * loops[i];
    all[i] = loop;
    own[i] = community[i] >= 0 ? loop : 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      all[i] += weights[k];
      if (community[i] >= 0 && community[i] === community[neighbors[k]]) own[i] += weights[k];
    }
  }
  if (implicit !== undefined) addImplicit(implicit, community, all, own);
  return { all, own };
}

/** On a paper with n authors, n_c of them in community c, a member for t authors of c has t(n − t) pairs, t(n_c − t) inside. */
function addImplicit(cliques: Cliques, community: Int32Array, all: Float64Array, own: Float64Array): void {
  const { offsets, members, times, weights } = cliques;
  const authorsIn = new Uint32Array(communitiesIn(community));
  for (let q = 0; q < weights.length; q++) {
    let authors = 0;
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      authors += times[k];
      if (community[members[k]] >= 0) authorsIn[community[members[k]]] += times[k];
    }
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      const i = members[k];
      const weight = weights[q] * times[k];
      all[i] += weight * (authors - times[k]);
      if (community[i] >= 0) own[i] += weight * (authorsIn[community[i]] - times[k]);
    }
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      if (community[members[k]] >= 0) authorsIn[community[members[k]]] = 0;
    }
  }
}

/** One more than the largest community number. */
function communitiesIn(community: Int32Array): number {
  let count = 0;
  for (const c of community) count = Math.max(count, c + 1);
  return count;
}
