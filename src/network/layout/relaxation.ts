import { LARGE_MAP } from "./large-map-tuning.ts";
import { Quadtree } from "./quadtree.ts";
import type { TieRows } from "./tie-rows.ts";

/** How ties pull: in proportion to their length (as in ForceAtlas2), or by their weight alone (LinLog). */
export type Attraction = "linear" | "linlog";

/**
 * Bodies on their way to rest under attraction along ties, repulsion m_i m_j / d between all, a pull to the middle, and one to the middle of the body's
 * group. LinLog (Noack 2007, "Energy models for graph clustering", JGAA 11(2)) shows groups, linear attraction the shape of the whole.
 *
 * A step moves every body toward where its own forces would balance if all others stood still: force over stiffness, a tie of LinLog being as stiff as
 * weight / length (Weiszfeld's method for the sum of distances), with a share of the way of the step before.
 */
export class Relaxation {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly forceX: Float64Array;
  readonly forceY: Float64Array;
  readonly stiffness: Float64Array;
  private readonly ties: TieRows;
  private readonly attraction: Attraction;
  private readonly tree: Quadtree;
  private readonly wayX: Float64Array;
  private readonly wayY: Float64Array;
  private readonly gravity: number;
  private readonly cohesion: GroupPull | null;
  private readonly mostPerStep: number;
  private readonly momentum: number;
  /** Added to lengths, so that no tie is endlessly stiff. */
  private softening: number;

  /** Moves the columns `x` and `y` in place. `group` gives each body's group, ≥ 0, or is null. */
  constructor(ties: TieRows, x: Float64Array, y: Float64Array, attraction: Attraction, group: Int32Array | null) {
    this.ties = ties;
    this.x = x;
    this.y = y;
    this.attraction = attraction;
    this.momentum = attraction === "linear" ? LARGE_MAP.springMomentum : LARGE_MAP.momentum;
    this.tree = new Quadtree(ties.count);
    this.forceX = new Float64Array(ties.count);
    this.forceY = new Float64Array(ties.count);
    this.wayX = new Float64Array(ties.count);
    this.wayY = new Float64Array(ties.count);
    this.stiffness = new Float64Array(ties.count);
    const extent = extentOf(x, y);
    const spacing = extent / Math.sqrt(Math.max(1, ties.count));
    this.softening = 0.02 * spacing;
    this.mostPerStep = LARGE_MAP.mostPerStep * spacing;
    const total = ties.mass.reduce((sum, m) => sum + m, 0);
    const reach = (attraction === "linear" ? LARGE_MAP.springReach : LARGE_MAP.gravityReach) * extent;
    this.gravity = reach > 0 ? total / (reach * reach) : 0;
    this.cohesion = group === null ? null : new GroupPull(ties.mass, group, extent > 0 ? total / (extent * extent) : 0);
  }

