import { type Circles, lengthOf } from "./circles.ts";
import { LARGE_MAP } from "./large-map-tuning.ts";

/** Cells of the grid on which room is sought, at most. */
const MOST_CELLS = 400_000;
/** Circles whose radii differ by less than this factor are sought from where the one before was found. */
const SAME_SIZE = 1.15;

/**
 * Moves clusters of circles beside the first, which stays around the origin: largest first, each as a disc to the nearest free place, nearest in a box of
 * the map's shape, so that the map fills its page (after the polyomino packing of Freivalds, Dogrusoz & Kikusts 2001). None goes into the bays of the
 * first cluster, where it would seem to belong.
 */
export function packAround(clusters: readonly Uint32Array[], circles: Circles): void {
  const [first, ...rest] = clusters.map((teams) => aroundMiddle(teams, circles));
  if (rest.length === 0) return;
  rest.sort((a, b) => b.radius - a.radius || a.teams[0] - b.teams[0]);
  const gapOf = (radius: number) => Math.max(LARGE_MAP.leastGap, LARGE_MAP.componentGap * radius);
  const needed = rest.reduce((sum, { radius }) => sum + 4 * (radius + gapOf(radius)) ** 2, 4 * first.radius ** 2);
  const height = Math.sqrt(needed / LARGE_MAP.aspect) * 1.5 + 4 * rest[0].radius;
  const smallest = rest[rest.length - 1].radius + gapOf(rest[rest.length - 1].radius) / 2;
  const side = Math.max(smallest / 2, Math.sqrt((height * height * LARGE_MAP.aspect) / MOST_CELLS));
  const room = new Room(height * LARGE_MAP.aspect, height, side);
  for (const t of first.teams) room.fillDisc(circles.x[t], circles.y[t], circles.radius[t] + gapOf(rest[0].radius) / 2);
  room.fillBays();
  let size = Infinity;
  for (const { teams, radius } of rest) {
    const reach = radius + gapOf(radius) / 2;
    if (reach * SAME_SIZE < size) {
      size = reach;
      room.startOver();
    }
    const place = room.take(reach);
    for (const t of teams) {
      circles.x[t] += place.x;
      circles.y[t] += place.y;
    }
  }
}

/** Moves a cluster so that the smallest disc around it, nearly, is around the origin. */
function aroundMiddle(teams: Uint32Array, { x, y, radius }: Circles): { teams: Uint32Array; radius: number } {
  let middleX = x[teams[0]];
  let middleY = y[teams[0]];
  let reach = 0;
  // Bădoiu & Clarkson 2003: toward the farthest, ever less.
  for (let round = 1; round <= 100; round++) {
    let farthest = teams[0];
    reach = 0;
    for (const t of teams) {
      const far = lengthOf(x[t] - middleX, y[t] - middleY) + radius[t];
      if (far > reach) {
        reach = far;
        farthest = t;
      }
    }
    if (teams.length === 1) break;
    middleX += (x[farthest] - middleX) / (round + 1);
    middleY += (y[farthest] - middleY) / (round + 1);
  }
  for (const t of teams) {
    x[t] -= middleX;
    y[t] -= middleY;
  }
  return { teams, radius: reach };
}

/** A page of square cells around the origin, free or taken. */
class Room {
  private readonly columns: number;
  private readonly rows: number;
  private readonly side: number;
  private readonly taken: Uint8Array;
  /** Cells from the middle outwards. */
  private readonly outwards: Uint32Array;
  private cursor = 0;

  constructor(width: number, height: number, side: number) {
    this.side = side;
    this.columns = Math.ceil(width / side);
    this.rows = Math.ceil(height / side);
    this.taken = new Uint8Array(this.columns * this.rows);
    const ring = Float64Array.from(this.taken, (_, cell) => this.ringOf(cell));
    this.outwards = Uint32Array.from(this.taken, (_, cell) => cell).sort((a, b) => ring[a] - ring[b] || a - b);
  }

  startOver(): void {
    this.cursor = 0;
  }

  fillDisc(x: number, y: number, radius: number): void {
    this.eachIn(x, y, radius, (cell) => {
      this.taken[cell] = 1;
      return true;
    });
  }

  /** Takes all free cells that have taken ones on both sides, across or up. */
  fillBays(): void {
    const { columns, rows } = this;
    const lines = [
      ...Array.from({ length: rows }, (_, row) => ({ start: row * columns, step: 1, length: columns })),
      ...Array.from({ length: columns }, (_, column) => ({ start: column, step: columns, length: rows })),
    ];
    for (const { start, step, length } of lines) {
      let first = 0;
      let last = length - 1;
      while (first < length && this.taken[start + first * step] === 0) first++;
      while (last > first && this.taken[start + last * step] === 0) last--;
      for (let k = first; k < last; k++) this.taken[start + k * step] = 1;
    }
  }

  /** Takes the first place from the middle where a disc is free. Beyond the page there is always room. */
  take(radius: number): { x: number; y: number } {
    for (; this.cursor < this.outwards.length; this.cursor++) {
      const cell = this.outwards[this.cursor];
      if (this.taken[cell] === 1) continue;
      const { x, y } = this.middleOf(cell);
      if (!this.eachIn(x, y, radius, (inside) => this.taken[inside] === 0)) continue;
      this.fillDisc(x, y, radius);
      return { x, y };
    }
    this.beyond += radius;
    const x = (this.columns * this.side) / 2 + this.beyond;
    this.beyond += radius;
    return { x, y: 0 };
  }
  private beyond = 0;

  /** Visits the cells that a disc touches until `visit` is false; tells whether it never was. */
  private eachIn(x: number, y: number, radius: number, visit: (cell: number) => boolean): boolean {
    const { columns, rows, side } = this;
    const fromColumn = Math.max(0, Math.floor((x - radius) / side + columns / 2));
    const toColumn = Math.min(columns - 1, Math.floor((x + radius) / side + columns / 2));
    const fromRow = Math.max(0, Math.floor((y - radius) / side + rows / 2));
    const toRow = Math.min(rows - 1, Math.floor((y + radius) / side + rows / 2));
    const reach = (radius + side / 2) * (radius + side / 2);
    for (let row = fromRow; row <= toRow; row++) {
      for (let column = fromColumn; column <= toColumn; column++) {
        const cell = row * columns + column;
        const middle = this.middleOf(cell);
        const dx = middle.x - x;
        const dy = middle.y - y;
        if (dx * dx + dy * dy <= reach && !visit(cell)) return false;
      }
    }
    return true;
  }

  private middleOf(cell: number): { x: number; y: number } {
    const column = cell % this.columns;
    const row = (cell - column) / this.columns;
    return { x: (column + 0.5 - this.columns / 2) * this.side, y: (row + 0.5 - this.rows / 2) * this.side };
  }

  /** Which box around the origin a cell is on. */
  private ringOf(cell: number): number {
    const { x, y } = this.middleOf(cell);
    return Math.max(Math.abs(x) / LARGE_MAP.aspect, Math.abs(y));
  }
}
