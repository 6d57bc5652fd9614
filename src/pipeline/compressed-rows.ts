/** The members of group `g` are `members[k]` for `offsets[g] <= k < offsets[g + 1]`, ascending. */
export interface Groups {
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
}

/** Numbers from 0 by the group that `groupOf` says each is in, below `groupCount`; who has null or −1 is in none. */
export function grouped(groupOf: ArrayLike<number | null>, groupCount: number): Groups {
  const offsets = new Uint32Array(groupCount + 1);
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i] ?? -1;
    if (group >= 0) offsets[group + 1] += 1;
  }
  for (let group = 0; group < groupCount; group++) offsets[group + 1] += offsets[group];
  const next = offsets.slice(0, groupCount);
  const members = new Uint32Array(offsets[groupCount]);
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i] ?? -1;
    if (group >= 0) members[next[group]++] = i;
  }
  return { offsets, members };
}

/** The members of one group, as a view without copying. */
export function groupMembers({ offsets, members }: Groups, group: number): Uint32Array {
  return members.subarray(offsets[group], offsets[group + 1]);
}
