import { prominenceOf } from "../model/author-radius.ts";
import { type Counting, pairWeight } from "../model/counting.ts";
import { type Dataset, type Partition, partitionOf, type TeamEvidence } from "../model/dataset.ts";
import { authorsOf, authorsOn, type Incidence } from "../model/incidence.ts";
import { type Tally, tallyFields, tallyYears } from "./author-facts.ts";
import { givenTies, isGiven } from "./given-ties.ts";
import { newestFirst, paperTitle } from "./paper-order.ts";
import { membersOf } from "./team-members.ts";
import { counted, listed, percent, startsOf } from "./wording.ts";

export interface TeamPaper {
  readonly paper: number;
  /** Authors of the paper who are in the team, and in all. */
  readonly members: number;
  readonly authors: number;
}

export interface Neighbour {
  readonly team: number;
  /** Papers with authors of both teams. */
  readonly papers: number;
  /** Share of the team's tie weight to other teams, 0 to 1. */
  readonly share: number;
}

export interface TeamFacts {
  readonly team: number;
  readonly name: string;
  readonly why: string;
  readonly sureness: string;
  /** Known only from large papers, all of them. */
  readonly onlyLarge: boolean;
  /** Most tie weight inside the team first. */
  readonly core: readonly number[];
  /** All members, most papers first. */
  readonly members: readonly number[];
  /** Newest first. */
  readonly papers: readonly TeamPaper[];
  readonly papersByYear: readonly Tally<number>[];
  readonly papersByField: readonly Tally<string>[];
  /** Most tie weight first. */
  readonly neighbours: readonly Neighbour[];
  /** Share of the team's tie weight that stays in it, 0 to 1. */
  readonly inside: number;
}

/** The members of a team, most papers first. */
export function membersByPapers({ authors }: Dataset, partition: Partition, team: number): number[] {
  const prominence = prominenceOf(authors);
  return Array.from(membersOf(partition, team)).sort((a, b) => prominence[b] - prominence[a] || a - b);
}

/** The row of the author of an id; null where nobody has it. */
export function authorCalled({ authors: { authorId } }: Dataset, id: string): number | null {
  let [low, high] = [0, authorId.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (authorId[middle] < id) low = middle + 1;
    else high = middle;
  }
  return authorId[low] === id ? low : null;
}

/** By team, whether all of its people are known only from large papers. */
export function onlyLargeTeams(dataset: Dataset, partition: Partition): boolean[] {
  const only: boolean[] = Array.from({ length: partition.teams.rowCount }, () => true);
  partition.team.forEach((team, author) => {
    if (team !== null && !dataset.authors.onlyLarge[author]) only[team] = false;
  });
  return only;
}

/** Everything the panel says about one team of the given counting. */
export function teamFacts(dataset: Dataset, incidence: Incidence, counting: Counting, team: number): TeamFacts {
  const partition = partitionOf(dataset, counting);
  const members = membersByPapers(dataset, partition, team);
  const written = membersOn(incidence, members);
  const rows = newestFirst(dataset.papers, written.keys());
  const papers = rows.map((paper) => ({
    paper,
    members: written.get(paper) ?? 0,
    authors: authorsOn(incidence, paper),
  }));
  const starts = dataset.manifest.communities[counting].starts;
  return {
    team,
    name: partition.teams.name[team],
    why: whyThisName(dataset, partition.teams.name[team], partition.teams.evidence[team]),
    sureness: `its people are in it in ${startsOf(partition.teams.agreement[team], starts)} on average`,
    onlyLarge: members.every((author) => dataset.authors.onlyLarge[author]),
    core: coreOf(dataset, partition.teams.evidence[team], members),
    members,
    papers,
    papersByYear: tallyYears(rows.map((paper) => dataset.papers.year[paper])),
    papersByField: tallyFields(dataset, rows),
    ...(isGiven(dataset)
      ? givenNeighbours(dataset, partition, team, members)
      : neighboursOf(incidence, partition, counting, team, papers)),
  };
}

/** The papers of some people, each with how many of them wrote it. */
function membersOn({ authorOffsets, papers }: Incidence, members: readonly number[]): Map<number, number> {
  const on = new Map<number, number>();
  for (const author of members) {
    for (let k = authorOffsets[author]; k < authorOffsets[author + 1]; k++)
      on.set(papers[k], (on.get(papers[k]) ?? 0) + 1);
  }
  return on;
}

