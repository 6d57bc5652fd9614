import { prominenceOf } from "../model/author-radius.ts";
import type { Counting } from "../model/counting.ts";
import { type Dataset, type Partition, partitionOf } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { sharesOf } from "./team-shares.ts";

/** An author with less of their tie weight than this inside their own team is a bridge. */
export const BRIDGE_BELOW = 0.6;

export interface Bridge {
  readonly author: number;
  /** The team, other than their own, that most of their tie weight goes to. */
  readonly towards: number;
  /** The share of it that goes there, 0 to 1. */
  readonly share: number;
}

/** The bridges of the division by `counting`, most papers first, then by row. */
export function bridgesOf(dataset: Dataset, incidence: Incidence, counting: Counting): Bridge[] {
  const partition = partitionOf(dataset, counting);
  const { team, inside } = partition;
  const { authors } = dataset;
  const bridges: Bridge[] = [];
  for (let author = 0; author < authors.rowCount; author++) {
    if (team[author] === null || inside[author] >= BRIDGE_BELOW || authors.onlyLarge[author]) continue;
    const second = secondTeam(dataset, incidence, partition, counting, author);
    if (second !== null) bridges.push({ author, towards: second.team, share: second.share });
  }
  const prominence = prominenceOf(authors);
  return bridges.sort((a, b) => prominence[b.author] - prominence[a.author] || a.author - b.author);
}

/** The team, other than the author's own, that most of their tie weight goes to; null where there is none. */
export function secondTeam(
  dataset: Dataset,
  incidence: Incidence,
  partition: Partition,
  counting: Counting,
  author: number,
): { readonly team: number; readonly share: number } | null {
  for (const { team, share } of sharesOf(dataset, incidence, partition, counting, author)) {
    if (team !== null && team !== partition.team[author]) return { team, share };
  }
  return null;
}
