import { prominenceOf } from "../model/author-radius.ts";
import { type Counting, pairWeight } from "../model/counting.ts";
import { type Dataset, type Partition, partitionOf } from "../model/dataset.ts";
import { authorsOf, type Incidence, papersOf } from "../model/incidence.ts";
import { isGiven } from "./given-ties.ts";
import { onceByCounting } from "./once.ts";
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
export const bridgesOf = onceByCounting((dataset, incidence, counting): readonly Bridge[] => {
  const partition = partitionOf(dataset, counting);
  const { team, inside } = partition;
  const { authors } = dataset;
  const bridges: Bridge[] = [];
  const tally = new TeamTally(partition);
  for (let author = 0; author < authors.rowCount; author++) {
    if (team[author] === null || inside[author] >= BRIDGE_BELOW || authors.onlyLarge[author]) continue;
    const second = isGiven(dataset)
      ? secondTeam(dataset, incidence, partition, counting, author)
      : tally.second(incidence, counting, author);
    if (second !== null) bridges.push({ author, towards: second.team, share: second.share });
  }
  const prominence = prominenceOf(authors);
  return bridges.sort((a, b) => prominence[b.author] - prominence[a.author] || a.author - b.author);
});

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

/** Tie weight by team, in a column that serves one author after another: there can be tens of thousands of bridges. */
class TeamTally {
  private readonly team: Partition["team"];
  private readonly weights: Float64Array;

  constructor({ team, teams }: Partition) {
    this.team = team;
    this.weights = new Float64Array(teams.rowCount);
  }

  /** What `secondTeam` says, from papers. */
  second(
    incidence: Incidence,
    counting: Counting,
    author: number,
  ): { readonly team: number; readonly share: number } | null {
    const { team, weights } = this;
    const touched: number[] = [];
    let all = 0;
    for (const paper of papersOf(incidence, author)) {
      const authors = authorsOf(incidence, paper);
      const weight = pairWeight(counting, authors.length);
      for (const other of authors) {
        if (other === author) continue;
        all += weight;
        const to = team[other];
        if (to === null) continue;
        if (weights[to] === 0) touched.push(to);
        weights[to] += weight;
      }
    }
    let second = -1;
    for (const to of touched) {
      if (to === team[author]) continue;
      const isMore = second < 0 || weights[to] > weights[second] || (weights[to] === weights[second] && to < second);
      if (isMore) second = to;
    }
    const share = second < 0 ? 0 : weights[second] / all;
    for (const to of touched) weights[to] = 0;
    return second < 0 ? null : { team: second, share };
  }
}
