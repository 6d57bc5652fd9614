import type { Dataset } from "../model/dataset.ts";
import { authorsOn, type Incidence } from "../model/incidence.ts";

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
  const yearOf = new Int16Array(papers.rowCount);
  const isDated = new Uint8Array(papers.rowCount);
  let pairs = 0;
  for (let paper = 0; paper < papers.rowCount; paper++) {
    const year = papers.year[paper];
    if (year === null || papers.large[paper]) continue;
    yearOf[paper] = year;
    isDated[paper] = 1;
    pairs += (authorsOn(incidence, paper) * (authorsOn(incidence, paper) - 1)) / 2;
  }
  const offsets = new Uint32Array(rowCount + 1);
  const years = new Int16Array(pairs);
  // Ties are sorted by their lower end, so that those of one author are found by a column over the other ends.
  const rowTo = new Uint32Array(incidence.authorCount);
  const { paperOffsets, authors, authorOffsets, papers: papersBy } = incidence;
  for (let first = 0, last = 0; first < rowCount; first = last) {
    const author = a[first];
    for (last = first; last < rowCount && a[last] === author; last++) rowTo[b[last]] = last;
    const own = papersBy.subarray(authorOffsets[author], authorOffsets[author + 1]).filter((paper) => isDated[paper]);
    own.sort((one, other) => yearOf[one] - yearOf[other]);
    const visit = (tell: (row: number, year: number) => void) => {
      for (const paper of own) {
        for (let k = paperOffsets[paper]; k < paperOffsets[paper + 1]; k++) {
          const other = authors[k];
          const row = rowTo[other];
          if (other > author && row >= first && b[row] === other) tell(row, yearOf[paper]);
        }
      }
    };
    visit((row) => {
      offsets[row + 1] += 1;
    });
    for (let row = first; row < last; row++) offsets[row + 1] += offsets[row];
    const next = offsets.slice(first, last);
    visit((row, year) => {
      years[next[row - first]++] = year;
    });
  }
  return { offsets, years };
}
