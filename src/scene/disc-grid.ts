import { type Box, coversDisc, overlap, widenedBox } from "./box.ts";

/** Circles in pixels: the visible authors. */
export interface Discs {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
}

const CELL = 48;

/** Discs by the cells of a grid they touch, so that a look into a neighbourhood costs what lies there. Those far beyond `area` are left out. */
export class DiscGrid {
  private readonly discs: Discs;
  private readonly column: number;
  private readonly row: number;
  private readonly columns: number;
  private readonly rows: number;
  /** Discs of cell `c`, ascending: `order[k]` for `offsets[c] <= k < offsets[c + 1]`. */
  private readonly offsets: Uint32Array;
  private readonly order: Uint32Array;

  constructor(discs: Discs, area: Box) {
    this.discs = discs;
    const { x, y, radius } = discs;
    // Who is just outside may still be nearer to a name at the edge than its bearer is.
    const near = widenedBox(area, CELL);
    const boxOf = (i: number) => ({
      left: x[i] - radius[i],
      top: y[i] - radius[i],
      right: x[i] + radius[i],
      bottom: y[i] + radius[i],
    });
    const inside: number[] = [];
    const cover = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (let i = 0; i < x.length; i++) {
      const box = boxOf(i);
      if (!overlap(box, near)) continue;
      inside.push(i);
      cover.left = Math.min(cover.left, box.left);
      cover.top = Math.min(cover.top, box.top);
      cover.right = Math.max(cover.right, box.right);
      cover.bottom = Math.max(cover.bottom, box.bottom);
    }
    this.column = Math.floor(cover.left / CELL);
    this.row = Math.floor(cover.top / CELL);
    this.columns = inside.length === 0 ? 0 : Math.floor(cover.right / CELL) - this.column + 1;
    this.rows = inside.length === 0 ? 0 : Math.floor(cover.bottom / CELL) - this.row + 1;
    this.offsets = new Uint32Array(this.columns * this.rows + 1);
    for (const i of inside) this.visitCells(boxOf(i), (cell) => this.count(cell));
    for (let cell = 0; cell < this.columns * this.rows; cell++) this.offsets[cell + 1] += this.offsets[cell];
    this.order = new Uint32Array(this.offsets[this.columns * this.rows]);
    const next = this.offsets.slice();
    for (const i of inside) {
      this.visitCells(boxOf(i), (cell) => {
        this.order[next[cell]++] = i;
      });
    }
  }

  /** Whether the box, with `reach` pixels around it, covers a part of a disc that `counts`. */
  touches(box: Box, reach = 0, counts: (disc: number) => boolean = () => true): boolean {
    const { x, y, radius } = this.discs;
    let found = false;
    this.visitCells(widenedBox(box, reach), (cell) => {
      for (let k = this.offsets[cell]; !found && k < this.offsets[cell + 1]; k++) {
        const i = this.order[k];
        found = coversDisc(box, x[i], y[i], radius[i] + reach) && counts(i);
      }
    });
    return found;
  }

  private count(cell: number): void {
    this.offsets[cell + 1] += 1;
  }

  private visitCells({ left, top, right, bottom }: Box, visit: (cell: number) => void): void {
    const firstColumn = Math.max(0, Math.floor(left / CELL) - this.column);
    const lastColumn = Math.min(this.columns - 1, Math.floor(right / CELL) - this.column);
    const firstRow = Math.max(0, Math.floor(top / CELL) - this.row);
    const lastRow = Math.min(this.rows - 1, Math.floor(bottom / CELL) - this.row);
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) visit(row * this.columns + column);
    }
  }
}

/** Numbers of the cells that a box touches; a screen has far fewer than 2¹⁵ columns of them. */
export function* cellsOf(box: Box): Generator<number> {
  for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
      yield row * 32_768 + column;
    }
  }
}

export function append(cells: Map<number, number[]>, cell: number, value: number): void {
  const found = cells.get(cell);
  if (found === undefined) cells.set(cell, [value]);
  else found.push(value);
}
