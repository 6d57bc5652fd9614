import { rowsByValue } from "./descending.ts";
import { isTieVisible } from "./looks.ts";
import { once } from "./once.ts";
import type { Cast, Picture } from "./picture.ts";

/*
 * Crowds are drawn front to back, the strongest first: whatever there is no time for is what matters least.
 */

/** All authors, largest first; among equals by row. */
const authorsBySize = once(rowsByValue);
/** All ties, strongest first; among equals by row. */
const tiesByStrength = once(rowsByValue);

/** The visible authors, largest first; among equals by row. */
export function authorsFrontToBack({ cast, authorVisible }: Picture): Uint32Array {
  return rowsThat(authorsBySize(cast.radius), (author) => authorVisible[author] === 1);
}

/** The visible ties while nothing is asked about, strongest first; among equals by row. */
export function tiesFrontToBack(picture: Picture): Uint32Array {
  const calm = { ...picture, focus: null };
  return rowsThat(tiesByStrength(picture.cast.strength), (row) => isTieVisible(calm, row));
}

function rowsThat(rows: Uint32Array, count: (row: number) => boolean): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let end = 0;
  for (const row of rows) if (count(row)) kept[end++] = row;
  return kept.subarray(0, end);
}

/** Ties asked for their length. */
const SAMPLE = 2000;

/** The mean length in positions of some of the `rows`, evenly spread over them. */
export function meanLength({ dataset }: Cast, rows: Uint32Array, x: Float32Array, y: Float32Array): number {
  const { a, b } = dataset.coauthorships;
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  let sum = 0;
  let count = 0;
  for (let i = 0; i < rows.length; i += step) {
    const row = rows[i];
    const length = Math.hypot(x[a[row]] - x[b[row]], y[a[row]] - y[b[row]]);
    if (!Number.isFinite(length)) continue;
    sum += length;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Lines that lie over each other on the mean pixel may add up to about this opacity. */
const INK = 0.9;
const MEAN_OPACITY = 0.2;
const PALEST = 0.08;

/**
 * By how much the opacity of lines is taken back where they are many, PALEST to 1: `count` lines of mean length `length` (in
 * positions) on a map of one position squared.
 */
export function inkShare(count: number, length: number, scale: number): number {
  const layers = (count * length) / Math.max(1, scale);
  return Math.min(1, Math.max(PALEST, INK / Math.max(1e-9, layers * MEAN_OPACITY)));
}
