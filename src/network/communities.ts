import type { Quality, SearchMethod } from "../model/manifest.ts";
import { sameTeam } from "./agreement.ts";
import type { CoauthorNetwork, TieRows } from "./coauthor-network.ts";
import { withTwinsJoined } from "./joined-network.ts";
import { type Starter, startsHere } from "./leiden/divisions.ts";
import { louvainDivisions } from "./louvain.ts";
import { constantPotts, modularity } from "./partition-measures.ts";

/** Starts on a network small enough to afford them. */
export const MOST_STARTS = 64;

/** Ties that all starts together may visit when the size of the network decides: 64 starts up to 39,062 ties. */
export const TIES_FOR_ALL_STARTS = 2_500_000;

/** Ties up to which the library's Louvain makes 64 starts in a second or two. */
export const COMFORTABLE_TIES = 20_000;

/** Qualities closer than this count as equal: far above what rounding does, far below any meaning. */
export const EQUAL_QUALITY = 1e-9;

export interface CommunityOptions {
  /** What is made as high as can be; absent where it is modularity. */
  readonly quality?: Quality;
  /** Resolution of the quality, > 0. */
  readonly resolution: number;
  /** Starts of the search; 0 lets the size of the network decide, see `startsFor`. */
  readonly starts: number;
  /** Seed of the generator, a whole number from 0 to 2³² − 1. */
  readonly seed: number;
  /** Leiden however small the network is; without it, whichever fits the network. */
  readonly method?: "leiden";
}

export interface Communities {
  /** Per author, from 0 by size descending, then smallest author; −1 for an author without ties. */
  readonly community: Int32Array;
  readonly communityCount: number;
  /** Of this division, at the resolution asked for; with another quality, at 1. */
  readonly modularity: number;
  /** Of the search. */
  readonly method: SearchMethod;
  /** Starts made. */
  readonly starts: number;
  /** Starts that ended in exactly this division. */
  readonly agreeing: number;
  /** Per author, the share of the starts that put them into the same team, 0 to 1 (see `sameTeam`); 0 without ties. */
  readonly agreement: Float32Array;
}

/** Starts for a network of `tieCount` ties: `MOST_STARTS`, fewer where they would visit too many ties, at least one. */
export function startsFor(tieCount: number): number {
  return Math.min(MOST_STARTS, Math.max(1, Math.floor(TIES_FOR_ALL_STARTS / Math.max(1, tieCount))));
}

/**
 * Divides the authors into communities: many starts of Louvain, on larger networks and for the constant Potts model of Leiden, of
 * which the one with the highest quality is kept.
 * Where several are equal (within `EQUAL_QUALITY`), it is the division that comes first when authors are read in
 * order, each with the number of their community in order of appearance. Single starts differ from each other; how
 * many agree says how far the division is to be trusted. The result is the same wherever `starter` makes the starts.
 */
export function findCommunities(
  network: CoauthorNetwork,
  options: CommunityOptions,
  starter: Starter = startsHere,
): Communities {
  const { resolution, seed, quality = "modularity" } = options;
  const measure = quality === "cpm" ? constantPotts : modularity;
  const joined = withTwinsJoined(network, resolution, quality);
  const starts = options.starts > 0 ? options.starts : startsFor(tiesToVisit(joined.network));
  const isLouvain = quality === "modularity" && options.method !== "leiden" && isComfortable(joined.network);
  const ofNodes = isLouvain
    ? louvainDivisions(joined.network, resolution, starts, seed)
    : starter(joined.network, { quality, resolution, seed }, starts);
  const qualities = ofNodes.map((division) => measure(joined.network, division, resolution));
  const divisions = ofNodes.map((division) => Int32Array.from(joined.nodeOf, (node) => division[node]));

  const highest = qualities.reduce((a, b) => Math.max(a, b));
  const kept = divisions
    .filter((_, s) => qualities[s] >= highest - EQUAL_QUALITY)
    .reduce((first, division) => (firstDifference(division, first) < 0 ? division : first));
  const { community, communityCount } = bySize(kept);
  return {
    community,
    communityCount,
    modularity: modularity(network, kept, quality === "modularity" ? resolution : 1),
    method: isLouvain ? "louvain" : "leiden",
    starts,
    agreeing: divisions.filter((division) => firstDifference(division, kept) === 0).length,
    agreement: meanAgreement(community, divisions),
  };
}

/** Whether the library's Louvain is used: it wants every tie in a graph of its own making. */
function isComfortable({ neighbors, implicit }: TieRows): boolean {
  return implicit === undefined && neighbors.length / 2 <= COMFORTABLE_TIES;
}

function tiesToVisit({ neighbors, implicit }: TieRows): number {
  return neighbors.length / 2 + (implicit?.members.length ?? 0);
}

/** Where two divisions first differ, which has the smaller number there: below, above, or 0 where they are equal. */
function firstDifference(a: Int32Array, b: Int32Array): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return 0;
}

/** Renumbers communities by size; equal sizes keep their order, which is that of their smallest author. */
function bySize(division: Int32Array): { community: Int32Array; communityCount: number } {
  const sizes: number[] = [];
  for (const c of division) {
    if (c >= 0) sizes[c] = (sizes[c] ?? 0) + 1;
  }
  const order = sizes.map((_, c) => c).sort((a, b) => sizes[b] - sizes[a] || a - b);
  const rank = new Int32Array(sizes.length);
  order.forEach((c, r) => {
    rank[c] = r;
  });
  return { community: division.map((c) => (c < 0 ? -1 : rank[c])), communityCount: sizes.length };
}

function meanAgreement(community: Int32Array, divisions: readonly Int32Array[]): Float32Array {
  const times = new Uint32Array(community.length);
  for (const division of divisions) {
    sameTeam(community, division).forEach((same, i) => {
      times[i] += same;
    });
  }
  return Float32Array.from(times, (count) => count / divisions.length);
}
