import type { Dataset } from "../model/dataset.ts";
import { authorsOf, type Incidence } from "../model/incidence.ts";
import { type Tally, tallyYears } from "./author-facts.ts";

/** Years of papers, both included. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

/** What of the map is from some years: by row, 1 for authors and ties with a paper in the span. Papers without a year are in none. */
export interface ShownYears {
  readonly authors: Uint8Array;
  readonly ties: Uint8Array;
}

/** Every year from the first paper that has authors to the last, with how many there are; empty where none has a year. */
export function yearsOnMap({ papers }: Dataset): readonly Tally<number>[] {
  return tallyYears(papers.year.filter((_, paper) => papers.authors[paper] > 0));
}

/** The span held inside the years of the map; null where that is all of them, or where it reaches none. */
export function heldSpan(dataset: Dataset, span: YearSpan | null): YearSpan | null {
  const years = yearsOnMap(dataset);
  if (span === null || years.length < 2) return null;
  const [first, last] = [years[0].key, years[years.length - 1].key];
  const from = Math.max(first, Math.min(span.from, span.to));
  const to = Math.min(last, Math.max(span.from, span.to));
  return from > to || (from === first && to === last) ? null : { from, to };
}

const SHOWN = new WeakMap<YearSpan, { readonly dataset: Dataset; readonly shown: ShownYears }>();

/** Linear in authorships and ties; the same columns for the same span. */
export function shownIn(dataset: Dataset, incidence: Incidence, span: YearSpan): ShownYears {
  const known = SHOWN.get(span);
  if (known?.dataset === dataset) return known.shown;
  const shown = { authors: authorsIn(dataset, incidence, span), ties: tiesIn(dataset, incidence, span) };
  SHOWN.set(span, { dataset, shown });
  return shown;
}

function isIn(year: number | null, { from, to }: YearSpan): boolean {
  return year !== null && year >= from && year <= to;
}

function authorsIn({ papers, authors }: Dataset, incidence: Incidence, span: YearSpan): Uint8Array {
  const column = new Uint8Array(authors.rowCount);
  for (let paper = 0; paper < papers.rowCount; paper++) {
    if (isIn(papers.year[paper], span)) for (const author of authorsOf(incidence, paper)) column[author] = 1;
  }
  return column;
}

function tiesIn(dataset: Dataset, incidence: Incidence, { from, to }: YearSpan): Uint8Array {
  const { offsets, years } = yearsOfTies(dataset, incidence);
  const column = new Uint8Array(offsets.length - 1);
  for (let row = 0; row < column.length; row++) {
    // Ascending: the first that is late enough decides.
    let k = offsets[row];
    while (k < offsets[row + 1] && years[k] < from) k++;
    if (k < offsets[row + 1] && years[k] <= to) column[row] = 1;
  }
  return column;
}

/** The years of the joint papers of tie `row`, ascending, are `years[k]` for `offsets[row] <= k < offsets[row + 1]`. */
interface TieYears {
  readonly offsets: Uint32Array;
  readonly years: Int16Array;
}

const TIE_YEARS = new WeakMap<Dataset, TieYears>();

/** Linear in the pairs of papers that are not large; counted once for each dataset. */
function yearsOfTies(dataset: Dataset, incidence: Incidence): TieYears {
  const known = TIE_YEARS.get(dataset);
  if (known !== undefined) return known;
  const { papers, coauthorships: ties, authors } = dataset;
  const firstTie = new Uint32Array(authors.rowCount + 1);
  for (const a of ties.a) firstTie[a + 1] += 1;
  for (let a = 0; a < authors.rowCount; a++) firstTie[a + 1] += firstTie[a];

  const dated = Array.from(papers.year, (_, paper) => paper)
    .filter((paper) => !papers.large[paper] && papers.year[paper] !== null)
    .sort((one, other) => (papers.year[one] ?? 0) - (papers.year[other] ?? 0) || one - other);
  const offsets = new Uint32Array(ties.rowCount + 1);
  const rows: number[] = [];
  for (const paper of dated) {
    for (const row of tiesOf(ties, firstTie, authorsOf(incidence, paper))) {
      rows.push(row);
      offsets[row + 1] += 1;
    }
  }
  for (let row = 0; row < ties.rowCount; row++) offsets[row + 1] += offsets[row];
  const years = new Int16Array(rows.length);
  const next = offsets.slice(0, -1);
  let k = 0;
  for (const paper of dated) {
    const count = authorsOf(incidence, paper).length;
    for (let pair = (count * (count - 1)) / 2; pair > 0; pair--) years[next[rows[k++]]++] = papers.year[paper] ?? 0;
  }
  const found = { offsets, years };
  TIE_YEARS.set(dataset, found);
  return found;
}

/** The rows of the ties between all of some authors. */
function* tiesOf(
  { b }: Dataset["coauthorships"],
  firstTie: Uint32Array,
  authors: ArrayLike<number>,
): Generator<number> {
  const people = Uint32Array.from(authors).sort();
  for (let i = 0; i < people.length; i++) {
    let low = firstTie[people[i]];
    for (let j = i + 1; j < people.length; j++) {
      // Ties of one author are sorted by the other one.
      let high = firstTie[people[i] + 1];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (b[middle] < people[j]) low = middle + 1;
        else high = middle;
      }
      yield low;
    }
  }
}

/** What a span leaves of the map. */
export interface YearCounts {
  readonly papers: number;
  readonly authors: number;
  readonly ties: number;
  /** Papers with authors but without a year, which no span shows. */
  readonly undated: number;
}

export function countsIn(dataset: Dataset, incidence: Incidence, span: YearSpan): YearCounts {
  const { authors, ties } = shownIn(dataset, incidence, span);
  const { papers } = dataset;
  let [inSpan, undated] = [0, 0];
  for (let paper = 0; paper < papers.rowCount; paper++) {
    if (papers.authors[paper] === 0) continue;
    if (papers.year[paper] === null) undated += 1;
    else if (isIn(papers.year[paper], span)) inSpan += 1;
  }
  const sum = (column: Uint8Array) => column.reduce((count, shown) => count + shown, 0);
  return { papers: inSpan, authors: sum(authors), ties: sum(ties), undated };
}
