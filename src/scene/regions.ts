import { polygonHull } from "d3";

/** A closed line around something, in positions: `[x, y]` counter-clockwise, with round corners. */
export type Outline = readonly (readonly [number, number])[];

/** Points on the circle that each member is replaced by; enough for corners that look round. */
const CORNER_POINTS = 20;
/** A member farther from the middle than this many times the median distance does not stretch the region. */
const STRAY = 1.85;
/** Points of the outline: few and even, so that the curve through them is soft, yet no farther apart than twice the padding. */
const FEWEST_POINTS = 18;

/** Between crowded regions the padding shrinks to no less than this share. */
const LEAST_PADDING = 0.25;
/** Of the way to the next region: a little less than half, since the way is measured between samples of both edges. */
const WAY_SHARE = 0.45;

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
  const ring = ringOf(members, x, y);
  return outlineAround(
    ring,
    ring.map(() => padding),
  );
}

/**
 * The soft hulls of several teams, as `regionOf` draws them, yet with less padding where another is near: at most half of
 * the way to it, so that regions whose members do not mix do not overlap.
 */
export function regionsApart(
  teams: readonly (readonly number[])[],
  x: Float32Array,
  y: Float32Array,
  padding: number,
): (Outline | null)[] {
  const rings = teams.map((members) => ringOf(members, x, y));
  const near = new NearOther(rings, padding);
  return rings.map((ring, team) => {
    const ofSide = ring.map((_, i) => {
      const bounds = sideSamples(ring, i, padding).map((place) => WAY_SHARE * near.distance(place, team));
      return Math.max(LEAST_PADDING * padding, Math.min(padding, ...bounds));
    });
    return outlineAround(
      ring,
      ring.map((_, i) => Math.min(ofSide[i], ofSide[(i + ring.length - 1) % ring.length])),
    );
  });
}

type Place = readonly [number, number];

/** The corners of the convex hull of the members, strays left out; one or two members are their own hull. */
function ringOf(members: readonly number[], x: Float32Array, y: Float32Array): readonly Place[] {
  const places = withoutStrays(members, x, y).map((author): [number, number] => [x[author], y[author]]);
  return polygonHull(places) ?? places;
}

function outlineAround(ring: readonly Place[], padding: readonly number[]): Outline | null {
  const points = ring.flatMap(([px, py], i) =>
    CORNERS.map(([dx, dy]): [number, number] => [px + dx * padding[i], py + dy * padding[i]]),
  );
  const hull = polygonHull(points);
  return hull === null ? null : evenly(hull, 2 * Math.min(...padding));
}

/** Places along the side of a ring that begins at corner `i`, half a padding apart. */
function sideSamples(ring: readonly Place[], i: number, padding: number): Place[] {
  const [x, y] = ring[i];
  const [nextX, nextY] = ring[(i + 1) % ring.length];
  const count = Math.ceil(Math.hypot(nextX - x, nextY - y) / (padding / 2));
  return Array.from({ length: count + 1 }, (_, k) => {
    const t = count === 0 ? 0 : k / count;
    return [x + (nextX - x) * t, y + (nextY - y) * t];
  });
}

/** Finds how far it is to the next other ring, as far as that matters: from where the whole padding has room it does not. */
class NearOther {
  private readonly reach: number;
  /** By cell: x, y and ring of each sample, one after another. */
  private readonly cells = new Map<number, number[]>();

  constructor(rings: readonly (readonly Place[])[], padding: number) {
    this.reach = padding / WAY_SHARE;
    rings.forEach((corners, ring) => {
      for (let i = 0; i < corners.length; i++) {
        for (const [x, y] of sideSamples(corners, i, padding)) {
          const key = this.key(x, y, 0, 0);
          const cell = this.cells.get(key);
          if (cell === undefined) this.cells.set(key, [x, y, ring]);
          else cell.push(x, y, ring);
        }
      }
    });
  }

  distance([x, y]: Place, ownRing: number): number {
    // Squares until the end: a crowd's two hundred regions ask about millions of pairs.
    let nearest = this.reach * this.reach;
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const cell = this.cells.get(this.key(x, y, dx, dy));
        if (cell === undefined) continue;
        for (let k = 0; k < cell.length; k += 3) {
          const [offX, offY] = [cell[k] - x, cell[k + 1] - y];
          const away = offX * offX + offY * offY;
          if (away < nearest && cell[k + 2] !== ownRing) nearest = away;
        }
      }
    }
    return Math.sqrt(nearest);
  }

  private key(x: number, y: number, dx: number, dy: number): number {
    return (Math.floor(x / this.reach) + dx) * 0x1_00_00_00 + Math.floor(y / this.reach) + dy;
  }
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
  const middleX = median(Float64Array.from(placed, (author) => x[author]));
  const middleY = median(Float64Array.from(placed, (author) => y[author]));
  const distances = Float64Array.from(placed, (author) => Math.hypot(x[author] - middleX, y[author] - middleY));
  const limit = STRAY * median(distances.slice());
  return placed.filter((_, i) => distances[i] <= limit);
}

/** Sorts in place. */
function median(values: Float64Array): number {
  values.sort();
  return values[values.length >> 1];
}
