/** Rows by group, in compressed rows: those of group `g` are `rows[k]` for `offsets[g] <= k < offsets[g + 1]`, ascending. */
export interface GroupedRows {
  /** One more than there are groups. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
}

/** The rows of a column of group numbers below `groupCount`, in linear time. */
export function groupedRows(groupOf: Uint32Array, groupCount: number): GroupedRows {
  const offsets = new Uint32Array(groupCount + 1);
  for (const group of groupOf) offsets[group + 1] += 1;
  for (let group = 0; group < groupCount; group++) offsets[group + 1] += offsets[group];
  const next = offsets.slice(0, groupCount);
  const rows = new Uint32Array(groupOf.length);
  for (let row = 0; row < groupOf.length; row++) rows[next[groupOf[row]]++] = row;
  return { offsets, rows };
}

/** The rows of one group, ascending, as a view without copying. */
export function rowsOf({ offsets, rows }: GroupedRows, group: number): Uint32Array {
  return rows.subarray(offsets[group], offsets[group + 1]);
}
