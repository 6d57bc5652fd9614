import { polygonCentroid, polygonContains } from "d3";
import { type Box, coversDisc, overlap } from "./place-labels.ts";

/** Pixels between a region and its name, tried in this order. */
const GAPS = [2, 10, 24, 44] as const;
const WIDEST_GAP = 56;
/** Costs, where 1 is as bad as standing at right angles to where the region faces outwards. */
const ON_ITSELF = 1.2;
const MISREAD = 2.5;
/** How far a name above or below a region may stand aside, as shares of its width. */
const SHIFTS = [0, 0.15, -0.15, 0.3, -0.3, 0.45, -0.45] as const;

type Point = readonly [number, number];

/** A region in pixels, with the box around it: most boxes are apart, which is quickly seen. */
export interface PixelRegion {
  readonly outline: [number, number][];
  readonly bounds: Box;
}

export function pixelRegion(outline: [number, number][]): PixelRegion {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of outline) {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return { outline, bounds };
}

interface Spots {
  readonly region: PixelRegion;
  readonly width: number;
  readonly height: number;
  /** Of the whole map, in pixels: names stand on the side away from it. */
  readonly middle: Point;
  /** All regions, this one included. */
  readonly regions: readonly PixelRegion[];
  readonly area: Box;
}

/**
 * Top left corners for a name of `width` × `height` at the outer edge of a region, best first: outside it and near it, on the side
 * away from the middle of the map, above or below rather than beside; else over its own edge rather than where it would be
 * taken for the name of another.
 */
export function teamLabelSpots({ region, width, height, middle, regions, area }: Spots): [number, number][] {
  const { outline } = region;
  if (!overlap(region.bounds, area)) return [];
  const centre = polygonCentroid(outline);
  const away = Math.hypot(centre[0] - middle[0], centre[1] - middle[1]);
  const outward = away < 1 ? [0, -1] : [(centre[0] - middle[0]) / away, (centre[1] - middle[1]) / away];
  const scored: { spot: [number, number]; cost: number }[] = [];
  for (const [left, top] of corners(outline, centre, width, height, area)) {
    const box = { left, top, right: left + width, bottom: top + height };
    if (!overlap(box, area)) continue;
    const dx = left + width / 2 - centre[0];
    const dy = top + height / 2 - centre[1];
    const length = Math.max(1, Math.hypot(dx, dy));
    const aligned = (dx * outward[0] + dy * outward[1]) / length;
    const gap = gapTo(outline, box);
    // Farther off a name would seem to name nothing; a region at the edge of the screen may have none.
    if (gap > WIDEST_GAP) continue;
    // A name over or nearer to another region would be read as that one's.
    const misread = regions.some((other) => other !== region && (touches(other, box) || isNearer(other, box, gap)));
    const onItself = touches(region, box) ? ON_ITSELF : 0;
    const beside = outline.some(([, y]) => y > top && y < top + height);
    const aside = beside ? 0 : Math.abs(dx) / width;
    const cost = -aligned - 0.9 * Math.abs(dy / length) + gap / 22 + aside + onItself + (misread ? MISREAD : 0);
    scored.push({ spot: [left, top], cost });
  }
  return scored.sort((a, b) => a.cost - b.cost).map(({ spot }) => spot);
}

function* corners(outline: readonly Point[], centre: Point, width: number, height: number, area: Box) {
  for (let i = 0; i < outline.length; i++) {
    const [x, y] = outline[i];
    const [ux, uy] = outwardNormal(outline, i, centre);
    yield [x - width / 2, y - height / 2] as const;
    for (const gap of GAPS) {
      // The box as a whole lies `gap` beyond the tangent, so it does not cut into a round region.
      const distance = gap + (Math.abs(ux) * width + Math.abs(uy) * height) / 2;
      yield [x + ux * distance - width / 2, y + uy * distance - height / 2] as const;
    }
  }
  for (const upper of [true, false]) {
    const [x, y] = outline.reduce((best, point) => (point[1] < best[1] === upper ? point : best));
    for (const gap of GAPS) {
      const top = upper ? y - gap - height : y + gap;
      for (const shift of SHIFTS) yield [x - width / 2 + shift * width, top] as const;
      // As near as the edge of the map allows.
      yield [Math.max(area.left, Math.min(area.right - width, x - width / 2)), top] as const;
    }
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

/** Whether a region and a box overlap, as far as points of the one in the other tell. */
function touches({ outline, bounds }: PixelRegion, box: Box): boolean {
  if (!overlap(bounds, box)) return false;
  if (outline.some(([x, y]) => coversDisc(box, x, y, 0.5))) return true;
  return [box.left, (box.left + box.right) / 2, box.right].some(
    (x) => polygonContains(outline, [x, box.top]) || polygonContains(outline, [x, box.bottom]),
  );
}

function isNearer({ outline, bounds }: PixelRegion, box: Box, gap: number): boolean {
  const around = { left: box.left - gap, top: box.top - gap, right: box.right + gap, bottom: box.bottom + gap };
  return overlap(bounds, around) && gapTo(outline, box) < gap;
}

/** Pixels from a box to the nearest point of an outline. */
function gapTo(outline: readonly Point[], box: Box): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [x, y] of outline) {
    const dx = x - Math.min(box.right, Math.max(box.left, x));
    const dy = y - Math.min(box.bottom, Math.max(box.top, y));
    nearest = Math.min(nearest, Math.hypot(dx, dy));
  }
  return nearest;
}
