import { generator } from "../../model/generator.ts";
import type { TieRows } from "./tie-rows.ts";

/*
 * How well a picture shows its network, from samples drawn with a seed: for tests and benchmarks.
 */

/** Only bodies of as many ties are asked for their neighbours. */
const FEWEST_TIES = 2;
const MOST_TIES = 40;

/**
 * Neighbourhood preservation, 0 to 1: for `samples` bodies of degree d (2 to 40), the mean share of their d nearest in the plane that are their neighbours in the
 * network. 1 where nobody can be asked.
 */
export function neighbourhoodPreservation(
  { count, offsets, neighbors }: TieRows,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  samples = 500,
  seed = 1,
): number {
  const asked: number[] = [];
  for (let i = 0; i < count; i++) {
    const degree = offsets[i + 1] - offsets[i];
    if (degree >= FEWEST_TIES && degree <= MOST_TIES) asked.push(i);
  }
  if (asked.length === 0) return 1;
  const chance = generator(seed);
  let sum = 0;
  for (let s = 0; s < samples; s++) {
    const i = asked[Math.floor(chance() * asked.length)];
    const own = new Set(neighbors.subarray(offsets[i], offsets[i + 1]));
    const near = nearest(i, own.size, count, x, y);
    sum += near.filter((j) => own.has(j)).length / own.size;
  }
  return sum / samples;
}

/** The `k` nearest to body i, nearest first, by insertion into a short list. */
function nearest(i: number, k: number, count: number, x: ArrayLike<number>, y: ArrayLike<number>): number[] {
  const found: { j: number; squared: number }[] = [];
  let farthest = Infinity;
  for (let j = 0; j < count; j++) {
    if (j === i) continue;
    const squared = (x[j] - x[i]) * (x[j] - x[i]) + (y[j] - y[i]) * (y[j] - y[i]);
    if (found.length === k && squared >= farthest) continue;
    const at = found.findIndex((other) => other.squared > squared);
    found.splice(at < 0 ? found.length : at, 0, { j, squared });
    if (found.length > k) found.pop();
    farthest = found[found.length - 1].squared;
  }
  return found.map(({ j }) => j);
}

/**
 * Relative stress of a connected network, 0 to 1: the mean of ((s e − d) / d)² over pairs d ties apart and e apart in the plane, at the scale s at which it is least,
 * which is 1 − (Σ e/d)² / (n Σ (e/d)²). Pairs are from `sources` bodies, by breadth-first search, to `perSource` others each.
 */
export function relativeStress(
  ties: TieRows,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  sources = 50,
  perSource = 100,
  seed = 1,
): number {
  const chance = generator(seed);
  let pairs = 0;
  let ratios = 0;
  let squares = 0;
  for (let s = 0; s < sources; s++) {
    const from = Math.floor(chance() * ties.count);
    const steps = stepsFrom(ties, from);
    for (let k = 0; k < perSource; k++) {
      const to = Math.floor(chance() * ties.count);
      if (steps[to] <= 0) continue;
      const apart = (x[to] - x[from]) * (x[to] - x[from]) + (y[to] - y[from]) * (y[to] - y[from]);
      ratios += Math.sqrt(apart) / steps[to];
      squares += apart / (steps[to] * steps[to]);
      pairs++;
    }
  }
  return squares > 0 ? 1 - (ratios * ratios) / (pairs * squares) : 0;
}

/** How many ties everybody is from one body, −1 where no way leads. */
function stepsFrom({ count, offsets, neighbors }: TieRows, from: number): Int32Array {
  const steps = new Int32Array(count).fill(-1);
  const queue = new Uint32Array(count);
  steps[from] = 0;
  queue[0] = from;
  for (let head = 0, end = 1; head < end; head++) {
    const i = queue[head];
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (steps[neighbors[k]] >= 0) continue;
      steps[neighbors[k]] = steps[i] + 1;
      queue[end++] = neighbors[k];
    }
  }
  return steps;
}
