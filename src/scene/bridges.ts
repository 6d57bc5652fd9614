import { type Counting, pairWeight } from "../model/counting.ts";
import { type Dataset, partitionOf } from "../model/dataset.ts";
import { authorsOf, type Incidence, papersOf } from "../model/incidence.ts";

/** An author with less of their tie weight than this inside their own team is a bridge. */
export const BRIDGE_BELOW = 0.6;

export interface Bridge {
  readonly author: number;
  /** The team, other than their own, that most of their tie weight goes to. */
  readonly towards: number;
}

/** The bridges of the division by `counting`, most papers first, then by row. */
export function bridgesOf(dataset: Dataset, incidence: Incidence, counting: Counting): Bridge[] {
  const { team, inside } = partitionOf(dataset, counting);
  const { authors } = dataset;
  const bridges: Bridge[] = [];
  for (let author = 0; author < authors.rowCount; author++) {
    if (team[author] === null || inside[author] >= BRIDGE_BELOW || authors.onlyLarge[author]) continue;
    const towards = secondTeam(incidence, team, counting, author);
    if (towards !== null) bridges.push({ author, towards });
  }
  return bridges.sort((a, b) => authors.papers[b.author] - authors.papers[a.author] || a.author - b.author);
}

/** The team, other than the author's own, that most of their tie weight goes to; null where there is none. */
export function secondTeam(
  incidence: Incidence,
  team: readonly (number | null)[],
  counting: Counting,
  author: number,
): number | null {
  const weights = new Map<number, number>();
  for (const paper of papersOf(incidence, author)) {
    const coauthors = authorsOf(incidence, paper);
    const weight = pairWeight(counting, coauthors.length);
    for (const coauthor of coauthors) {
      const other = team[coauthor];
      if (other !== null && other !== team[author]) weights.set(other, (weights.get(other) ?? 0) + weight);
    }
  }
  let second: number | null = null;
  for (const [other, weight] of weights) {
    const best = second === null ? 0 : (weights.get(second) ?? 0);
    if (weight > best || (weight === best && second !== null && other < second)) second = other;
  }
  return second;
}
