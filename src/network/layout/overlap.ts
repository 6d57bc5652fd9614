import { extentOf } from "./extent.ts";

/** Most cells of the grid per body: a few bodies far apart must not make an endless grid. */
const CELLS_PER_BODY = 4;

/**
 * Pushes dots apart that cover each other. Dots are found through a grid of square cells, each at least as wide as the farthest
 * distance at which two dots can touch, so that only neighbouring cells need a look.
 */
export class OverlapForce {
  private readonly radius: Float64Array;
  private readonly mass: Float64Array;
  private readonly cellOf: Uint32Array;
  private readonly inOrder: Uint32Array;
  private readonly reach: number;

  /** `radius` (with half the white that is wanted between two dots) and `mass` are kept, not copied. */
  constructor(radius: Float64Array, mass: Float64Array) {
    this.radius = radius;
    this.mass = mass;
    this.cellOf = new Uint32Array(radius.length);
    this.inOrder = new Uint32Array(radius.length);
    this.reach = 2 * radius.reduce((a, b) => Math.max(a, b), 0);
  }

  /**
   * Adds to body i's columns, for each dot that overlaps it by o, `stiffness` · o · m_j / (m_i + m_j) away from that dot, and `stiffness` to its entry
   * of `held`. Two dots at one place are pushed apart along x, the first to the left.
   */
  pushApart(
    stiffness: number,
    x: Float64Array,
    y: Float64Array,
    outX: Float64Array,
    outY: Float64Array,
    held: Float64Array,
  ): void {
    const { radius, mass, inOrder } = this;
    const grid = this.sortIntoCells(x, y);
    for (let i = 0; i < radius.length; i++) {
      const column = this.cellOf[i] % grid.columns;
      const row = (this.cellOf[i] - column) / grid.columns;
      for (let r = Math.max(0, row - 1); r <= Math.min(grid.rows - 1, row + 1); r++) {
        const first = grid.offsets[r * grid.columns + Math.max(0, column - 1)];
        const end = grid.offsets[r * grid.columns + Math.min(grid.columns - 1, column + 1) + 1];
        for (let k = first; k < end; k++) {
          const j = inOrder[k];
          if (j === i) continue;
          const dx = x[i] - x[j];
          const dy = y[i] - y[j];
          const touching = radius[i] + radius[j];
          const distanceSquared = dx * dx + dy * dy;
          if (distanceSquared >= touching * touching) continue;
          const distance = Math.sqrt(distanceSquared);
          const push = (stiffness * (touching - distance) * mass[j]) / (mass[i] + mass[j]);
          outX[i] += distance > 0 ? (push * dx) / distance : i < j ? -push : push;
          outY[i] += distance > 0 ? (push * dy) / distance : 0;
          held[i] += stiffness;
        }
      }
    }
  }

  private sortIntoCells(x: Float64Array, y: Float64Array): { offsets: Uint32Array; columns: number; rows: number } {
    const count = x.length;
    const { minX, minY, maxX, maxY } = extentOf(x, y);
    const finest = Math.sqrt(((maxX - minX) * (maxY - minY)) / (CELLS_PER_BODY * count));
    const side = Math.max(
      this.reach,
      finest,
      (maxX - minX) / (CELLS_PER_BODY * count),
      (maxY - minY) / (CELLS_PER_BODY * count),
    );
    const columns = Math.floor((maxX - minX) / side) + 1;
    const rows = Math.floor((maxY - minY) / side) + 1;
    const offsets = new Uint32Array(columns * rows + 1);
    for (let i = 0; i < count; i++) {
      this.cellOf[i] = Math.floor((y[i] - minY) / side) * columns + Math.floor((x[i] - minX) / side);
      offsets[this.cellOf[i] + 1]++;
    }
    for (let c = 0; c < columns * rows; c++) offsets[c + 1] += offsets[c];
    const next = offsets.slice(0, columns * rows);
    for (let i = 0; i < count; i++) this.inOrder[next[this.cellOf[i]]++] = i;
    return { offsets, columns, rows };
  }
}
