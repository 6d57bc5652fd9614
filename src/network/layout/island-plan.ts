import { type Circles, lengthOf, separate } from "./circles.ts";
import { byRegion, type KnownOfBodies } from "./island-forces.ts";
import { LARGE_MAP } from "./large-map-tuning.ts";
import type { Places } from "./multilevel.ts";
import { packAround } from "./pack-around.ts";
import type { TieRows } from "./tie-rows.ts";

/** Rounds in which teams are drawn together and pushed apart, and in which they are only pushed apart. */
const DRAWING = 160;
const SETTLING = 300;
/** Share of the way to the middle that teams are drawn in a round. */
const DRAWN = 0.004;

/** A network's components with their places, largest first. */
export interface Component {
  readonly members: Uint32Array;
  readonly places: Places;
}

/**
 * One disc per team, large enough for its dots, where the multilevel layout has the team's middle, drawn together until they nearly touch. Components lie beside the
 * largest one, as near as there is room. `region` gives each body's team, `area` what it asks for as radius squared.
 */
export function planIslands(components: readonly Component[], region: Int32Array, area: Float64Array): Circles {
  const regions = region.reduce((most, r) => Math.max(most, r + 1), 0);
  const x = new Float64Array(regions);
  const y = new Float64Array(regions);
  const squares = new Float64Array(regions);
  for (let i = 0; i < region.length; i++) squares[region[i]] += area[i];
  const radius = squares.map(Math.sqrt);
  const settled = new Uint8Array(regions);
  const clusters: Uint32Array[] = [];
  for (const component of components) {
    const teams = arrange(component, region, area, { x, y, radius }, settled);
    if (teams.length > 0) clusters.push(teams);
  }
  if (clusters.length > 0) packAround(clusters, { x, y, radius });
  return { x, y, radius };
}

/** Places the teams of one component around the origin; returns them. A team of several components, held together by large papers, lies with the first. */
function arrange(
  { members, places }: Component,
  region: Int32Array,
  area: Float64Array,
  all: Circles,
  settled: Uint8Array,
): Uint32Array {
  const sums = new Map<number, { x: number; y: number; weight: number }>();
  members.forEach((body, k) => {
    if (settled[region[body]] === 1) return;
    const sum = sums.get(region[body]) ?? { x: 0, y: 0, weight: 0 };
    sum.x += area[body] * places.x[k];
    sum.y += area[body] * places.y[k];
    sum.weight += area[body];
    sums.set(region[body], sum);
  });
  const sorted = [...sums].sort(([a], [b]) => a - b);
  const radius = Float64Array.from(sorted, ([team]) => all.radius[team]);
  const x = Float64Array.from(sorted, ([, sum]) => sum.x / sum.weight);
  const y = Float64Array.from(sorted, ([, sum]) => sum.y / sum.weight);
  spreadTo(x, y, radius);
  drawTogether(x, y, radius);
  sorted.forEach(([team], k) => {
    settled[team] = 1;
    all.x[team] = x[k];
    all.y[team] = y[k];
  });
  return Uint32Array.from(sorted, ([team]) => team);
}

/** Scales the middles so that they are spread as discs that just have room. */
function spreadTo(x: Float64Array, y: Float64Array, radius: Float64Array): void {
  let total = 0;
  let meanX = 0;
  let meanY = 0;
  for (let t = 0; t < x.length; t++) {
    const mass = radius[t] * radius[t];
    total += mass;
    meanX += mass * x[t];
    meanY += mass * y[t];
  }
  let spread = 0;
  for (let t = 0; t < x.length; t++) {
    x[t] -= meanX / total;
    y[t] -= meanY / total;
    spread += radius[t] * radius[t] * (x[t] * x[t] + y[t] * y[t]);
  }
  // A disc of area π·total has the mean square total / 2.
  const scale = spread > 0 ? (LARGE_MAP.islandSpread * total) / Math.sqrt(2 * spread) : 0;
  for (let t = 0; t < x.length; t++) {
    x[t] *= scale;
    y[t] *= scale;
  }
}

