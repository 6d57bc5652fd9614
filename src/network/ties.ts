import { type Counting, pairWeight } from "../model/counting.ts";
import type { Incidence } from "../model/incidence.ts";
import type { Network } from "../model/network.ts";
import { type BlockRows, blockRows, pairBlocks, turnPairs } from "./pair-blocks.ts";

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
 * The ties of an incidence, of the papers with `isCounted[p]` 1 only, where that is given. Time is linear in the pairs,
 * memory too, at 32 bytes a pair, of which what the ties do not fill is never written.
 */
export function tiesOf(incidence: Incidence, isCounted?: Uint8Array): Ties {
  const blocks = pairBlocks(incidence, isCounted);
  const { authorCount, blockCount, shift, pairCount, startsBySmaller } = blocks;
  const offsets = new Uint32Array(authorCount + 1);
  const others = new Uint32Array(blocks.spare.buffer, 0, pairCount);
  const papers = new Uint32Array(blocks.spare.buffer, others.byteLength, pairCount);
  const byAuthor = new Float64Array(pairCount);
  const byPaper = new Float64Array(pairCount);
  const authorWeights = pairWeights("author", blocks.largestSize);
  const paperWeights = pairWeights("paper", blocks.largestSize);
  const rows = blockRows(blocks, startsBySmaller);
  let end = 0;
  for (let block = 0; block < blockCount; block++) {
    const first = block << shift;
    rows.deal(blocks.bySmaller, startsBySmaller[block], startsBySmaller[block + 1]);
    const width = Math.min(rows.width, authorCount - first);
    for (let i = 0; i < width; i++) {
      let last = first + i; // nobody's own neighbour
      for (let k = rows.starts[i]; k < rows.starts[i + 1]; k++) {
        const size = rows.sizes[k];
        if (rows.others[k] === last) {
          papers[end - 1]++;
          byAuthor[end - 1] += authorWeights[size];
          byPaper[end - 1] += paperWeights[size];
          continue;
        }
        last = rows.others[k];
        others[end] = last;
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

/** Pair weight by number of authors. */
function pairWeights(counting: Counting, most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, n) => pairWeight(counting, n));
}

/** The weights of ties by one counting scheme: a view, but for full counting. */
export function tieWeights(ties: Ties, counting: Counting): Float64Array {
  if (counting === "full") return Float64Array.from(ties.papers);
  return counting === "author" ? ties.byAuthor : ties.byPaper;
}

/**
 * The network of the same ties, each standing in the rows of both its ends, with the weights of one counting scheme. Time is
 * linear in the pairs, memory too, at 40 bytes a pair, of which what the ties do not fill is never written.
 *
 * As a block is reached its pairs lie in order by smaller end. They are turned to their larger ends, most of which stand in later
 * blocks; what was turned to this block so far is all there is, and comes out by smaller end. So every row is written whole:
 *
 *     row of 7: 2 5 (turned here from the rows of 2 and 5), then 9 12 (pairs by smaller end, turned on to 9 and 12)
 */
export function networkRows(incidence: Incidence, counting: Counting, isCounted?: Uint8Array): Network {
  const blocks = pairBlocks(incidence, isCounted);
  const { authorCount, blockCount, shift, pairCount, startsBySmaller, startsByLarger, bySmaller, spare } = blocks;
  const out: Rows = {
    offsets: new Uint32Array(authorCount + 1),
    // Of the pairs up to a block no more ends are written than fill the place of what was read.
    neighbors: new Uint32Array(bySmaller.buffer),
    weights: new Float64Array(2 * pairCount),
    papers: new Uint32Array(2 * pairCount),
  };
  const weightOf = pairWeights(counting, blocks.largestSize);
  const toLarger = blockRows(blocks, startsBySmaller);
  const toSmaller = blockRows(blocks, startsByLarger);
  const next = startsByLarger.slice();
  let end = 0;
  for (let block = 0; block < blockCount; block++) {
    const first = block << shift;
    toLarger.deal(bySmaller, startsBySmaller[block], startsBySmaller[block + 1]);
    turnPairs(toLarger, first, blocks, spare, next);
    toSmaller.deal(spare, startsByLarger[block], startsByLarger[block + 1]);
    end = writeRows(toSmaller, toLarger, first, Math.min(toLarger.width, authorCount - first), weightOf, out, end);
  }
  return {
    nodeCount: authorCount,
    offsets: out.offsets,
    neighbors: out.neighbors.subarray(0, end),
    weights: out.weights.subarray(0, end),
    papers: out.papers.subarray(0, end),
  };
}

type Rows = Pick<Network, "offsets" | "neighbors" | "weights" | "papers">;

/** Writes the rows of `width` authors from `first` on, behind `end`, and says where they end. */
function writeRows(
  toSmaller: BlockRows,
  toLarger: BlockRows,
  first: number,
  width: number,
  weightOf: Float64Array,
  { offsets, neighbors, weights, papers }: Rows,
  end: number,
): number {
  const halves = [toSmaller, toLarger];
  for (let i = 0; i < width; i++) {
    for (const { starts, others, sizes } of halves) {
      let last = first + i; // nobody's own neighbour
      for (let k = starts[i], to = starts[i + 1]; k < to; k++) {
        const other = others[k];
        if (other === last) {
          weights[end - 1] += weightOf[sizes[k]];
          papers[end - 1]++;
          continue;
        }
        neighbors[end] = other;
        weights[end] = weightOf[sizes[k]];
        papers[end] = 1;
        end++;
        last = other;
      }
    }
    offsets[first + i + 1] = end;
  }
  return end;
}
