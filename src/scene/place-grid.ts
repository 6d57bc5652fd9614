import type { Positions } from "./hit-test.ts";

/** Places by the cells of a square grid, in compressed rows: those of cell `c` are `order[k]` for `offsets[c] <= k < offsets[c + 1]`. */
export interface PlaceGrid {
  readonly minX: number;
  readonly minY: number;
  /** Side of a cell, in positions. */
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  readonly offsets: Uint32Array;
  readonly order: Uint32Array;
}

/** Places in a cell, on the mean. */
const IN_CELL = 4;

/** By the column of x, which is never written to once it has been drawn: other positions are another column. */
const KNOWN = new WeakMap<Float32Array, { readonly y: Float32Array; readonly grid: PlaceGrid }>();

/** The grid of these positions, made at the first question about them, in time linear in their number. */
export function gridOf({ x, y }: Positions): PlaceGrid {
  const known = KNOWN.get(x);
  if (known !== undefined && known.y === y) return known.grid;
  const grid = placeGrid(x, y);
  KNOWN.set(x, { y, grid });
  return grid;
}

/**
 * Calls `visit` with every place in the cells that the box touches, in no order that means anything: places a little outside are
 * among them. Those that are not numbers are never visited.
 */
export function visitPlaces(
  grid: PlaceGrid,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
  visit: (place: number) => void,
): void {
  for (const [first, last] of runs(grid, minX, minY, maxX, maxY)) {
    for (let k = first; k < last; k++) visit(grid.order[k]);
  }
}

/** How many places `visitPlaces` would visit. */
export function countPlaces(grid: PlaceGrid, minX: number, minY: number, maxX: number, maxY: number): number {
  let count = 0;
  for (const [first, last] of runs(grid, minX, minY, maxX, maxY)) count += last - first;
  return count;
}

/** Runs of `order` in the cells that the box touches, a row of cells each; a box beyond the places touches none. */
function* runs(grid: PlaceGrid, minX: number, minY: number, maxX: number, maxY: number): Generator<[number, number]> {
  const { columns, rows, offsets, side } = grid;
  const left = Math.max(0, Math.floor((minX - grid.minX) / side));
  const right = Math.min(columns - 1, Math.floor((maxX - grid.minX) / side));
  const bottom = Math.max(0, Math.floor((minY - grid.minY) / side));
  const top = Math.min(rows - 1, Math.floor((maxY - grid.minY) / side));
  if (left > right) return;
  for (let row = bottom; row <= top; row++) yield [offsets[row * columns + left], offsets[row * columns + right + 1]];
}

function placeGrid(x: Float32Array, y: Float32Array): PlaceGrid {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) continue;
    count += 1;
    if (x[i] < minX) minX = x[i];
    if (x[i] > maxX) maxX = x[i];
    if (y[i] < minY) minY = y[i];
    if (y[i] > maxY) maxY = y[i];
  }
  if (count === 0)
    return { minX: 0, minY: 0, side: 1, columns: 1, rows: 1, offsets: new Uint32Array(2), order: new Uint32Array() };
  const side = Math.max(1e-6, maxX - minX, maxY - minY) / Math.max(1, Math.sqrt(count / IN_CELL));
  const columns = Math.floor((maxX - minX) / side) + 1;
  const rows = Math.floor((maxY - minY) / side) + 1;
  const cellOf = (i: number) => Math.floor((y[i] - minY) / side) * columns + Math.floor((x[i] - minX) / side);
  const offsets = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < x.length; i++) if (Number.isFinite(x[i]) && Number.isFinite(y[i])) offsets[cellOf(i) + 1] += 1;
  for (let cell = 0; cell < columns * rows; cell++) offsets[cell + 1] += offsets[cell];
  const next = offsets.slice();
  const order = new Uint32Array(count);
  for (let i = 0; i < x.length; i++) if (Number.isFinite(x[i]) && Number.isFinite(y[i])) order[next[cellOf(i)]++] = i;
  return { minX, minY, side, columns, rows, offsets, order };
}
