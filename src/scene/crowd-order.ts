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
