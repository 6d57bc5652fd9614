import { polygonContains } from "d3";
import { type Box, distanceToBox } from "./box.ts";

export type Point = readonly [number, number];

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

/** Pixels between a region and a box; 0 where they overlap. */
export function gapBetween({ outline }: PixelRegion, box: Box): number {
  const corners: Point[] = [
    [box.left, box.top],
    [box.right, box.top],
    [box.right, box.bottom],
    [box.left, box.bottom],
  ];
  if (polygonContains(outline, [box.left, box.top])) return 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < outline.length; i++) {
    const from = outline[i];
    const to = outline[(i + 1) % outline.length];
    const half = (Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1])) / 2;
    // No point of the side is nearer than its middle by more than half of it.
    if (distanceToBox(box, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2) - half >= nearest) continue;
    if (meets(box, from, to)) return 0;
    nearest = Math.min(nearest, distanceToBox(box, from[0], from[1]));
    for (const corner of corners) nearest = Math.min(nearest, distanceToSide(corner, from, to));
  }
  return nearest;
}

function distanceToSide([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const dx = toX - fromX;
  const dy = toY - fromY;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / length));
  const [offX, offY] = [x - fromX - t * dx, y - fromY - t * dy];
  return Math.sqrt(offX * offX + offY * offY);
}

/** Whether a side passes through the box: what is left of it after a cut at each of the four edges (Liang and Barsky 1984). */
function meets(box: Box, [fromX, fromY]: Point, [toX, toY]: Point): boolean {
  let enter = 0;
  let leave = 1;
  const cuts = [
    [fromX - toX, fromX - box.left],
    [toX - fromX, box.right - fromX],
    [fromY - toY, fromY - box.top],
    [toY - fromY, box.bottom - fromY],
  ];
  for (const [speed, room] of cuts) {
    if (speed === 0) {
      if (room < 0) return false;
    } else if (speed < 0) enter = Math.max(enter, room / speed);
    else leave = Math.min(leave, room / speed);
  }
  return enter <= leave;
}
