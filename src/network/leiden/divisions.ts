import type { Quality } from "../../model/manifest.ts";
import type { TieRows } from "../coauthor-network.ts";
import { connectedParts, standardLabels } from "../standard-division.ts";
import { polished, type SearchOptions, searchFrom } from "./search.ts";
import { cliquesCanWait, searchNetwork } from "./search-network.ts";

/** On DBLP the first iteration ends at modularity 0.801, the second at 0.812, the third at 0.814. */
const TWO_ITERATIONS: SearchOptions = { method: "leiden", iterations: 2 };

/** What is searched for. */
export interface Search {
  readonly quality: Quality;
  /** See `searchNetwork`; > 0. */
  readonly resolution: number;
  /** Seed of the generator, a whole number from 0 to 2³² − 1. */
  readonly seed: number;
}

/** Makes the starts numbered from 0 to `count` − 1, wherever that is done: the divisions are those of `startsHere`. */
export type Starter = (network: TieRows, search: Search, count: number) => Int32Array[];

/**
 * Makes a start of Leiden by its number: a division of the authors in standard labels (see `standardLabels`), each community
 * connected. A start depends on its own number and the search alone: however starts are spread over callers, they are
 * the same.
 */
export function searchStarts(network: TieRows, { quality, resolution, seed }: Search): (start: number) => Int32Array {
  const searched = searchNetwork(network, quality, resolution);
  const { offsets, cliques } = searched;
  const looksIntoPapers = cliques !== undefined && !cliquesCanWait(searched);
  const hasTies = (i: number): boolean =>
    offsets[i + 1] > offsets[i] ||
    (network.loops?.[i] ?? 0) > 0 ||
    (cliques !== undefined && cliques.nodeOffsets[i + 1] > cliques.nodeOffsets[i]);
  return (start) => {
    const found = searchFrom(searched, TWO_ITERATIONS, seed, start);
    // Where papers are looked into that costs an eighth of the search, and gains next to nothing.
    const division = looksIntoPapers ? found.community : polished(searched, found, seed, start);
    return standardLabels(connectedParts(network, division), hasTies);
  };
}

/** All starts one after the other. */
export const startsHere: Starter = (network, search, count) => {
  const made = searchStarts(network, search);
  return Array.from({ length: count }, (_, start) => made(start));
};
