import fc from "fast-check";
import { COUNTINGS, type Counting } from "../../src/model/counting.ts";
import { type Incidence, incidenceOf } from "../../src/model/incidence.ts";
import type { Network } from "../../src/model/network.ts";

/** An incidence from its papers' author lists. */
export function incidenceFrom(papers: readonly (readonly number[])[], authorCount: number): Incidence {
  const offsets = [0];
  for (const authors of papers) offsets.push(offsets[offsets.length - 1] + authors.length);
  return incidenceOf(Uint32Array.from(offsets), Uint32Array.from(papers.flat()), authorCount);
}

/** Author lists of a few papers, some of one author, by some of `authorCount` authors. */
export function smallPapers(authorCount: number): fc.Arbitrary<number[][]> {
  const author = fc.nat({ max: authorCount - 1 });
  return fc.array(fc.uniqueArray(author, { minLength: 1, maxLength: authorCount }), { maxLength: 8 });
}

export const countings: fc.Arbitrary<Counting> = fc.constantFrom(...COUNTINGS);

/** The weight of the tie between `i` and `j`, 0 where there is none. */
export function weightBetween(network: Network, i: number, j: number): number {
  for (let k = network.offsets[i]; k < network.offsets[i + 1]; k++) {
    if (network.neighbors[k] === j) return network.weights[k];
  }
  return 0;
}

/** Two groups of three authors who write together, and one paper across: the smallest network with two teams. */
export const TWO_TRIANGLES: readonly (readonly number[])[] = [
  [0, 1, 2],
  [3, 4, 5],
  [2, 3],
];

/** Every division of `count` authors, in standard labels. */
export function allDivisions(count: number): Int32Array[] {
  let divisions: number[][] = [[]];
  for (let i = 0; i < count; i++) {
    divisions = divisions.flatMap((labels) => {
      const next = Math.max(-1, ...labels) + 1;
      return Array.from({ length: next + 1 }, (_, c) => [...labels, c]);
    });
  }
  return divisions.map((labels) => Int32Array.from(labels));
}
