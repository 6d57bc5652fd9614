/** First and last year of some papers; null where none of them has a year. */
export function yearsOf(
  papers: Iterable<number>,
  years: readonly (number | null)[],
): { first: number | null; last: number | null } {
  let first: number | null = null;
  let last: number | null = null;
  for (const paper of papers) {
    const year = years[paper];
    if (year === null) continue;
    if (first === null || year < first) first = year;
    if (last === null || year > last) last = year;
  }
  return { first, last };
}
