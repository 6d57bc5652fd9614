import type { Dataset } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";

/** The years of the joint papers of tie `row`, ascending, are `years[k]` for `offsets[row] <= k < offsets[row + 1]`. */
export interface TieYears {
  readonly offsets: Uint32Array;
  readonly years: Int16Array;
}

const TIE_YEARS = new WeakMap<Dataset, TieYears>();

/** Papers without a year and large ones are left out. Linear in the pairs of the others; counted once for each dataset. */
export function yearsOfTies(dataset: Dataset, incidence: Incidence): TieYears {
  const known = TIE_YEARS.get(dataset);
  if (known !== undefined) return known;
  const found = tieYears(dataset, incidence);
  TIE_YEARS.set(dataset, found);
  return found;
}

function tieYears({ papers, coauthorships: { a, b, rowCount } }: Dataset, incidence: Incidence): TieYears {
  const { paperOffsets, authors, authorOffsets, papers: papersBy } = incidence;
  const yearOf = new Int16Array(papers.rowCount).fill(UNDATED);
  let pairs = 0;
  for (let paper = 0; paper < papers.rowCount; paper++) {
    const year = papers.year[paper];
    if (year === null || papers.large[paper]) continue;
    yearOf[paper] = year;
    const count = paperOffsets[paper + 1] - paperOffsets[paper];
    pairs += (count * (count - 1)) / 2;
  }
  const years = new Int16Array(pairs);
  // Ties are sorted by their lower end, so that those of one author are found by a column over the other ends.
  const rowTo = new Uint32Array(incidence.authorCount);
  const offsets = new Uint32Array(rowCount + 1);
  const next = new Uint32Array(rowCount);
  // Of each tie first the number of papers, then their years.
  for (const isCounting of [true, false]) {
    for (let first = 0, last = 0; first < rowCount; first = last) {
      const author = a[first];
      for (last = first; last < rowCount && a[last] === author; last++) rowTo[b[last]] = last;
      for (let i = authorOffsets[author]; i < authorOffsets[author + 1]; i++) {
        const paper = papersBy[i];
        const year = yearOf[paper];
        if (year === UNDATED) continue;
        for (let k = paperOffsets[paper]; k < paperOffsets[paper + 1]; k++) {
          const other = authors[k];
          const row = rowTo[other];
          if (other <= author || row < first || row >= last || b[row] !== other) continue;
          if (isCounting) offsets[row + 1] += 1;
          else insert(years, offsets[row], next[row]++, year);
        }
      }
    }
    if (isCounting) for (let row = 0; row < rowCount; row++) offsets[row + 1] += offsets[row];
  }
  return { offsets, years };
}

/** No year, and larger than any. */
const UNDATED = 32_767;

/** Puts a year among `count` ascending ones from `first` on; papers mostly come in the order of their years. */
function insert(years: Int16Array, first: number, count: number, year: number): void {
  let at = first + count;
  for (; at > first && years[at - 1] > year; at--) years[at] = years[at - 1];
  years[at] = year;
}
