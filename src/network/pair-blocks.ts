import type { Incidence } from "../model/incidence.ts";

/*
 * All pairs of authors of common papers, put in order without comparing any: by a counting sort whose every step stays within
 * what a processor holds close. Authors are cut into blocks of neighbouring numbers. Pairs are written one behind the
 * other into the block of one of their ends; then block by block they are dealt to their authors, within small scratch
 * arrays. A plain counting sort would go to a place of memory at random for each pair, which takes far longer.
 *
 * Every step keeps the order of what goes to one place. Dealt, a pair is one word: its other end, and the number of the paper's size
 * in `sizeBits` bits below.
 *
 * Loops over pairs take four at a time, the odd ones first: the compiler looks once a round whether the columns are still what
 * they were, which costs as much as moving two pairs. A function ends with its loop, since code compiled while the
 * first block was in it knows nothing of what comes after.
 */
export interface PairBlocks {
  readonly authorCount: number;
  readonly blockCount: number;
  /** Block of an author: the number shifted right by this. */
  readonly shift: number;
  readonly sizeBits: number;
  /** The numbers of authors that papers which count have, ascending from 2. */
  readonly sizes: readonly number[];
  /**
   * First place of each block, and all places at the end: one for each end of each pair, so that its pairs by smaller end and those by larger
   * end have room one behind the other.
   */
  readonly starts: Int32Array;
}

/** The papers' side of an incidence, all that a network is made of. */
export type AuthorLists = Pick<Incidence, "paperCount" | "authorCount" | "paperOffsets" | "authors">;

/** A block has at least 2^10 authors, and there are at most 2^9 blocks, so many streams as can be written at once at little cost: where sizes leave room. */
const LEAST_SHIFT = 10;
const MOST_BLOCK_BITS = 9;

/**
 * How the pairs of an incidence are cut, of the papers with `isCounted[p]` 1 only, where that is given. Throws a RangeError beyond 536 million
 * pairs, and where the authors times the different sizes of papers are more than 2^32.
 */
export function pairBlocks(lists: AuthorLists, isCounted?: Uint8Array): PairBlocks {
  const { authorCount } = lists;
  const sizes = sizesOf(lists, isCounted);
  const sizeBits = bitsOf(Math.max(0, sizes.length - 1));
  const authorBits = bitsOf(Math.max(0, authorCount - 1));
  if (authorBits + sizeBits > 32) throw new RangeError("More authors and sizes of papers than 32 bits can tell apart.");
  // So that two authors within their blocks and a size fit into one word, see `PairStream`.
  const shift = Math.min(Math.max(LEAST_SHIFT, authorBits - MOST_BLOCK_BITS), (32 - sizeBits) >>> 1);
  const blockCount = (authorCount >>> shift) + 1;
  return { authorCount, blockCount, shift, sizeBits, sizes, starts: startsOf(lists, isCounted, shift, blockCount) };
}

/** How many bits the whole number `n` ≥ 0 needs. */
function bitsOf(n: number): number {
  return 32 - Math.clz32(n);
}

function sizesOf({ paperCount, paperOffsets }: AuthorLists, isCounted: Uint8Array | undefined): number[] {
  let isOfSize = new Uint8Array(64);
  for (let p = 0; p < paperCount; p++) {
    if (isCounted !== undefined && isCounted[p] === 0) continue;
    const size = paperOffsets[p + 1] - paperOffsets[p];
    if (size >= isOfSize.length) {
      const larger = new Uint8Array(2 * size);
      larger.set(isOfSize);
      isOfSize = larger;
    }
    isOfSize[size] = 1;
  }
  const sizes: number[] = [];
  for (let size = 2; size < isOfSize.length; size++) if (isOfSize[size] === 1) sizes.push(size);
  return sizes;
}

function startsOf(
  { paperCount, paperOffsets, authors }: AuthorLists,
  isCounted: Uint8Array | undefined,
  shift: number,
  blockCount: number,
): Int32Array {
  const counts = new Float64Array(blockCount);
  for (let p = 0; p < paperCount; p++) {
    if (isCounted !== undefined && isCounted[p] === 0) continue;
    const others = paperOffsets[p + 1] - paperOffsets[p] - 1;
    if (others < 1) continue;
    for (let k = paperOffsets[p], to = paperOffsets[p + 1]; k < to; k++) counts[authors[k] >>> shift] += others;
  }
  const starts = new Int32Array(blockCount + 1);
  let end = 0;
  for (let block = 0; block < blockCount; block++) {
    end += counts[block];
    // `writePairs` counts its words in 31 bits, two for each place.
    if (end >= 2 ** 30) throw new RangeError("More than 536 million pairs of authors.");
    starts[block + 1] = end;
  }
  return starts;
}

