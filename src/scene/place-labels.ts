/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Circles that no label may cover, in pixels. */
export interface Discs {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
}

export interface Wanted<Label> {
  readonly label: Label;
  readonly width: number;
  readonly height: number;
  /** Top left corners to try, best first. */
  readonly spots: readonly (readonly [number, number])[];
  /** Another form, for where this one finds no place. */
  readonly orElse?: () => Wanted<Label>;
}

export interface Placed<Label> {
  readonly label: Label;
  readonly box: Box;
}

const CELL = 48;

/**
 * Gives each label the first of its spots where it lies within `area` and covers no disc, no `taken` box and no label
 * placed before; a label without such a spot is left out. At most `limit` are placed. Greedy, in the order given; a
 * grid of cells keeps each look to the neighbourhood.
 */
export function placeLabels<Label>(
  wanted: Iterable<Wanted<Label>>,
  discs: Discs,
  taken: readonly Box[],
  area: Box,
  limit: number,
): Placed<Label>[] {
  const discCells = cellsOfDiscs(discs, area);
  const boxes: Box[] = [];
  const boxCells = new Map<number, number[]>();
  const occupy = (box: Box) => {
    for (const cell of cellsOf(box)) append(boxCells, cell, boxes.length);
    boxes.push(box);
  };
  const isFree = (box: Box) => {
    for (const cell of cellsOf(box)) {
      if (boxCells.get(cell)?.some((i) => overlap(box, boxes[i]))) return false;
      if (discCells.get(cell)?.some((i) => coversDisc(box, discs.x[i], discs.y[i], discs.radius[i]))) return false;
    }
    return true;
  };

  for (const box of taken) occupy(box);
  const placed: Placed<Label>[] = [];
  for (const first of wanted) {
    if (placed.length >= limit) break;
    for (let form: Wanted<Label> | undefined = first; form !== undefined; form = form.orElse?.()) {
      const box = form.spots.map((spot) => boxAt(spot, form)).find((spot) => contains(area, spot) && isFree(spot));
      if (box === undefined) continue;
      occupy(box);
      placed.push({ label: form.label, box });
      break;
    }
  }
  return placed;
}

function boxAt<Label>([left, top]: readonly [number, number], { width, height }: Wanted<Label>): Box {
  return { left, top, right: left + width, bottom: top + height };
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export function coversDisc(box: Box, x: number, y: number, radius: number): boolean {
  const dx = x - Math.min(box.right, Math.max(box.left, x));
  const dy = y - Math.min(box.bottom, Math.max(box.top, y));
  return dx * dx + dy * dy < radius * radius;
}

function contains(area: Box, box: Box): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

function cellsOfDiscs({ x, y, radius }: Discs, area: Box): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  for (let i = 0; i < x.length; i++) {
    const r = radius[i];
    const box = { left: x[i] - r, top: y[i] - r, right: x[i] + r, bottom: y[i] + r };
    if (!overlap(box, area)) continue;
    for (const cell of cellsOf(box)) append(cells, cell, i);
  }
  return cells;
}

/** Numbers of the cells that a box touches; a screen has far fewer than 2¹⁵ columns of them. */
function* cellsOf(box: Box): Generator<number> {
  for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
      yield row * 32_768 + column;
    }
  }
}

function append(cells: Map<number, number[]>, cell: number, value: number): void {
  const found = cells.get(cell);
  if (found === undefined) cells.set(cell, [value]);
  else found.push(value);
}
