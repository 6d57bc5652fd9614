import type { GivenNetwork } from "../model/given-network.ts";
import type { CoauthorNetwork } from "./coauthor-network.ts";

/** A given network of `nodeCount` people in compressed rows; no papers are behind its ties. Linear in the ties. */
export function networkOfTies(
  { a, b, weights }: Pick<GivenNetwork, "a" | "b" | "weights">,
  nodeCount: number,
): CoauthorNetwork {
  const offsets = new Uint32Array(nodeCount + 1);
  for (let tie = 0; tie < a.length; tie++) {
    offsets[a[tie] + 1]++;
    offsets[b[tie] + 1]++;
  }
  for (let i = 0; i < nodeCount; i++) offsets[i + 1] += offsets[i];
  const next = offsets.slice(0, nodeCount);
  const neighbors = new Uint32Array(2 * a.length);
  const weightOf = new Float64Array(2 * a.length);
  const put = (one: number, other: number, weight: number): void => {
    const k = next[one]++;
    neighbors[k] = other;
    weightOf[k] = weight;
  };
  // Ties ascend by a, then b: the smaller neighbours of everybody first, then the greater, each in order.
  for (let tie = 0; tie < a.length; tie++) put(b[tie], a[tie], weights[tie]);
  for (let tie = 0; tie < a.length; tie++) put(a[tie], b[tie], weights[tie]);
  return { nodeCount, offsets, neighbors, weights: weightOf, papers: new Uint32Array(neighbors.length) };
}