function drawTogether(x: Float64Array, y: Float64Array, radius: Float64Array): void {
  if (x.length < 2) return;
  const gap = LARGE_MAP.islandGap * Math.sqrt(radius.reduce((sum, r) => sum + r * r, 0) / radius.length);
  const order = Uint32Array.from(radius, (_, t) => t);
  for (let round = 0; round < DRAWING; round++) {
    for (let t = 0; t < x.length; t++) {
      x[t] *= 1 - DRAWN;
      y[t] *= 1 - DRAWN;
    }
    const grown = Math.min(1, (2 * (round + 1)) / DRAWING);
    for (let pass = 0; pass < 3; pass++) separate(radius, grown, gap, order, x, y);
  }
  settle(radius, gap, order, x, y);
}

/** Pushes discs apart until none overlap. */
export function settle(radius: Float64Array, gap: number, order: Uint32Array, x: Float64Array, y: Float64Array): void {
  for (let round = 0; round < SETTLING; round++) if (separate(radius, 1, gap, order, x, y) < 1e-3 * gap) break;
}

/** Where each body is drawn to, from the middle of its team's disc: toward the teams it writes with, as far as that differs from its team's mean. */
export function leanOf(ties: TieRows, region: Int32Array, regions: Circles, area: Float64Array): Places {
  const { offsets, neighbors, weights } = ties;
  const x = new Float64Array(ties.count);
  const y = new Float64Array(ties.count);
  const mass = new Float64Array(regions.x.length);
  const meanX = new Float64Array(regions.x.length);
  const meanY = new Float64Array(regions.x.length);
  for (let i = 0; i < ties.count; i++) {
    const own = region[i];
    let strength = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const other = region[neighbors[k]];
      strength += weights[k];
      if (other === own) continue;
      const dx = regions.x[other] - regions.x[own];
      const dy = regions.y[other] - regions.y[own];
      const apart = Math.max(lengthOf(dx, dy), 1e-9);
      x[i] += (weights[k] * dx) / apart;
      y[i] += (weights[k] * dy) / apart;
    }
    const full = Math.max(lengthOf(x[i], y[i]), LARGE_MAP.fullLeanAt * strength, 1e-9);
    const scale = (LARGE_MAP.farthestLean * regions.radius[own]) / full;
    x[i] *= scale;
    y[i] *= scale;
    mass[own] += area[i];
    meanX[own] += area[i] * x[i];
    meanY[own] += area[i] * y[i];
  }
  for (let i = 0; i < ties.count; i++) {
    x[i] -= meanX[region[i]] / mass[region[i]];
    y[i] -= meanY[region[i]] / mass[region[i]];
  }
  return { x, y };
}

/** The discs of teams whose bodies lie somewhere: around their mean, as large as they ask for, and with `stretch` 1 larger where somebody lies outside. */
export function discsAround(
  { region, area, radius }: Pick<KnownOfBodies, "region" | "area" | "radius">,
  x: Float64Array,
  y: Float64Array,
  stretch: 0 | 1 = 1,
): Circles {
  const teams = byRegion(region);
  const circles = {
    x: new Float64Array(teams.length),
    y: new Float64Array(teams.length),
    radius: new Float64Array(teams.length),
  };
  teams.forEach((bodies, r) => {
    let asked = 0;
    for (const i of bodies) {
      asked += area[i];
      circles.x[r] += area[i] * x[i];
      circles.y[r] += area[i] * y[i];
    }
    circles.x[r] /= asked;
    circles.y[r] /= asked;
    let reach = Math.sqrt(asked);
    for (const i of stretch === 1 ? bodies : []) {
      const dx = x[i] - circles.x[r];
      const dy = y[i] - circles.y[r];
      reach = Math.max(reach, Math.sqrt(dx * dx + dy * dy) + radius[i]);
    }
    circles.radius[r] = reach;
  });
  return circles;
}
