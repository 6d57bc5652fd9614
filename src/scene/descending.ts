/** Steps by which values are told apart in `rowsByValue`: finer than any eye. */
const STEPS = 4096;

/** All rows by value (0 and more), greatest first, to a step of 1/4096 of the greatest; equals by row. Linear. */
export function rowsByValue(values: Float32Array): Uint32Array {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  const binOf = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    binOf[row] = STEPS - 1 - Math.floor((values[row] / (most || 1)) * (STEPS - 1));
  }
  return rowsByBin(binOf, STEPS);
}

/** All rows by count, greatest first; equals by row. Linear, unless somebody counts for more than all rows together. */
export function rowsByCount(counts: Uint32Array): Uint32Array {
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  if (most > counts.length + STEPS) {
    return Uint32Array.from(counts, (_, row) => row).sort((a, b) => counts[b] - counts[a] || a - b);
  }
  const binOf = new Uint32Array(counts.length);
  for (let row = 0; row < counts.length; row++) binOf[row] = most - counts[row];
  return rowsByBin(binOf, most + 1);
}

/** A counting sort. */
function rowsByBin(binOf: Uint32Array, bins: number): Uint32Array {
  const next = new Uint32Array(bins + 1);
  for (let row = 0; row < binOf.length; row++) next[binOf[row] + 1] += 1;
  for (let bin = 0; bin < bins; bin++) next[bin + 1] += next[bin];
  const rows = new Uint32Array(binOf.length);
  for (let row = 0; row < binOf.length; row++) rows[next[binOf[row]]++] = row;
  return rows;
}
