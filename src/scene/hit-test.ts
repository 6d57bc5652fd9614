import type { Box } from "./box.ts";
import { tiesInSight } from "./in-sight.ts";
import { isTieVisible } from "./looks.ts";
import { isCrowd, type Picture } from "./picture.ts";
import { gridOf, visitPlaces } from "./place-grid.ts";
import { type Projection, sizeFactor } from "./projection.ts";

/** Where the authors stand. */
export interface Positions {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Pixels around an author's middle that still hit, however small the author is drawn; a finger needs more. */
export const AUTHOR_REACH = { mouse: 12, touch: 20 } as const;
/** Pixels from a line that still hit it. */
export const TIE_REACH = 6;
/** Lines this much farther than the nearest count as just as near: then the heavier one is meant. */
const SAME_DISTANCE = 1.5;

/** The widest disc's radius before it is scaled, in pixels. */
const LARGEST_RADIUS = 14;

/** The visible author under the pixel: the one whose edge is nearest, within `reach` of the middle or on the disc. */
export function authorAt(
  picture: Picture,
  { x, y }: Positions,
  { scale, left, top }: Projection,
  px: number,
  py: number,
  reach: number,
): number | null {
  const factor = sizeFactor(scale, picture.cast.crowding);
  let hit: number | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  const around = Math.max(reach, LARGEST_RADIUS * factor) / scale;
  const mapX = (px - left) / scale;
  const mapY = (top - py) / scale;
  visitPlaces(gridOf({ x, y }), mapX - around, mapY - around, mapX + around, mapY + around, (i) => {
    if (picture.authorVisible[i] === 0) return;
    const distance = Math.hypot(left + x[i] * scale - px, top - y[i] * scale - py);
    const radius = picture.cast.radius[i] * factor;
    const away = distance - radius;
    if (distance > Math.max(radius, reach) || away > nearest || (away === nearest && hit !== null && i > hit)) return;
    nearest = away;
    hit = i;
  });
  return hit;
}

/** In a crowd, lines are told apart where no more authors than this are in sight. */
const TOLD_APART = 4000;

/**
 * The row of the visible tie within `TIE_REACH` of the pixel: the nearest, and of equally near ones the heaviest. In a crowd those in focus
 * are asked, and where one is near enough to tell lines apart those that end in `sight`.
 */
export function tieAt(
  picture: Picture,
  { x, y }: Positions,
  { scale, left, top }: Projection,
  px: number,
  py: number,
  sight?: Box,
): number | null {
  const { a, b } = picture.cast.dataset.coauthorships;
  const mapX = (px - left) / scale;
  const mapY = (top - py) / scale;
  let hit: number | null = null;
  let nearest = TIE_REACH;
  for (const row of tiesToAsk(picture, { x, y }, { scale, left, top }, sight)) {
    if (!isTieVisible(picture, row)) continue;
    const distance = scale * distanceToSegment(mapX, mapY, x[a[row]], y[a[row]], x[b[row]], y[b[row]]);
    if (distance > TIE_REACH || distance > nearest + SAME_DISTANCE) continue;
    const nearer = distance < nearest - SAME_DISTANCE;
    if (hit === null || nearer || picture.cast.strength[row] > picture.cast.strength[hit]) hit = row;
    nearest = Math.min(nearest, distance);
  }
  return hit;
}

function tiesToAsk(picture: Picture, positions: Positions, projection: Projection, sight?: Box): Iterable<number> {
  if (!isCrowd(picture.cast)) return picture.cast.between.keys();
  if (picture.focus !== null) return picture.focus.ties;
  const near = sight === undefined ? null : tiesInSight(picture, positions, projection, sight, TOLD_APART);
  return near ?? [];
}

/** Distance from a point to the segment from (ax, ay) to (bx, by). */
export function distanceToSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / lengthSquared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/**
 * The visible author nearest to `from` within 45° of a direction (`dx` to the right, `dy` upwards), for the arrow keys;
 * null where nobody is.
 */
export function nearestInDirection(
  picture: Picture,
  { x, y }: Positions,
  from: number,
  dx: number,
  dy: number,
): number | null {
  return nearestTowards({ x, y }, from, dx, dy, (author) => picture.authorVisible[author] === 1);
}

/** The same of any places that `isShown` admits. */
export function nearestTowards(
  { x, y }: Positions,
  from: number,
  dx: number,
  dy: number,
  isShown: (place: number) => boolean,
): number | null {
  let best: number | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    if (i === from || !isShown(i)) continue;
    const along = (x[i] - x[from]) * dx + (y[i] - y[from]) * dy;
    const across = Math.abs((x[i] - x[from]) * dy - (y[i] - y[from]) * dx);
    if (along <= 0 || across > along) continue;
    // A detour to the side costs, so that one goes on in the direction of the key.
    const cost = along + across;
    if (cost < nearest) {
      nearest = cost;
      best = i;
    }
  }
  return best;
}
