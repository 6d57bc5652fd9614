import { rowsByValue } from "./descending.ts";
import { isTieVisible } from "./looks.ts";
import { once } from "./once.ts";
import type { Cast, Picture } from "./picture.ts";

/*
 * Crowds are drawn front to back, the strongest first: whatever there is no time for is what matters least.
 */

/** All authors, largest first; among equals by row. */
export function authorsBySize({ radius }: Cast): Uint32Array {
  return bySize(radius);
}

/** All ties, strongest first; among equals by row. */
export function tiesByStrength({ strength }: Cast): Uint32Array {
  return byStrength(strength);
}

const bySize = once(rowsByValue);
const byStrength = once(rowsByValue);

/** The places in `authorsBySize` of the first `most` visible authors, ascending. */
export function visibleAuthors({ cast, authorVisible }: Picture, most: number): Uint32Array {
  return placesWhere(authorsBySize(cast), most, (author) => authorVisible[author] === 1);
}

/** The places in `tiesByStrength` of the first `most` ties that are visible while nothing is asked about, ascending. */
export function visibleTies(picture: Picture, most: number): Uint32Array {
  const calm = { ...picture, focus: null };
  return placesWhere(tiesByStrength(picture.cast), most, (row) => isTieVisible(calm, row));
}

function placesWhere(rows: Uint32Array, most: number, holds: (row: number) => boolean): Uint32Array {
  const places = new Uint32Array(Math.min(most, rows.length));
  let count = 0;
  for (let place = 0; place < rows.length && count < places.length; place++)
    if (holds(rows[place])) places[count++] = place;
  return places.subarray(0, count);
}

/** Ties asked for their length. */
const SAMPLE = 2000;

/** The mean length in positions of some of the ties at `places` in `tiesByStrength`, evenly spread over them. */
export function meanLength(cast: Cast, places: Uint32Array, x: Float32Array, y: Float32Array): number {
  const { a, b } = cast.dataset.coauthorships;
  const rows = tiesByStrength(cast);
  const step = Math.max(1, Math.floor(places.length / SAMPLE));
  let sum = 0;
  let count = 0;
  for (let i = 0; i < places.length; i += step) {
    const row = rows[places[i]];
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
