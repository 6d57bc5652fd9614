import { tiesAt } from "./author-ties.ts";
import type { Box } from "./box.ts";
import type { Positions } from "./hit-test.ts";
import type { Picture } from "./picture.ts";
import { countPlaces, gridOf, visitPlaces } from "./place-grid.ts";
import type { Projection } from "./projection.ts";

/** The visible authors within a box of pixels whom `counts` admits, in no order. */
export function authorsInSight(
  picture: Picture,
  { x, y }: Positions,
  projection: Projection,
  sight: Box,
  counts: (author: number) => boolean = () => true,
): number[] {
  const [minX, minY, maxX, maxY] = extentOf(projection, sight);
  const seen: number[] = [];
  visitPlaces(gridOf({ x, y }), minX, minY, maxX, maxY, (i) => {
    if (picture.authorVisible[i] === 0 || x[i] < minX || x[i] > maxX || y[i] < minY || y[i] > maxY) return;
    if (counts(i)) seen.push(i);
  });
  return seen;
}

/**
 * Rows of the ties that end at somebody within a box of pixels, ascending; null where more than about `most` authors are in it. A tie that only
 * passes through is not among them.
 */
export function tiesInSight(
  picture: Picture,
  positions: Positions,
  projection: Projection,
  sight: Box,
  most: number,
): Uint32Array | null {
  if (countPlaces(gridOf(positions), ...extentOf(projection, sight)) > most) return null;
  const authors = authorsInSight(picture, positions, projection, sight);
  const rows = new Set<number>();
  for (const author of authors) for (const row of tiesAt(picture.cast.dataset, author)) rows.add(row);
  return Uint32Array.from(rows).sort();
}

/** A box of pixels in positions: least x and y, most x and y. */
function extentOf({ scale, left, top }: Projection, box: Box): [number, number, number, number] {
  return [(box.left - left) / scale, (top - box.bottom) / scale, (box.right - left) / scale, (top - box.top) / scale];
}
