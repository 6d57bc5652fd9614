import type { TieRows } from "./tie-rows.ts";

/** No coarse body grows beyond this many times the mean mass, single-tied bodies excepted, which join whom they hang on. */
const MOST_OF_MEAN = 6;

export interface Coarser {
  readonly ties: TieRows;
  /** Per body the coarse body that it becomes part of. */
  readonly parent: Uint32Array;
  /** Per coarse body its group; null where groups no longer count. */
  readonly group: Int32Array | null;
}

/**
 * Joins bodies that are tied most firmly for their mass, so that about two fifths are left: those with the fewest ties choose first, so that no
 * hub is left with a hundred lone neighbours (after Walshaw 2003 and Hachul & Jünger 2005). Weights between coarse bodies are
 * sums, masses too, so forces mean the same on every level. With `group` only bodies of one group are joined.
 */
export function coarsen(ties: TieRows, group: Int32Array | null): Coarser {
  const { count, offsets, neighbors, weights, mass } = ties;
  let total = 0;
  for (let i = 0; i < count; i++) total += mass[i];
  const most = (MOST_OF_MEAN * total) / count;
  const parent = new Int32Array(count).fill(-1);
  const coarseMass = new Float64Array(count);
  let coarse = 0;
  for (const i of byTies(offsets)) {
    if (parent[i] >= 0) continue;
    const single = offsets[i + 1] - offsets[i] === 1;
    let best = -1;
    let firmest = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const j = neighbors[k];
      if (group !== null && group[i] !== group[j]) continue;
      const joined = parent[j] >= 0 ? coarseMass[parent[j]] : mass[j];
      if (weights[k] <= firmest * joined || (joined + mass[i] > most && !single)) continue;
      firmest = weights[k] / joined;
      best = j;
    }
    if (best >= 0 && parent[best] < 0) {
      parent[best] = coarse;
      coarseMass[coarse++] = mass[best];
    }
    parent[i] = best >= 0 ? parent[best] : coarse++;
    coarseMass[parent[i]] += mass[i];
  }
  const parents = Uint32Array.from(parent);
  return {
    ties: joinRows(ties, parents, coarseMass.slice(0, coarse)),
    parent: parents,
    group: group === null ? null : groupsOf(group, parents, coarse),
  };
}

/** Bodies by number of ties, fewest first, then by number. */
function byTies(offsets: Uint32Array): Uint32Array {
  const count = offsets.length - 1;
  let most = 0;
  for (let i = 0; i < count; i++) most = Math.max(most, offsets[i + 1] - offsets[i]);
  const next = new Uint32Array(most + 2);
  for (let i = 0; i < count; i++) next[offsets[i + 1] - offsets[i] + 1]++;
  for (let d = 0; d <= most; d++) next[d + 1] += next[d];
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[next[offsets[i + 1] - offsets[i]]++] = i;
  return order;
}

function groupsOf(group: Int32Array, parent: Uint32Array, coarse: number): Int32Array {
  const groups = new Int32Array(coarse);
  for (let i = 0; i < parent.length; i++) groups[parent[i]] = group[i];
  return groups;
}

/** The ties between coarse bodies. */
function joinRows(ties: TieRows, parent: Uint32Array, mass: Float64Array): TieRows {
  const count = mass.length;
  const first = new Uint32Array(count + 1);
  for (let i = 0; i < parent.length; i++) first[parent[i] + 1]++;
  for (let c = 0; c < count; c++) first[c + 1] += first[c];
  const members = new Uint32Array(parent.length);
  const next = first.slice(0, count);
  for (let i = 0; i < parent.length; i++) members[next[parent[i]]++] = i;

  const offsets = new Uint32Array(count + 1);
  const neighbors = new Uint32Array(ties.neighbors.length);
  const weights = new Float64Array(ties.weights.length);
  const placeOf = new Int32Array(count).fill(-1);
  let end = 0;
  for (let c = 0; c < count; c++) {
    const start = end;
    for (let m = first[c]; m < first[c + 1]; m++) {
      for (let k = ties.offsets[members[m]]; k < ties.offsets[members[m] + 1]; k++) {
        const other = parent[ties.neighbors[k]];
        if (other === c) continue;
        if (placeOf[other] < start) {
          placeOf[other] = end;
          neighbors[end] = other;
          weights[end++] = ties.weights[k];
        } else {
          weights[placeOf[other]] += ties.weights[k];
        }
      }
    }
    offsets[c + 1] = end;
  }
  return { count, offsets, neighbors: neighbors.slice(0, end), weights: weights.slice(0, end), mass };
}
