import type { CoauthorshipTable, Dataset } from "../model/dataset.ts";

/** The rows of `coauthorships` of each author: those of author `i` are `rows[k]` for `offsets[i] <= k < offsets[i + 1]`, ascending. */
interface TieRows {
  /** One more than there are authors. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
}

/** Made at the first question about a dataset: every later one then costs what it tells of. */
const KNOWN = new WeakMap<CoauthorshipTable, TieRows>();

/** The rows of the ties of an author, ascending, as a view without copying. */
export function tiesAt({ authors, coauthorships }: Dataset, author: number): Uint32Array {
  let ties = KNOWN.get(coauthorships);
  if (ties === undefined) {
    ties = tieRows(coauthorships, authors.rowCount);
    KNOWN.set(coauthorships, ties);
  }
  return ties.rows.subarray(ties.offsets[author], ties.offsets[author + 1]);
}

/** The other end of a tie of `author`. */
export function otherEnd({ a, b }: CoauthorshipTable, row: number, author: number): number {
  return a[row] === author ? b[row] : a[row];
}

function tieRows({ a, b, rowCount }: CoauthorshipTable, authorCount: number): TieRows {
  const offsets = new Uint32Array(authorCount + 1);
  for (let row = 0; row < rowCount; row++) {
    offsets[a[row] + 1] += 1;
    offsets[b[row] + 1] += 1;
  }
  for (let author = 0; author < authorCount; author++) offsets[author + 1] += offsets[author];
  const next = offsets.slice(0, authorCount);
  const rows = new Uint32Array(2 * rowCount);
  for (let row = 0; row < rowCount; row++) {
    rows[next[a[row]]++] = row;
    rows[next[b[row]]++] = row;
  }
  return { offsets, rows };
}
