import type { Generator } from "../../model/generator.ts";
import { type Circles, lengthOf, separate } from "./circles.ts";
import { LAYOUT } from "./layout-tuning.ts";
import { refineTeams } from "./refine-teams.ts";
import { costOf, wishersPlace } from "./team-cost.ts";
import type { TeamGraph } from "./team-graph.ts";

/** Rounds of one placing: long enough for circles to pass each other while they are small. */
const ROUNDS = 260;
/** Rounds at the end in which only overlaps are removed. */
const SETTLING = 400;
/** Circles, times starts, that all placings together may move: many starts for few teams, one for thousands. */
const CIRCLES_IN_ALL = 1500;
const MOST_STARTS = 96;
/** How hard third teams are pushed away by wishes in a round. */
const WISH_PUSH = 0.12;
/** Up to this many teams wishes push in every round, which is teams × wishes; above, neighbours are near enough. */
const MOST_WISHING = 80;

/**
 * Places one circle per team so that no two overlap (with white between them, see `regionGapShare`), teams with much weight between
 * them are neighbours, and all together fill a box of `aspect` = width / height. It is a force layout that begins with points and lets the circles grow;
 * of many random starts the best is kept. `cost` tells how well teams that write together lie together, in units of the circles, whatever the box.
 */
export function placeTeams(
  graph: TeamGraph,
  aspect: number,
  chance: Generator,
): { readonly circles: Circles; readonly cost: number } {
  const count = graph.radius.length;
  let best: Circles = { x: new Float64Array(count), y: new Float64Array(count), radius: graph.radius };
  if (count < 2) return { circles: best, cost: 0 };
  const starts = Math.max(1, Math.min(MOST_STARTS, Math.floor(CIRCLES_IN_ALL / count)));
  let least = Infinity;
  for (let s = 0; s < starts; s++) {
    const placed = placeOnce(graph, aspect, chance);
    const cost = costOf(graph, placed, aspect).whole;
    if (cost < least) {
      least = cost;
      best = placed;
    }
  }
  const circles = refineTeams(graph, best, regionGap(graph.radius), aspect, chance);
  return { circles, cost: costOf(graph, circles, aspect).nearness };
}

/** White between two regions. */
export function regionGap(radius: Float64Array): number {
  const squares = radius.reduce((sum, r) => sum + r * r, 0);
  return radius.length === 0 ? 0 : LAYOUT.regionGapShare * Math.sqrt(squares / radius.length);
}

function placeOnce(graph: TeamGraph, aspect: number, chance: Generator): Circles {
  const { radius } = graph;
  const count = radius.length;
  const spread = Math.sqrt(radius.reduce((sum, r) => sum + r * r, 0));
  const x = Float64Array.from(radius, () => (chance() - 0.5) * 2 * spread);
  const y = Float64Array.from(radius, () => (chance() - 0.5) * 2 * spread);
  const gap = regionGap(radius);
  const pull = relativePull(graph);
  const order = Uint32Array.from(radius, (_, t) => t);
  for (let round = 0; round < ROUNDS; round++) {
    const grown = (round + 1) / ROUNDS;
    const calm = 1 - 0.9 * grown;
    attract(graph, pull, gap, calm, x, y);
    if (count <= MOST_WISHING) grantWishes(graph, calm, x, y);
    for (let t = 0; t < count; t++) {
      // Toward the middle, harder along the side that is to be short.
      x[t] -= (0.03 * calm * x[t]) / Math.max(1, aspect);
      y[t] -= 0.03 * calm * y[t] * Math.min(1, aspect);
    }
    for (let pass = 0; pass < 3; pass++) separate(radius, grown, gap, order, x, y);
  }
  for (let round = 0; round < SETTLING; round++) {
    if (separate(radius, 1, gap, order, x, y) < 1e-6 * spread) break;
  }
  return { x, y, radius };
}

/** Each tie's share of the stronger pull among its two ends, so that the strongest neighbour of each team pulls about alike. */
function relativePull({ radius, a, b, w }: TeamGraph): Float64Array {
  const strength = new Float64Array(radius.length);
  for (let k = 0; k < w.length; k++) {
    strength[a[k]] += w[k];
    strength[b[k]] += w[k];
  }
  return w.map((weight, k) => weight / Math.min(strength[a[k]], strength[b[k]]));
}

function attract(
  graph: TeamGraph,
  pull: Float64Array,
  gap: number,
  calm: number,
  x: Float64Array,
  y: Float64Array,
): void {
  const { radius, a, b, w } = graph;
  for (let k = 0; k < w.length; k++) {
    const dx = x[b[k]] - x[a[k]];
    const dy = y[b[k]] - y[a[k]];
    const distance = Math.sqrt(dx * dx + dy * dy);
    const excess = distance - (radius[a[k]] + radius[b[k]] + gap);
    if (excess <= 0 || distance === 0) continue;
    const massA = radius[a[k]] * radius[a[k]];
    const massB = radius[b[k]] * radius[b[k]];
    const way = (0.25 * calm * pull[k] * excess) / (distance * (massA + massB));
    x[a[k]] += way * massB * dx;
    y[a[k]] += way * massB * dy;
    x[b[k]] -= way * massA * dx;
    y[b[k]] -= way * massA * dy;
  }
}

/** Pushes third teams away from those who wish to be nearer to another. */
function grantWishes(graph: TeamGraph, calm: number, x: Float64Array, y: Float64Array): void {
  const { radius, wishes } = graph;
  const most = wishes.reduce((largest, wish) => Math.max(largest, wish.weight), 0);
  for (const wish of wishes) {
    const place = wishersPlace(graph, wish, x, y);
    for (let t = 0; t < radius.length; t++) {
      if (t === wish.of || t === wish.next) continue;
      const dx = x[t] - place.x;
      const dy = y[t] - place.y;
      const apart = lengthOf(dx, dy);
      if (apart >= place.reach || apart === 0) continue;
      const way = (WISH_PUSH * calm * (place.reach - apart) * Math.sqrt(wish.weight / most)) / apart;
      const share = (radius[wish.of] * radius[wish.of]) / (radius[wish.of] * radius[wish.of] + radius[t] * radius[t]);
      x[t] += way * share * dx;
      y[t] += way * share * dy;
      x[wish.of] -= way * (1 - share) * dx;
      y[wish.of] -= way * (1 - share) * dy;
    }
  }
}
