import { authorsBySize, tiesByStrength, visibleAuthors, visibleTies } from "../../scene/crowd-order.ts";
import type { Frame } from "../../scene/frame.ts";
import { AUTHOR_BYTES, authorVertices, LINE_BYTES, lineVertices } from "./crowd-buffers.ts";
import type { GlProgram } from "./gl-program.ts";

/** Rows that are written to the graphics at once, so that no array grows with the dataset. */
const ROWS_A_WRITE = 200_000;

/** What is drawn now: how many authors, and where the ties stand in `tiesByStrength`. */
interface Shown {
  readonly authors: number;
  readonly ties: Uint32Array;
}

/**
 * Authors and ties of a crowd as the graphics have them: all of them, the strongest first, written as far as they are drawn. What is hidden is left
 * out by picking, so that a filter rewrites nothing.
 */
export class CrowdVertices {
  private readonly authors: GlProgram;
  private readonly lines: GlProgram;
  private frame: Frame | null = null;
  /** Ties written, in the order of `tiesByStrength`. */
  private written = 0;
  private shown: { readonly authors: Uint32Array; readonly ties: Uint32Array; readonly most: number } | null = null;

  constructor(authors: GlProgram, lines: GlProgram) {
    this.authors = authors;
    this.lines = lines;
  }

  /** Takes over a frame; whether it shows others, or elsewhere, than the one before. */
  isOther(frame: Frame): boolean {
    const before = this.frame;
    this.frame = frame;
    const { picture, x, y } = frame;
    const isElsewhere = before === null || before.picture.cast !== picture.cast || before.x !== x || before.y !== y;
    if (isElsewhere) this.begin(frame);
    const isOther =
      isElsewhere || before.picture.authorVisible !== picture.authorVisible || before.picture.near !== picture.near;
    if (isOther) this.shown = null;
    return isOther;
  }

  /** Lets the programs draw the first `mostAuthors` visible authors and `mostTies` visible ties, to be drawn once they are written. */
  show({ picture }: Frame, mostAuthors = Infinity, mostTies = Infinity): Shown {
    if (this.shown === null || this.shown.most < mostTies) {
      const authors = visibleAuthors(picture, mostAuthors);
      const ties = visibleTies(picture, mostTies);
      this.authors.pick(isBeginning(authors) ? null : authors);
      this.lines.pick(isBeginning(ties) ? null : endsOf(ties));
      this.shown = { authors, ties, most: mostTies };
    }
    // Of more than are asked for, a beginning.
    const { authors, ties } = this.shown;
    return { authors: Math.min(authors.length, mostAuthors), ties: ties.subarray(0, mostTies) };
  }

  /** Writes what the first `count` of the ties shown need. */
  write(count: number): void {
    const { frame, shown } = this;
    if (frame === null || shown === null || count === 0) return;
    const { picture, x, y } = frame;
    const rows = tiesByStrength(picture.cast);
    const needed = shown.ties[count - 1] + 1;
    while (this.written < needed) {
      const next = Math.min(rows.length, this.written + ROWS_A_WRITE);
      const part = lineVertices(picture.cast, { x, y }, rows.subarray(this.written, next));
      this.lines.write(LINE_BYTES * this.written, part);
      this.written = next;
    }
  }

  private begin({ picture: { cast }, x, y }: Frame): void {
    const rows = authorsBySize(cast);
    this.authors.reserve(AUTHOR_BYTES * rows.length);
    for (let first = 0; first < rows.length; first += ROWS_A_WRITE) {
      const part = authorVertices(cast, { x, y }, rows.subarray(first, first + ROWS_A_WRITE));
      this.authors.write(AUTHOR_BYTES * first, part);
    }
    this.lines.reserve(LINE_BYTES * cast.strength.length);
    this.written = 0;
  }
}

/** Whether these are the first places, none left out. */
function isBeginning(places: Uint32Array): boolean {
  return places.length === 0 || places[places.length - 1] === places.length - 1;
}

/** The two vertices of each line. */
function endsOf(places: Uint32Array): Uint32Array {
  const ends = new Uint32Array(2 * places.length);
  for (let i = 0; i < places.length; i++) {
    ends[2 * i] = 2 * places[i];
    ends[2 * i + 1] = 2 * places[i] + 1;
  }
  return ends;
}