/**
 * Writes every pair into the block of its larger end, papers ascending, from twice the block's first place on: the word of its smaller end, then the
 * larger end within the block. Returns where each block ends in `pairs`, which has two numbers for each place.
 */
export function writePairs(
  lists: AuthorLists,
  isCounted: Uint8Array | undefined,
  { shift, sizeBits, sizes, starts }: PairBlocks,
  pairs: Int32Array,
): Int32Array {
  const { paperCount, paperOffsets, authors } = lists;
  const sizeNumbers = new Int32Array((sizes[sizes.length - 1] ?? 0) + 1);
  sizes.forEach((size, number) => {
    sizeNumbers[size] = number;
  });
  const next = starts.map((start) => 2 * start);
  const withinBlock = 2 ** shift - 1;
  for (let p = 0; p < paperCount; p++) {
    if (isCounted !== undefined && isCounted[p] === 0) continue;
    const from = paperOffsets[p];
    const to = paperOffsets[p + 1];
    const size = sizeNumbers[to - from];
    for (let k = from + 1; k < to; k++) {
      const i = authors[k];
      for (let l = from; l < k; l++) {
        const j = authors[l];
        // The smaller and the larger without a branch, of which every other one would be guessed wrongly.
        const below = (i - j) & ((i - j) >> 31);
        const larger = i - below;
        const at = next[larger >>> shift];
        next[larger >>> shift] = at + 2;
        pairs[at] = ((j + below) << sizeBits) | size;
        pairs[at + 1] = larger & withinBlock;
      }
    }
  }
  return next;
}

/** The pairs of one block, dealt to its authors: those of the `i`-th are `starts[i] <= k < starts[i + 1]`. To be used block after block. */
export interface BlockRows {
  readonly width: number;
  readonly starts: Int32Array;
  readonly words: Int32Array;
}

/** Rows that hold any one block. */
export function blockRows({ shift, starts }: PairBlocks): BlockRows {
  let most = 0;
  for (let block = 1; block < starts.length; block++) most = Math.max(most, starts[block] - starts[block - 1]);
  const width = 2 ** shift;
  return { width, starts: new Int32Array(width + 2), words: new Int32Array(most) };
}

/** Deals what `writePairs` wrote to one block, which is `pairs` from `from` up to, not including, `to`. */
export function dealPairs(pairs: Int32Array, from: number, to: number, { starts, words }: BlockRows): void {
  // Row i is counted two places on: once added up its start stands one on, and moves to its end, the next one's start, by dealing.
  starts.fill(0);
  countPairs(pairs, from, to, starts);
  addUp(starts);
  placePairs(pairs, from, to, starts, words);
}

function countPairs(pairs: Int32Array, from: number, to: number, starts: Int32Array): void {
  let k = from + 1;
  for (const odd = k + ((to - from) & 7); k < odd; k += 2) starts[pairs[k] + 2]++;
  for (; k < to; k += 8) {
    starts[pairs[k] + 2]++;
    starts[pairs[k + 2] + 2]++;
    starts[pairs[k + 4] + 2]++;
    starts[pairs[k + 6] + 2]++;
  }
}

/** Each number becomes the sum of all up to it. */
export function addUp(starts: Int32Array): void {
  let sum = 0;
  for (let i = 0; i < starts.length; i++) {
    sum += starts[i];
    starts[i] = sum;
  }
}

function placePairs(pairs: Int32Array, from: number, to: number, starts: Int32Array, words: Int32Array): void {
  let k = from;
  for (const odd = k + ((to - from) & 7); k < odd; k += 2) words[starts[pairs[k + 1] + 1]++] = pairs[k];
  for (; k < to; k += 8) {
    words[starts[pairs[k + 1] + 1]++] = pairs[k];
    words[starts[pairs[k + 3] + 1]++] = pairs[k + 2];
    words[starts[pairs[k + 5] + 1]++] = pairs[k + 4];
    words[starts[pairs[k + 7] + 1]++] = pairs[k + 6];
  }
}
