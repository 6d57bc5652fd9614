import type { Generator } from "../../model/generator.ts";
import { cliqueSearch } from "./clique-search.ts";
import type { SearchNetwork } from "./search-network.ts";
import { nodesInTurn } from "./shuffle.ts";

/** A move must gain this share of the node's mass times `penalty` or of its weight: less is the noise of sums. */
const LEAST_GAIN = 1e-11;

/**
 * Moves single nodes between communities, each to where H grows most, until no node gains by moving: the queue-based local
 * moving of Ozaki, Tezuka & Inaba 2016 (doi:10.7763/IJCTE.2016.V8.1086) and Traag et al. 2019. First every node is asked, in the
 * order of `queue`; later only those of whom a neighbour moved away. `community` is changed in place, with numbers below
 * `nodeCount`, and `queue` is used up; returns by how much H grew.
 *
 * A node looks at the communities of its neighbours and at those on its implicit papers, see `cliqueSearch`. To wake all
 * members of a paper at every move would cost the pairs, so they are asked again in `rounds`, until none of them moves; and
 * of them only those are woken whose lead the ties that moved could have used up.
 */
export function moveNodes(
  network: SearchNetwork,
  community: Int32Array,
  chance: Generator,
  queue: Uint32Array,
  rounds = 1,
): number {
  const { nodeCount, offsets, neighbors, weights, mass, penalty, cliques } = network;
  const { total, members, empty } = communityTotals(network, community);
  let emptyCount = empty.length;

  const isQueued = new Uint8Array(nodeCount).fill(1);
  let head = 0;
  let waiting = nodeCount;

  const weightTo = new Float64Array(nodeCount);
  const met = new Uint32Array(nodeCount);
  const onCliques = cliques === undefined ? null : cliqueSearch(cliques, community, mass, total, weightTo, met);
  // By how much the place of a node on implicit papers is better than any other, as far as ties have told since.
  const lead = new Float64Array(cliques === undefined ? 0 : nodeCount);
  let gained = 0;
  let round = 0;
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
      let nextGain = Number.NEGATIVE_INFINITY;
      if (onCliques !== null && onCliques.most[i] > 0) {
        metCount = onCliques.meet(i, own, price, metCount);
        nextGain = onCliques.others();
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
        weightTo[c] = 0;
        if (gain > bestGain) {
          if (bestGain > nextGain) nextGain = bestGain;
          best = c;
          bestGain = gain;
        } else if (gain > nextGain && c !== own) nextGain = gain;
      }
      if (bestGain < 0 && members[own] > 1 && emptyCount > 0) {
        best = empty[--emptyCount];
        bestGain = 0;
      }
      if (onCliques !== null) lead[i] = Math.min(bestGain, bestGain - nextGain);
      total[best] += mass[i];
      if (best === own) continue;

      gained += bestGain - gainOfOwn;
      moves++;
      onCliques?.move(i, own, best);
      community[i] = best;
      members[best] += 1;
      members[own] -= 1;
      if (members[own] === 0) empty[emptyCount++] = own;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const j = neighbors[k];
        if (isQueued[j] === 1 || community[j] === best) continue;
        if (onCliques !== null) {
          lead[j] -= 2 * weights[k];
          if (lead[j] > 0) continue;
        }
        isQueued[j] = 1;
        let tail = head + waiting;
        if (tail >= nodeCount) tail -= nodeCount;
        queue[tail] = j;
        waiting++;
      }
    }
    if (onCliques === null || moves === 0 || ++round >= rounds) return gained;
    moves = 0;
    head = 0;
    for (const i of nodesInTurn(nodeCount, chance)) {
      if (onCliques.most[i] === 0) continue;
      isQueued[i] = 1;
      queue[waiting++] = i;
    }
  }
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
