/** The `most` rows of greatest weight, descending; among equals the earlier row first. */
export function strongestRows(weights: Float64Array, most: number): Uint32Array {
  // Sorting numbers alone is many times faster than sorting all rows by them.
  const least = weights.length > most ? weights.slice().sort()[weights.length - most] : -Infinity;
  const above = weights.reduce((count, weight) => count + (weight > least ? 1 : 0), 0);
  const rows = new Uint32Array(Math.min(most, weights.length));
  let equals = rows.length - above;
  let end = 0;
  weights.forEach((weight, row) => {
    if (weight > least || (weight === least && equals-- > 0)) rows[end++] = row;
  });
  return rows.sort((one, other) => weights[other] - weights[one] || one - other);
}
