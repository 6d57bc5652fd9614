import { generator } from "../../model/generator.ts";
import { aggregated } from "./aggregation.ts";
import { moveNodes } from "./local-moving.ts";
import { refinedParts } from "./refinement.ts";
import { cliquesCanWait, type SearchNetwork, withoutCliques } from "./search-network.ts";
import { nodesInTurn, shuffledNodes } from "./shuffle.ts";

/**
 * Rounds at most in which the members of implicit papers are asked, of levels above the first: there everyone is asked again by
 * the next iteration anyhow.
 */
const ROUNDS_ABOVE = 8;

export interface SearchOptions {
  /** Leiden refines each division before it is aggregated; Louvain does not. */
  readonly method: "leiden" | "louvain";
  /** How often the whole search is run, each time from the division before, at least once. */
  readonly iterations: number;
}

export interface Found {
  /** Per node, from 0 without gaps, in the order of the smallest nodes. */
  readonly community: Int32Array;
  readonly communityCount: number;
  /**
   * By how much H grew from everyone alone to this division, as the moves announced it; moves made while implicit papers
   * waited (`cliquesCanWait`) announced what the ties gain.
   */
  readonly gain: number;
  /**
   * The hierarchy of the last iteration, finest first: `levels[l][i]` is the node of level `l + 1` that node `i` of level `l` is
   * part of, level 0 being the network's nodes. The last level's nodes are the communities, by number.
   */
  readonly levels: readonly Int32Array[];
}

/**
 * One start of the Leiden method (Traag, Waltman & van Eck 2019, doi:10.1038/s41598-019-41695-z), or of Louvain's (Blondel et
 * al. 2008, doi:10.1088/1742-5468/2008/10/P10008):
 *
 *     1. move single nodes while that makes H grow,
 *     2. Leiden: divide each community into parts that hold together (Louvain: a community is one part),
 *     3. make every part one node, and begin again with 1, Leiden from the communities that there were,
 *
 * until each community is one node. Louvain asks the nodes of the first level in turn, those of neighbouring numbers one after the
 * other: their rows are at hand then, which halves its time, and what it loses by it is less than `polished` wins. Where
 * implicit papers are looked into, Leiden does the same, and loses nothing. It depends on the network, the options, `seed`
 * and `start` alone, so that starts may be made in any order and anywhere.
 */
export function searchFrom(network: SearchNetwork, options: SearchOptions, seed: number, start: number): Found {
  const chance = generator(startSeed(seed, start));
  let community = numbers(network.nodeCount);
  let gain = 0;
  let levels: Int32Array[] = [];
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    levels = [];
    let level = network;
    let own: Int32Array = community;
    let waiting = cliquesCanWait(network);
    for (;;) {
      const searched = waiting ? withoutCliques(level) : level;
      const inTurn = level === network && (options.method === "louvain" || searched.cliques !== undefined);
      const order = inTurn ? nodesInTurn(level.nodeCount, chance) : shuffledNodes(level.nodeCount, chance);
      gain += moveNodes(searched, own, chance, order, level === network ? 1 : ROUNDS_ABOVE);
      const divided = inOrder(own);
      own = divided.label;
      const { part, partCount } =
        options.method === "leiden" ? refinedParts(searched, own, chance) : { part: own, partCount: divided.count };
      if (partCount === level.nodeCount) {
        if (!waiting) break;
        waiting = false;
        continue;
      }
      levels.push(part);
      level = aggregated(level, part, partCount);
      own = options.method === "leiden" ? communityOfParts(part, partCount, own) : numbers(partCount);
    }
    levels.push(own);
    community = inOrder(throughLevels(levels, network.nodeCount)).label;
  }
  return finished(levels, community, gain);
}

/**
 * The division with single nodes moved once more, as another iteration would begin (the refinement of Rotta & Noack 2011,
 * doi:10.1145/1963190.1970376, on the first level alone): on DBLP that is a third of what one more iteration of Leiden would
 * gain, for a tenth of its time, and brings Louvain from modularity 0.800 to 0.804. The hierarchy does not know of these moves, and a community may have lost
 * who held it together.
 */
export function polished(network: SearchNetwork, { community }: Found, seed: number, start: number): Int32Array {
  const moved = community.slice();
  const searched = cliquesCanWait(network) ? withoutCliques(network) : network;
  const chance = generator(~startSeed(seed, start) >>> 0);
  moveNodes(searched, moved, chance, nodesInTurn(network.nodeCount, chance));
  return inOrder(moved).label;
}

/** The generator of each start is its own, so that a start is the same whoever makes it. */
function startSeed(seed: number, start: number): number {
  return (Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) + Math.imul(start + 1, 0x85ebca6b)) >>> 0;
}

function numbers(count: number): Int32Array {
  const all = new Int32Array(count);
  for (let i = 0; i < count; i++) all[i] = i;
  return all;
}

function communityOfParts(part: Int32Array, partCount: number, community: Int32Array): Int32Array {
  const ofParts = new Int32Array(partCount);
  for (let i = 0; i < part.length; i++) ofParts[part[i]] = community[i];
  return ofParts;
}

/** Labels from 0 without gaps, in the order in which they first appear. */
function inOrder(labels: Int32Array): { label: Int32Array; count: number } {
  const number = new Int32Array(labels.length).fill(-1);
  const label = new Int32Array(labels.length);
  let count = 0;
  for (let i = 0; i < labels.length; i++) {
    if (number[labels[i]] < 0) number[labels[i]] = count++;
    label[i] = number[labels[i]];
  }
  return { label, count };
}

/** The node of the last level that each node of the first is part of. */
export function throughLevels(levels: readonly Int32Array[], nodeCount: number): Int32Array {
  const at = numbers(nodeCount);
  for (const level of levels) for (let i = 0; i < nodeCount; i++) at[i] = level[at[i]];
  return at;
}

/** Gives the last level the numbers that the communities have. */
function finished(levels: Int32Array[], community: Int32Array, gain: number): Found {
  const last = levels.pop() ?? new Int32Array(0);
  const before = throughLevels(levels, community.length);
  const renumbered = new Int32Array(last.length);
  let communityCount = 0;
  for (let i = 0; i < community.length; i++) {
    renumbered[before[i]] = community[i];
    communityCount = Math.max(communityCount, community[i] + 1);
  }
  return { community, communityCount, gain, levels: [...levels, renumbered] };
}
