import { boxOf, type Circles } from "./circles.ts";
import { goldenPlaces } from "./golden-angle.ts";
import type { DiscMembers } from "./layout-input.ts";

/** Spacing of the golden-angle packing per radius of a dot: neighbours then keep about a radius of white between them. */
const SPACING_PER_RADIUS = 1.75;
/** Radius of the hole in the middle, where the paper's glyph stands, at most this and at most a third of the disc. */
const HOLE = 17;
/** All discs together cover at most this share of the map, a little below the eighth that is allowed, since the box is measured by dots. */
const MOST_OF_MAP = 0.115;
/** White between a disc and everything else, as a share of the disc's radius, and at least. */
const WHITE_SHARE = 0.18;
const LEAST_WHITE = 12;
/** Heights tried for a disc at the right side, and directions in which a circle is sampled for the hull. */
const HEIGHTS = 25;
const HULL_DIRECTIONS = 24;

export interface Disc {
  readonly members: DiscMembers;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly spacing: number;
  /** Places of the packing that are left free in the middle. */
  readonly skipped: number;
}

function holeAt(count: number, spacing: number, paper: number | null): number {
  if (paper === null) return 0;
  const hole = Math.min(HOLE, (spacing * Math.sqrt(count)) / 3);
  return Math.round((hole / spacing) * (hole / spacing));
}

function radiusOf(count: number, spacing: number, skipped: number): number {
  return spacing * Math.sqrt(count + skipped);
}

/**
 * Puts a disc for each group beside the circles of the teams: on the right, outside their hull, as near as it gets, at the
 * height where the map grows least. Discs shrink until all together cover at most an eighth of the box around everything; without teams there is
 * nothing to be an eighth of, and they keep their size.
 */
export function placeDiscs(groups: readonly DiscMembers[], teams: Circles): Disc[] {
  let shrink = 1;
  for (let attempt = 0; ; attempt++) {
    const placed = placeAll(groups, teams, shrink);
    const box = boxOf(circlesWith(teams, placed));
    const area = placed.reduce((sum, disc) => sum + Math.PI * disc.radius * disc.radius, 0);
    const allowed = MOST_OF_MAP * box.width * box.height;
    if (teams.radius.length === 0 || area <= allowed || attempt === 40) return placed;
    shrink *= Math.min(0.97, Math.sqrt(allowed / area));
  }
}

/** The circles of teams and discs together. */
export function circlesWith(teams: Circles, discs: readonly Disc[]): Circles {
  return {
    x: Float64Array.from([...teams.x, ...discs.map((disc) => disc.x)]),
    y: Float64Array.from([...teams.y, ...discs.map((disc) => disc.y)]),
    radius: Float64Array.from([...teams.radius, ...discs.map((disc) => disc.radius)]),
  };
}

/** The places of a disc's members, in their order from the middle outwards. */
export function discPlaces({ members, x, y, spacing, skipped }: Disc): { x: Float64Array; y: Float64Array } {
  const places = goldenPlaces(members.authors.length, spacing, skipped);
  return { x: places.x.map((dx) => x + dx), y: places.y.map((dy) => y + dy) };
}

function placeAll(groups: readonly DiscMembers[], teams: Circles, shrink: number): Disc[] {
  const hull = hullOf(teams);
  const placed: Disc[] = [];
  const box = { ...boxOf(teams) };
  for (const members of groups) {
    const spacing = SPACING_PER_RADIUS * members.dot * shrink;
    const skipped = holeAt(members.authors.length, spacing, members.paper);
    const radius = radiusOf(members.authors.length, spacing, skipped);
    const white = Math.max(LEAST_WHITE, WHITE_SHARE * radius);
    let best = { x: 0, y: 0, cost: Infinity };
    for (let h = 0; h < HEIGHTS; h++) {
      const low = Math.min(box.bottom + radius, (box.bottom + box.top) / 2);
      const high = Math.max(box.top - radius, (box.bottom + box.top) / 2);
      const y = low + ((high - low) * h) / (HEIGHTS - 1);
      const x = nearestFromRight(hull, placed, y, radius + white, box.left);
      const cost = Math.max(box.right, x + radius) - box.left + 0.02 * (y - low);
      if (cost < best.cost) best = { x, y, cost };
    }
    placed.push({ members, x: best.x, y: best.y, radius, spacing, skipped });
    const grown = boxOf(circlesWith(teams, placed));
    // The right side may grow with every disc; the height stays the teams', unless a disc is higher.
    box.right = grown.right;
    box.bottom = Math.min(box.bottom, grown.bottom);
    box.top = Math.max(box.top, grown.top);
  }
  return placed;
}

