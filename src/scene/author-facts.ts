import type { Counting } from "../model/counting.ts";
import { type Dataset, type Partition, partitionOf } from "../model/dataset.ts";
import { authorsOf, authorsOn, type Incidence, papersOf } from "../model/incidence.ts";
import { byCodeUnit } from "../model/order.ts";
import { fold } from "../model/text.ts";
import { BRIDGE_BELOW } from "./bridges.ts";
import { givenTies, isGiven } from "./given-ties.ts";
import { newestFirst } from "./paper-order.ts";
import { sharesOf, type TeamShare } from "./team-shares.ts";
import { briefName, startsOf } from "./wording.ts";

export interface AuthorPaper {
  readonly paper: number;
  /** From 1. */
  readonly place: number;
  readonly authors: number;
  /** The name in this paper's list, where it is not the display name. */
  readonly writtenAs: string | null;
}

export interface Coauthor {
  readonly author: number;
  readonly papers: number;
  readonly lastYear: number | null;
  readonly team: number | null;
  /** Of the tie in a given network, where no papers are behind it. */
  readonly weight?: number;
}

/** A count with a name, for bars. */
export interface Tally<Key> {
  readonly key: Key;
  readonly count: number;
}

export interface AuthorFacts {
  readonly author: number;
  readonly team: number | null;
  /** "in MLOps in 58 of 64 starts"; null for an author without coauthors. */
  readonly sureness: string | null;
  /** Most first; empty for an author without coauthors. */
  readonly teamShares: readonly TeamShare[];
  readonly bridge: boolean;
  /** Newest first. */
  readonly papers: readonly AuthorPaper[];
  /** Every year from the first to the last, with zeros. */
  readonly papersByYear: readonly Tally<number>[];
  readonly papersByField: readonly Tally<string>[];
  /** With a joint paper that is not large; most joint papers first. */
  readonly coauthors: readonly Coauthor[];
  /** Coauthors whom only large papers join to this author. */
  readonly largeOnly: { readonly authors: number; readonly papers: readonly number[] };
  readonly nameForms: readonly Tally<string>[];
  /** Latest first; one spelling for those that differ in case and punctuation only. */
  readonly affiliations: readonly Affiliation[];
}

