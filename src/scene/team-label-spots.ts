import { polygonCentroid } from "d3";
import { type Box, contains, overlap, widenedBox } from "./box.ts";
import { gapBetween, type PixelRegion, type Point } from "./pixel-region.ts";

/** Pixels between a region and its name, tried in this order; none is farther off than the last. */
const GAPS = [2, 6, 10] as const;
export const WIDEST_GAP = 10;
/** A name is nearer to its own region than to any other by at least so many pixels. */
export const CLEARLY_NEARER = 5;
/** Costs, where 1 is as bad as standing at right angles to where the region faces outwards. */
const ON_ITSELF = 1.2;
const WITHIN = 0.5;
const BESIDE = 0.4;
const BETWEEN_REGIONS = 1;
const NEAR_STRANGERS = 0.5;
/** Pixels from another region beyond which nothing is crowded; more than `WIDEST_GAP + CLEARLY_NEARER`. */
const ROOMY = 26;
/** How far a name above or below a region may stand aside, as shares of its width. */
const SHIFTS = [0, 0.15, -0.15, 0.3, -0.3, 0.45, -0.45] as const;
const FIFTHS = [0, 0.25, 0.5, 0.75, 1] as const;

interface Spots {
  readonly region: PixelRegion;
  readonly width: number;
  readonly height: number;
  /** Of the whole map, in pixels: names stand on the side away from it. */
  readonly middle: Point;
  /** All regions but this one. */
  readonly others: readonly PixelRegion[];
  readonly area: Box;
  /** Whether a name in this box would cover somebody, or be taken for that of somebody who is not in the region. */
  readonly isBarred: (box: Box) => boolean;
  /** Whether somebody who is not in the region is near enough to be thought of. */
  readonly isCrowded: (box: Box) => boolean;
}

/**
 * Top left corners for a name of `width` × `height` at the outer edge of a region, best first: outside it and near it, on the side
 * away from the middle of the map, above or below rather than beside; else across its edge, else within it. None is nearer
 * to another region, or where it would name a stranger.
 */
export function teamLabelSpots({
  region,
  width,
  height,
  middle,
  others,
  area,
  isBarred,
  isCrowded,
}: Spots): [number, number][] {
  const { outline, bounds } = region;
  if (!overlap(bounds, area)) return [];
  const reach = WIDEST_GAP + ROOMY;
  const around = widenedBox(bounds, Math.max(width, height) + reach);
  const near = others.filter((other) => overlap(other.bounds, around));
  const centre = polygonCentroid(outline);
  const away = Math.hypot(centre[0] - middle[0], centre[1] - middle[1]);
  const outward = away < 1 ? [0, -1] : [(centre[0] - middle[0]) / away, (centre[1] - middle[1]) / away];
  const scored: { spot: [number, number]; cost: number }[] = [];
  for (const [left, top] of corners(region, centre, width, height, area)) {
    const box = { left, top, right: left + width, bottom: top + height };
    if (!contains(area, box)) continue;
    // The cheapest question first: there are hundreds of boxes to ask about.
    if (!overlap(bounds, widenedBox(box, WIDEST_GAP)) || isBarred(box)) continue;
    const gap = gapBetween(region, box);
    if (gap > WIDEST_GAP) continue;
    const roomy = widenedBox(box, ROOMY);
    const toOther = near.reduce(
      (least, other) => (overlap(other.bounds, roomy) ? Math.min(least, gapBetween(other, box)) : least),
      ROOMY,
    );
    if (toOther < gap + CLEARLY_NEARER) continue;

    const dx = left + width / 2 - centre[0];
    const dy = top + height / 2 - centre[1];
    const length = Math.max(1, Math.hypot(dx, dy));
    const aligned = (dx * outward[0] + dy * outward[1]) / length;
    const crosses = outline.some(([x, y]) => x > left && x < left + width && y > top && y < top + height);
    const onItself = gap > 0 ? 0 : ON_ITSELF + (crosses ? 0 : WITHIN);
    const isBeside = top + height / 2 > bounds.top && top + height / 2 < bounds.bottom;
    const aside = isBeside ? BESIDE : Math.abs(dx) / width;
    const crowded = BETWEEN_REGIONS * (1 - toOther / ROOMY) + (isCrowded(box) ? NEAR_STRANGERS : 0);
    const cost = -aligned - 0.9 * Math.abs(dy / length) + gap / 22 + aside + crowded + onItself;
    scored.push({ spot: [left, top], cost });
  }
  return scored.sort((a, b) => a.cost - b.cost).map(({ spot }) => spot);
}

function* corners({ outline, bounds }: PixelRegion, centre: Point, width: number, height: number, area: Box) {
  for (let i = 0; i < outline.length; i++) {
    const [x, y] = outline[i];
    const [ux, uy] = outwardNormal(outline, i, centre);
    // The box as a whole lies `gap` beyond the tangent, so it does not cut into a round region; or across it; or within it.
    const half = (Math.abs(ux) * width + Math.abs(uy) * height) / 2;
    for (const distance of [0, -half - 4, ...GAPS.map((gap) => gap + half)]) {
      yield [x + ux * distance - width / 2, y + uy * distance - height / 2] as const;
    }
    // Beside the point, with the nearest corner or the middle of a side at it.
    const [left, top] = [ux > 0 ? x + 2 : x - 2 - width, uy > 0 ? y + 2 : y - 2 - height];
    yield [left, top] as const;
    yield [x - width / 2, top] as const;
    yield [left, y - height / 2] as const;
  }
  for (const upper of [true, false]) {
    const [x, y] = outline.reduce((best, point) => (point[1] < best[1] === upper ? point : best));
    for (const gap of GAPS) {
      const top = upper ? y - gap - height : y + gap;
      for (const shift of SHIFTS) {
        yield [centre[0] - width / 2 + shift * width, top] as const;
        yield [x - width / 2 + shift * width, top] as const;
      }
      // As near as the edge of the map allows, or as far aside.
      yield [Math.max(area.left, Math.min(area.right - width, x - width / 2)), top] as const;
      yield [Math.min(area.right - width, x), top] as const;
      yield [Math.max(area.left, x - width), top] as const;
    }
  }
  if (contains(area, bounds)) return;
  // Seen from so near that its edge may be out of sight, it is named within what is seen of it.
  const [left, right] = [Math.max(bounds.left, area.left), Math.min(bounds.right, area.right) - width];
  const [top, bottom] = [Math.max(bounds.top, area.top), Math.min(bounds.bottom, area.bottom) - height];
  for (const u of FIFTHS) {
    for (const v of FIFTHS) yield [left + u * (right - left), top + v * (bottom - top)] as const;
  }
}

function outwardNormal(outline: readonly Point[], i: number, centre: Point): Point {
  const [beforeX, beforeY] = outline[(i + outline.length - 1) % outline.length];
  const [afterX, afterY] = outline[(i + 1) % outline.length];
  const dx = afterX - beforeX;
  const dy = afterY - beforeY;
  const length = Math.max(1e-6, Math.hypot(dx, dy));
  const side = dy * (outline[i][0] - centre[0]) - dx * (outline[i][1] - centre[1]) > 0 ? 1 : -1;
  return [(side * dy) / length, (-side * dx) / length];
}
