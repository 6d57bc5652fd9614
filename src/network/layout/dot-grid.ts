import { extentOf } from "./extent.ts";

/** Most cells of the grid per dot: a few dots far apart must not make an endless grid. */
const CELLS_PER_DOT = 4;

/**
 * Moves dots apart that cover each other. Dots are found through a grid of square cells as wide as a typical dot; each pair is found from its larger dot, which
 * looks as far as it and an equal one could touch, so that one great dot does not make all cells great.
 */
export class DotGrid {
  private readonly radius: Float64Array;
  private readonly mass: Float64Array;
  private readonly side: number;
  private readonly cellOf: Uint32Array;
  private readonly inOrder: Uint32Array;
  private offsets = new Uint32Array(1);

  /** `radius` (with half the white that is wanted between two dots) and `mass` are kept, not copied. */
  constructor(radius: Float64Array, mass: Float64Array) {
    this.radius = radius;
    this.mass = mass;
    this.side = (2 * radius.reduce((sum, r) => sum + r, 0)) / Math.max(1, radius.length);
    this.cellOf = new Uint32Array(radius.length);
    this.inOrder = new Uint32Array(radius.length);
  }

  /**
   * One pass: every two dots that overlap are moved apart until they touch, the lighter one farther, in the order of the cells. Moving two may push one onto a
   * third, so passes are repeated. Dots at one place part along x, the first to the left. Returns the largest overlap found.
   */
  separate(x: Float64Array, y: Float64Array): number {
    const { radius, inOrder } = this;
    if (radius.length < 2) return 0;
    const grid = this.sortIntoCells(x, y);
    let largest = 0;
    for (let k = 0; k < inOrder.length; k++) {
      const i = inOrder[k];
      const reach = 2 * radius[i];
      const left = Math.max(0, Math.floor((x[i] - reach - grid.minX) / grid.side));
      const right = Math.min(grid.columns - 1, Math.floor((x[i] + reach - grid.minX) / grid.side));
      const bottom = Math.max(0, Math.floor((y[i] - reach - grid.minY) / grid.side));
      const top = Math.min(grid.rows - 1, Math.floor((y[i] + reach - grid.minY) / grid.side));
      for (let row = bottom; row <= top; row++) {
        const first = this.offsets[row * grid.columns + left];
        const end = this.offsets[row * grid.columns + right + 1];
        for (let l = first; l < end; l++) {
          const j = inOrder[l];
          if (radius[j] > radius[i] || (radius[j] === radius[i] && j <= i)) continue;
          largest = Math.max(largest, this.partTwo(i, j, x, y));
        }
      }
    }
    return largest;
  }

  private partTwo(i: number, j: number, x: Float64Array, y: Float64Array): number {
    const dx = x[j] - x[i];
    const dy = y[j] - y[i];
    const touching = this.radius[i] + this.radius[j];
    const squared = dx * dx + dy * dy;
    if (squared >= touching * touching) return 0;
    const distance = Math.sqrt(squared);
    const overlap = touching - distance;
    const ux = distance > 0 ? dx / distance : i < j ? 1 : -1;
    const uy = distance > 0 ? dy / distance : 0;
    // Whose mass is infinite stays.
    const ofJ = overlap / (1 + this.mass[j] / this.mass[i]);
    const ofI = overlap - ofJ;
    x[i] -= ofI * ux;
    y[i] -= ofI * uy;
    x[j] += ofJ * ux;
    y[j] += ofJ * uy;
    return overlap;
  }

  private sortIntoCells(x: Float64Array, y: Float64Array) {
    const count = x.length;
    const { minX, minY, maxX, maxY } = extentOf(x, y);
    const width = maxX - minX;
    const height = maxY - minY;
    const most = CELLS_PER_DOT * count;
    const side = Math.max(this.side, Math.sqrt((width * height) / most), width / most, height / most, 1e-9);
    const columns = Math.floor(width / side) + 1;
    const rows = Math.floor(height / side) + 1;
    if (this.offsets.length < columns * rows + 2) this.offsets = new Uint32Array(columns * rows + 2);
    const { offsets, cellOf, inOrder } = this;
    offsets.fill(0);
    // Counted two cells ahead, so that filling in order leaves the starts in place.
    for (let i = 0; i < count; i++) {
      cellOf[i] = Math.floor((y[i] - minY) / side) * columns + Math.floor((x[i] - minX) / side);
      offsets[cellOf[i] + 2]++;
    }
    for (let c = 0; c < columns * rows; c++) offsets[c + 2] += offsets[c + 1];
    for (let i = 0; i < count; i++) inOrder[offsets[cellOf[i] + 1]++] = i;
    return { minX, minY, side, columns, rows };
  }
}
