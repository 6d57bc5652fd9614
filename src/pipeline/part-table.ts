import type { PartTable, TeamTable } from "../model/dataset.ts";
import { type Incidence, papersOf } from "../model/incidence.ts";
import type { PartNaming } from "../network/part-names.ts";
import type { TeamParts } from "../network/team-parts.ts";
import { yearsOf } from "./years.ts";

/** Where no team is divided. */
export function noParts(authorCount = 0): TeamParts {
  return { part: new Int32Array(authorCount).fill(-1), team: new Uint32Array() };
}

/** By author, the row of their part; null for an author of no divided team. */
export function partOfAuthor({ part }: TeamParts): (number | null)[] {
  return Array.from(part, (own) => (own < 0 ? null : own));
}

/** The parts with their people, papers and years. */
export function partTable(
  { part, team }: TeamParts,
  { teamId }: Pick<TeamTable, "teamId">,
  namings: readonly PartNaming[],
  incidence: Incidence,
  years: readonly (number | null)[],
): PartTable {
  const members: number[][] = Array.from(team, () => []);
  part.forEach((own, author) => {
    if (own >= 0) members[own].push(author);
  });
  const papers = members.map((authors) => [...new Set(authors.flatMap((author) => [...papersOf(incidence, author)]))]);
  const spans = papers.map((rows) => yearsOf(rows, years));
  return {
    rowCount: team.length,
    partId: partIds(team, teamId),
    team,
    name: namings.map(({ name }) => name),
    subject: namings.map(({ subject }) => subject),
    authors: Uint32Array.from(members, (authors) => authors.length),
    papers: Uint32Array.from(papers, (rows) => rows.length),
    firstYear: spans.map(({ first }) => first),
    lastYear: spans.map(({ last }) => last),
    evidence: namings.map(({ evidence }) => evidence),
  };
}

/** Numbered from 0 within each team. */
function partIds(team: Uint32Array, teamId: readonly string[]): string[] {
  const next = new Map<number, number>();
  return Array.from(team, (own) => {
    const number = next.get(own) ?? 0;
    next.set(own, number + 1);
    return `${teamId[own]}.${number}`;
  });
}
