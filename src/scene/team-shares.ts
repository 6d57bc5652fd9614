import { type Counting, pairWeight } from "../model/counting.ts";
import type { Dataset, Partition } from "../model/dataset.ts";
import { authorsOf, type Incidence, papersOf } from "../model/incidence.ts";
import { givenShares, isGiven } from "./given-ties.ts";
import { percent } from "./wording.ts";

/** How much of an author's tie weight goes to one team; `team` null is people without a team. */
export interface TeamShare {
  readonly team: number | null;
  readonly weight: number;
  /** 0 to 1. */
  readonly share: number;
}

/**
 * Where an author's tie weight goes, team by team, most first: over the author's papers, the weight of a pair times the
 * coauthors of each team. Linear in the authorships of those papers, never in pairs.
 */
export function teamShares(
  incidence: Incidence,
  partition: Partition,
  counting: Counting,
  author: number,
): TeamShare[] {
  const weights = new Map<number | null, number>();
  let all = 0;
  for (const paper of papersOf(incidence, author)) {
    const authors = authorsOf(incidence, paper);
    const weight = pairWeight(counting, authors.length);
    for (const other of authors) {
      if (other === author) continue;
      const team = partition.team[other];
      weights.set(team, (weights.get(team) ?? 0) + weight);
      all += weight;
    }
  }
  return [...weights]
    .map(([team, weight]) => ({ team, weight, share: weight / all }))
    .sort((a, b) => b.weight - a.weight || rank(a.team) - rank(b.team));
}

/** The same for any dataset: a given network has no papers, and its ties are asked. */
export function sharesOf(
  dataset: Dataset,
  incidence: Incidence,
  partition: Partition,
  counting: Counting,
  author: number,
): TeamShare[] {
  return isGiven(dataset)
    ? givenShares(dataset, partition, author)
    : teamShares(incidence, partition, counting, author);
}

function rank(team: number | null): number {
  return team ?? Number.MAX_SAFE_INTEGER;
}

/** "recommender 32 %, MLOps 28 %": the shares in words, the smallest beyond `most` summed up as others. */
export function sharesInWords(partition: Partition, shares: readonly TeamShare[], most = 5): string {
  const words = shares
    .slice(0, most)
    .map(({ team, share }) => `${team === null ? "no team" : partition.teams.name[team]} ${percent(share)}`);
  const rest = shares.slice(most).reduce((sum, { share }) => sum + share, 0);
  return (shares.length > most ? [...words, `others ${percent(rest)}`] : words).join(", ");
}
