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
  const authorWeights = pairWeights("author", incidence);
  const paperWeights = pairWeights("paper", incidence);
  const room = pairsOf(incidence, isCounted);
  // Filled from the end; memory that is never written costs nothing.
  const others = new Uint32Array(room);
  const papers = new Uint32Array(room);
  const byAuthor = new Float64Array(room);
  const byPaper = new Float64Array(room);
  const behind = new Uint32Array(authorCount + 1);
  let first = room;

  const later = new Uint32Array(incidence.authors.length);
  const from = paperOffsets.slice(1);
  // The row of one author: who was met, in that order, and beside it the sums. `place` says where somebody stands, is
  // never cleared, and holds only where `met` has that author in the place.
  const place = new Uint32Array(authorCount);
  const met = new Uint32Array(authorCount);
  const papersSum = new Uint32Array(authorCount);
  const authorSum = new Float64Array(authorCount);
  const paperSum = new Float64Array(authorCount);

  for (let a = authorCount - 1; a >= 0; a--) {
    let length = 0;
    let isAscending = true;
    for (let k = authorOffsets[a]; k < authorOffsets[a + 1]; k++) {
      const p = papersByAuthor[k];
      if (isCounted !== undefined && isCounted[p] === 0) continue;
      const end = paperOffsets[p + 1];
      const authorWeight = authorWeights[end - paperOffsets[p]];
      const paperWeight = paperWeights[end - paperOffsets[p]];
      const start = from[p];
      if (length > 0 && start < end && later[start] < met[length - 1]) isAscending = false;
      const isLookedFor = k + 1 < authorOffsets[a + 1] || !isAscending;
      const before = length;
      for (let l = start; l < end; l++) {
        const j = later[l];
        // Nobody of the first paper was met before, and who comes on the last is looked for only to be put in order.
        const at = before === 0 ? length : place[j];
        if (at < before && met[at] === j) {
          papersSum[at] += 1;
          authorSum[at] += authorWeight;
          paperSum[at] += paperWeight;
        } else {
          if (isLookedFor) place[j] = length;
          met[length] = j;
          papersSum[length] = 1;
          authorSum[length] = authorWeight;
          paperSum[length] = paperWeight;
          length++;
        }
      }
      from[p] = start - 1;
      later[start - 1] = a;
    }
    first -= length;
    if (!isAscending) sortRow(met, length);
    for (let m = 0; m < length; m++) {
      const at = isAscending ? m : place[met[m]];
      others[first + m] = met[m];
      papers[first + m] = papersSum[at];
      byAuthor[first + m] = authorSum[at];
      byPaper[first + m] = paperSum[at];
    }
    behind[a] = room - first;
  }
  return {
    offsets: behind.map((ties) => room - first - ties),
    others: others.subarray(first),
    papers: papers.subarray(first),
    byAuthor: byAuthor.subarray(first),
    byPaper: byPaper.subarray(first),
  };
}

/** Rows up to this length are put in order by insertion, which beats the call of a sort there. */
const SHORT_ROW = 48;

function sortRow(met: Uint32Array, length: number): void {
  if (length > SHORT_ROW) {
    met.subarray(0, length).sort();
    return;
  }
  for (let k = 1; k < length; k++) {
    const j = met[k];
    let at = k;
    for (; at > 0 && met[at - 1] > j; at--) met[at] = met[at - 1];
    met[at] = j;
  }
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
