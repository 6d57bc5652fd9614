import type { Circles } from "./circles.ts";
import { DotGrid } from "./dot-grid.ts";
import { LARGE_MAP } from "./large-map-tuning.ts";
import type { Places } from "./multilevel.ts";
import { Quadtree } from "./quadtree.ts";
import type { TieRows } from "./tie-rows.ts";

/** All that acts on the authors of a large map once every team has its disc. */
export interface Islands {
  readonly ties: TieRows;
  readonly region: Int32Array;
  readonly regions: Circles;
  /** Per body what it asks for, as radius squared. */
  readonly area: Float64Array;
  readonly radius: Float64Array;
  /** Where each body is drawn to, from the middle of its team. */
  readonly lean: Places;
}

/** What is known of bodies before any lies anywhere. */
export type KnownOfBodies = Omit<Islands, "regions" | "lean">;

/**
 * Authors in the discs of their teams: everybody is drawn to their place in the disc and repelled by their own team, which together fill it evenly, and drawn to
 * whom they write with by LinLog's constant pull. Teams do not act on each other but by ties, so that each is a
 * small layout of its own. Forces are per mass, and the pull to the own place has stiffness 1.
 */
export class IslandForces {
  readonly x: Float64Array;
  readonly y: Float64Array;
  private readonly islands: Islands;
  /** Bodies by region: those of region r are `bodies[k]` for `first[r] <= k < first[r + 1]`. */
  private readonly first: Uint32Array;
  private readonly bodies: Uint32Array;
  private readonly trees: Quadtree[];
  private readonly dots: DotGrid;
  private readonly dotMass: Float64Array;
  /** Columns of repulsion, by region. */
  private readonly sorted: readonly Float64Array[];
  private readonly pullOf: Float64Array;
  private readonly softening: number;
  private readonly mostPerStep: number;
  private readonly forceX: Float64Array;
  private readonly forceY: Float64Array;
  /** Added to the forces, and how stiffly bodies are held to where they are at rest. */
  private readonly restX: Float64Array;
  private readonly restY: Float64Array;
  private readonly hold: Float64Array;
  private readonly stiffness: Float64Array;
  private readonly wayX: Float64Array;
  private readonly wayY: Float64Array;
  private readonly pinned: Uint8Array;

  /** Moves the columns `x` and `y` in place. */
  constructor(islands: Islands, x: Float64Array, y: Float64Array) {
    const { ties, region, regions, area, radius } = islands;
    const count = ties.count;
    this.islands = islands;
    this.x = x;
    this.y = y;
    const members = byRegion(region);
    this.bodies = new Uint32Array(count);
    this.first = new Uint32Array(regions.x.length + 1);
    members.forEach((bodies, r) => {
      this.bodies.set(bodies, this.first[r]);
      this.first[r + 1] = this.first[r] + bodies.length;
    });
    this.trees = Array.from(regions.x, (_, r) => new Quadtree(this.first[r + 1] - this.first[r]));
    this.dotMass = area.slice();
    this.dots = new DotGrid(
      radius.map((r) => r + LARGE_MAP.overlapGap / 2),
      this.dotMass,
    );
    this.pullOf = pullsOf(ties, area);
    this.softening = 0.5 * Math.sqrt(area.reduce((sum, a) => sum + a, 0) / Math.max(1, count));
    this.mostPerStep = LARGE_MAP.mostIslandStep * this.softening;
    const column = () => new Float64Array(count);
    this.sorted = [column(), column(), column(), column(), column()];
    this.forceX = column();
    this.forceY = column();
    this.restX = column();
    this.restY = column();
    this.hold = column();
    this.stiffness = column();
    this.wayX = column();
    this.wayY = column();
    this.pinned = new Uint8Array(count);
  }

  /** From now on bodies are at rest at these places: whatever the forces would do there is balanced, but for the bodies where `free` is 1. */
  restAt(x: Float64Array, y: Float64Array, free: Uint8Array = new Uint8Array(x.length)): void {
    const now = [this.x.slice(), this.y.slice()];
    this.x.set(x);
    this.y.set(y);
    this.restX.fill(0);
    this.restY.fill(0);
    this.hold.fill(0);
    this.computeForces();
    for (let i = 0; i < x.length; i++) {
      // The anchor that holds them there balances what else the forces do.
      this.hold[i] = free[i] === 1 ? 0 : LARGE_MAP.restStiffness;
      this.restX[i] = free[i] === 1 ? 0 : this.hold[i] * x[i] - this.forceX[i];
      this.restY[i] = free[i] === 1 ? 0 : this.hold[i] * y[i] - this.forceY[i];
    }
    this.x.set(now[0]);
    this.y.set(now[1]);
  }

  pin(body: number, x: number, y: number): void {
    this.pinned[body] = 1;
    this.dotMass[body] = Infinity;
    this.x[body] = x;
    this.y[body] = y;
  }

  release(body: number): void {
    this.pinned[body] = 0;
    this.dotMass[body] = this.islands.area[body];
  }

