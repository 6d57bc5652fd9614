import { withRoom } from "../model/with-room.ts";
import type { Rows } from "./node-graph.ts";

/** Makes rows that have every value once, in the order in which they are first added; row after row. */
export class DistinctRows {
  readonly #from: Uint32Array;
  #values: Uint32Array;
  /** For each value the last turn, one for each row, in which it was added. */
  readonly #turnOf: Uint32Array;
  #turn = 1;
  #row = 0;
  #count = 0;

  /** There will be so many rows of values below `valueCount`; `expected` in all. */
  constructor(rowCount: number, valueCount: number, expected: number) {
    this.#from = new Uint32Array(rowCount + 1);
    this.#turnOf = new Uint32Array(valueCount);
    this.#values = new Uint32Array(expected);
  }

  add(value: number): void {
    if (this.#turnOf[value] === this.#turn) return;
    this.#turnOf[value] = this.#turn;
    if (this.#count === this.#values.length) this.#values = withRoom(this.#values, 2 * this.#count + 64);
    this.#values[this.#count++] = value;
  }

  endRow(): void {
    this.#from[++this.#row] = this.#count;
    this.#turn++;
  }

  /** Begins with the first row again, in the same memory: rows that were given before are lost. */
  restart(): void {
    this.#row = 0;
    this.#count = 0;
  }

  rows(): Rows {
    return { from: this.#from, values: this.#values.subarray(0, this.#count) };
  }
}

/**
 * Counts what rows have in common that have every value once. `focus(a)` marks what `a` has; `with(b)` then costs what `b`
 * has, so that pairs are asked for by `a`.
 */
export class CommonCounter {
  readonly #rows: Rows;
  /** 1 for what the row in focus has. */
  readonly #marks: Uint8Array;
  #focus = -1;

  constructor(rows: Rows, valueCount: number) {
    this.#rows = rows;
    this.#marks = new Uint8Array(valueCount);
  }

  focus(a: number): void {
    if (this.#focus === a) return;
    if (this.#focus >= 0) this.#mark(this.#focus, 0);
    this.#mark(a, 1);
    this.#focus = a;
  }

  with(b: number): number {
    const { from, values } = this.#rows;
    const marks = this.#marks;
    const end = from[b + 1];
    let count = 0;
    for (let k = from[b]; k < end; k++) count += marks[values[k]];
    return count;
  }

  #mark(row: number, mark: 0 | 1): void {
    const { from, values } = this.#rows;
    for (let k = from[row]; k < from[row + 1]; k++) this.#marks[values[k]] = mark;
  }
}
