import type { Generator } from "../../model/generator.ts";
import { type CliqueCounts, cliqueCounts, HEAVIEST } from "./clique-counts.ts";
import { type CliqueRows, type SearchNetwork, weightsOnCliques } from "./search-network.ts";
import { shuffledNodes } from "./shuffle.ts";

/** A move must gain this share of the node's mass times `penalty` or of its weight: less is the noise of sums. */
const LEAST_GAIN = 1e-11;

/** Rounds in which the members of implicit papers are asked again. */
const MOST_ROUNDS = 8;

/** Far below any weight there is, so that adding a weight leaves no trace of it: marks a community as met. */
const MET = 2 ** -1000;

/**
 * Moves single nodes between communities, each to where H grows most, until no node gains by moving: the queue-based local
 * moving of Ozaki, Tezuka & Inaba 2016 (doi:10.7763/IJCTE.2016.V8.1086) and Traag et al. 2019. First every node is asked, in the
 * order of `queue`; later only those of whom a neighbour moved away. `community` is changed in place, with numbers below
 * `nodeCount`, and `queue` is used up; returns by how much H grew.
 *
 * A node looks at the communities of its neighbours and, on each implicit paper, at those with the most authors there; what
 * it weighs them by is exact. The members of implicit papers are asked again in rounds, since to wake all of them
 * at every move would cost the pairs. Papers are not looked into where all of them together could not turn the choice.
 */
export function moveNodes(
  network: SearchNetwork,
  community: Int32Array,
  chance: Generator,
  queue: Uint32Array,
): number {
  const { nodeCount, offsets, neighbors, weights, mass, penalty, cliques } = network;
  const { total, members, empty } = communityTotals(network, community);
  let emptyCount = empty.length;

  const isQueued = new Uint8Array(nodeCount).fill(1);
  let head = 0;
  let waiting = nodeCount;

  const weightTo = new Float64Array(nodeCount);
  const met = new Uint32Array(nodeCount);
  const counts = cliques === undefined ? null : cliqueCounts(cliques, community);
  const turnsOnCliques = new Uint8Array(cliques === undefined ? 0 : nodeCount);
  const mostFromCliques = cliques === undefined ? null : weightsOnCliques(cliques, nodeCount);
  let gained = 0;
  let rounds = 0;
  let moves = 0;

  for (;;) {
    while (waiting > 0) {
      const i = queue[head];
      head = head + 1 === nodeCount ? 0 : head + 1;
      waiting--;
      isQueued[i] = 0;

      let metCount = 0;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const c = community[neighbors[k]];
        if (weightTo[c] === 0) met[metCount++] = c;
        weightTo[c] += weights[k];
      }
      const own = community[i];
      // As if the node stood apart: then the gain of joining c is w(i, c) − penalty · mass(i) · M_c.
      const price = penalty * mass[i];
      total[own] -= mass[i];
      if (cliques !== undefined && counts !== null && mostFromCliques !== null && mostFromCliques[i] > 0) {
        metCount = meetOnCliques(cliques, counts, i, mostFromCliques[i], own, price, total, weightTo, met, metCount);
        turnsOnCliques[i] = metCount > 0 ? 1 : 0;
      }
      if (metCount === 0) {
        total[own] += mass[i];
        continue;
      }
      const gainOfOwn = weightTo[own] - price * total[own];
      let best = own;
      let bestGain = gainOfOwn + LEAST_GAIN * (price * total[own] + weightTo[own] + price * mass[i]);
      for (let m = 0; m < metCount; m++) {
        const c = met[m];
        const gain = weightTo[c] - price * total[c];
        if (gain > bestGain) {
          best = c;
          bestGain = gain;
        }
        weightTo[c] = 0;
      }
      if (bestGain < 0 && members[own] > 1 && emptyCount > 0) {
        best = empty[--emptyCount];
        bestGain = 0;
      }
      total[best] += mass[i];
      if (best === own) continue;

      gained += bestGain - gainOfOwn;
      moves++;
      community[i] = best;
      members[best] += 1;
      members[own] -= 1;
      if (members[own] === 0) empty[emptyCount++] = own;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const j = neighbors[k];
        if (isQueued[j] === 1 || community[j] === best) continue;
        isQueued[j] = 1;
        let tail = head + waiting;
        if (tail >= nodeCount) tail -= nodeCount;
        queue[tail] = j;
        waiting++;
      }
      if (cliques !== undefined && counts !== null) {
        for (let k = cliques.nodeOffsets[i]; k < cliques.nodeOffsets[i + 1]; k++) {
          counts.add(cliques.cliqueOf[k], own, -cliques.ownTimes[k]);
          counts.add(cliques.cliqueOf[k], best, cliques.ownTimes[k]);
        }
      }
    }
    if (cliques === undefined || counts === null || moves === 0 || ++rounds === MOST_ROUNDS) return gained;
    moves = 0;
    counts.rank();
    head = 0;
    for (const i of shuffledNodes(nodeCount, chance)) {
      if (turnsOnCliques[i] === 0) continue;
      isQueued[i] = 1;
      queue[waiting++] = i;
    }
  }
}

