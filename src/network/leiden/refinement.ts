import type { Generator } from "../../model/generator.ts";
import { type CliqueCounts, cliqueCounts } from "./clique-counts.ts";
import type { CliqueRows, SearchNetwork } from "./search-network.ts";
import { shuffledNodes } from "./shuffle.ts";

const MET = 2 ** -1000;

/**
 * Divides each community into parts that hold together (the refinement of Traag, Waltman & van Eck 2019,
 * doi:10.1038/s41598-019-41695-z): every node begins alone; a node that is still alone, and well tied to the rest of its
 * community, joins the part there with which H grows most, among the parts that are well tied to the rest themselves. A
 * part S of community C is well tied when e(S, C − S) ≥ penalty · M_S · (M_C − M_S). Parts grow along ties only, so each is connected.
 * The source draws the part by chance, weighed by exp(gain); here the best is taken, which needs no exp, and starts
 * differ by the order alone.
 *
 * Returns the part of each node; parts are numbered from 0 in the order in which their nodes come when communities are taken
 * in order, so that neighbouring parts have neighbouring numbers.
 */
export function refinedParts(
  network: SearchNetwork,
  community: Int32Array,
  chance: Generator,
): { part: Int32Array; partCount: number } {
  const { nodeCount, offsets, neighbors, weights, mass, penalty, cliques } = network;
  const total = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) total[community[i]] += mass[i];
  const part = new Int32Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) part[i] = i;
  const partMass = mass.slice();
  const partNodes = new Uint32Array(nodeCount).fill(1);
  const shared = cliques === undefined ? null : sharedPapers(cliques, community, part);
  const outward = weightsIntoOwn(network, community, shared);

  const weightTo = new Float64Array(nodeCount);
  const met = new Uint32Array(nodeCount);
  for (const i of shuffledNodes(nodeCount, chance)) {
    const c = community[i];
    if (partNodes[part[i]] !== 1) continue;
    if (outward[i] === 0 || outward[i] < penalty * mass[i] * (total[c] - mass[i])) continue;

    let metCount = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const j = neighbors[k];
      if (community[j] !== c) continue;
      const p = part[j];
      if (weightTo[p] === 0) met[metCount++] = p;
      weightTo[p] += weights[k];
    }
    const price = penalty * mass[i];
    if (shared !== null) metCount = shared.meet(i, price, partMass, weightTo, met, metCount);

    let best = i;
    let bestGain = 0;
    let weightToBest = 0;
    for (let m = 0; m < metCount; m++) {
      const p = met[m];
      const weight = weightTo[p];
      weightTo[p] = 0;
      if (p === i || outward[p] < penalty * partMass[p] * (total[c] - partMass[p])) continue;
      const gain = weight - price * partMass[p];
      if (gain > bestGain) {
        best = p;
        bestGain = gain;
        weightToBest = weight;
      }
    }
    if (best === i) continue;
    part[i] = best;
    partMass[best] += mass[i];
    partNodes[best] += 1;
    partNodes[i] = 0;
    outward[best] += outward[i] - 2 * weightToBest;
    shared?.join(i, best);
  }
  return numberedByCommunity(part, community);
}

/** Weight from each node to the others of its community. */
function weightsIntoOwn(
  { nodeCount, offsets, neighbors, weights }: SearchNetwork,
  community: Int32Array,
  shared: SharedPapers | null,
): Float64Array {
  const into = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    const c = community[i];
    let sum = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) if (community[neighbors[k]] === c) sum += weights[k];
    into[i] = shared === null ? sum : sum + shared.weightIntoOwn(i);
  }
  return into;
}

/** What implicit papers say of nodes and parts that are in one community. */
interface SharedPapers {
  weightIntoOwn(i: number): number;
  /**
   * Adds what they weigh between `i` and the parts met that may still be the best, the heaviest part of its community on
   * each paper among them. Parts that cannot be are dropped from those met; returns how many are left.
   */
  meet(
    i: number,
    price: number,
    partMass: Float64Array,
    weightTo: Float64Array,
    met: Uint32Array,
    metBefore: number,
  ): number;
  join(i: number, part: number): void;
}

