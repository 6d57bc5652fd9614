import { type CliqueRows, cliqueRows, type SearchNetwork } from "./search-network.ts";

/** An implicit paper of so few nodes is written out pair by pair from then on. */
const FEW_MEMBERS = 32;

/**
 * The network whose nodes are the groups of a division: ties between two groups are added up, ties within one are gone (they
 * are the same in every division that keeps the group whole, as is what H says of them). `group[i]` is below `groupCount`, and no
 * group is empty.
 */
export function aggregated(network: SearchNetwork, group: Int32Array, groupCount: number): SearchNetwork {
  const { nodeCount, offsets, neighbors, weights, mass, penalty } = network;
  const groupMass = new Float64Array(groupCount);
  for (let i = 0; i < nodeCount; i++) groupMass[group[i]] += mass[i];
  const { begin, nodes } = membersOf(group, groupCount);
  const cliques = network.cliques === undefined ? undefined : aggregatedCliques(network.cliques, group, groupCount);
  const small = cliques === undefined ? undefined : smallOnly(cliques, groupCount);
  const large = cliques === undefined ? undefined : largeOnly(cliques, groupCount);

  const groupOffsets = new Uint32Array(groupCount + 1);
  const rows = growingRows();
  const place = new Uint32Array(groupCount);
  for (let g = 0; g < groupCount; g++) {
    const first = groupOffsets[g];
    let most = small === undefined ? 0 : small.nodeOffsets[g + 1] - small.nodeOffsets[g];
    most *= FEW_MEMBERS;
    for (let m = begin[g]; m < begin[g + 1]; m++) most += offsets[nodes[m] + 1] - offsets[nodes[m]];
    rows.reserve(first + most);
    const groupNeighbors = rows.neighbors();
    const groupWeights = rows.weights();
    let end = first;
    for (let m = begin[g]; m < begin[g + 1]; m++) {
      const i = nodes[m];
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const h = group[neighbors[k]];
        if (h === g) continue;
        const at = place[h];
        if (at >= first && at < end && groupNeighbors[at] === h) groupWeights[at] += weights[k];
        else {
          place[h] = end;
          groupNeighbors[end] = h;
          groupWeights[end++] = weights[k];
        }
      }
    }
    groupOffsets[g + 1] =
      small === undefined ? end : addPairs(small, g, place, groupNeighbors, groupWeights, first, end);
  }
  return {
    nodeCount: groupCount,
    offsets: groupOffsets,
    neighbors: rows.neighbors().subarray(0, groupOffsets[groupCount]),
    weights: rows.weights().subarray(0, groupOffsets[groupCount]),
    mass: groupMass,
    penalty,
    ...(large === undefined ? {} : { cliques: large }),
  };
}

/** Adds the pairs of group `g` on cliques to its row, which stands from `first` to `end`; returns where it ends now. */
function addPairs(
  cliques: CliqueRows,
  g: number,
  place: Uint32Array,
  groupNeighbors: Uint32Array,
  groupWeights: Float64Array,
  first: number,
  end: number,
): number {
  const { nodeOffsets, cliqueOf, ownTimes, offsets, members, times, weights } = cliques;
  for (let k = nodeOffsets[g]; k < nodeOffsets[g + 1]; k++) {
    const q = cliqueOf[k];
    for (let l = offsets[q]; l < offsets[q + 1]; l++) {
      const h = members[l];
      if (h === g) continue;
      const weight = weights[q] * ownTimes[k] * times[l];
      const at = place[h];
      if (at >= first && at < end && groupNeighbors[at] === h) groupWeights[at] += weight;
      else {
        place[h] = end;
        groupNeighbors[end] = h;
        groupWeights[end++] = weight;
      }
    }
  }
  return end;
}

/** Rows of ties that take more room as they need it: groups have far fewer ties than their nodes. */
function growingRows() {
  let neighbors = new Uint32Array(1024);
  let weights = new Float64Array(1024);
  return {
    reserve(length: number): void {
      if (length <= neighbors.length) return;
      const room = Math.max(length, 2 * neighbors.length);
      const [before, weightsBefore] = [neighbors, weights];
      neighbors = new Uint32Array(room);
      neighbors.set(before);
      weights = new Float64Array(room);
      weights.set(weightsBefore);
    },
    neighbors: () => neighbors,
    weights: () => weights,
  };
}

/** The nodes of group `g` are `nodes[m]` for `begin[g] <= m < begin[g + 1]`, ascending. */
export function membersOf(group: Int32Array, groupCount: number): { begin: Uint32Array; nodes: Uint32Array } {
  const begin = new Uint32Array(groupCount + 1);
  for (const g of group) begin[g + 1] += 1;
  for (let g = 0; g < groupCount; g++) begin[g + 1] += begin[g];
  const next = begin.slice(0, groupCount);
  const nodes = new Uint32Array(group.length);
  for (let i = 0; i < group.length; i++) nodes[next[group[i]]++] = i;
  return { begin, nodes };
}

/** The cliques with groups for members, each once, standing for as many authors as its nodes do. */
function aggregatedCliques({ weights, offsets, members, times }: CliqueRows, group: Int32Array, groupCount: number) {
  const place = new Uint32Array(groupCount);
  const groupOffsets = new Uint32Array(offsets.length);
  const groupMembers = new Uint32Array(members.length);
  const groupTimes = new Uint32Array(members.length);
  let end = 0;
  for (let q = 0; q < weights.length; q++) {
    const first = end;
    for (let k = offsets[q]; k < offsets[q + 1]; k++) {
      const g = group[members[k]];
      const at = place[g];
      if (at >= first && at < end && groupMembers[at] === g) groupTimes[at] += times[k];
      else {
        place[g] = end;
        groupMembers[end] = g;
        groupTimes[end] = times[k];
        end++;
      }
    }
    groupOffsets[q + 1] = end;
  }
  return { weights, offsets: groupOffsets, members: groupMembers.subarray(0, end), times: groupTimes.subarray(0, end) };
}

type Bare = ReturnType<typeof aggregatedCliques>;

function smallOnly(cliques: Bare, groupCount: number): CliqueRows | undefined {
  return chosen(cliques, groupCount, (members) => members >= 2 && members <= FEW_MEMBERS);
}

function largeOnly(cliques: Bare, groupCount: number): CliqueRows | undefined {
  return chosen(cliques, groupCount, (members) => members > FEW_MEMBERS);
}

/** The cliques with as many members as `is` allows; one member has no pair left. Undefined where there is none. */
function chosen(cliques: Bare, groupCount: number, is: (members: number) => boolean): CliqueRows | undefined {
  const { weights, offsets, members, times } = cliques;
  const kept: number[] = [];
  for (let q = 0; q < weights.length; q++) if (is(offsets[q + 1] - offsets[q])) kept.push(q);
  if (kept.length === 0) return undefined;
  const ends = new Uint32Array(kept.length + 1);
  kept.forEach((q, at) => {
    ends[at + 1] = ends[at] + offsets[q + 1] - offsets[q];
  });
  const keptMembers = new Uint32Array(ends[kept.length]);
  const keptTimes = new Uint32Array(ends[kept.length]);
  kept.forEach((q, at) => {
    keptMembers.set(members.subarray(offsets[q], offsets[q + 1]), ends[at]);
    keptTimes.set(times.subarray(offsets[q], offsets[q + 1]), ends[at]);
  });
  return cliqueRows(
    groupCount,
    Float64Array.from(kept, (q) => weights[q]),
    ends,
    keptMembers,
    keptTimes,
  );
}
