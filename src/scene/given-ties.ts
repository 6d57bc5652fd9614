import { prominenceOf } from "../model/author-radius.ts";
import type { CoauthorshipTable, Dataset, Partition } from "../model/dataset.ts";
import { type Incidence, jointPapers } from "../model/incidence.ts";
import type { TeamShare } from "./team-shares.ts";
import { counted, decimal, thousands } from "./wording.ts";

/** Said wherever papers would be listed. */
export const WITHOUT_PAPERS = "This network came without papers: its people and ties are as the file gives them.";

/** Whether the network was given ready, so that no papers are behind its ties. */
export function isGiven({ manifest }: Dataset): boolean {
  return manifest.network !== undefined;
}

export interface GivenTie {
  readonly other: number;
  readonly weight: number;
}

const BY_AUTHOR = new WeakMap<CoauthorshipTable, readonly (readonly GivenTie[])[]>();

/** The ties of an author in a given network, heaviest first. */
export function givenTies({ coauthorships, authors }: Dataset, author: number): readonly GivenTie[] {
  let ties = BY_AUTHOR.get(coauthorships);
  if (ties === undefined) {
    const all: GivenTie[][] = Array.from({ length: authors.rowCount }, () => []);
    coauthorships.weightFull.forEach((weight, row) => {
      const [a, b] = [coauthorships.a[row], coauthorships.b[row]];
      all[a].push({ other: b, weight });
      all[b].push({ other: a, weight });
    });
    for (const list of all) list.sort((one, two) => two.weight - one.weight || one.other - two.other);
    BY_AUTHOR.set(coauthorships, all);
    ties = all;
  }
  return ties[author];
}

/** The weight of the tie of two authors in a given network; 0 where there is none. */
export function givenWeight(dataset: Dataset, a: number, b: number): number {
  return givenTies(dataset, a).find(({ other }) => other === b)?.weight ?? 0;
}

/** Where an author's tie weight goes in a given network, most first; see `teamShares`. */
export function givenShares(dataset: Dataset, partition: Partition, author: number): TeamShare[] {
  const weights = new Map<number | null, number>();
  let all = 0;
  for (const { other, weight } of givenTies(dataset, author)) {
    const team = partition.team[other];
    weights.set(team, (weights.get(team) ?? 0) + weight);
    all += weight;
  }
  return [...weights]
    .map(([team, weight]) => ({ team, weight, share: weight / all }))
    .sort((one, two) => two.weight - one.weight || (one.team ?? 0) - (two.team ?? 0));
}

/** Whether two authors have a tie: joint papers, or a given one. */
export function areTied(dataset: Dataset, incidence: Incidence, a: number, b: number): boolean {
  return isGiven(dataset) ? givenWeight(dataset, a, b) > 0 : jointPapers(incidence, a, b).length > 0;
}

/** What tells how much an author stands for: "12 papers", or "36 ties" where nothing is known of papers. */
export function prominenceInWords({ authors }: Dataset, author: number): string {
  const unit = prominenceOf(authors) === authors.papers ? "paper" : "tie";
  return counted(prominenceOf(authors)[author], unit);
}

/** A given weight: whole ones as they are, others with the digits that count. */
export function weightInWords(weight: number): string {
  return Number.isInteger(weight) ? thousands(weight) : decimal(weight);
}
