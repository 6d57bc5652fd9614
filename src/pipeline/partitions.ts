import { COUNTINGS, type Counting } from "../model/counting.ts";
import type { CommunitySummary, Parameters, Partition, TeamTable } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { papersOf } from "../model/incidence.ts";
import { coauthorNetwork } from "../network/coauthor-network.ts";
import { type Communities, findCommunities } from "../network/communities.ts";
import { insideShares } from "../network/partition-measures.ts";
import type { TeamNaming } from "../network/team-names.ts";
import { yearsOf } from "./years.ts";

export interface NamedPartition {
  readonly partition: Partition;
  readonly summary: CommunitySummary;
}

/** Names the teams of one division; the pipeline binds it to the papers' texts and the vocabulary. */
export type TeamNamer = (
  team: readonly (number | null)[],
  teamCount: number,
  counting: Counting,
) => readonly TeamNaming[];

/** What one counting scheme makes of the network: the teams without their names. */
export interface Division {
  readonly found: Communities;
  /** By author, see `insideShares`. */
  readonly inside: Float32Array;
}

/** Divides the network into teams by each counting scheme. */
export function dividedByEachCounting(
  incidence: Incidence,
  parameters: Parameters,
): Readonly<Record<Counting, Division>> {
  return byEachCounting((counting) => {
    const { largePaper } = parameters;
    const network = coauthorNetwork(incidence, { counting, largePaper, large: "in" });
    const found = findCommunities(network, parameters);
    return { found, inside: insideShares(network, found.community) };
  });
}

/** Names the teams of each division. */
export function namedByEachCounting(
  incidence: Incidence,
  years: readonly (number | null)[],
  divided: Readonly<Record<Counting, Division>>,
  nameTeams: TeamNamer,
): Readonly<Record<Counting, NamedPartition>> {
  return byEachCounting((counting) => {
    const { found, inside } = divided[counting];
    const team = Array.from(found.community, (community) => (community < 0 ? null : community));
    const names = nameTeams(team, found.communityCount, counting);
    return {
      partition: {
        team,
        agreement: found.agreement,
        inside,
        teams: teamTable(incidence, years, team, found, names),
      },
      summary: {
        modularity: found.modularity,
        starts: found.starts,
        agreeing: found.agreeing,
        teams: found.communityCount,
      },
    };
  });
}

function byEachCounting<T>(made: (counting: Counting) => T): Readonly<Record<Counting, T>> {
  return Object.fromEntries(COUNTINGS.map((counting) => [counting, made(counting)])) as Record<Counting, T>;
}

function teamTable(
  incidence: Incidence,
  years: readonly (number | null)[],
  team: readonly (number | null)[],
  found: Communities,
  namings: readonly TeamNaming[],
): TeamTable {
  const members: number[][] = namings.map(() => []);
  team.forEach((t, author) => {
    if (t !== null) members[t].push(author);
  });
  const papers = members.map((authors) => [...new Set(authors.flatMap((author) => [...papersOf(incidence, author)]))]);
  const spans = papers.map((rows) => yearsOf(rows, years));
  const meanAgreement = (authors: readonly number[]) =>
    authors.reduce((sum, author) => sum + found.agreement[author], 0) / authors.length;
  return {
    rowCount: namings.length,
    teamId: namings.map((_, t) => `t${t}`),
    name: namings.map((naming) => naming.name),
    authors: Uint32Array.from(members, (authors) => authors.length),
    papers: Uint32Array.from(papers, (rows) => rows.length),
    firstYear: spans.map((span) => span.first),
    lastYear: spans.map((span) => span.last),
    agreement: Float32Array.from(members, meanAgreement),
    evidence: namings.map((naming) => naming.evidence),
  };
}
