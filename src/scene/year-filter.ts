import type { Dataset } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { type Tally, tallyYears } from "./author-facts.ts";
import { once } from "./once.ts";
import { yearsOfTies } from "./tie-years.ts";

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
export const yearsOnMap = once(({ papers }: Dataset): readonly Tally<number>[] =>
  tallyYears(papers.year.filter((_, paper) => papers.authors[paper] > 0)),
);

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

/** Finds what every span asks for, so that the first one shown does not wait for it. */
export function prepareSpans(dataset: Dataset, incidence: Incidence): void {
  yearsOfTies(dataset, incidence);
}

function isIn(year: number | null, { from, to }: YearSpan): boolean {
  return year !== null && year >= from && year <= to;
}

function authorsIn({ papers, authors }: Dataset, incidence: Incidence, span: YearSpan): Uint8Array {
  const column = new Uint8Array(authors.rowCount);
  for (let paper = 0; paper < papers.rowCount; paper++) {
    if (!isIn(papers.year[paper], span)) continue;
    for (let k = incidence.paperOffsets[paper]; k < incidence.paperOffsets[paper + 1]; k++) {
      column[incidence.authors[k]] = 1;
    }
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
  return { papers: inSpan, authors: marks(authors), ties: marks(ties), undated };
}

function marks(column: Uint8Array): number {
  let count = 0;
  for (const mark of column) count += mark;
  return count;
}
