import { type Counting, pairCount, pairWeight } from "../model/counting.ts";
import { authorsOn, type Incidence } from "../model/incidence.ts";
import type { Network } from "../model/network.ts";
import { twinsOf } from "./twins.ts";

/** Pairs, summed over all papers, up to which large papers too are written out pair by pair. */
export const MOST_EXPLICIT_PAIRS = 5_000_000;

export interface NetworkOptions {
  readonly counting: Counting;
  /** A paper with more authors than this is large. */
  readonly largePaper: number;
  /** Whether the pairs of large papers count. */
  readonly large: "in" | "out";
}

/** Papers that count in full though their pairs stand in no row: what is asked of them is had from the incidence. */
export interface ImplicitPapers {
  readonly incidence: Incidence;
  readonly counting: Counting;
  /** Paper numbers, ascending; each has two authors or more. */
  readonly papers: Uint32Array;
}

/** A network that may leave the pairs of some papers implicit. */
export interface CoauthorNetwork extends Network {
  /** Absent where every pair that counts stands in the rows. */
  readonly implicit?: ImplicitPapers;
  /** Per author the smallest author with the same papers, see `twinsOf`. */
  readonly twinOf?: Uint32Array;
  /** Where nodes stand for several authors: the weight of the pairs within each, every pair once. */
  readonly loops?: Float64Array;
}

/**
 * The coauthor network of an incidence: one node per author, one tie per two authors with a joint paper that counts, its
 * weight the sum of `pairWeight` over those papers. With `large: "out"` the pairs of large papers are left out; with
 * `"in"` they count, as explicit pairs while the pairs of all papers are at most `mostPairs`, else as `implicit`. Time
 * is linear in the pairs, memory in the ties.
 */
export function coauthorNetwork(
  incidence: Incidence,
  options: NetworkOptions,
  mostPairs = MOST_EXPLICIT_PAIRS,
): CoauthorNetwork {
  const explicit = explicitPapers(incidence, options, mostPairs);
  const offsets = rowOffsets(incidence, explicit);
  const rows = fillRows(incidence, options.counting, explicit, offsets);
  const network: CoauthorNetwork = { nodeCount: incidence.authorCount, offsets, ...rows };

  const papers = options.large === "in" ? implicitAmong(incidence, explicit) : [];
  if (papers.length === 0) return options.large === "in" ? { ...network, twinOf: twinsOf(incidence) } : network;
  return { ...network, implicit: { incidence, counting: options.counting, papers: Uint32Array.from(papers) } };
}

/** 1 for each paper whose pairs go into the rows. */
function explicitPapers(incidence: Incidence, { large, largePaper }: NetworkOptions, mostPairs: number): Uint8Array {
  const { paperCount } = incidence;
  let pairs = 0;
  for (let p = 0; p < paperCount; p++) pairs += pairCount(authorsOn(incidence, p));
  const most = large === "in" && pairs <= mostPairs ? Number.POSITIVE_INFINITY : largePaper;
  return Uint8Array.from({ length: paperCount }, (_, p) => (authorsOn(incidence, p) <= most ? 1 : 0));
}

function implicitAmong(incidence: Incidence, explicit: Uint8Array): number[] {
  const papers: number[] = [];
  explicit.forEach((isExplicit, p) => {
    if (isExplicit === 0 && authorsOn(incidence, p) >= 2) papers.push(p);
  });
  return papers;
}

/** Where each author's row begins: the distinct coauthors of those before. */
function rowOffsets(incidence: Incidence, explicit: Uint8Array): Uint32Array {
  const { authorCount, authorOffsets, papers, paperOffsets, authors } = incidence;
  const offsets = new Uint32Array(authorCount + 1);
  const seenFrom = new Int32Array(authorCount).fill(-1);
  for (let i = 0; i < authorCount; i++) {
    let degree = 0;
    seenFrom[i] = i;
    for (let k = authorOffsets[i]; k < authorOffsets[i + 1]; k++) {
      const p = papers[k];
      if (explicit[p] === 0) continue;
      for (let l = paperOffsets[p]; l < paperOffsets[p + 1]; l++) {
        const j = authors[l];
        if (seenFrom[j] === i) continue;
        seenFrom[j] = i;
        degree++;
      }
    }
    offsets[i + 1] = offsets[i] + degree;
  }
  return offsets;
}

/**
 * Gathers each author's ties in two scratch columns, then writes them into the *coauthors'* rows: as `i` ascends, every
 * row comes out ascending without a sort. A pair's weight is summed over its papers in the same order from both ends,
 * so both copies of a tie are the same bits.
 */
function fillRows(incidence: Incidence, counting: Counting, explicit: Uint8Array, offsets: Uint32Array) {
  const { authorCount, authorOffsets, papers: papersByAuthor, paperOffsets, authors } = incidence;
  const ends = offsets[authorCount];
  const neighbors = new Uint32Array(ends);
  const weights = new Float64Array(ends);
  const papers = new Uint32Array(ends);

  const next = offsets.slice(0, authorCount);
  const weightTo = new Float64Array(authorCount);
  const papersWith = new Uint32Array(authorCount);
  const met = new Uint32Array(authorCount);
  for (let i = 0; i < authorCount; i++) {
    let metCount = 0;
    for (let k = authorOffsets[i]; k < authorOffsets[i + 1]; k++) {
      const p = papersByAuthor[k];
      if (explicit[p] === 0) continue;
      const weight = pairWeight(counting, authorsOn(incidence, p));
      for (let l = paperOffsets[p]; l < paperOffsets[p + 1]; l++) {
        const j = authors[l];
        if (j === i) continue;
        if (papersWith[j] === 0) met[metCount++] = j;
        papersWith[j] += 1;
        weightTo[j] += weight;
      }
    }
    for (let m = 0; m < metCount; m++) {
      const j = met[m];
      const k = next[j]++;
      neighbors[k] = i;
      weights[k] = weightTo[j];
      papers[k] = papersWith[j];
      papersWith[j] = 0;
      weightTo[j] = 0;
    }
  }
  return { neighbors, weights, papers };
}
