import type { CliqueRows } from "./search-network.ts";

/** How many authors each clique has. */
export function authorsOnCliques({ offsets, times }: CliqueRows): Float64Array {
  const authors = new Float64Array(offsets.length - 1);
  for (let q = 0; q < authors.length; q++) for (let k = offsets[q]; k < offsets[q + 1]; k++) authors[q] += times[k];
  return authors;
}

/**
 * The least mass that any node has for each Σ w · t of its papers. A community with n authors on some papers has at least that times Σ w · n
 * of mass, which whoever joins it pays for. Without end where there is no clique.
 */
export function leastMassOnCliques(
  { weights, nodeOffsets, cliqueOf, ownTimes }: CliqueRows,
  mass: Float64Array,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < mass.length; i++) {
    let sum = 0;
    for (let k = nodeOffsets[i]; k < nodeOffsets[i + 1]; k++) sum += weights[cliqueOf[k]] * ownTimes[k];
    if (sum > 0) least = Math.min(least, mass[i] / sum);
  }
  return least;
}

/** The members of each clique, who stands for the most authors first, and for how many each stands. */
export function membersByTimes({ offsets, members, times }: CliqueRows): Pick<CliqueRows, "members" | "times"> {
  const sorted = { members: new Uint32Array(members.length), times: new Uint32Array(members.length) };
  for (let q = 0; q + 1 < offsets.length; q++) {
    const several: number[] = [];
    for (let k = offsets[q]; k < offsets[q + 1]; k++) if (times[k] > 1) several.push(k);
    several.sort((a, b) => times[b] - times[a] || a - b);
    let at = offsets[q];
    for (const k of several) {
      sorted.members[at] = members[k];
      sorted.times[at++] = times[k];
    }
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      if (times[k] > 1) continue;
      sorted.members[at] = members[k];
      sorted.times[at++] = 1;
    }
  }
  return sorted;
}