  /** One step, its way scaled by `cool` (0 to 1); returns the mean way of a body. */
  step(cool = 1): number {
    const { x, y, wayX, wayY, forceX, forceY, stiffness } = this;
    this.computeForces();
    let way = 0;
    for (let i = 0; i < x.length; i++) {
      if (this.pinned[i] === 1) continue;
      const share = LARGE_MAP.share / stiffness[i];
      let dx = LARGE_MAP.momentum * wayX[i] + share * forceX[i];
      let dy = LARGE_MAP.momentum * wayY[i] + share * forceY[i];
      const length = Math.sqrt(dx * dx + dy * dy);
      const most = this.mostPerStep;
      if (length > most) {
        dx *= most / length;
        dy *= most / length;
      }
      wayX[i] = dx;
      wayY[i] = dy;
      const fromX = x[i];
      const fromY = y[i];
      x[i] += cool * dx;
      y[i] += cool * dy;
      this.holdInside(i);
      way += Math.sqrt((x[i] - fromX) * (x[i] - fromX) + (y[i] - fromY) * (y[i] - fromY));
    }
    return x.length === 0 ? 0 : way / x.length;
  }

  /** Moves dots apart until none covers another, in at most `passes` passes; returns the largest overlap that is left. */
  removeOverlaps(passes: number): number {
    let largest = Infinity;
    for (let pass = 0; pass < passes && largest > LARGE_MAP.noOverlap; pass++) {
      largest = this.dots.separate(this.x, this.y);
      for (let i = 0; i < this.x.length; i++) if (this.pinned[i] === 0) this.holdInside(i);
    }
    return largest;
  }

  /** Keeps a body within its team's disc; from far outside it is brought in bit by bit. */
  private holdInside(i: number): void {
    const { region, regions, radius } = this.islands;
    const r = region[i];
    const dx = this.x[i] - regions.x[r];
    const dy = this.y[i] - regions.y[r];
    const reach = Math.max(0, regions.radius[r] - radius[i]);
    const squared = dx * dx + dy * dy;
    if (squared <= reach * reach) return;
    const distance = Math.sqrt(squared);
    const outside = distance - reach;
    const scale = (distance - Math.min(outside, Math.max(this.mostPerStep, LARGE_MAP.homeward * outside))) / distance;
    this.x[i] = regions.x[r] + scale * dx;
    this.y[i] = regions.y[r] + scale * dy;
  }

  private computeForces(): void {
    const { x, y, forceX, forceY, restX, restY, hold, stiffness } = this;
    const { region, regions, lean } = this.islands;
    for (let i = 0; i < x.length; i++) {
      forceX[i] = regions.x[region[i]] + lean.x[i] + restX[i] - (1 + hold[i]) * x[i];
      forceY[i] = regions.y[region[i]] + lean.y[i] + restY[i] - (1 + hold[i]) * y[i];
      stiffness[i] = LARGE_MAP.ownStiffness + hold[i];
    }
    this.repelWithin();
    this.pullTies();
  }

  private repelWithin(): void {
    const { bodies, forceX, forceY, first } = this;
    const [x, y, mass, outX, outY] = this.sorted;
    for (let k = 0; k < bodies.length; k++) {
      x[k] = this.x[bodies[k]];
      y[k] = this.y[bodies[k]];
      mass[k] = this.islands.area[bodies[k]];
    }
    outX.fill(0);
    outY.fill(0);
    const strength = LARGE_MAP.islandFill * LARGE_MAP.islandFill;
    this.trees.forEach((tree, r) => {
      const from = first[r];
      const to = first[r + 1];
      if (to - from < 2) return;
      tree.build(x.subarray(from, to), y.subarray(from, to), mass.subarray(from, to));
      tree.repel(strength, LARGE_MAP.theta, outX.subarray(from, to), outY.subarray(from, to));
    });
    for (let k = 0; k < bodies.length; k++) {
      forceX[bodies[k]] += outX[k];
      forceY[bodies[k]] += outY[k];
    }
  }

  private pullTies(): void {
    const { x, y, forceX, forceY, stiffness, pullOf, softening } = this;
    const { offsets, neighbors, weights } = this.islands.ties;
    const { region } = this.islands;
    for (let i = 0; i < x.length; i++) {
      let sumX = 0;
      let sumY = 0;
      let stiff = 0;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const j = neighbors[k];
        if (region[j] !== region[i]) continue;
        const dx = x[j] - x[i];
        const dy = y[j] - y[i];
        const pull = weights[k] / (Math.sqrt(dx * dx + dy * dy) + softening);
        sumX += pull * dx;
        sumY += pull * dy;
        stiff += pull;
      }
      forceX[i] += pullOf[i] * sumX;
      forceY[i] += pullOf[i] * sumY;
      stiffness[i] += pullOf[i] * stiff;
    }
  }
}

/** Per body the acceleration per weight of ties: all its ties together pull as it takes to hold so many to an area a few times what they ask for. */
function pullsOf({ count, offsets, weights }: TieRows, area: Float64Array): Float64Array {
  const pulls = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let strength = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) strength += weights[k];
    const degree = offsets[i + 1] - offsets[i];
    pulls[i] = strength > 0 ? (LARGE_MAP.islandPull * Math.sqrt(area[i] * (degree + 1))) / strength : 0;
  }
  return pulls;
}

/** The bodies of each region, ascending; regions are numbered without gaps. */
export function byRegion(region: Int32Array): Uint32Array[] {
  const regions = region.reduce((most, r) => Math.max(most, r + 1), 0);
  const first = new Uint32Array(regions + 1);
  for (let i = 0; i < region.length; i++) first[region[i] + 1]++;
  for (let r = 0; r < regions; r++) first[r + 1] += first[r];
  const next = first.slice(0, regions);
  const bodies = new Uint32Array(region.length);
  for (let i = 0; i < region.length; i++) bodies[next[region[i]]++] = i;
  return Array.from({ length: regions }, (_, r) => bodies.subarray(first[r], first[r + 1]));
}
