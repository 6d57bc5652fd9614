import { calmOpacity, calmWidth } from "./looks.ts";
import type { Cast } from "./picture.ts";
import { type Projection, type Size, sizeFactor } from "./projection.ts";

/*
 * How much ink the ties of a crowd may take. A tie is seen at its ends and goes on as a hint: ties among those whom one looks at are there whole, of those that
 * lead away one sees where to, and those that only pass through are next to nothing. Where ends or hints would add up to more than one can see through, all
 * become paler, and where they would be too pale to be drawn, only the strongest are left.
 */

/** In pixels from the nearer end: up to `whole` a tie has all its opacity, from `gone` on it is a hint. */
export const ENDS = { whole: 60, gone: 220 } as const;
/** Layers of full opacity that ends, and hints, may add up to where they are. */
const MOST_INK = { ends: 0.32, hints: 0.08 } as const;
/** Less opacity than this a screen cannot show, whose colours have 256 steps. */
const PALEST = 2 / 255;
/** Of so many ties, evenly spread, one looks where they run: at rest, and in every frame of a movement. */
export const ASKED = { resting: 20_000, moving: 800 } as const;

/** What share of the ink at a place of a tie counts to its end; the rest is a hint. `distance` is in pixels, to the nearer end. */
export function endShare(distance: number): number {
  return Math.min(1, Math.max(0, (ENDS.gone - distance) / (ENDS.gone - ENDS.whole)));
}

/** Of the ties in sight. */
export interface Ink {
  /** Layers of full opacity, by ends and by hints: where there is ink, so that empty places do not count. */
  readonly ends: number;
  readonly hints: number;
  /** The opacity of a tie in the mean, where it is a pixel wide. */
  readonly opacity: number;
}

interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** The ink within what is in sight of `count` ties, of which `rowAt` gives the rows; lines are no wider than `widest` pixels. Only about `asked` of them are looked at. */
export function inkInSight(
  cast: Cast,
  count: number,
  rowAt: (i: number) => number,
  { x, y }: Places,
  { scale, left, top }: Projection,
  size: Size,
  widest = Infinity,
  asked: number = ASKED.resting,
): Ink {
  const { a, b } = cast.dataset.coauthorships;
  const factor = sizeFactor(scale, cast.crowding);
  const step = Math.max(1, Math.floor(count / asked));
  const [ends, hints] = [new InkGrid(size), new InkGrid(size)];
  let [all, pixels] = [0, 0];
  for (let i = 0; i < count; i += step) {
    const row = rowAt(i);
    const [ax, ay] = [left + x[a[row]] * scale, top - y[a[row]] * scale];
    const [bx, by] = [left + x[b[row]] * scale, top - y[b[row]] * scale];
    const length = Math.hypot(bx - ax, by - ay);
    const seen = length < Infinity ? partWithin(ax, ay, bx, by, size) : null;
    if (seen === null) continue;
    const opacity = calmOpacity(cast, row) * Math.min(widest, calmWidth(cast.strength[row]) * factor);
    const piece = ((seen[1] - seen[0]) * length) / PIECES;
    for (let k = 0.5; k < PIECES; k++) {
      const at = seen[0] + ((seen[1] - seen[0]) * k) / PIECES;
      const share = endShare(length * Math.min(at, 1 - at));
      const [px, py] = [ax + (bx - ax) * at, ay + (by - ay) * at];
      ends.add(px, py, opacity * piece * share);
      hints.add(px, py, opacity * piece * (1 - share));
    }
    all += opacity * piece * PIECES;
    pixels += piece * PIECES;
  }
  return { ends: step * ends.layers(), hints: step * hints.layers(), opacity: pixels === 0 ? 1 : all / pixels };
}

/** Of a tie's part in sight. */
const PIECES = 8;
/** Cells in a row and in a column. */
const CELLS = 12;

/** Ink by place. */
class InkGrid {
  private readonly cells = new Float64Array(CELLS * CELLS);
  private readonly size: Size;

  constructor(size: Size) {
    this.size = size;
  }

  /** Opacity times pixels at a place within the size. */
  add(x: number, y: number, ink: number): void {
    const column = Math.min(CELLS - 1, Math.floor((CELLS * x) / this.size.width));
    const row = Math.min(CELLS - 1, Math.floor((CELLS * y) / this.size.height));
    this.cells[CELLS * row + column] += ink;
  }

  /** How many layers lie where the mean drop of ink lies. */
  layers(): number {
    let [sum, squares] = [0, 0];
    for (const ink of this.cells) {
      sum += ink;
      squares += ink * ink;
    }
    const pixels = (this.size.width * this.size.height) / this.cells.length;
    return sum === 0 ? 0 : squares / sum / pixels;
  }
}

/** The share of a line from a to b, from 0 to 1, that lies within the size; null where none does (Liang & Barsky). */
export function partWithin(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  { width, height }: Size,
): [number, number] | null {
  let [from, to] = [0, 1];
  for (const [start, way, most] of [
    [ax, bx - ax, width],
    [ay, by - ay, height],
  ]) {
    if (way === 0) {
      if (start < 0 || start > most) return null;
      continue;
    }
    const [one, other] = [-start / way, (most - start) / way];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from < to ? [from, to] : null;
}

/** How lines are drawn so that they stay readable: by how much paler, and which part of them, the strongest first. */
export interface Balance {
  readonly share: number;
  readonly part: number;
}

/** Lines of a mean opacity whose ink is no more than `most`. */
function balanceOf(ink: number, most: number, opacity: number): Balance {
  const share = ink > most ? most / ink : 1;
  const least = Math.min(1, PALEST / opacity);
  return share >= least ? { share, part: 1 } : { share: least, part: share / least };
}

/** How the ends and the hints of ties with this ink are drawn. */
export function balancedInk({ ends, hints, opacity }: Ink): { readonly ends: Balance; readonly hints: Balance } {
  return { ends: balanceOf(ends, MOST_INK.ends, opacity), hints: balanceOf(hints, MOST_INK.hints, opacity) };
}
