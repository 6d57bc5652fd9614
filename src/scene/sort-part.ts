/** A whole number from 0 to 2³² − 1 that a row is sorted by. */
export type SortKey = (row: number) => number;

/** So many rows times 2³² are still exact numbers. */
const EXACT = 2 ** 21;

/**
 * Sorts `rows` so that those from place `first` to below `last` are the ones that a sort of all by the keys, one after another, and then by
 * `compare` would put there. The others lie on their side of them in no order that means anything: for the first page of a long table, most of
 * its rows are never compared.
 */
export function sortPart(
  rows: Uint32Array,
  first: number,
  last: number,
  keys: readonly SortKey[],
  compare: (one: number, other: number) => number,
): void {
  if (rows.length < 2 || first >= last) return;
  const [key, ...finer] = keys;
  if (key === undefined) {
    rows.sort(compare);
    return;
  }
  const sorted = sortedBy(rows, key);
  rows.set(sorted);
  for (let from = 0, to = 0; from < last; from = to) {
    const value = key(rows[from]);
    to = from + 1;
    while (to < rows.length && key(rows[to]) === value) to += 1;
    if (to > first)
      sortPart(rows.subarray(from, to), Math.max(0, first - from), Math.min(to, last) - from, finer, compare);
  }
}

function sortedBy(rows: Uint32Array, key: SortKey): Uint32Array {
  const count = rows.length;
  if (count > EXACT) return rows.slice().sort((one, other) => key(one) - key(other));
  const packed = new Float64Array(count);
  for (let i = 0; i < count; i++) packed[i] = key(rows[i]) * count + i;
  packed.sort();
  const sorted = new Uint32Array(count);
  for (let i = 0; i < count; i++) sorted[i] = rows[packed[i] % count];
  return sorted;
}
