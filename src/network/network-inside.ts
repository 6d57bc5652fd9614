import type { Cliques, CoauthorNetwork } from "./coauthor-network.ts";

/**
 * The network between some of the authors alone: `members` ascending, node `i` of the result being `members[i]`, with the ties that join
 * two of them, each with its whole weight, and of the implicit papers those that two or more of them wrote. `numberOf` has one entry
 * per author and is −1 throughout, before and after. Time and memory are linear in the rows of the members, and in the cliques given.
 */
export function networkInside(
  network: CoauthorNetwork,
  members: Uint32Array,
  numberOf: Int32Array,
  cliquesOfMembers: readonly number[],
): CoauthorNetwork {
  members.forEach((author, i) => {
    numberOf[author] = i;
  });
  const rows = rowsInside(network, members, numberOf);
  const implicit =
    network.implicit === undefined ? undefined : cliquesInside(network.implicit, numberOf, cliquesOfMembers);
  const twinOf = network.twinOf === undefined ? undefined : twinsInside(network.twinOf, members, numberOf);
  for (const author of members) numberOf[author] = -1;
  return { ...rows, ...(implicit === undefined ? {} : { implicit }), ...(twinOf === undefined ? {} : { twinOf }) };
}

function rowsInside(
  { offsets, neighbors, weights, papers }: CoauthorNetwork,
  members: Uint32Array,
  numberOf: Int32Array,
) {
  const ends = new Uint32Array(members.length + 1);
  members.forEach((author, i) => {
    let inside = 0;
    for (let k = offsets[author]; k < offsets[author + 1]; k++) if (numberOf[neighbors[k]] >= 0) inside++;
    ends[i + 1] = ends[i] + inside;
  });
  const ofTeam = {
    nodeCount: members.length,
    offsets: ends,
    neighbors: new Uint32Array(ends[members.length]),
    weights: new Float64Array(ends[members.length]),
    papers: new Uint32Array(ends[members.length]),
  };
  let at = 0;
  for (const author of members) {
    for (let k = offsets[author]; k < offsets[author + 1]; k++) {
      const other = numberOf[neighbors[k]];
      if (other < 0) continue;
      ofTeam.neighbors[at] = other;
      ofTeam.weights[at] = weights[k];
      ofTeam.papers[at] = papers[k];
      at++;
    }
  }
  return ofTeam;
}

/** Of the cliques given, what is left of those with two members or more; undefined where there is none. */
function cliquesInside(
  { papers, weights, offsets, members, times }: Cliques,
  numberOf: Int32Array,
  given: readonly number[],
): Cliques | undefined {
  const kept: number[] = [];
  const ends: number[] = [0];
  const inside: number[] = [];
  const insideTimes: number[] = [];
  for (const q of given) {
    const before = inside.length;
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      if (numberOf[members[k]] < 0) continue;
      inside.push(numberOf[members[k]]);
      insideTimes.push(times[k]);
    }
    if (inside.length - before < 2) {
      inside.length = before;
      insideTimes.length = before;
      continue;
    }
    kept.push(q);
    ends.push(inside.length);
  }
  if (kept.length === 0) return undefined;
  return {
    papers: Uint32Array.from(kept, (q) => papers[q]),
    weights: Float64Array.from(kept, (q) => weights[q]),
    offsets: Uint32Array.from(ends),
    members: Uint32Array.from(inside),
    times: Uint32Array.from(insideTimes),
  };
}

/** Of twins who are in different teams, the smallest of each team stands for the others there. */
function twinsInside(twinOf: Uint32Array, members: Uint32Array, numberOf: Int32Array): Uint32Array {
  const firstOf = new Map<number, number>();
  return Uint32Array.from(members, (author) => {
    const first = firstOf.get(twinOf[author]);
    if (first !== undefined) return first;
    firstOf.set(twinOf[author], numberOf[author]);
    return numberOf[author];
  });
}
