import { type Counting, pairWeight } from "../model/counting.ts";
import type { Network } from "../model/network.ts";
import {
  type AuthorLists,
  type BlockRows,
  blockRows,
  dealPairs,
  type PairBlocks,
  pairBlocks,
  writePairs,
} from "./pair-blocks.ts";
import { dealStream, type PairStream, pairStream, turnRows } from "./pair-stream.ts";

/**
 * Who wrote with whom, each tie once, in compressed rows by the smaller author: the ties of author `a` are those of
 * `offsets[a] <= k < offsets[a + 1]`, to `others[k]` > a, ascending. `papers[k]` joint papers is at once the weight by full
 * counting; `byAuthor` and `byPaper` are the sums of those pair weights over the joint papers in ascending order.
 */
export interface Ties {
  /** `authorCount + 1` */
  readonly offsets: Uint32Array;
  readonly others: Uint32Array;
  readonly papers: Uint32Array;
  readonly byAuthor: Float64Array;
  readonly byPaper: Float64Array;
}

/**
 * The ties of author lists, of the papers with `isCounted[p]` 1 only, where that is given. Time is linear in the pairs,
 * memory too, at 44 bytes a pair, of which 12 are never written.
 */
export function tiesOf(lists: AuthorLists, isCounted?: Uint8Array): Ties {
  const blocks = pairBlocks(lists, isCounted);
  const { authorCount, blockCount, shift, sizeBits, starts } = blocks;
  const places = starts[blockCount];
  const bySmaller = streamBySmaller(lists, isCounted, blocks, new Int32Array(places), new Int32Array(2 * places));
  const authorWeights = pairWeights("author", blocks.sizes);
  const paperWeights = pairWeights("paper", blocks.sizes);
  const rows = blockRows(blocks);
  const offsets = new Uint32Array(authorCount + 1);
  // Of the blocks so far no more ties are written than pairs were read.
  const others = new Uint32Array(bySmaller.words.buffer);
  const papers = new Uint32Array(places / 2);
  const byAuthor = new Float64Array(places / 2);
  const byPaper = new Float64Array(places / 2);
  const sizeMask = 2 ** sizeBits - 1;
  let end = 0;
  for (let block = 0; block < blockCount; block++) {
    const first = block << shift;
    dealStream(bySmaller, block, authorCount, blocks, rows);
    const width = Math.min(rows.width, authorCount - first);
    for (let i = 0; i < width; i++) {
      let last = first + i; // nobody's own neighbour
      for (let k = rows.starts[i]; k < rows.starts[i + 1]; k++) {
        const other = rows.words[k] >>> sizeBits;
        const size = rows.words[k] & sizeMask;
        if (other === last) {
          papers[end - 1]++;
          byAuthor[end - 1] += authorWeights[size];
          byPaper[end - 1] += paperWeights[size];
          continue;
        }
        last = other;
        others[end] = other;
        papers[end] = 1;
        byAuthor[end] = authorWeights[size];
        byPaper[end] = paperWeights[size];
        end++;
      }
      offsets[first + i + 1] = end;
    }
  }
  return {
    offsets,
    others: others.subarray(0, end),
    papers: papers.subarray(0, end),
    byAuthor: byAuthor.subarray(0, end),
    byPaper: byPaper.subarray(0, end),
  };
}

/** The pairs by block of the smaller end, in the order of the larger; `pairs` is scratch, two numbers for each place. */
function streamBySmaller(
  lists: AuthorLists,
  isCounted: Uint8Array | undefined,
  blocks: PairBlocks,
  words: Int32Array,
  pairs: Int32Array,
): PairStream {
  const ends = writePairs(lists, isCounted, blocks, pairs);
  const stream = pairStream(blocks, words, blocks.starts);
  const rows = blockRows(blocks);
  for (let block = 0; block < blocks.blockCount; block++) {
    dealPairs(pairs, 2 * blocks.starts[block], ends[block], rows);
    turnRows(rows, block << blocks.shift, blocks, stream);
  }
  return stream;
}

/** Pair weight by the number of a size. */
function pairWeights(counting: Counting, sizes: readonly number[]): Float64Array {
  return Float64Array.from(sizes, (size) => pairWeight(counting, size));
}

/** The weights of ties by one counting scheme: a view, but for full counting. */
export function tieWeights(ties: Ties, counting: Counting): Float64Array {
  if (counting === "full") return Float64Array.from(ties.papers);
  return counting === "author" ? ties.byAuthor : ties.byPaper;
}

