import { COUNTINGS, type Counting } from "../model/counting.ts";
import { type Dataset, type Partition, partitionOf } from "../model/dataset.ts";
import type { Severity } from "../model/finding.ts";
import { findingTitle } from "../model/finding-titles.ts";
import { authorsOf, type Incidence } from "../model/incidence.ts";
import { homePapers } from "../model/large-papers.ts";
import type { CommunitySummary } from "../model/manifest.ts";
import { bridgesOf } from "./bridges.ts";
import { isGiven } from "./given-ties.ts";
import { once, onceByCounting } from "./once.ts";
import { authorCalled, membersByPapers, onlyLargeTeams } from "./team-facts.ts";
import { counted, listed, yearSpan } from "./wording.ts";

export interface TeamLine {
  readonly team: number;
  readonly name: string;
  readonly authors: number;
  /** Null in a given network, which has none. */
  readonly papers: number | null;
  /** Up to three, by their part in the team. */
  readonly leads: readonly number[];
}

export interface BridgeLine {
  readonly author: number;
  readonly team: number;
  /** The other team that most of the author's tie weight goes to. */
  readonly towards: number;
  /** The shares of the tie weight that stay in the own team and that go to the other, 0 to 1. */
  readonly inside: number;
  readonly share: number;
}

export interface Overview {
  /** "21 papers · 444 authors · 7 teams · 2017–2024". */
  readonly headline: string;
  readonly teams: readonly TeamLine[];
  /** Teams of people known only from large papers, listed last. */
  readonly largeTeams: readonly TeamLine[];
  /** Most papers first; people known only from large papers have no ties to bridge. */
  readonly bridges: readonly BridgeLine[];
  /** Papers with more authors than `largePaper`, most authors first. */
  readonly largePapers: readonly LargePaperLine[];
  readonly papersWithoutAuthors: readonly number[];
}

export interface LargePaperLine {
  readonly paper: number;
  readonly authors: number;
  /** Those known only from large papers who stand with this one (see `homePapers`). */
  readonly people: number;
  /** Its authors who have another paper. */
  readonly elsewhere: number;
}

/** What the panel shows when nothing is chosen; made once. */
export const overviewOf = onceByCounting((dataset, incidence, counting): Overview => {
  const partition = partitionOf(dataset, counting);
  const lines = teamLines(dataset, partition);
  const onlyLarge = onlyLargeTeams(dataset, partition);
  return {
    headline: headlineOf(dataset, partition),
    teams: lines.filter(({ team }) => !onlyLarge[team]),
    largeTeams: lines.filter(({ team }) => onlyLarge[team]),
    bridges: bridgeLines(dataset, incidence, partition, counting),
    largePapers: largePapersOf(dataset, incidence),
    papersWithoutAuthors: rowsWhere(dataset.papers.rowCount, (paper) => dataset.papers.authors[paper] === 0),
  };
});

