import { type Counting, pairCount, pairWeight } from "../model/counting.ts";
import { authorsOf, authorsOn, type Incidence } from "../model/incidence.ts";
import type { Network } from "../model/network.ts";
import { networkRows } from "./ties.ts";
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

/**
 * Papers that count in full though their pairs stand in no row. Clique `q` has the nodes `members[k]` for
 * `offsets[q] <= k < offsets[q + 1]`, each once; a member stands for `times[k]` authors of the paper, and two authors of it
 * are tied by `weights[q]`. So a member with t authors has a weight of w · t · t′ to another with t′, and w · t(t − 1)/2 within.
 */
export interface Cliques {
  /** Which paper each is, ascending; each has two authors or more. */
  readonly papers: Uint32Array;
  readonly weights: Float64Array;
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  readonly times: Uint32Array;
}

/** A network that may leave the pairs of some papers implicit. */
export interface CoauthorNetwork extends Network {
  /** Absent where every pair that counts stands in the rows. */
  readonly implicit?: Cliques;
  /** Per author the smallest author with the same papers, see `twinsOf`. */
  readonly twinOf?: Uint32Array;
  /** Where nodes stand for several authors: the weight of the pairs within each, every pair once. */
  readonly loops?: Float64Array;
  /** Where nodes stand for several authors: for how many each. */
  readonly authors?: Uint32Array;
}

/** All of a network that a search for communities reads. */
export type TieRows = Omit<CoauthorNetwork, "papers" | "twinOf">;

/**
 * The coauthor network of an incidence: one node per author, one tie per two authors with a joint paper that counts, its
 * weight the sum of `pairWeight` over those papers. With `large: "out"` the pairs of large papers are left out; with
 * `"in"` they count, as explicit pairs while the pairs of all papers are at most `mostPairs`, else as `implicit`. Time
 * and memory are linear in the explicit pairs and the authorships.
 */
export function coauthorNetwork(
  incidence: Incidence,
  options: NetworkOptions,
  mostPairs = MOST_EXPLICIT_PAIRS,
): CoauthorNetwork {
  const explicit = explicitPapers(incidence, options, mostPairs);
  const network = networkRows(incidence, options.counting, explicit);
  if (options.large === "out") return network;
  const implicit = cliquesOf(incidence, explicit, options.counting);
  return { ...network, twinOf: twinsOf(incidence), ...(implicit === null ? {} : { implicit }) };
}

/** 1 for each paper whose pairs go into the rows. */
function explicitPapers(incidence: Incidence, { large, largePaper }: NetworkOptions, mostPairs: number): Uint8Array {
  const { paperCount } = incidence;
  let pairs = 0;
  for (let p = 0; p < paperCount; p++) pairs += pairCount(authorsOn(incidence, p));
  const most = large === "in" && pairs <= mostPairs ? Number.POSITIVE_INFINITY : largePaper;
  const explicit = new Uint8Array(paperCount);
  for (let p = 0; p < paperCount; p++) explicit[p] = authorsOn(incidence, p) <= most ? 1 : 0;
  return explicit;
}

/** The papers that are not explicit and have a pair; null where there is none. */
function cliquesOf(incidence: Incidence, explicit: Uint8Array, counting: Counting): Cliques | null {
  const papers: number[] = [];
  explicit.forEach((isExplicit, p) => {
    if (isExplicit === 0 && authorsOn(incidence, p) >= 2) papers.push(p);
  });
  if (papers.length === 0) return null;

  const offsets = new Uint32Array(papers.length + 1);
  papers.forEach((p, q) => {
    offsets[q + 1] = offsets[q] + authorsOn(incidence, p);
  });
  const members = new Uint32Array(offsets[papers.length]);
  papers.forEach((p, q) => {
    members.set(authorsOf(incidence, p), offsets[q]);
  });
  return {
    papers: Uint32Array.from(papers),
    weights: Float64Array.from(papers, (p) => pairWeight(counting, authorsOn(incidence, p))),
    offsets,
    members,
    times: new Uint32Array(members.length).fill(1),
  };
}
