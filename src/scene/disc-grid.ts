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
  private readonly cells = new Map<number, number[]>();

  constructor(discs: Discs, area: Box) {
    this.discs = discs;
    const { x, y, radius } = discs;
    // Who is just outside may still be nearer to a name at the edge than its bearer is.
    const near = widenedBox(area, CELL);
    for (let i = 0; i < x.length; i++) {
      const r = radius[i];
      const box = { left: x[i] - r, top: y[i] - r, right: x[i] + r, bottom: y[i] + r };
      if (!overlap(box, near)) continue;
      for (const cell of cellsOf(box)) append(this.cells, cell, i);
    }
  }

  /** Whether the box, with `reach` pixels around it, covers a part of a disc that `counts`. */
  touches(box: Box, reach = 0, counts: (disc: number) => boolean = () => true): boolean {
    const { x, y, radius } = this.discs;
    for (const cell of cellsOf(widenedBox(box, reach))) {
      for (const i of this.cells.get(cell) ?? []) {
        if (coversDisc(box, x[i], y[i], radius[i] + reach) && counts(i)) return true;
      }
    }
    return false;
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
