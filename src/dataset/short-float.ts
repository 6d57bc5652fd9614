/** A number that was kept in 32 bits, with the fewest digits that give the same 32 bits back: 0.1, not 0.1000000015. */
export function shortFloat(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