/** The core members that the dataset names, by row. */
function coreOf(dataset: Dataset, evidence: TeamEvidence, members: readonly number[]): number[] {
  const core = evidence.core.map((id) => authorCalled(dataset, id)).filter((author) => author !== null);
  return core.length > 0 ? core : members.slice(0, 3);
}

/** Why a team bears its name, in one sentence. */
export function whyThisName(dataset: Dataset, name: string, evidence: TeamEvidence): string {
  if (evidence.source === "paper") {
    const paper = dataset.papers.paperId.indexOf(evidence.papers.at(0)?.paper ?? "");
    const title = paper < 0 ? name : paperTitle(dataset.papers, paper);
    return `Named after the one paper that joins these people: ${title}.`;
  }
  if (evidence.source === "person" && isGiven(dataset)) {
    return "Named after the people with most tie weight in it: without papers nothing tells what it is about.";
  }
  if (evidence.source === "person")
    return "Named after its most connected person: its papers share no subject that would tell it from others.";
  const what = evidence.source === "field" ? "This field" : "This phrase";
  const telling = evidence.phrases.slice(0, 4).map(({ phrase }) => `“${phrase}”`);
  const phrases = telling.length === 0 ? "" : ` Telling phrases: ${listed(telling)}.`;
  return `${what} is in ${percent(evidence.coverage)} of the team’s papers, weighed by the share of their authors in the team, and sets them apart from the others’.${phrases}`;
}

/**
 * Tie weight to each other team: on a paper with k authors in this team and m in another, k·m pairs. Linear in the
 * authorships of the team's papers.
 */
export function neighboursOf(
  incidence: Incidence,
  partition: Pick<Partition, "team">,
  counting: Counting,
  team: number,
  papers: readonly TeamPaper[],
): Pick<TeamFacts, "neighbours" | "inside"> {
  const weights = new Map<number, number>();
  const shared = new Map<number, number>();
  let own = 0;
  let across = 0;
  for (const { paper, members, authors } of papers) {
    const weight = pairWeight(counting, authors);
    own += weight * ((members * (members - 1)) / 2);
    const others = new Map<number, number>();
    for (const author of authorsOf(incidence, paper)) {
      const other = partition.team[author];
      if (other !== null && other !== team) others.set(other, (others.get(other) ?? 0) + 1);
    }
    for (const [other, count] of others) {
      const pull = weight * members * count;
      weights.set(other, (weights.get(other) ?? 0) + pull);
      shared.set(other, (shared.get(other) ?? 0) + 1);
      across += pull;
    }
  }
  const neighbours = [...weights]
    .map(([other, weight]) => ({ team: other, papers: shared.get(other) ?? 0, share: weight / across }))
    .sort((a, b) => b.share - a.share || a.team - b.team);
  return { neighbours, inside: own + across === 0 ? 0 : own / (own + across) };
}

/** The same in a given network, where the ties themselves are all there is: `papers` is 0. */
export function givenNeighbours(
  dataset: Dataset,
  partition: Pick<Partition, "team">,
  team: number,
  members: readonly number[],
): Pick<TeamFacts, "neighbours" | "inside"> {
  const weights = new Map<number, number>();
  let own = 0;
  let across = 0;
  for (const author of members) {
    for (const { other, weight } of givenTies(dataset, author)) {
      const to = partition.team[other];
      // Both ends of an inner tie are members.
      if (to === team) own += weight / 2;
      else if (to !== null) {
        weights.set(to, (weights.get(to) ?? 0) + weight);
        across += weight;
      }
    }
  }
  const neighbours = [...weights]
    .map(([other, weight]) => ({ team: other, papers: 0, share: weight / across }))
    .sort((a, b) => b.share - a.share || a.team - b.team);
  return { neighbours, inside: own + across === 0 ? 0 : own / (own + across) };
}

/** "12 people · 5 papers": a team's size in words; without papers where there are none to count (null). */
export function teamSize(authors: number, papers: number | null): string {
  const people = counted(authors, "person", "people");
  return papers === null ? people : `${people} · ${counted(papers, "paper")}`;
}
