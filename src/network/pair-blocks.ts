import type { Incidence } from "../model/incidence.ts";

/*
 * All pairs of authors of common papers, put in order without comparing any: by a counting sort whose every step stays within
 * what a processor holds close. Authors are cut into blocks of neighbouring numbers. Pairs are written one behind the
 * other into the block of one of their ends; then block by block they are dealt to their authors, within small scratch
 * arrays. A plain counting sort would go to a place of memory at random for each pair, which takes far longer.
 *
 * A pair is two numbers of a column: its other end, and its own end within the block together with the number of authors of
 * the paper, in `sizeBits` bits below. Every step keeps the order of what goes to one place.
 */
export interface PairBlocks {
  readonly authorCount: number;
  readonly blockCount: number;
  /** Block of an author: the number shifted right by this. */
  readonly shift: number;
  readonly sizeBits: number;
  /** Authors of the largest paper that counts. */
  readonly largestSize: number;
  /** Pairs of all papers that count. */
  readonly pairCount: number;
  /** First pair of each block, by smaller end and by larger end, and all at the end. */
  readonly startsBySmaller: Uint32Array;
  readonly startsByLarger: Uint32Array;
  /** By block of the smaller end: its pairs by larger end, and those by paper. */
  readonly bySmaller: Int32Array;
  /** As long as `bySmaller`, and free for other use: what it held is done with. */
  readonly spare: Int32Array;
}

/** A block has at least 2^10 authors, and there are at most 2^10 blocks, so many streams as can be written at once at little cost: where sizes leave room. */
const LEAST_SHIFT = 10;
const MOST_BLOCK_BITS = 10;

/** The pairs of an incidence, of the papers with `isCounted[p]` 1 only, where that is given. Time and memory (16 bytes a pair) are linear in the pairs. */
export function pairBlocks(incidence: Incidence, isCounted?: Uint8Array): PairBlocks {
  const { paperCount, authorCount, paperOffsets } = incidence;
  let largestSize = 1;
  for (let p = 0; p < paperCount; p++) {
    const size = paperOffsets[p + 1] - paperOffsets[p];
    if (size > largestSize && isCounted?.[p] !== 0) largestSize = size;
  }
  const sizeBits = bitsOf(largestSize);
  const shift = Math.min(Math.max(LEAST_SHIFT, bitsOf(authorCount) - MOST_BLOCK_BITS), 32 - sizeBits);
  const blockCount = (authorCount >>> shift) + 1;
  const startsBySmaller = new Uint32Array(blockCount + 1);
  const startsByLarger = new Uint32Array(blockCount + 1);
  countPairs(incidence, isCounted, shift, startsBySmaller, startsByLarger);
  const pairCount = startsBySmaller[blockCount];
  const spare = new Int32Array(2 * pairCount);
  const bySmaller = new Int32Array(2 * pairCount);
  const blocks: PairBlocks = {
    authorCount,
    blockCount,
    shift,
    sizeBits,
    largestSize,
    pairCount,
    startsBySmaller,
    startsByLarger,
    bySmaller,
    spare,
  };
  writeByLarger(incidence, isCounted, blocks);
  const rows = blockRows(blocks, startsByLarger);
  const next = startsBySmaller.slice();
  for (let block = 0; block < blockCount; block++) {
    rows.deal(spare, startsByLarger[block], startsByLarger[block + 1]);
    turnPairs(rows, block << shift, blocks, bySmaller, next);
  }
  return blocks;
}

/** How many bits the whole number `n` ≥ 0 needs. */
function bitsOf(n: number): number {
  return 32 - Math.clz32(n);
}

/** Counts the pairs of each block into `smaller[block + 1]` and `larger[block + 1]`, then adds up. */
function countPairs(
  { paperCount, paperOffsets, authors }: Incidence,
  isCounted: Uint8Array | undefined,
  shift: number,
  smaller: Uint32Array,
  larger: Uint32Array,
): void {
  for (let p = 0; p < paperCount; p++) {
    if (isCounted !== undefined && isCounted[p] === 0) continue;
    const from = paperOffsets[p];
    const to = paperOffsets[p + 1];
    for (let k = from + 1; k < to; k++) {
      const i = authors[k];
      for (let l = from; l < k; l++) {
        const j = authors[l];
        const isFirst = i > j;
        larger[((isFirst ? i : j) >>> shift) + 1]++;
        smaller[((isFirst ? j : i) >>> shift) + 1]++;
      }
    }
  }
  for (let block = 1; block < smaller.length; block++) {
    smaller[block] += smaller[block - 1];
    larger[block] += larger[block - 1];
  }
}

