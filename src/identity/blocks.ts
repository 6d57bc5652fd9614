import { withRoom } from "../model/with-room.ts";
import { type Rows, rowsByNode } from "./node-graph.ts";

/** Who meets whom: blocks in no order that means anything, names ascending. */
export interface Blocks {
  /** For each name the blocks that it is in, each once; blocks of one name are left out as far as they are noticed. */
  readonly blocksOf: Rows;
  /** For each block its names, each once. */
  readonly namesIn: Rows;
}

/** Takes hashes of names and brings names with equal ones together. Of names that share nothing, little is kept. */
export class BlockCollector {
  readonly #nameCount: number;
  #hashes: Int32Array<ArrayBuffer>;
  #count = 0;
  /** For each name where its hashes end. */
  readonly #ends: Uint32Array;

  /** `each`: hashes to be expected for each name. */
  constructor(nameCount: number, each: number) {
    this.#nameCount = nameCount;
    this.#hashes = new Int32Array(Math.max(64, nameCount * each));
    this.#ends = new Uint32Array(nameCount);
  }

  /** Names must be added in ascending order; `hash` has 32 well-mixed bits. */
  add(hash: number, name: number): void {
    if (this.#count === this.#hashes.length) this.#hashes = withRoom(this.#hashes, 2 * this.#count);
    this.#hashes[this.#count++] = hash;
    this.#ends[name] = this.#count;
  }

  blocks(): Blocks {
    const kept = this.#keepRepeated();
    // An open-addressing table of blocks by hash: one more than the number of each, 0 where there is none.
    const bits = 33 - Math.clz32(Math.max(1, kept));
    const room = new Room(this.#hashes, kept);
    const places = room.take(2 ** bits).fill(0);
    const hashOfBlock = room.take(kept);
    const lastName = room.take(kept);
    const blocks = room.take(kept);
    const names = room.take(kept);
    const from = new Uint32Array(this.#nameCount + 1);
    let blockCount = 0;
    let count = 0;
    for (let name = 0, at = 0; name < this.#nameCount; name++) {
      for (; at < this.#ends[name]; at++) {
        const hash = this.#hashes[at] >>> 0;
        let place = hash >>> (32 - bits);
        while (places[place] > 0 && hashOfBlock[places[place] - 1] !== hash) place = (place + 1) & (places.length - 1);
        let block = places[place] - 1;
        if (block < 0) {
          block = blockCount++;
          places[place] = blockCount;
          hashOfBlock[block] = hash;
        } else if (lastName[block] === name) continue;
        lastName[block] = name;
        blocks[count] = block;
        names[count++] = name;
      }
      from[name + 1] = count;
    }
    const values = blocks.subarray(0, count);
    return { blocksOf: { from, values }, namesIn: rowsByNode(values, blockCount, names) };
  }

  /**
   * Moves the hashes that may be there twice to the front and returns how many they are. A filter (Bloom's, with one hash
   * and two bits to tell once from more often) that the fast memory holds lets go of most, and a second one, of other
   * bits of the hash, of most of the rest: nine in ten before anything is sorted.
   */
  #keepRepeated(): number {
    for (const spread of FILTERS) this.#filter(spread);
    return this.#count;
  }

  #filter(spread: number): void {
    const hashes = this.#hashes;
    const shift = Math.max(0, Math.clz32(Math.max(1, this.#count)) - FILTER_BITS);
    const seen = new Int32Array(2 ** Math.max(0, 32 - shift - 4));
    for (let at = 0; at < this.#count; at++) {
      const place = Math.imul(hashes[at], spread) >>> shift;
      const bit = (place & 15) << 1;
      const word = seen[place >>> 4];
      seen[place >>> 4] = word | (((word >>> bit) & 1) === 0 ? 1 << bit : 2 << bit);
    }
    let kept = 0;
    for (let name = 0, at = 0; name < this.#nameCount; name++) {
      for (const end = Math.max(at, this.#ends[name]); at < end; at++) {
        const place = Math.imul(hashes[at], spread) >>> shift;
        if (((seen[place >>> 4] >>> ((place & 15) << 1)) & 2) !== 0) hashes[kept++] = hashes[at];
      }
      this.#ends[name] = kept;
    }
    this.#count = kept;
  }
}

/**
 * Columns behind the first `used` values of one that needs no more of its room, and new ones once that is gone: engines
 * collect all garbage whenever columns of so many megabytes were made, however much memory there is.
 */
class Room {
  readonly #column: Int32Array<ArrayBuffer>;
  #used: number;

  constructor(column: Int32Array<ArrayBuffer>, used: number) {
    this.#column = column;
    this.#used = used;
  }

  /** With any values. */
  take(length: number): Uint32Array<ArrayBuffer> {
    const from = this.#used;
    if (from + length > this.#column.length) return new Uint32Array(length);
    this.#used += length;
    return new Uint32Array(this.#column.buffer, 4 * from, length);
  }
}

/** A filter of 4 to 8 places for each hash. */
const FILTER_BITS = 2;
/** What hashes are multiplied by to choose the bits that filters go by. */
const FILTERS = [1, 0x9e37_79b1];
