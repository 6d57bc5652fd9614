import { type Generator, generator } from "../../model/generator.ts";
import { type Coarser, coarsen } from "./coarsen.ts";
import { LARGE_MAP } from "./large-map-tuning.ts";
import { type Attraction, extentOf, Relaxation } from "./relaxation.ts";
import type { TieRows } from "./tie-rows.ts";

/** Down to this many bodies a network is made coarser. */
const COARSEST = 30;
/** Where a level would keep more than this share of its bodies, joining within groups has come to its end. */
const LEAST_SHRINK = 0.8;
/** And where joining anybody keeps more than this, so has joining. */
const NO_SHRINK = 0.95;

export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

interface Level extends Omit<Coarser, "parent"> {
  /** Per body its part on the next level; null on the coarsest. */
  readonly parent: Uint32Array | null;
}

/**
 * Places a connected network from coarse to fine: bodies are joined until few are left, those are placed by chance and relaxed, and on every level down,
 * bodies begin where what they were joined to lies. Linear attraction on the coarse levels spreads the whole out as its distances ask, LinLog on the
 * finest parts its groups. `group` (≥ 0 for every body, or null) is joined first, so that a team comes from one place.
 */
export function placeMultilevel(ties: TieRows, group: Int32Array | null, seed: number): Places {
  const levels = levelsOf(ties, group);
  const chance = generator(seed);
  const coarsest = levels[levels.length - 1].ties.count;
  let x: Float64Array = Float64Array.from({ length: coarsest }, () => chance() - 0.5);
  let y: Float64Array = Float64Array.from({ length: coarsest }, () => chance() - 0.5);
  for (let l = levels.length - 1; l >= 0; l--) {
    const level = levels[l];
    if (level.parent !== null) [x, y] = apart(level.parent, x, y, chance);
    // From chance, springs find the shape of the whole; a small network has no other level for it.
    if (level.parent === null)
      for (let round = 0; round < LARGE_MAP.unfoldings; round++)
        relaxAt(level, x, y, "linear", LARGE_MAP.steps.length - 1);
    relaxAt(level, x, y, l < LARGE_MAP.linLogLevels ? "linlog" : "linear", l);
  }
  return { x, y };
}

function relaxAt({ ties, group }: Level, x: Float64Array, y: Float64Array, attraction: Attraction, l: number): void {
  balanceScale(ties, x, y, attraction);
  const relaxation = new Relaxation(ties, x, y, attraction, attraction === "linlog" ? group : null);
  relax(relaxation, LARGE_MAP.steps[Math.min(l, LARGE_MAP.steps.length - 1)]);
}

/** So many steps, the last of them ever shorter. */
function relax(relaxation: Relaxation, steps: number): void {
  for (let step = 0; step < steps; step++) relaxation.step(coolingOf(step, steps));
}

/** By what a step is shortened, 1 for the first ones. */
export function coolingOf(step: number, steps: number): number {
  return Math.min(1, (steps - step) / ((1 - LARGE_MAP.coolFrom) * steps));
}

/** Finest first. */
function levelsOf(ties: TieRows, group: Int32Array | null): Level[] {
  const levels: Level[] = [];
  let next: { ties: TieRows; group: Int32Array | null } = { ties, group };
  let joining = group;
  while (next.ties.count > COARSEST) {
    const coarser = coarsen(next.ties, joining);
    const left = coarser.ties.count / next.ties.count;
    if (left > LEAST_SHRINK && joining !== null) {
      joining = null;
      continue;
    }
    if (left > NO_SHRINK) break;
    levels.push({ ...next, parent: coarser.parent });
    joining = coarser.group;
    next = coarser;
  }
  levels.push({ ...next, parent: null });
  return levels;
}

/** Every body near its coarse body, within about the distance of neighbours. */
function apart(parent: Uint32Array, x: Float64Array, y: Float64Array, chance: Generator): [Float64Array, Float64Array] {
  // All may have been joined into one: then any distance will do, since the scale is balanced anyway.
  const extent = extentOf(x, y);
  const near = extent > 0 ? extent / Math.sqrt(parent.length) : 1;
  const finerX = new Float64Array(parent.length);
  const finerY = new Float64Array(parent.length);
  for (let i = 0; i < parent.length; i++) {
    finerX[i] = x[parent[i]] + (chance() - 0.5) * near;
    finerY[i] = y[parent[i]] + (chance() - 0.5) * near;
  }
  return [finerX, finerY];
}

/**
 * Moves the centre of mass to the origin and scales the places to where attraction and repulsion of all bodies balance. By a factor s, Σ w d becomes s Σ w d
 * and −Σ m m log d falls by Σ m m log s, least at s = Σ m m / Σ w d; with springs, Σ w d² / 2 gives s² = Σ m m / Σ w d².
 */
export function balanceScale(
  { offsets, neighbors, weights, mass }: TieRows,
  x: Float64Array,
  y: Float64Array,
  attraction: Attraction,
): void {
  let total = 0;
  let squares = 0;
  let meanX = 0;
  let meanY = 0;
  let pull = 0;
  for (let i = 0; i < x.length; i++) {
    total += mass[i];
    squares += mass[i] * mass[i];
    meanX += mass[i] * x[i];
    meanY += mass[i] * y[i];
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const dx = x[i] - x[neighbors[k]];
      const dy = y[i] - y[neighbors[k]];
      const squared = dx * dx + dy * dy;
      pull += weights[k] * (attraction === "linlog" ? Math.sqrt(squared) : squared);
    }
  }
  // Both sums go over ordered pairs.
  const ratio = pull > 0 ? (total * total - squares) / pull : 1;
  const scale = attraction === "linlog" ? ratio : Math.sqrt(ratio);
  for (let i = 0; i < x.length; i++) {
    x[i] = (x[i] - meanX / total) * scale;
    y[i] = (y[i] - meanY / total) * scale;
  }
}