/**
 * The network of the same ties, each standing in the rows of both its ends, with the weights of one counting scheme. Time is
 * linear in the pairs, memory too, at 32 bytes a pair, of which what the ties do not fill is never written.
 *
 * As a block is reached its pairs lie in order by smaller end. They are turned to their larger ends, most of which stand in later
 * blocks; what was turned to this block so far is all there is, and comes out by smaller end. So every row is written whole:
 *
 *     row of 7: 2 5 (turned here from the rows of 2 and 5), then 9 12 (pairs by smaller end, turned on to 9 and 12)
 */
export function networkRows(lists: AuthorLists, counting: Counting, isCounted?: Uint8Array): Network {
  const blocks = pairBlocks(lists, isCounted);
  const { authorCount, blockCount, shift, sizeBits } = blocks;
  const places = blocks.starts[blockCount];
  // New memory costs as much as what is done with it: what is written first lies where the weights and the neighbours will.
  const weights = new Float64Array(places);
  const words = new Int32Array(places);
  const bySmaller = streamBySmaller(lists, isCounted, blocks, words, new Int32Array(weights.buffer));
  // In every block behind those by smaller end.
  const byLarger = pairStream(blocks, words, bySmaller.next.slice());
  const toLarger = blockRows(blocks);
  const toSmaller = blockRows(blocks);
  const weightOf = pairWeights(counting, blocks.sizes);
  const offsets = new Uint32Array(authorCount + 1);
  // Of the blocks so far no more ends are written than were read.
  const neighbors = new Uint32Array(words.buffer);
  const papers = new Uint32Array(places);
  let end = 0;
  for (let block = 0; block < blockCount; block++) {
    const first = block << shift;
    dealStream(bySmaller, block, authorCount, blocks, toLarger);
    turnRows(toLarger, first, blocks, byLarger);
    dealStream(byLarger, block, first + toLarger.width, blocks, toSmaller);
    const width = Math.min(toLarger.width, authorCount - first);
    end = writeRows(toSmaller, toLarger, width, sizeBits, weightOf, neighbors, weights, papers, offsets, first, end);
  }
  return {
    nodeCount: authorCount,
    offsets,
    neighbors: neighbors.subarray(0, end),
    weights: weights.subarray(0, end),
    papers: papers.subarray(0, end),
  };
}

/** Writes the rows of `width` authors from `first` on, behind `end`, and says where they end. */
function writeRows(
  toSmaller: BlockRows,
  toLarger: BlockRows,
  width: number,
  sizeBits: number,
  weightOf: Float64Array,
  neighbors: Uint32Array,
  weights: Float64Array,
  papers: Uint32Array,
  offsets: Uint32Array,
  first: number,
  end: number,
): number {
  const { starts: smallerStarts, words: smaller } = toSmaller;
  const { starts: largerStarts, words: larger } = toLarger;
  const sizeMask = 2 ** sizeBits - 1;
  for (let i = 0; i < width; i++) {
    end = writeTies(
      smaller,
      smallerStarts[i],
      smallerStarts[i + 1],
      sizeBits,
      sizeMask,
      weightOf,
      neighbors,
      weights,
      papers,
      end,
    );
    end = writeTies(
      larger,
      largerStarts[i],
      largerStarts[i + 1],
      sizeBits,
      sizeMask,
      weightOf,
      neighbors,
      weights,
      papers,
      end,
    );
    offsets[first + i + 1] = end;
  }
  return end;
}

/** Writes the ties of one row, of the words `from` up to, not including, `to`, behind `end`, and says where they end. */
function writeTies(
  words: Int32Array,
  from: number,
  to: number,
  sizeBits: number,
  sizeMask: number,
  weightOf: Float64Array,
  neighbors: Uint32Array,
  weights: Float64Array,
  papers: Uint32Array,
  end: number,
): number {
  let tie = end - 1;
  let last = -1;
  let weight = 0;
  let count = 0;
  for (let k = from; k < to; k++) {
    const word = words[k];
    const other = word >>> sizeBits;
    if (other !== last) {
      last = other;
      tie++;
      weight = 0;
      count = 0;
    }
    // Sums are kept at hand and written each time: to read new memory before it is written would bring every page in twice.
    weight += weightOf[word & sizeMask];
    count++;
    neighbors[tie] = other;
    weights[tie] = weight;
    papers[tie] = count;
  }
  return tie + 1;
}
