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

/** Divides the network into teams by each counting scheme. */
export function dividedByEachCounting(
  incidence: Incidence,
  years: readonly (number | null)[],
  parameters: Parameters,
  nameTeams: TeamNamer,
): Readonly<Record<Counting, NamedPartition>> {
  const divided = (counting: Counting) => divide(incidence, years, { ...parameters, counting }, nameTeams);
  return Object.fromEntries(COUNTINGS.map((counting) => [counting, divided(counting)])) as Record<
    Counting,
    NamedPartition
  >;
}

function divide(
  incidence: Incidence,
  years: readonly (number | null)[],
  parameters: Parameters,
  nameTeams: TeamNamer,
): NamedPartition {
  const { counting, largePaper } = parameters;
  const network = coauthorNetwork(incidence, { counting, largePaper, large: "in" });
  const found = findCommunities(network, parameters);
  const team = Array.from(found.community, (community) => (community < 0 ? null : community));
  return {
    partition: {
      team,
      agreement: found.agreement,
      inside: insideShares(network, found.community),
      teams: teamTable(incidence, years, team, found, nameTeams(team, found.communityCount, counting)),
    },
    summary: {
      modularity: found.modularity,
      starts: found.starts,
      agreeing: found.agreeing,
      teams: found.communityCount,
    },
  };
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