function headlineOf(dataset: Dataset, partition: Partition): string {
  const { counts } = dataset.manifest;
  if (isGiven(dataset)) {
    const parts = [counted(counts.authors, "person", "people"), counted(counts.coauthorships, "tie")];
    return [...parts, counted(partition.teams.rowCount, "team")].join(" · ");
  }
  let first: number | null = null;
  let last: number | null = null;
  for (const year of dataset.papers.year) {
    if (year === null) continue;
    if (first === null || year < first) first = year;
    if (last === null || year > last) last = year;
  }
  return [
    counted(counts.papers, "paper"),
    counted(counts.authors, "author"),
    counted(partition.teams.rowCount, "team"),
    yearSpan(first, last),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

function teamLines(dataset: Dataset, partition: Partition): TeamLine[] {
  const { teams } = partition;
  return teams.name.map((name, team) => {
    const core = teams.evidence[team].core.map((id) => authorCalled(dataset, id)).filter((author) => author !== null);
    return {
      team,
      name,
      authors: teams.authors[team],
      papers: isGiven(dataset) ? null : teams.papers[team],
      leads: (core.length > 0 ? core : membersByPapers(dataset, partition, team)).slice(0, 3),
    };
  });
}

function bridgeLines(dataset: Dataset, incidence: Incidence, partition: Partition, counting: Counting): BridgeLine[] {
  return bridgesOf(dataset, incidence, counting).flatMap(({ author, towards, share }) => {
    const team = partition.team[author];
    return team === null ? [] : [{ author, team, inside: partition.inside[author], towards, share }];
  });
}

function largePapersOf(dataset: Dataset, incidence: Incidence): LargePaperLine[] {
  const { papers, authors } = dataset;
  const homes = homePapers(incidence, authors.onlyLarge);
  return rowsWhere(papers.rowCount, (paper) => papers.large[paper])
    .map((paper) => {
      const all = Array.from(authorsOf(incidence, paper));
      return {
        paper,
        authors: all.length,
        people: all.filter((author) => homes[author] === paper).length,
        elsewhere: all.filter((author) => authors.papers[author] > 1).length,
      };
    })
    .sort((a, b) => b.authors - a.authors || a.paper - b.paper);
}

function rowsWhere(rowCount: number, holds: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++) if (holds(row)) rows.push(row);
  return rows;
}

/** Findings of one code together. */
export interface FindingGroup {
  readonly code: string;
  /** The code in words: "names differ". */
  readonly title: string;
  readonly severity: Severity;
  readonly findings: readonly { readonly place: string; readonly detail: string }[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/** All findings by code: errors first, then warnings, then notes; within these the most frequent first. */
export function findingGroups(dataset: Dataset): FindingGroup[] {
  const { findings } = dataset;
  const groups = new Map<string, { severity: Severity; findings: { place: string; detail: string }[] }>();
  for (let f = 0; f < findings.rowCount; f++) {
    const place = [
      findings.file[f],
      findings.record[f] === null ? null : `record ${findings.record[f]}`,
      findings.line[f] === null ? null : `line ${findings.line[f]}`,
    ];
    const said = { place: place.filter((part) => part !== null).join(", "), detail: findings.detail[f] };
    const known = groups.get(findings.code[f]);
    if (known === undefined) groups.set(findings.code[f], { severity: findings.severity[f], findings: [said] });
    else known.findings.push(said);
  }
  return [...groups]
    .map(([code, group]) => ({ code, title: findingTitle(code), ...group }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.findings.length - a.findings.length ||
        (a.code < b.code ? -1 : 1),
    );
}

/** What a counting scheme makes of the people: for choosing between schemes. */
export interface CountingLine extends CommunitySummary {
  readonly counting: Counting;
  /** False where the dataset has no teams by this counting. */
  readonly known: boolean;
  /** What becomes of the teams on screen. */
  readonly change: TeamChange;
}

/** The schemes side by side; `now` is the one on screen. */
export function countingLines(dataset: Dataset, now: Counting): readonly CountingLine[] {
  const known = linesKnown(dataset).get(now);
  if (known !== undefined) return known;
  const lines = linesOf(dataset, now);
  linesKnown(dataset).set(now, lines);
  return lines;
}

const linesKnown = once((_: Dataset) => new Map<Counting, readonly CountingLine[]>());

function linesOf(dataset: Dataset, now: Counting): CountingLine[] {
  const shown = partitionOf(dataset, now);
  return COUNTINGS.map((counting) => {
    const known = counting === dataset.manifest.parameters.counting || dataset.variants[counting] !== undefined;
    const next = known ? partitionOf(dataset, counting) : shown;
    return { counting, known, ...dataset.manifest.communities[counting], change: teamChange(shown, next) };
  });
}

/** What becomes of the teams of one division in another. */
export interface TeamChange {
  /** Teams that end as one, most of the people of each: names, largest team first. */
  readonly joined: readonly (readonly string[])[];
  /** People who do not go where most of their team go. */
  readonly leaving: number;
}

/** Follows each team of `now` to the team of `next` that most of its people are in. */
export function teamChange(now: Partition, next: Partition): TeamChange {
  if (now.team === next.team) return { joined: [], leaving: 0 };
  const going: Map<number | null, number>[] = Array.from({ length: now.teams.rowCount }, () => new Map());
  now.team.forEach((team, author) => {
    if (team === null) return;
    const to = next.team[author];
    going[team].set(to, (going[team].get(to) ?? 0) + 1);
  });
  const arrived = new Map<number | null, string[]>();
  let leaving = 0;
  going.forEach((to, team) => {
    const [where, most] = [...to].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [null, 0]);
    arrived.set(where, [...(arrived.get(where) ?? []), now.teams.name[team]]);
    leaving += now.teams.authors[team] - most;
  });
  return { joined: [...arrived.values()].filter((names) => names.length > 1), leaving };
}

/** "LLM and MLOps become one; 12 people leave their team", or that nothing changes. */
export function changeInWords({ joined, leaving }: TeamChange): string {
  const parts = joined.map((names) => `${listed(names)} become one`);
  if (leaving > 0) parts.push(`${counted(leaving, "person leaves", "people leave")} their team`);
  return parts.length === 0 ? "The same people are together." : `${parts.join("; ")}.`;
}