/** Writes every pair into the block of its larger end, papers ascending. */
function writeByLarger(
  { paperCount, paperOffsets, authors }: Incidence,
  isCounted: Uint8Array | undefined,
  { shift, sizeBits, startsByLarger, spare: byLarger }: PairBlocks,
): void {
  const next = startsByLarger.slice();
  const withinBlock = 2 ** shift - 1;
  for (let p = 0; p < paperCount; p++) {
    if (isCounted !== undefined && isCounted[p] === 0) continue;
    const from = paperOffsets[p];
    const to = paperOffsets[p + 1];
    const size = to - from;
    for (let k = from + 1; k < to; k++) {
      const i = authors[k];
      for (let l = from; l < k; l++) {
        const j = authors[l];
        const isFirst = i > j;
        const b = isFirst ? i : j;
        const at = 2 * next[b >>> shift]++;
        byLarger[at] = isFirst ? j : i;
        byLarger[at + 1] = ((b & withinBlock) << sizeBits) | size;
      }
    }
  }
}

/**
 * Writes the pairs of the rows, whose authors are numbered from `first`, into `turned`, by the block of their other end; `next`
 * says where each block goes on.
 */
export function turnPairs(
  { starts, others, sizes, width }: BlockRows,
  first: number,
  { authorCount, shift, sizeBits }: PairBlocks,
  turned: Int32Array,
  next: Uint32Array,
): void {
  const withinBlock = 2 ** shift - 1;
  const end = Math.min(width, authorCount - first);
  for (let i = 0; i < end; i++) {
    const own = first + i;
    for (let k = starts[i], to = starts[i + 1]; k < to; k++) {
      const other = others[k];
      const at = 2 * next[other >>> shift]++;
      turned[at] = own;
      turned[at + 1] = ((other & withinBlock) << sizeBits) | sizes[k];
    }
  }
}

/** The pairs of one block, dealt to its authors: those of the `i`-th are `starts[i] <= k < starts[i + 1]`. To be used block after block. */
export interface BlockRows {
  readonly width: number;
  readonly starts: Int32Array;
  readonly others: Int32Array;
  /** Authors of the paper. */
  readonly sizes: Int32Array;
  /** Takes the pairs `from` up to, not including, `to`. */
  deal(pairs: Int32Array, from: number, to: number): void;
}

/** Rows that hold any one block of those that begin at `blockStarts`. */
export function blockRows({ blockCount, shift, sizeBits }: PairBlocks, blockStarts: Uint32Array): BlockRows {
  let most = 0;
  for (let block = 0; block < blockCount; block++) most = Math.max(most, blockStarts[block + 1] - blockStarts[block]);
  const width = 2 ** shift;
  const starts = new Int32Array(width + 2);
  const others = new Int32Array(most);
  const sizes = new Int32Array(most);
  return {
    width,
    starts,
    others,
    sizes,
    deal: (pairs, from, to) => deal(pairs, from, to, sizeBits, starts, others, sizes),
  };
}

function deal(
  pairs: Int32Array,
  from: number,
  to: number,
  sizeBits: number,
  starts: Int32Array,
  others: Int32Array,
  sizes: Int32Array,
): void {
  const sizeMask = 2 ** sizeBits - 1;
  // Row i is counted two places on: once added up its start stands one on, and moves to its end, the next one's start, by dealing.
  starts.fill(0);
  for (let at = 2 * from + 1; at < 2 * to; at += 2) starts[(pairs[at] >>> sizeBits) + 2]++;
  for (let i = 2; i < starts.length; i++) starts[i] += starts[i - 1];
  for (let at = 2 * from; at < 2 * to; at += 2) {
    const tail = pairs[at + 1];
    const place = starts[(tail >>> sizeBits) + 1]++;
    others[place] = pairs[at];
    sizes[place] = tail & sizeMask;
  }
}
