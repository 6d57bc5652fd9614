import { type Counting, pairCount, pairWeight } from "../model/counting.ts";
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
 * memory in the ties and never in anything but typed arrays.
 *
 * Authors are taken from the last to the first. When it is the turn of author `a`, a paper has in `later` those of its
 * authors who come after `a`, ascending: they are the pairs of `a`, each met from one end only.
 *
 *     paper p   . . . 4 7 9      later[from[p] ..], the turn of 3:  pairs 3–4, 3–7, 3–9, then 3 is put before them
 */
export function tiesOf(incidence: Incidence, isCounted?: Uint8Array): Ties {
  const { authorCount, authorOffsets, papers: papersByAuthor, paperOffsets } = incidence;
  const byAuthor = pairWeights("author", incidence);
  const byPaper = pairWeights("paper", incidence);
  const row = rowInTheMaking(authorCount);
  const columns = columnsFilledFromTheEnd(pairsOf(incidence, isCounted));
  const ends = new Uint32Array(authorCount + 1);
  const later = new Uint32Array(incidence.authors.length);
  const from = paperOffsets.slice(1);

  for (let a = authorCount - 1; a >= 0; a--) {
    row.clear();
    for (let k = authorOffsets[a]; k < authorOffsets[a + 1]; k++) {
      const p = papersByAuthor[k];
      if (isCounted !== undefined && isCounted[p] === 0) continue;
      const end = paperOffsets[p + 1];
      const authors = end - paperOffsets[p];
      row.add(later, from[p], end, byAuthor[authors], byPaper[authors]);
      later[--from[p]] = a;
    }
    ends[a] = columns.put(row);
  }
  return columns.finished(ends);
}

/** Pair weight by number of authors. */
function pairWeights(counting: Counting, incidence: Incidence): Float64Array {
  let most = 0;
  for (let p = 0; p < incidence.paperCount; p++) most = Math.max(most, authorsOn(incidence, p));
  return Float64Array.from({ length: most + 1 }, (_, n) => pairWeight(counting, n));
}

function pairsOf(incidence: Incidence, isCounted: Uint8Array | undefined): number {
  let pairs = 0;
  for (let p = 0; p < incidence.paperCount; p++) {
    if (isCounted === undefined || isCounted[p] === 1) pairs += pairCount(authorsOn(incidence, p));
  }
  return pairs;
}

/** One author's ties while their papers are read, in the order of first meeting. */
interface Row {
  length: number;
  /** The authors met; ascending after `sort`. The columns beside stay as they were met: `place[j]` is where j's are. */
  readonly met: Uint32Array;
  readonly place: Uint32Array;
  readonly papers: Uint32Array;
  readonly byAuthor: Float64Array;
  readonly byPaper: Float64Array;
  clear(): void;
  add(authors: Uint32Array, from: number, to: number, weightByAuthor: number, weightByPaper: number): void;
  sort(): void;
}

/** Rows up to this length are put in order by insertion, which beats the call of a sort there. */
const SHORT_ROW = 48;

function rowInTheMaking(authorCount: number): Row {
  const met = new Uint32Array(authorCount);
  // Never cleared: what it says of an author holds only where `met` has that author in the place.
  const place = new Uint32Array(authorCount);
  const papers = new Uint32Array(authorCount);
  const byAuthor = new Float64Array(authorCount);
  const byPaper = new Float64Array(authorCount);
  let isAscending = true;

  return {
    length: 0,
    met,
    place,
    papers,
    byAuthor,
    byPaper,
    clear() {
      this.length = 0;
      isAscending = true;
    },
    add(authors, from, to, weightByAuthor, weightByPaper) {
      let length = this.length;
      if (length > 0 && from < to && authors[from] < met[length - 1]) isAscending = false;
      for (let k = from; k < to; k++) {
        const j = authors[k];
        const at = place[j];
        if (at < length && met[at] === j) {
          papers[at] += 1;
          byAuthor[at] += weightByAuthor;
          byPaper[at] += weightByPaper;
        } else {
          place[j] = length;
          met[length] = j;
          papers[length] = 1;
          byAuthor[length] = weightByAuthor;
          byPaper[length] = weightByPaper;
          length++;
        }
      }
      this.length = length;
    },
    sort() {
      if (isAscending) return;
      if (this.length > SHORT_ROW) {
        met.subarray(0, this.length).sort();
        return;
      }
      for (let k = 1; k < this.length; k++) {
        const j = met[k];
        let at = k;
        for (; at > 0 && met[at - 1] > j; at--) met[at] = met[at - 1];
        met[at] = j;
      }
    },
  };
}

/** The columns of `Ties`, with room for `room` ties, of which memory that is never written costs nothing. */
function columnsFilledFromTheEnd(room: number) {
  const others = new Uint32Array(room);
  const papers = new Uint32Array(room);
  const byAuthor = new Float64Array(room);
  const byPaper = new Float64Array(room);
  let first = room;
  return {
    /** Puts a row before all others; returns how many ties there are now. */
    put(row: Row): number {
      row.sort();
      first -= row.length;
      for (let m = 0; m < row.length; m++) {
        const j = row.met[m];
        const at = row.place[j];
        others[first + m] = j;
        papers[first + m] = row.papers[at];
        byAuthor[first + m] = row.byAuthor[at];
        byPaper[first + m] = row.byPaper[at];
      }
      return room - first;
    },
    finished(countFrom: Uint32Array): Ties {
      const count = room - first;
      return {
        offsets: countFrom.map((behind) => count - behind),
        others: others.subarray(first),
        papers: papers.subarray(first),
        byAuthor: byAuthor.subarray(first),
        byPaper: byPaper.subarray(first),
      };
    },
  };
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