/**
 * Adds what the implicit papers of node `i` weigh, `most` in all, to the communities met that may still be the best, with the
 * heaviest of each paper among them. Communities that cannot be are dropped from those met; returns how many are left.
 */
function meetOnCliques(
  cliques: CliqueRows,
  counts: CliqueCounts,
  i: number,
  most: number,
  own: number,
  price: number,
  total: Float64Array,
  weightTo: Float64Array,
  met: Uint32Array,
  metBefore: number,
): number {
  const { nodeOffsets, cliqueOf, ownTimes, weights } = cliques;
  let least = weightTo[own] - price * total[own];
  for (let m = 0; m < metBefore; m++) least = Math.max(least, weightTo[met[m]] - price * total[met[m]]);
  least -= most;

  let metCount = 0;
  for (let m = 0; m < metBefore; m++) {
    const c = met[m];
    if (c === own || weightTo[c] - price * total[c] >= least) met[metCount++] = c;
    else weightTo[c] = 0;
  }
  const from = nodeOffsets[i];
  const to = nodeOffsets[i + 1];
  // Whom no tie leads to weighs at most what the papers do, which `least` is above of where ties decide.
  for (let k = from; k < to && least <= 0; k++) {
    const first = HEAVIEST * cliqueOf[k];
    for (let h = first; h < first + HEAVIEST; h++) {
      const c = counts.heaviest[h];
      if (c < 0 || weightTo[c] !== 0 || -price * total[c] < least) continue;
      weightTo[c] = MET;
      met[metCount++] = c;
    }
  }
  if (weightTo[own] === 0) {
    weightTo[own] = MET;
    met[metCount++] = own;
  }
  if (metCount === 1) {
    weightTo[own] = 0;
    return 0;
  }
  for (let k = from; k < to; k++) {
    const q = cliqueOf[k];
    const weight = weights[q] * ownTimes[k];
    for (let m = 0; m < metCount; m++) {
      const c = met[m];
      const others = counts.count(q, c) - (c === own ? ownTimes[k] : 0);
      if (others > 0) weightTo[c] += weight * others;
    }
  }
  return metCount;
}

/** Mass and number of nodes of each community, and the numbers that no community has, the smallest last. */
function communityTotals({ nodeCount, mass }: SearchNetwork, community: Int32Array) {
  const total = new Float64Array(nodeCount);
  const members = new Uint32Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    total[community[i]] += mass[i];
    members[community[i]] += 1;
  }
  const empty: number[] = [];
  for (let c = nodeCount - 1; c >= 0; c--) if (members[c] === 0) empty.push(c);
  return { total, members, empty };
}