function sharedPapers(cliques: CliqueRows, community: Int32Array, part: Int32Array): SharedPapers {
  const { weights, nodeOffsets, cliqueOf, ownTimes } = cliques;
  const ofCommunities = cliqueCounts(cliques, community);
  const ofParts: CliqueCounts = cliqueCounts(cliques, part);
  // On each paper the part with the most authors of each community, in the place of the paper's smallest member of it.
  const { leaderPlace, leaders } = leadersOf(cliques, community, part);

  const weightIntoOwn = (i: number): number => {
    let sum = 0;
    for (let k = nodeOffsets[i]; k < nodeOffsets[i + 1]; k++) {
      const q = cliqueOf[k];
      sum += weights[q] * ownTimes[k] * (ofCommunities.count(q, community[i]) - ownTimes[k]);
    }
    return sum;
  };

  return {
    weightIntoOwn,
    meet(i, price, partMass, weightTo, met, metBefore) {
      let least = 0;
      for (let m = 0; m < metBefore; m++) least = Math.max(least, weightTo[met[m]] - price * partMass[met[m]]);
      least -= weightIntoOwn(i);
      let metCount = 0;
      for (let m = 0; m < metBefore; m++) {
        if (weightTo[met[m]] - price * partMass[met[m]] >= least) met[metCount++] = met[m];
        else weightTo[met[m]] = 0;
      }
      for (let k = nodeOffsets[i]; k < nodeOffsets[i + 1] && least <= 0; k++) {
        const leader = leaders[leaderPlace[k]];
        if (leader === i || weightTo[leader] !== 0 || -price * partMass[leader] < least) continue;
        weightTo[leader] = MET;
        met[metCount++] = leader;
      }
      for (let k = nodeOffsets[i]; k < nodeOffsets[i + 1]; k++) {
        const weight = weights[cliqueOf[k]] * ownTimes[k];
        for (let m = 0; m < metCount; m++) {
          if (met[m] === i) continue;
          const others = ofParts.count(cliqueOf[k], met[m]);
          if (others > 0) weightTo[met[m]] += weight * others;
        }
      }
      return metCount;
    },
    join(i, joined) {
      for (let k = nodeOffsets[i]; k < nodeOffsets[i + 1]; k++) {
        const q = cliqueOf[k];
        ofParts.add(q, i, -ownTimes[k]);
        ofParts.add(q, joined, ownTimes[k]);
        const leader = leaders[leaderPlace[k]];
        if (ofParts.count(q, joined) > ofParts.count(q, leader)) leaders[leaderPlace[k]] = joined;
      }
    },
  };
}

function leadersOf(cliques: CliqueRows, community: Int32Array, part: Int32Array) {
  const { offsets, members, nodeOffsets } = cliques;
  const leaderPlace = new Uint32Array(members.length);
  const leaders = new Int32Array(members.length);
  const placeOnPaper = new Int32Array(community.length);
  const lastPaper = new Int32Array(community.length).fill(-1);
  const next = nodeOffsets.slice();
  for (let q = 0; q + 1 < offsets.length; q++) {
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      const i = members[k];
      const c = community[i];
      if (lastPaper[c] !== q) {
        lastPaper[c] = q;
        placeOnPaper[c] = k;
        leaders[k] = part[i];
      }
      leaderPlace[next[i]++] = placeOnPaper[c];
    }
  }
  return { leaderPlace, leaders };
}

/** Parts renumbered in the order of their communities, inside one in that of their smallest node. */
function numberedByCommunity(part: Int32Array, community: Int32Array): { part: Int32Array; partCount: number } {
  const begin = new Uint32Array(part.length + 1);
  for (let i = 0; i < part.length; i++) if (part[i] === i) begin[community[i] + 1] += 1;
  for (let c = 0; c < part.length; c++) begin[c + 1] += begin[c];
  const partCount = begin[part.length];
  const number = new Int32Array(part.length).fill(-1);
  const numbered = new Int32Array(part.length);
  for (let i = 0; i < part.length; i++) {
    const p = part[i];
    if (number[p] < 0) number[p] = begin[community[i]]++;
    numbered[i] = number[p];
  }
  return { part: numbered, partCount };
}
