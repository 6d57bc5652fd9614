import { isTieVisible } from "./looks.ts";
import type { Cast, Picture } from "./picture.ts";

/*
 * Crowds are drawn front to back, the strongest first: whatever there is no time for is what matters least.
 */

/** The visible authors, largest first; among equals by row. */
export function authorsFrontToBack({ cast, authorVisible }: Picture): Uint32Array {
  return descending(cast.radius, (author) => authorVisible[author] === 1);
}

/** The visible ties while nothing is asked about, strongest first; among equals by row. */
export function tiesFrontToBack(picture: Picture): Uint32Array {
  const calm = { ...picture, focus: null };
  return descending(picture.cast.strength, (row) => isTieVisible(calm, row));
}

/** Steps by which values are told apart: finer than any eye. */
const STEPS = 4096;

/** Rows that `counts` admits by value, greatest first, in linear time. */
function descending(values: Float32Array, counts: (row: number) => boolean): Uint32Array {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  const binOf = (row: number) => STEPS - 1 - Math.floor((values[row] / (most || 1)) * (STEPS - 1));
  const next = new Uint32Array(STEPS + 1);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (!counts(row)) continue;
    next[binOf(row) + 1] += 1;
    count += 1;
  }
  for (let bin = 0; bin < STEPS; bin++) next[bin + 1] += next[bin];
  const rows = new Uint32Array(count);
  for (let row = 0; row < values.length; row++) if (counts(row)) rows[next[binOf(row)]++] = row;
  return rows;
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
