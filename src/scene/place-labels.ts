import { type Box, contains, overlap } from "./box.ts";
import { append, cellsOf, type DiscGrid } from "./disc-grid.ts";

export interface Wanted<Label> {
  readonly label: Label;
  readonly width: number;
  readonly height: number;
  /** Top left corners to try, best first. */
  readonly spots: readonly (readonly [number, number])[];
  /** Spots for a label that may not be left out, where it finds no place: they may lie on discs, not on other labels. */
  readonly lastSpots?: readonly (readonly [number, number])[];
  /** Another form, for where this one finds no place. */
  readonly orElse?: () => Wanted<Label>;
}

export interface Placed<Label> {
  readonly label: Label;
  readonly box: Box;
}

/**
 * Gives each label the first of its spots where it lies within `area` and covers no disc, no `taken` box and no label
 * placed before; where only one label stands in the way and has another free spot, that one makes room. A label without
 * such a spot is left out, unless it has last spots. At most `limit` are placed. Greedy, in the order given.
 */
export function placeLabels<Label>(
  wanted: Iterable<Wanted<Label>>,
  discs: DiscGrid,
  taken: readonly Box[],
  area: Box,
  limit: number,
): Placed<Label>[] {
  const table = new Table<Label>(discs, taken, area);
  let leftOut: (readonly Wanted<Label>[])[] = [];
  if (limit <= 0) return [];
  for (const first of wanted) {
    const forms: Wanted<Label>[] = [];
    let isPlaced = false;
    for (let form: Wanted<Label> | undefined = first; form !== undefined && !isPlaced; form = form.orElse?.()) {
      isPlaced = table.place(form);
      forms.push(form);
    }
    if (!isPlaced) {
      const moved = forms.some((form) => table.placeByMoving(form)) || forms.some((form) => table.placeOnDiscs(form));
      if (!moved) leftOut.push(forms);
      // What moved away may have left a free spot to one that was wanted more.
      else leftOut = leftOut.filter((ones) => table.placed.length >= limit || !ones.some((form) => table.place(form)));
    }
    // Before the next one is asked for: finding out its spots is the dear part.
    if (table.placed.length >= limit) break;
  }
  return table.placed.map(({ form, box }) => ({ label: form.label, box }));
}

/** What lies where; a grid of cells keeps each look to the neighbourhood. */
class Table<Label> {
  readonly placed: { readonly form: Wanted<Label>; box: Box }[] = [];
  private readonly discs: DiscGrid;
  private readonly taken: readonly Box[];
  private readonly area: Box;
  /** Rows of `placed` by cell, those that have moved away included: their box tells. */
  private readonly cells = new Map<number, number[]>();

  constructor(discs: DiscGrid, taken: readonly Box[], area: Box) {
    this.discs = discs;
    this.taken = taken;
    this.area = area;
  }

  place(form: Wanted<Label>): boolean {
    const box = this.boxesOf(form).find((spot) => this.isOpen(spot) && this.labelsUnder(spot).size === 0);
    if (box === undefined) return false;
    this.put(form, box);
    return true;
  }

  placeOnDiscs(form: Wanted<Label>): boolean {
    const spots = this.boxesOf({ ...form, spots: form.lastSpots ?? [] });
    const box = spots.find((spot) => this.isOpenAbove(spot) && this.labelsUnder(spot).size === 0);
    if (box === undefined) return false;
    this.put(form, box);
    return true;
  }

  placeByMoving(form: Wanted<Label>): boolean {
    for (const box of this.boxesOf(form)) {
      if (!this.isOpen(box)) continue;
      const [inTheWay, ...more] = this.labelsUnder(box);
      if (inTheWay === undefined || more.length > 0) continue;
      const other = this.boxesOf(this.placed[inTheWay].form).find(
        (spot) =>
          !overlap(spot, box) && this.isOpen(spot) && [...this.labelsUnder(spot)].every((row) => row === inTheWay),
      );
      if (other === undefined) continue;
      this.placed[inTheWay].box = other;
      this.note(inTheWay);
      this.put(form, box);
      return true;
    }
    return false;
  }

  private boxesOf(form: Wanted<Label>): Box[] {
    return form.spots.map((spot) => boxAt(spot, form));
  }

  private isOpen(box: Box): boolean {
    return this.isOpenAbove(box) && !this.discs.touches(box);
  }

  /** Whether a label may lie there if it may lie on discs. */
  private isOpenAbove(box: Box): boolean {
    return contains(this.area, box) && !this.taken.some((other) => overlap(box, other));
  }

  private labelsUnder(box: Box): Set<number> {
    const rows = new Set<number>();
    for (const cell of cellsOf(box)) {
      for (const row of this.cells.get(cell) ?? []) if (overlap(box, this.placed[row].box)) rows.add(row);
    }
    return rows;
  }

  private put(form: Wanted<Label>, box: Box): void {
    this.placed.push({ form, box });
    this.note(this.placed.length - 1);
  }

  private note(row: number): void {
    for (const cell of cellsOf(this.placed[row].box)) append(this.cells, cell, row);
  }
}

function boxAt<Label>([left, top]: readonly [number, number], { width, height }: Wanted<Label>): Box {
  return { left, top, right: left + width, bottom: top + height };
}
