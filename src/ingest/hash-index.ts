const NOBODY = -1;
/** Of the places of the table at most this part is taken. */
const LOAD = 0.5;

/**
 * Finds what has the same hash, as a map from hashes to indices would, in a small part of its memory: the indices are kept
 * in a table of numbers, and the hashes are looked up where they are.
 */
export class HashIndex {
  readonly #table: Int32Array;
  readonly #hashAt: (index: number) => number;

  /** For `count` indices at most; `hashAt` gives their hashes, integers up to 2⁵³ whose low bits are mixed. */
  constructor(count: number, hashAt: (index: number) => number) {
    let size = 16;
    while (size * LOAD < count) size *= 2;
    this.#table = new Int32Array(size).fill(NOBODY);
    this.#hashAt = hashAt;
  }

  /** The first index with this one's hash: itself, where there was none. */
  firstLike(index: number): number {
    const hash = this.#hashAt(index);
    const last = this.#table.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const other = this.#table[place];
      if (other === NOBODY) {
        this.#table[place] = index;
        return index;
      }
      if (this.#hashAt(other) === hash) return other;
    }
  }
}
