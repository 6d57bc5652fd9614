import { COUNTINGS, type Counting } from "../model/counting.ts";
import type { Partition, TeamTable } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { papersOf } from "../model/incidence.ts";
import type { CommunitySummary, Parameters } from "../model/manifest.ts";
import { coauthorNetwork } from "../network/coauthor-network.ts";
import { type Communities, findCommunities } from "../network/communities.ts";
import type { Starter } from "../network/leiden/divisions.ts";
import { insideShares } from "../network/partition-measures.ts";
import type { TeamNaming } from "../network/team-names.ts";
import { partsOfTeams, type TeamParts } from "../network/team-parts.ts";
import { yearsOf } from "./years.ts";

export interface NamedPartition {
  readonly partition: Partition;
  readonly summary: CommunitySummary;
}

/** What one counting scheme makes of the network: the teams without their names. */
export interface Division {
  readonly found: Communities;
  /** By author; null for an author without coauthors. */
  readonly team: readonly (number | null)[];
  /** By author, see `insideShares`. */
  readonly inside: Float32Array;
  /** Only of the dataset's own counting. */
  readonly parts?: TeamParts;
}

/** Divides the network into teams by one counting scheme, and these into parts where it is the dataset's own. */
export function divide(incidence: Incidence, counting: Counting, parameters: Parameters, starter?: Starter): Division {
  const { largePaper } = parameters;
  const network = coauthorNetwork(incidence, { counting, largePaper, large: "in" });
  const found = findCommunities(network, parameters, starter);
  const team = Array.from(found.community, (community) => (community < 0 ? null : community));
  const division = { found, team, inside: insideShares(network, found.community) };
  if (counting !== parameters.counting) return division;
  return { ...division, parts: partsOfTeams(network, found.community, found.communityCount, parameters) };
}

/** A division with the names of its teams. */
export function namedPartition(
  incidence: Incidence,
  years: readonly (number | null)[],
  { found, team, inside }: Division,
  names: readonly TeamNaming[],
): NamedPartition {
  return {
    partition: {
      team,
      agreement: found.agreement,
      inside,
      teams: teamTable(incidence, years, team, found, names),
    },
    summary: {
      modularity: found.modularity,
      method: found.method,
      starts: found.starts,
      agreeing: found.agreeing,
      teams: found.communityCount,
    },
  };
}

/** One result for each counting, in their order. */
export function byEachCounting<T>(made: (counting: Counting) => T): Readonly<Record<Counting, T>> {
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
