import { type Counting, pairWeight } from "../model/counting.ts";
import { authorsOn, type Incidence } from "../model/incidence.ts";
import type { Network } from "../model/network.ts";

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
 * memory too, at 24 bytes a pair, of which what the ties do not fill is never written.
 *
 * Paper by paper every pair is put into the row of its smaller author; then row by row the pairs become ties, written into
 * the place of the pairs, since there are at most as many:
 *
 *     paper {4, 7, 9}      row of 4: (7, 3 authors) (9, 3 authors)      row of 7: (9, 3 authors)
 */
export function tiesOf(incidence: Incidence, isCounted?: Uint8Array): Ties {
  const { authorCount } = incidence;
  const { offsets, others, papers, sizes } = pairRows(incidence, isCounted);
  const byAuthor = new Float64Array(others.length);
  const byPaper = new Float64Array(others.length);
  const authorWeights = pairWeights("author", incidence);
  const paperWeights = pairWeights("paper", incidence);
  // The ties of one author in the order of meeting. `place` says where somebody stands, is never cleared, and holds only
  // where `met` has that author in the place.
  const place = new Uint32Array(authorCount);
  const met = new Uint32Array(authorCount);
  const papersSum = new Uint32Array(authorCount);
  const authorSum = new Float64Array(authorCount);
  const paperSum = new Float64Array(authorCount);

  let end = 0;
  let from = 0;
  for (let a = 0; a < authorCount; a++) {
    const to = offsets[a + 1];
    const first = end;
    if (isAscending(others, from, to)) {
      for (let k = from; k < to; k++) {
        const size = sizes[k];
        others[end] = others[k];
        papers[end] = 1;
        byAuthor[end] = authorWeights[size];
        byPaper[end] = paperWeights[size];
        end++;
      }
    } else {
      let length = 0;
      for (let k = from; k < to; k++) {
        const j = others[k];
        const size = sizes[k];
        const at = place[j];
        if (at < length && met[at] === j) {
          papersSum[at] += 1;
          authorSum[at] += authorWeights[size];
          paperSum[at] += paperWeights[size];
        } else {
          place[j] = length;
          met[length] = j;
          papersSum[length] = 1;
          authorSum[length] = authorWeights[size];
          paperSum[length] = paperWeights[size];
          length++;
        }
      }
      sortRow(met, length);
      for (let m = 0; m < length; m++) {
        const at = place[met[m]];
        others[end] = met[m];
        papers[end] = papersSum[at];
        byAuthor[end] = authorSum[at];
        byPaper[end] = paperSum[at];
        end++;
      }
    }
    offsets[a] = first;
    from = to;
  }
  offsets[authorCount] = end;
  return {
    offsets,
    others: others.subarray(0, end),
    papers: papers.subarray(0, end),
    byAuthor: byAuthor.subarray(0, end),
    byPaper: byPaper.subarray(0, end),
  };
}

/**
 * Every pair in the row of its smaller author, papers ascending, and on one paper the larger authors ascending: who it is
 * with, and the number of authors of the paper. `papers` is `sizes`, to be written over when a row has been read.
 */
function pairRows(incidence: Incidence, isCounted: Uint8Array | undefined) {
  const { paperCount, authorCount, paperOffsets, authors } = incidence;
  // The authors of each paper in ascending order: papers are short, and mostly in some order already.
  const ascending = authors.slice();
  const offsets = new Uint32Array(authorCount + 1);
  for (let p = 0; p < paperCount; p++) {
    if (isCounted !== undefined && isCounted[p] === 0) continue;
    const to = paperOffsets[p + 1];
    sortRow(ascending, to, paperOffsets[p]);
    for (let k = paperOffsets[p]; k < to; k++) offsets[ascending[k] + 1] += to - k - 1;
  }
  for (let a = 0; a < authorCount; a++) offsets[a + 1] += offsets[a];

  const others = new Uint32Array(offsets[authorCount]);
  const sizes = new Uint32Array(offsets[authorCount]);
  const next = offsets.slice(0, authorCount);
  for (let p = 0; p < paperCount; p++) {
    if (isCounted !== undefined && isCounted[p] === 0) continue;
    const from = paperOffsets[p];
    const to = paperOffsets[p + 1];
    for (let k = from; k < to; k++) {
      let at = next[ascending[k]];
      for (let l = k + 1; l < to; l++) {
        others[at] = ascending[l];
        sizes[at] = to - from;
        at++;
      }
      next[ascending[k]] = at;
    }
  }
  return { offsets, others, sizes, papers: sizes };
}

/** Whether a row ascends, with nobody twice. */
function isAscending(row: Uint32Array, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (row[k] <= row[k - 1]) return false;
  return true;
}

/** Rows up to this length are put in order by insertion, which beats the call of a sort there. */
const SHORT_ROW = 48;

/** Puts `row[from] … row[to - 1]` in ascending order. */
function sortRow(row: Uint32Array, to: number, from = 0): void {
  if (to - from > SHORT_ROW) {
    row.subarray(from, to).sort();
    return;
  }
  for (let k = from + 1; k < to; k++) {
    const j = row[k];
    let at = k;
    for (; at > from && row[at - 1] > j; at--) row[at] = row[at - 1];
    row[at] = j;
  }
}

/** Pair weight by number of authors. */
function pairWeights(counting: Counting, incidence: Incidence): Float64Array {
  let most = 0;
  for (let p = 0; p < incidence.paperCount; p++) most = Math.max(most, authorsOn(incidence, p));
  return Float64Array.from({ length: most + 1 }, (_, n) => pairWeight(counting, n));
}

/** The weights of ties by one counting scheme: a view, but for full counting. */
export function tieWeights(ties: Ties, counting: Counting): Float64Array {
  if (counting === "full") return Float64Array.from(ties.papers);
  return counting === "author" ? ties.byAuthor : ties.byPaper;
}

/**
 * The network of the ties, each standing in the rows of both its ends. As `a` ascends, its row has got its smaller
 * neighbours from their turns, in order, and gets the larger ones in its own: every row comes out ascending.
 */
export function networkOfTies(ties: Ties, counting: Counting): Network {
  const { offsets: ownOffsets, others, papers: tiePapers } = ties;
  const tieWeight = tieWeights(ties, counting);
  const nodeCount = ownOffsets.length - 1;
  const offsets = new Uint32Array(nodeCount + 1);
  for (let a = 0; a < nodeCount; a++) offsets[a + 1] = ownOffsets[a + 1] - ownOffsets[a];
  for (const other of others) offsets[other + 1] += 1;
  for (let a = 0; a < nodeCount; a++) offsets[a + 1] += offsets[a];

  const ends = offsets[nodeCount];
  const neighbors = new Uint32Array(ends);
  const weights = new Float64Array(ends);
  const papers = new Uint32Array(ends);
  const next = offsets.slice(0, nodeCount);
  for (let a = 0; a < nodeCount; a++) {
    let own = next[a];
    for (let k = ownOffsets[a]; k < ownOffsets[a + 1]; k++) {
      const b = others[k];
      const mirrored = next[b]++;
      neighbors[mirrored] = a;
      weights[mirrored] = tieWeight[k];
      papers[mirrored] = tiePapers[k];
      neighbors[own] = b;
      weights[own] = tieWeight[k];
      papers[own] = tiePapers[k];
      own++;
    }
  }
  return { nodeCount, offsets, neighbors, weights, papers };
}
