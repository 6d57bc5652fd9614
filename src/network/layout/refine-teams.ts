import type { Generator } from "../../model/generator.ts";
import { type Circles, lengthOf, separate, unitOf } from "./circles.ts";
import { costOf } from "./team-cost.ts";
import type { TeamGraph } from "./team-graph.ts";

/** Trials, times the work of judging one, that a refinement may cost. */
const WORK = 30_000_000;
const MOST_TRIALS = 100_000;
/** Fewer trials than this for each team change nothing worth the time. */
const FEWEST_PER_TEAM = 40;
/** How much overlap costs, relative to the way between teams. */
const OVERLAP_COST = 6;
/** The worst step that is still taken at first, and the longest move, in units of the placing; both fall to nothing. */
const FIRST_THRESHOLD = 0.06;
const LONGEST_MOVE = 0.9;
/** One trial in so many exchanges two teams. */
const EXCHANGE_EVERY = 4;

/**
 * Improves a placing by threshold accepting (Dueck & Scheuer 1990): random moves and exchanges are taken unless they make it worse by
 * more than a threshold that falls to zero. Forces alone stop at the first arrangement in which circles block each other's way.
 * It needs no exponential, which simulated annealing would. Networks of too many teams for the work that is allowed stay as they are.
 */
export function refineTeams(
  graph: TeamGraph,
  placed: Circles,
  gap: number,
  aspect: number,
  chance: Generator,
): Circles {
  const { radius } = placed;
  const count = radius.length;
  const work = count * count + graph.w.length + count * graph.wishes.length;
  const trials = Math.min(MOST_TRIALS, Math.floor(WORK / work));
  if (trials < FEWEST_PER_TEAM * count) return placed;
  const unit = unitOf(radius);
  const now: Circles = { x: placed.x.slice(), y: placed.y.slice(), radius };
  const judge = () => costOf(graph, now, aspect).whole + (OVERLAP_COST * overlapOf(now, gap)) / unit;
  let best: Circles = placed;
  let least = judge();
  let cost = least;
  for (let trial = 0; trial < trials; trial++) {
    const left = 1 - trial / trials;
    const undo =
      trial % EXCHANGE_EVERY === 0 ? exchange(now, chance) : move(now, LONGEST_MOVE * unit * left * left, chance);
    const tried = judge();
    if (tried > cost + FIRST_THRESHOLD * left * left) {
      undo();
      continue;
    }
    cost = tried;
    if (cost < least) {
      least = cost;
      best = { x: now.x.slice(), y: now.y.slice(), radius };
    }
  }
  return settled(best, gap);
}

function move({ x, y }: Circles, longest: number, chance: Generator): () => void {
  const t = Math.floor(chance() * x.length);
  const fromX = x[t];
  const fromY = y[t];
  x[t] += (chance() - 0.5) * 2 * longest;
  y[t] += (chance() - 0.5) * 2 * longest;
  return () => {
    x[t] = fromX;
    y[t] = fromY;
  };
}

function exchange({ x, y }: Circles, chance: Generator): () => void {
  const a = Math.floor(chance() * x.length);
  const b = Math.floor(chance() * x.length);
  const swap = () => {
    [x[a], x[b]] = [x[b], x[a]];
    [y[a], y[b]] = [y[b], y[a]];
  };
  swap();
  return swap;
}

function overlapOf({ x, y, radius }: Circles, gap: number): number {
  let overlap = 0;
  for (let a = 0; a < radius.length; a++) {
    for (let b = 0; b < a; b++) {
      overlap += Math.max(0, radius[a] + radius[b] + gap - lengthOf(x[a] - x[b], y[a] - y[b]));
    }
  }
  return overlap;
}

/** The same without the last overlaps. */
function settled({ x, y, radius }: Circles, gap: number): Circles {
  const order = Uint32Array.from(radius, (_, t) => t);
  for (let round = 0; round < 400; round++) {
    if (separate(radius, 1, gap, order, x, y) < 1e-6 * unitOf(radius)) break;
  }
  return { x, y, radius };
}