  /** One step, its way scaled by `cool` (0 to 1); returns the mean way of a body. */
  step(cool: number): number {
    const { x, y, wayX, wayY, forceX, forceY, stiffness } = this;
    this.computeForces();
    let way = 0;
    for (let i = 0; i < x.length; i++) {
      // Alone in its network, a body is held by nothing and stays.
      const share = stiffness[i] > 0 ? LARGE_MAP.share / stiffness[i] : 0;
      let dx = this.momentum * wayX[i] + share * forceX[i];
      let dy = this.momentum * wayY[i] + share * forceY[i];
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length > this.mostPerStep) {
        dx *= this.mostPerStep / length;
        dy *= this.mostPerStep / length;
      }
      wayX[i] = dx;
      wayY[i] = dy;
      x[i] += cool * dx;
      y[i] += cool * dy;
      way += cool * length;
    }
    return way / Math.max(1, x.length);
  }

  /** Fills `forceX`, `forceY` and `stiffness` for the places as they are. */
  computeForces(): void {
    const { x, y, forceX, forceY, stiffness, ties } = this;
    forceX.fill(0);
    forceY.fill(0);
    this.tree.build(x, y, ties.mass);
    this.tree.repel(1, LARGE_MAP.theta, forceX, forceY);
    for (let i = 0; i < x.length; i++) {
      const pull = this.gravity * ties.mass[i];
      forceX[i] = forceX[i] * ties.mass[i] - pull * x[i];
      forceY[i] = forceY[i] * ties.mass[i] - pull * y[i];
      stiffness[i] = pull;
    }
    this.cohesion?.add(x, y, forceX, forceY, stiffness);
    if (this.attraction === "linear") this.pullLinear();
    else this.pullLinLog();
  }

  private pullLinear(): void {
    const { x, y, forceX, forceY, stiffness } = this;
    const { offsets, neighbors, weights } = this.ties;
    for (let i = 0; i < x.length; i++) {
      const px = x[i];
      const py = y[i];
      let sumX = 0;
      let sumY = 0;
      let stiff = 0;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const j = neighbors[k];
        sumX += weights[k] * (x[j] - px);
        sumY += weights[k] * (y[j] - py);
        stiff += weights[k];
      }
      forceX[i] += sumX;
      forceY[i] += sumY;
      stiffness[i] += stiff;
    }
  }

  private pullLinLog(): void {
    const { x, y, forceX, forceY, stiffness, softening } = this;
    const { offsets, neighbors, weights } = this.ties;
    let lengths = 0;
    for (let i = 0; i < x.length; i++) {
      const px = x[i];
      const py = y[i];
      let sumX = 0;
      let sumY = 0;
      let stiff = 0;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const j = neighbors[k];
        const dx = x[j] - px;
        const dy = y[j] - py;
        const length = Math.sqrt(dx * dx + dy * dy);
        lengths += length;
        const pull = weights[k] / (length + softening);
        sumX += pull * dx;
        sumY += pull * dy;
        stiff += pull;
      }
      forceX[i] += sumX;
      forceY[i] += sumY;
      stiffness[i] += stiff;
    }
    this.softening = (LARGE_MAP.softening * lengths) / Math.max(1, neighbors.length);
  }
}

/** Pulls every body to its group's centre of mass, as hard as fills a disc of the group's share of the map by repulsion alone. */
class GroupPull {
  private readonly mass: Float64Array;
  private readonly group: Int32Array;
  private readonly groupMass: Float64Array;
  private readonly pull: number;
  private readonly sumX: Float64Array;
  private readonly sumY: Float64Array;

  constructor(mass: Float64Array, group: Int32Array, density: number) {
    this.mass = mass;
    this.group = group;
    const groups = group.reduce((most, g) => Math.max(most, g + 1), 0);
    this.groupMass = new Float64Array(groups);
    for (let i = 0; i < mass.length; i++) this.groupMass[group[i]] += mass[i];
    // A group of mass M on an area in proportion to M is held together by the same stiffness whatever its M.
    this.pull = density * LARGE_MAP.cohesion;
    this.sumX = new Float64Array(groups);
    this.sumY = new Float64Array(groups);
  }

  add(x: Float64Array, y: Float64Array, forceX: Float64Array, forceY: Float64Array, stiffness: Float64Array): void {
    const { mass, group, groupMass, sumX, sumY, pull } = this;
    sumX.fill(0);
    sumY.fill(0);
    for (let i = 0; i < mass.length; i++) {
      sumX[group[i]] += mass[i] * x[i];
      sumY[group[i]] += mass[i] * y[i];
    }
    for (let i = 0; i < mass.length; i++) {
      const g = group[i];
      forceX[i] += pull * mass[i] * (sumX[g] / groupMass[g] - x[i]);
      forceY[i] += pull * mass[i] * (sumY[g] / groupMass[g] - y[i]);
      stiffness[i] += pull * mass[i];
    }
  }
}

/** Root of the mean square distance from the mean place. */
export function extentOf(x: Float64Array, y: Float64Array): number {
  const count = Math.max(1, x.length);
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < x.length; i++) {
    meanX += x[i] / count;
    meanY += y[i] / count;
  }
  let squares = 0;
  for (let i = 0; i < x.length; i++) {
    squares += (x[i] - meanX) * (x[i] - meanX) + (y[i] - meanY) * (y[i] - meanY);
  }
  return Math.sqrt(squares / count);
}
