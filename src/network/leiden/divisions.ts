import type { CoauthorNetwork } from "../coauthor-network.ts";
import { connectedParts, standardLabels } from "../standard-division.ts";
import { polished, type SearchOptions, searchFrom } from "./search.ts";
import { type Quality, searchNetwork } from "./search-network.ts";

/** On DBLP the first iteration ends at modularity 0.801, the second at 0.812, the third at 0.814. */
const TWO_ITERATIONS: SearchOptions = { method: "leiden", iterations: 2 };

export interface Starts {
  /** Number of the first start, from 0. */
  readonly first: number;
  readonly count: number;
}

/**
 * Divisions of the authors by some starts of Leiden, each in standard labels (see `standardLabels`) and each community
 * connected. A start depends on its own number and the seed alone: however starts are spread over calls, they are the same.
 */
export function leidenDivisions(
  network: CoauthorNetwork,
  resolution: number,
  starts: Starts,
  seed: number,
  quality: Quality = "modularity",
): Int32Array[] {
  const searched = searchNetwork(network, quality, resolution);
  const { offsets, cliques } = searched;
  const hasTies = (i: number): boolean =>
    offsets[i + 1] > offsets[i] ||
    (network.loops?.[i] ?? 0) > 0 ||
    (cliques !== undefined && cliques.nodeOffsets[i + 1] > cliques.nodeOffsets[i]);
  return Array.from({ length: starts.count }, (_, s) => {
    const start = starts.first + s;
    const found = searchFrom(searched, TWO_ITERATIONS, seed, start);
    return standardLabels(connectedParts(network, polished(searched, found, seed, start)), hasTies);
  });
}
