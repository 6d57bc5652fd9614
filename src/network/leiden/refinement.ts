import type { Generator } from "../../model/generator.ts";
import { cliqueSearch } from "./clique-search.ts";
import { type CliqueRows, cliqueRows, type SearchNetwork } from "./search-network.ts";
import { shuffledNodes } from "./shuffle.ts";

const END = 2 ** 32 - 1;

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
  const weightTo = new Float64Array(nodeCount);
  const met = new Uint32Array(nodeCount);
  // The mass that a part is weighed with: without end where it is not well tied, so that nobody joins it.
  const openMass = new Float64Array(nodeCount);
  const within = cliques === undefined ? undefined : cliquesWithin(cliques, community);
  const onCliques = within === undefined ? null : cliqueSearch(within, part, mass, openMass, weightTo, met);

  const outward = weightsIntoOwn(network, community);
  const openMassOf = (p: number): number =>
    outward[p] < penalty * partMass[p] * (total[community[p]] - partMass[p]) ? Number.POSITIVE_INFINITY : partMass[p];
  for (let i = 0; i < nodeCount; i++) {
    if (onCliques !== null) outward[i] += onCliques.most[i];
    openMass[i] = openMassOf(i);
  }

  for (const i of byCommunity(shuffledNodes(nodeCount, chance), community)) {
    if (partNodes[i] !== 1 || outward[i] === 0 || openMass[i] === Number.POSITIVE_INFINITY) continue;

    const c = community[i];
    let metCount = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const j = neighbors[k];
      if (community[j] !== c) continue;
      const p = part[j];
      if (weightTo[p] === 0) met[metCount++] = p;
      weightTo[p] += weights[k];
    }
    const price = penalty * mass[i];
    if (onCliques !== null && onCliques.most[i] > 0) {
      openMass[i] = 0;
      metCount = onCliques.meet(i, i, price, metCount);
      openMass[i] = mass[i];
    }

    let best = i;
    let bestGain = 0;
    let weightToBest = 0;
    for (let m = 0; m < metCount; m++) {
      const p = met[m];
      const weight = weightTo[p];
      weightTo[p] = 0;
      const gain = weight - price * openMass[p];
      if (p === i || gain <= bestGain) continue;
      best = p;
      bestGain = gain;
      weightToBest = weight;
    }
    if (best === i) continue;
    onCliques?.move(i, i, best);
    part[i] = best;
    partMass[best] += mass[i];
    partNodes[best] += 1;
    partNodes[i] = 0;
    outward[best] += outward[i] - 2 * weightToBest;
    openMass[best] = openMassOf(best);
  }
  return numberedByCommunity(part, community);
}

/** Weight of the ties from each node to the others of its community. */
function weightsIntoOwn(
  { nodeCount, offsets, neighbors, weights }: SearchNetwork,
  community: Int32Array,
): Float64Array {
  const into = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    const c = community[i];
    let sum = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) if (community[neighbors[k]] === c) sum += weights[k];
    into[i] = sum;
  }
  return into;
}

/** The cliques with each community's members on a paper as one of their own; undefined where nobody has another there. */
function cliquesWithin(
  { weights, offsets, members, times }: CliqueRows,
  community: Int32Array,
): CliqueRows | undefined {
  const ends = [0];
  const weightsWithin: number[] = [];
  const membersWithin = new Uint32Array(members.length);
  const timesWithin = new Uint32Array(members.length);
  const count = new Uint32Array(community.length);
  // Where the next member of each community on the paper goes; before the first, END.
  const next = new Uint32Array(community.length).fill(END);
  let end = 0;
  for (let q = 0; q < weights.length; q++) {
    for (let k = offsets[q]; k < offsets[q + 1]; k++) count[community[members[k]]] += 1;
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      const c = community[members[k]];
      if (count[c] < 2) continue;
      if (next[c] === END) {
        next[c] = end;
        end += count[c];
        ends.push(end);
        weightsWithin.push(weights[q]);
      }
      membersWithin[next[c]] = members[k];
      timesWithin[next[c]++] = times[k];
    }
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      count[community[members[k]]] = 0;
      next[community[members[k]]] = END;
    }
  }
  if (end === 0) return undefined;
  return cliqueRows(
    community.length,
    Float64Array.from(weightsWithin),
    Uint32Array.from(ends),
    membersWithin.subarray(0, end),
    timesWithin.subarray(0, end),
  );
}

/** The nodes of each community one after the other, each time in the order given: what happens in one is nothing to the others. */
function byCommunity(order: Uint32Array, community: Int32Array): Uint32Array {
  const next = new Uint32Array(order.length + 1);
  for (const c of community) next[c + 1] += 1;
  for (let c = 0; c < order.length; c++) next[c + 1] += next[c];
  const sorted = new Uint32Array(order.length);
  for (const i of order) sorted[next[community[i]]++] = i;
  return sorted;
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