export interface Affiliation {
  readonly name: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** Everything the panel says about an author; `sureness` and shares are those of the given counting. */
export function authorFacts(dataset: Dataset, incidence: Incidence, counting: Counting, author: number): AuthorFacts {
  const partition = partitionOf(dataset, counting);
  const rows = newestFirst(dataset.papers, papersOf(incidence, author));
  const team = partition.team[author];
  const starts = dataset.manifest.communities[counting].starts;
  return {
    author,
    team,
    sureness:
      team === null
        ? null
        : `in ${briefName(partition.teams.name[team])} in ${startsOf(partition.agreement[author], starts)}`,
    teamShares: sharesOf(dataset, incidence, partition, counting, author),
    bridge: team !== null && partition.inside[author] < BRIDGE_BELOW && !dataset.authors.onlyLarge[author],
    papers: rows.map((paper) => authorPaper(dataset, incidence, author, paper)),
    papersByYear: tallyYears(rows.map((paper) => dataset.papers.year[paper])),
    papersByField: tallyFields(dataset, rows),
    ...(isGiven(dataset) ? givenCoauthors : coauthorsOf)(dataset, incidence, partition, author),
    nameForms: nameFormsOf(dataset, author),
    affiliations: affiliationsOf(dataset, incidence, author),
  };
}

function authorPaper(dataset: Dataset, incidence: Incidence, author: number, paper: number): AuthorPaper {
  const place = authorsOf(incidence, paper).indexOf(author);
  const written = dataset.authorships.name[incidence.paperOffsets[paper] + place];
  return {
    paper,
    place: place + 1,
    authors: authorsOn(incidence, paper),
    writtenAs: written === dataset.authors.name[author] ? null : written,
  };
}

/** Papers for each year from the first known to the last; papers without a year are left out. */
export function tallyYears(years: readonly (number | null)[]): Tally<number>[] {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  // A mistyped year must not make a thousand empty bars.
  const last = Math.min(Math.max(...counts.keys()), first + 199);
  return Array.from({ length: last - first + 1 }, (_, i) => ({ key: first + i, count: counts.get(first + i) ?? 0 }));
}

/** How many of the papers have each field first, most first; papers without a field are left out. */
export function tallyFields(dataset: Dataset, rows: readonly number[]): Tally<string>[] {
  const counts = new Map<string, number>();
  for (const paper of rows) {
    const field = dataset.papers.fields[paper].at(0)?.name;
    if (field !== undefined) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function coauthorsOf(dataset: Dataset, incidence: Incidence, partition: Partition, author: number) {
  const joint = new Map<number, { papers: number; lastYear: number | null }>();
  const onLarge = new Set<number>();
  const largePapers: number[] = [];
  for (const paper of papersOf(incidence, author)) {
    const large = dataset.papers.large[paper];
    if (large) largePapers.push(paper);
    const year = dataset.papers.year[paper];
    for (const other of authorsOf(incidence, paper)) {
      if (other === author) continue;
      if (large) {
        onLarge.add(other);
        continue;
      }
      const known = joint.get(other);
      joint.set(other, {
        papers: (known?.papers ?? 0) + 1,
        lastYear: year === null ? (known?.lastYear ?? null) : Math.max(year, known?.lastYear ?? year),
      });
    }
  }
  let largeOnly = 0;
  for (const other of onLarge) if (!joint.has(other)) largeOnly += 1;
  const coauthors = [...joint]
    .map(([other, ties]) => ({ author: other, ...ties, team: partition.team[other] }))
    .sort((a, b) => b.papers - a.papers || (b.lastYear ?? 0) - (a.lastYear ?? 0) || a.author - b.author);
  return { coauthors, largeOnly: { authors: largeOnly, papers: newestFirst(dataset.papers, largePapers) } };
}

/** For sorting: no known year comes last. */
const BEFORE_ALL = -10_000;

function affiliationsOf(dataset: Dataset, incidence: Incidence, author: number): Affiliation[] {
  const { papers, authorships } = dataset;
  const known = new Map<string, Affiliation>();
  for (const paper of papersOf(incidence, author)) {
    const place = authorsOf(incidence, paper).indexOf(author);
    const year = papers.year[paper];
    for (const name of authorships.affiliations[incidence.paperOffsets[paper] + place]) {
      const before = known.get(fold(name));
      known.set(fold(name), {
        name: before?.name ?? name,
        firstYear: year === null ? (before?.firstYear ?? null) : Math.min(year, before?.firstYear ?? year),
        lastYear: year === null ? (before?.lastYear ?? null) : Math.max(year, before?.lastYear ?? year),
      });
    }
  }
  return [...known.values()].sort(
    (a, b) =>
      (b.lastYear ?? BEFORE_ALL) - (a.lastYear ?? BEFORE_ALL) ||
      (b.firstYear ?? BEFORE_ALL) - (a.firstYear ?? BEFORE_ALL) ||
      byCodeUnit(a.name, b.name),
  );
}

/** In a given network, the heaviest ties first. */
function givenCoauthors(dataset: Dataset, _: Incidence, partition: Partition, author: number) {
  const coauthors: Coauthor[] = givenTies(dataset, author).map(({ other, weight }) => ({
    author: other,
    papers: 0,
    lastYear: null,
    team: partition.team[other],
    weight,
  }));
  return { coauthors, largeOnly: { authors: 0, papers: [] } };
}

function nameFormsOf(dataset: Dataset, author: number): Tally<string>[] {
  const forms: Tally<string>[] = [];
  const { names } = dataset;
  for (let i = lowerBound(names.author, author); i < names.rowCount && names.author[i] === author; i++) {
    forms.push({ key: names.name[i], count: names.authorships[i] });
  }
  return forms.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** The first row of an ascending column that is not below `value`. */
export function lowerBound(column: Uint32Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
