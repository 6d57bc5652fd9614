import type { ForceField } from "./force-field.ts";
import { LAYOUT } from "./layout-tuning.ts";
import { OverlapForce } from "./overlap.ts";
import { pullTogether } from "./paper-springs.ts";
import { Quadtree } from "./quadtree.ts";

/**
 * ForceAtlas2 (Jacomy, Venturini, Heymann & Bastian 2014, PLOS ONE 9(6): e98679) in columns: attraction along ties, repulsion by
 * Barnes–Hut, gravity as anchors, overlap kept off, and the adaptive speed of the paper's section on swinging and traction. A step is
 * synchronous: all forces are had from the same positions. Where the paper divides forces by nothing and gives heavy nodes more of
 * everything, here forces are per mass, and no body goes farther than its own springs allow, so that steps never explode.
 */
export class ForceAtlas {
  readonly x: Float64Array;
  readonly y: Float64Array;
  private readonly field: ForceField;
  private readonly tree: Quadtree;
  private readonly overlap: OverlapForce;
  private readonly forceX: Float64Array;
  private readonly forceY: Float64Array;
  private readonly formerX: Float64Array;
  private readonly formerY: Float64Array;
  private readonly stiffness: Float64Array;
  private readonly pinned: Uint8Array;
  private speed = 0.1;

  /** Moves the columns `x` and `y` in place, one entry per body of the field. */
  constructor(field: ForceField, x: Float64Array, y: Float64Array) {
    this.field = field;
    this.x = x;
    this.y = y;
    const count = field.mass.length;
    this.tree = new Quadtree(count);
    this.overlap = new OverlapForce(
      field.radius.map((radius) => radius + LAYOUT.overlapGap / 2),
      field.mass,
    );
    this.forceX = new Float64Array(count);
    this.forceY = new Float64Array(count);
    this.formerX = new Float64Array(count);
    this.formerY = new Float64Array(count);
    this.stiffness = new Float64Array(count);
    this.pinned = new Uint8Array(count);
  }

  pin(body: number, x: number, y: number): void {
    this.pinned[body] = 1;
    this.x[body] = x;
    this.y[body] = y;
  }

  release(body: number): void {
    this.pinned[body] = 0;
  }

  /**
   * One step; returns the mean way of a body in pixels of the map. With `firm` false, walls and overlap are left out, so that authors can
   * pass each other on the way from a rough start.
   */
  step(firm = true): number {
    const count = this.x.length;
    if (count === 0) return 0;
    this.computeForces(firm);
    this.adaptSpeed();
    const { x, y, forceX, forceY, formerX, formerY, field } = this;
    let way = 0;
    for (let i = 0; i < count; i++) {
      const fx = forceX[i];
      const fy = forceY[i];
      const swing = lengthOf(fx - formerX[i], fy - formerY[i]);
      formerX[i] = fx;
      formerY[i] = fy;
      if (this.pinned[i] === 1) continue;
      const length = lengthOf(fx, fy);
      let factor = this.speed / (1 + this.speed * Math.sqrt(swing));
      factor = Math.min(factor, LAYOUT.mostOfWay / this.stiffness[i]);
      if (length * factor > LAYOUT.mostPerStep) factor = LAYOUT.mostPerStep / length;
      const nextX = clamp(x[i] + fx * factor, field.halfWidth - field.radius[i]);
      const nextY = clamp(y[i] + fy * factor, field.halfHeight - field.radius[i]);
      way += lengthOf(nextX - x[i], nextY - y[i]);
      x[i] = nextX;
      y[i] = nextY;
    }
    return way / count;
  }

  private computeForces(firm: boolean): void {
    const { field, x, y, forceX, forceY, stiffness } = this;
    for (let i = 0; i < x.length; i++) {
      forceX[i] = field.anchorX[i] - x[i];
      forceY[i] = field.anchorY[i] - y[i];
      stiffness[i] = field.held[i];
    }
    pullTogether(field.springs, field.springStrength, x, y, forceX, forceY);
    this.tree.build(x, y, field.mass);
    this.tree.repel(field.repulsion, LAYOUT.theta, forceX, forceY);
    if (!firm) return;
    this.pushOffWalls();
    this.holdBetween();
    this.overlap.pushApart(LAYOUT.overlapStiffness, x, y, forceX, forceY, stiffness);
  }

  /** Holds authors inside their team's region, bridges near it and outside the regions of others. */
  private pushOffWalls(): void {
    const { wallOf, wallReach, outsideOffsets, outside, regions, radius } = this.field;
    for (let i = 0; i < wallOf.length; i++) {
      if (wallOf[i] >= 0) this.pushOff(i, wallOf[i], wallReach[i], 1);
      for (let k = outsideOffsets[i]; k < outsideOffsets[i + 1]; k++) {
        this.pushOff(i, outside[k], regions.radius[outside[k]] + radius[i], -1);
      }
    }
  }

  /** `side` 1 holds body i within `reach` of the region's middle, −1 keeps it beyond. */
  private pushOff(i: number, region: number, reach: number, side: 1 | -1): void {
    const dx = this.x[i] - this.field.regions.x[region];
    const dy = this.y[i] - this.field.regions.y[region];
    const distance = lengthOf(dx, dy);
    const excess = distance - Math.max(0, reach);
    if (excess * side <= 0) return;
    const push = LAYOUT.wallStiffness * excess;
    this.forceX[i] -= distance > 0 ? (push * dx) / distance : push;
    this.forceY[i] -= distance > 0 ? (push * dy) / distance : 0;
    this.stiffness[i] += LAYOUT.wallStiffness;
  }

  /** Holds those who write with two teams on the near side of the lines that part them from a third. */
  private holdBetween(): void {
    const { offsets, normalX, normalY, limit } = this.field.between;
    for (let i = 0; i < this.x.length; i++) {
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const beyond = normalX[k] * this.x[i] + normalY[k] * this.y[i] - limit[k];
        if (beyond <= 0) continue;
        this.forceX[i] -= LAYOUT.wallStiffness * beyond * normalX[k];
        this.forceY[i] -= LAYOUT.wallStiffness * beyond * normalY[k];
        this.stiffness[i] += LAYOUT.wallStiffness;
      }
    }
  }

  /** The global speed: tolerance × traction / swinging, weighed by mass, rising by at most half in a step. */
  private adaptSpeed(): void {
    const { forceX, forceY, formerX, formerY } = this;
    const { mass } = this.field;
    let swinging = 0;
    let traction = 0;
    for (let i = 0; i < mass.length; i++) {
      swinging += mass[i] * lengthOf(forceX[i] - formerX[i], forceY[i] - formerY[i]);
      traction += (mass[i] * lengthOf(forceX[i] + formerX[i], forceY[i] + formerY[i])) / 2;
    }
    const wanted = swinging > 0 ? (LAYOUT.jitterTolerance * traction) / swinging : this.speed * LAYOUT.speedRise;
    this.speed = Math.min(Math.max(wanted, 0.01), this.speed * LAYOUT.speedRise, 10);
  }
}

function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
