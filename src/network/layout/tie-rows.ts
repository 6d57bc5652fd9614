import { authorsOn, type Incidence } from "../../model/incidence.ts";
import { LARGE_MAP } from "./large-map-tuning.ts";

/**
 * Ties of bodies in compressed rows: body i is tied to `neighbors[k]` with `weights[k]` for `offsets[i] <= k < offsets[i + 1]`; every tie stands twice,
 * nobody is tied to themselves. `mass` is what a body weighs in repulsion, > 0.
 */
export interface TieRows {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly neighbors: Uint32Array;
  readonly weights: Float64Array;
  readonly mass: Float64Array;
}

/**
 * The ties that the papers admitted by `counts` make among bodies; `bodyOf` gives an author's body or −1. A pair weighs 1/√(n − 1) for each joint paper
 * of n authors: by 1/(n − 1) the people of one paper with many authors hardly hold together, by 1 such papers take the map. The mass is 1
 * + the sum of a body's weights, as in Noack's edge-repulsion LinLog (2007), in which how far groups stand apart tells how
 * few ties they have between them, and busy authors do not end up all in the middle.
 */
export function tieRows(
  incidence: Incidence,
  counts: (paper: number) => boolean,
  bodies: Uint32Array,
  bodyOf: Int32Array,
): TieRows {
  const { authorOffsets, papers, paperOffsets, authors } = incidence;
  const count = bodies.length;
  const paperWeight = new Float64Array(incidence.paperCount);
  for (let p = 0; p < paperWeight.length; p++) {
    const n = authorsOn(incidence, p);
    if (n > 1 && counts(p)) paperWeight[p] = 1 / Math.sqrt(n - 1);
  }
  const offsets = new Uint32Array(count + 1);
  const mass = new Float64Array(count).fill(1);
  const sums = new Float64Array(count);
  const met: number[] = [];
  let neighbors = new Uint32Array(4 * count + 16);
  let weights = new Float64Array(4 * count + 16);
  let end = 0;
  for (let i = 0; i < count; i++) {
    met.length = 0;
    for (let k = authorOffsets[bodies[i]]; k < authorOffsets[bodies[i] + 1]; k++) {
      const weight = paperWeight[papers[k]];
      if (weight === 0) continue;
      for (let l = paperOffsets[papers[k]]; l < paperOffsets[papers[k] + 1]; l++) {
        const j = bodyOf[authors[l]];
        if (j < 0 || j === i) continue;
        if (sums[j] === 0) met.push(j);
        sums[j] += weight;
      }
    }
    if (end + met.length > neighbors.length) {
      neighbors = grown(neighbors, new Uint32Array(2 * (end + met.length)));
      weights = grown(weights, new Float64Array(2 * (end + met.length)));
    }
    for (const j of met) {
      neighbors[end] = j;
      weights[end++] = sums[j];
      mass[i] += sums[j];
      sums[j] = 0;
    }
    offsets[i + 1] = end;
  }
  return { count, offsets, neighbors: neighbors.slice(0, end), weights: weights.slice(0, end), mass };
}

function grown<T extends Uint32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** The same ties, those within a group pulling harder. The masses stay: they are about who needs room. */
export function pullGroups(ties: TieRows, group: Int32Array): TieRows {
  const { count, offsets, neighbors } = ties;
  const weights = ties.weights.slice();
  for (let i = 0; i < count; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (group[i] === group[neighbors[k]]) weights[k] *= LARGE_MAP.ownTeamPull;
    }
  }
  return { ...ties, weights };
}

/** The rows of some bodies alone, numbered as in `members`, which holds whole components. */
export function rowsAmong(ties: TieRows, members: Uint32Array): TieRows {
  const numberOf = new Map<number, number>();
  members.forEach((body, k) => {
    numberOf.set(body, k);
  });
  const offsets = new Uint32Array(members.length + 1);
  members.forEach((body, k) => {
    offsets[k + 1] = offsets[k] + ties.offsets[body + 1] - ties.offsets[body];
  });
  const neighbors = new Uint32Array(offsets[members.length]);
  const weights = new Float64Array(offsets[members.length]);
  members.forEach((body, k) => {
    for (let q = ties.offsets[body], to = offsets[k]; q < ties.offsets[body + 1]; q++, to++) {
      neighbors[to] = numberOf.get(ties.neighbors[q]) ?? 0;
      weights[to] = ties.weights[q];
    }
  });
  return { count: members.length, offsets, neighbors, weights, mass: Float64Array.from(members, (b) => ties.mass[b]) };
}

/** The connected components, each with its bodies ascending; largest first, then by smallest body. */
export function componentsOf({ count, offsets, neighbors }: TieRows): Uint32Array[] {
  const seen = new Uint8Array(count);
  const components: Uint32Array[] = [];
  const queue = new Uint32Array(count);
  for (let start = 0; start < count; start++) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    queue[0] = start;
    let end = 1;
    for (let head = 0; head < end; head++) {
      for (let k = offsets[queue[head]]; k < offsets[queue[head] + 1]; k++) {
        if (seen[neighbors[k]] === 1) continue;
        seen[neighbors[k]] = 1;
        queue[end++] = neighbors[k];
      }
    }
    components.push(queue.slice(0, end).sort());
  }
  return components.sort((a, b) => b.length - a.length || a[0] - b[0]);
}
