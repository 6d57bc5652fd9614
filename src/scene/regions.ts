import { polygonHull } from "d3";

/** A closed line around something, in positions: `[x, y]` counter-clockwise, with round corners. */
export type Outline = readonly (readonly [number, number])[];

/** Points on the circle that each member is replaced by; enough for corners that look round. */
const CORNER_POINTS = 20;
/** A member farther from the middle than this many times the median distance does not stretch the region. */
const STRAY = 1.85;
/** Points of the outline: few and even, so that the curve through them is soft, yet no farther apart than twice the padding. */
const FEWEST_POINTS = 18;

/**
 * The soft hull of a team, as points of a closed curve: the convex hull of circles of radius `padding` around its members
 * (Minkowski sum of hull and disc), sampled evenly. Members far from the rest, such as bridges drawn towards other teams,
 * are left outside. Null for no members.
 */
export function regionOf(
  members: readonly number[],
  x: Float32Array,
  y: Float32Array,
  padding: number,
): Outline | null {
  const core = withoutStrays(members, x, y);
  if (core.length === 0) return null;
  const points: [number, number][] = [];
  for (const author of core) {
    for (const [dx, dy] of CORNERS) points.push([x[author] + dx * padding, y[author] + dy * padding]);
  }
  const hull = polygonHull(points);
  return hull === null ? null : evenly(hull, 2 * padding);
}

/** Points at equal distances of at most `widest` along a closed polygon. */
function evenly(polygon: readonly [number, number][], widest: number): [number, number][] {
  const lengths = polygon.map(([x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length];
    return Math.hypot(nextX - x, nextY - y);
  });
  const around = lengths.reduce((sum, length) => sum + length, 0);
  const count = Math.max(FEWEST_POINTS, Math.ceil(around / widest));
  const step = around / count;
  const points: [number, number][] = [];
  let side = 0;
  let before = 0;
  for (let k = 0; k < count; k++) {
    while (side < polygon.length - 1 && before + lengths[side] < k * step) before += lengths[side++];
    const t = lengths[side] === 0 ? 0 : Math.min(1, (k * step - before) / lengths[side]);
    const [x, y] = polygon[side];
    const [nextX, nextY] = polygon[(side + 1) % polygon.length];
    points.push([x + (nextX - x) * t, y + (nextY - y) * t]);
  }
  return points;
}

const CORNERS = Array.from({ length: CORNER_POINTS }, (_, i): [number, number] => {
  const angle = (2 * Math.PI * i) / CORNER_POINTS;
  return [Math.cos(angle), Math.sin(angle)];
});

/** The members near the middle of the team: at most `STRAY` times the median distance from the median place. */
export function withoutStrays(members: readonly number[], x: Float32Array, y: Float32Array): readonly number[] {
  const placed = members.filter((author) => Number.isFinite(x[author]) && Number.isFinite(y[author]));
  if (placed.length < 4) return placed;
  const middleX = median(placed.map((author) => x[author]));
  const middleY = median(placed.map((author) => y[author]));
  const distance = (author: number) => Math.hypot(x[author] - middleX, y[author] - middleY);
  const limit = STRAY * median(placed.map(distance));
  return placed.filter((author) => distance(author) <= limit);
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1];
}
