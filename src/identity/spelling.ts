/**
 * Whether one word becomes the other by one slip: a letter added, dropped or changed, or two neighbours swapped. Equal
 * words are none. Linear in the length.
 */
export function differByOneSlip(one: string, other: string): boolean {
  if (one.length > other.length) return differByOneSlip(other, one);
  const spare = other.length - one.length;
  if (spare > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  if (from === one.length) return spare === 1;
  let tail = 0;
  while (tail < one.length - from && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const left = one.length - from - tail;
  if (spare === 1) return left === 0;
  return left === 1 || (left === 2 && one[from] === other[from + 1] && one[from + 1] === other[from]);
}
