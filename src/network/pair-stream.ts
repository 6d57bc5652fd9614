import { addUp, type BlockRows, type PairBlocks } from "./pair-blocks.ts";

/**
 * Pairs in the blocks of one of their ends, written there by the rows of the other end, which ascends: what a block holds is in the order of
 * those rows. A pair is one word: its end within the block, the other end within its range, and the number of the size, from the
 * highest bits down. A range is as many authors as the bits between the other two can tell apart, a whole number of blocks; where each
 * range ends in each block is noted as it ends.
 */
export interface PairStream {
  readonly words: Int32Array;
  /** Where each block begins in `words`. */
  readonly starts: Int32Array;
  /** Where each block goes on. */
  readonly next: Int32Array;
  /** Where each block ended with the `r`-th range: those from `r · starts.length` on. */
  readonly rangeEnds: Int32Array;
}

export function pairStream(blocks: PairBlocks, words: Int32Array, starts: Int32Array): PairStream {
  const ranges = (Math.max(0, blocks.authorCount - 1) >>> ownBitsOf(blocks)) + 1;
  return { words, starts, next: starts.slice(), rangeEnds: new Int32Array(ranges * starts.length) };
}

/** Bits of the end whose rows are turned. */
function ownBitsOf({ shift, sizeBits }: PairBlocks): number {
  return 32 - shift - sizeBits;
}

/** Writes the rows of the block that begins with author `first` into the blocks of the other ends; blocks ascending. */
export function turnRows({ starts, words }: BlockRows, first: number, blocks: PairBlocks, stream: PairStream): void {
  const ownBits = ownBitsOf(blocks);
  const range = first >>> ownBits;
  const own = first - range * 2 ** ownBits;
  if (own === 0 && range > 0) stream.rangeEnds.set(stream.next, (range - 1) * stream.next.length);
  turn(words, starts, own, blocks.shift, blocks.sizeBits, stream.next, stream.words);
}

function turn(
  rows: Int32Array,
  starts: Int32Array,
  first: number,
  shift: number,
  sizeBits: number,
  next: Int32Array,
  turned: Int32Array,
): void {
  const sizeMask = 2 ** sizeBits - 1;
  const blockUp = shift + sizeBits;
  // So far up that of the other end only what tells it apart within its block is left.
  const up = 32 - shift;
  for (let i = 0; i + 2 < starts.length; i++) {
    const own = (first + i) << sizeBits;
    let k = starts[i];
    const to = starts[i + 1];
    for (; k + 3 < to; k += 4) {
      const a = rows[k];
      const b = rows[k + 1];
      const c = rows[k + 2];
      const d = rows[k + 3];
      put(turned, next, a >>> blockUp, ((a >>> sizeBits) << up) | own | (a & sizeMask));
      put(turned, next, b >>> blockUp, ((b >>> sizeBits) << up) | own | (b & sizeMask));
      put(turned, next, c >>> blockUp, ((c >>> sizeBits) << up) | own | (c & sizeMask));
      put(turned, next, d >>> blockUp, ((d >>> sizeBits) << up) | own | (d & sizeMask));
    }
    for (; k < to; k++) {
      const a = rows[k];
      put(turned, next, a >>> blockUp, ((a >>> sizeBits) << up) | own | (a & sizeMask));
    }
  }
}

/** Writes `word` where `block` goes on. */
function put(words: Int32Array, next: Int32Array, block: number, word: number): void {
  const at = next[block];
  next[block] = at + 1;
  words[at] = word;
}

/** Deals what a block holds so far, of the rows before author `end`, to the block's authors: each row by the other end, ascending. */
export function dealStream(stream: PairStream, block: number, end: number, blocks: PairBlocks, rows: BlockRows): void {
  const { words, starts, next, rangeEnds } = stream;
  const up = 32 - blocks.shift;
  const ownBits = ownBitsOf(blocks);
  const lastRange = Math.max(0, end - 1) >>> ownBits;
  rows.starts.fill(0);
  countWords(words, starts[block], next[block], up, rows.starts);
  addUp(rows.starts);
  let from = starts[block];
  for (let range = 0; range <= lastRange; range++) {
    const to = range < lastRange ? rangeEnds[range * starts.length + block] : next[block];
    // The bits of the end within the block make room for the number of the range, which makes the other end whole.
    placeWords(words, from, to, up, range << up, rows.starts, rows.words);
    from = to;
  }
}

function countWords(words: Int32Array, from: number, to: number, up: number, starts: Int32Array): void {
  let k = from;
  for (const odd = k + ((to - from) & 3); k < odd; k++) starts[(words[k] >>> up) + 2]++;
  for (; k < to; k += 4) {
    starts[(words[k] >>> up) + 2]++;
    starts[(words[k + 1] >>> up) + 2]++;
    starts[(words[k + 2] >>> up) + 2]++;
    starts[(words[k + 3] >>> up) + 2]++;
  }
}

function placeWords(
  words: Int32Array,
  from: number,
  to: number,
  up: number,
  range: number,
  starts: Int32Array,
  dealt: Int32Array,
): void {
  const below = 2 ** up - 1;
  let k = from;
  for (const odd = k + ((to - from) & 3); k < odd; k++) {
    dealt[starts[(words[k] >>> up) + 1]++] = (words[k] & below) | range;
  }
  for (; k < to; k += 4) {
    const a = words[k];
    const b = words[k + 1];
    const c = words[k + 2];
    const d = words[k + 3];
    dealt[starts[(a >>> up) + 1]++] = (a & below) | range;
    dealt[starts[(b >>> up) + 1]++] = (b & below) | range;
    dealt[starts[(c >>> up) + 1]++] = (c & below) | range;
    dealt[starts[(d >>> up) + 1]++] = (d & below) | range;
  }
}