/** How far left a circle at height `y` can come from the right until it touches the hull or another disc. */
function nearestFromRight(hull: Circles, placed: readonly Disc[], y: number, reach: number, left: number): number {
  let x = hull.x.length === 0 ? (placed.length === 0 ? 0 : left) : -Infinity;
  for (let k = 0; k < hull.x.length; k++) {
    const next = (k + 1) % hull.x.length;
    x = Math.max(x, contactWithSegment(hull.x[k], hull.y[k], hull.x[next], hull.y[next], y, reach));
  }
  for (const disc of placed) {
    const dy = y - disc.y;
    const apart = reach + disc.radius;
    if (Math.abs(dy) < apart) x = Math.max(x, disc.x + Math.sqrt(apart * apart - dy * dy));
  }
  return x === -Infinity ? left : x;
}

/** The rightmost x at which a circle of radius `reach` at height `y` touches the segment, −∞ if it passes by. */
function contactWithSegment(ax: number, ay: number, bx: number, by: number, y: number, reach: number): number {
  let x = -Infinity;
  for (const [cx, cy] of [
    [ax, ay],
    [bx, by],
  ]) {
    const dy = y - cy;
    if (Math.abs(dy) < reach) x = Math.max(x, cx + Math.sqrt(reach * reach - dy * dy));
  }
  const dx = bx - ax;
  const dy = by - ay;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length === 0) return x;
  // The side runs counter-clockwise, so (dy, −dx) points outwards; only sides that face right can be touched from there.
  const nx = dy / length;
  const ny = -dx / length;
  if (nx <= 0) return x;
  const footY = y - ny * reach;
  const along = dy === 0 ? -1 : (footY - ay) / dy;
  if (along >= 0 && along <= 1) x = Math.max(x, ax + along * dx + nx * reach);
  return x;
}

/** The convex hull of the circles, counter-clockwise, as points (radius 0): Andrew's monotone chain over sampled rims. */
function hullOf(circles: Circles): Circles {
  const points: [number, number][] = [];
  const around = directions(HULL_DIRECTIONS);
  circles.radius.forEach((radius, t) => {
    for (const [ux, uy] of around) points.push([circles.x[t] + radius * ux, circles.y[t] + radius * uy]);
  });
  points.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (sorted: [number, number][]) => {
    const chain: [number, number][] = [];
    for (const point of sorted) {
      while (chain.length > 1 && turnOf(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(points), ...half([...points].reverse())];
  return {
    x: Float64Array.from(hull, (point) => point[0]),
    y: Float64Array.from(hull, (point) => point[1]),
    radius: new Float64Array(hull.length),
  };
}

function turnOf(a: [number, number], b: [number, number], c: [number, number]): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Unit vectors all around, without sine and cosine: (1 − t², 2t) / (1 + t²), and its mirror images. */
function directions(count: number): [number, number][] {
  const quarter = count / 4;
  const around: [number, number][] = [];
  for (let k = 0; k < quarter; k++) {
    const t = k / quarter;
    const u = (1 - t * t) / (1 + t * t);
    const v = (2 * t) / (1 + t * t);
    around.push([u, v], [-v, u], [-u, -v], [v, -u]);
  }
  return around;
}
