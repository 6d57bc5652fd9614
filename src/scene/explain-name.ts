import type { Dataset } from "../model/dataset.ts";
import { type Band, bandOf, type Evidence, type Outcome } from "../model/identity.ts";
import type { Incidence } from "../model/incidence.ts";
import { fold } from "../model/text.ts";
import { authorIdentity } from "./author-identity.ts";
import { type CaseEffect, type CaseSide, caseFacts } from "./case-sides.ts";
import { stepsInWords } from "./identity-wording.ts";
import { nameNotes } from "./name-notes.ts";

/** One of the two whom a case is about, as text. */
export interface ExplainedSide {
  readonly name: string;
  readonly authorId: string;
  readonly papers: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Null where the author is in no team. */
  readonly team: string | null;
}

/** A row of the ledger with all that makes it understood without the tables. */
export interface ExplainedCase {
  readonly one: ExplainedSide;
  readonly other: ExplainedSide;
  readonly relation: string;
  readonly score: number;
  readonly band: Band;
  readonly outcome: Outcome;
  readonly against: string | null;
  readonly evidence: readonly Evidence[];
  /** Whether the two are one author now. */
  readonly joined: boolean;
  readonly jointCoauthors: readonly string[];
  /** What the other answer would change on the map. */
  readonly effect: CaseEffect;
}

export interface ExplainedAuthor {
  readonly authorId: string;
  readonly name: string;
  readonly papers: number;
  readonly coauthors: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly team: string | null;
  readonly forms: readonly { readonly name: string; readonly authorships: number }[];
  /** See `nameNotes`. */
  readonly notes: readonly string[];
  /** Why these names are one person, and who may be the same or was ruled out; in the order of the ledger. */
  readonly joined: readonly ExplainedCase[];
  readonly apart: readonly ExplainedCase[];
}

/** Who is meant by a name: the authors who are written or shown so, up to case, accents, hyphens and spaces. Ascending. */
export function authorsCalled({ names, nodes, authors }: Dataset, name: string): number[] {
  const wanted = key(name);
  const found = new Set<number>();
  names.name.forEach((form, row) => {
    if (key(form) === wanted) found.add(names.author[row]);
  });
  nodes.folded.forEach((folded, node) => {
    if (folded === wanted) found.add(nodes.author[node]);
  });
  authors.name.forEach((shown, author) => {
    if (key(shown) === wanted) found.add(author);
  });
  return [...found].sort((a, b) => a - b);
}

/** Names that have every word of `name` in them, most authorships first, at most `most`: for whoever misspells one. */
export function namesLike({ names }: Dataset, name: string, most: number): string[] {
  const words = name
    .split(/[\s,]+/u)
    .map(fold)
    .filter(Boolean);
  if (words.length === 0) return [];
  const rows: number[] = [];
  names.name.forEach((form, row) => {
    const folded = fold(form);
    if (words.every((word) => folded.includes(word))) rows.push(row);
  });
  rows.sort((a, b) => names.authorships[b] - names.authorships[a] || a - b);
  return [...new Set(rows.map((row) => names.name[row]))].slice(0, most);
}

/** An author with every name form and every case about them. */
export function explainAuthor(dataset: Dataset, incidence: Incidence, author: number): ExplainedAuthor {
  const { authors, names } = dataset;
  const { joined, apart } = authorIdentity(dataset, author);
  const forms = Array.from(names.author, (of, row) => ({
    of,
    name: names.name[row],
    authorships: names.authorships[row],
  }))
    .filter(({ of }) => of === author)
    .sort((a, b) => b.authorships - a.authorships);
  const explained = (row: number) => explainCase(dataset, incidence, row);
  return {
    authorId: authors.authorId[author],
    name: authors.name[author],
    papers: authors.papers[author],
    coauthors: authors.coauthors[author],
    firstYear: authors.firstYear[author],
    lastYear: authors.lastYear[author],
    team: teamOf(dataset, author),
    forms: forms.map(({ name, authorships }) => ({ name, authorships })),
    notes: nameNotes(dataset, author),
    joined: joined.map(explained),
    apart: apart.map(explained),
  };
}

/** The case in `row` of the ledger. */
export function explainCase(dataset: Dataset, incidence: Incidence, row: number): ExplainedCase {
  const { cases, authors } = dataset;
  const { one, other, joined, jointCoauthors, effect } = caseFacts(dataset, incidence, row);
  return {
    one: explainSide(dataset, one),
    other: explainSide(dataset, other),
    relation: cases.relation[row],
    score: cases.score[row],
    band: bandOf(cases.score[row]),
    outcome: cases.outcome[row],
    against: cases.against[row],
    evidence: cases.evidence[row],
    joined,
    jointCoauthors: jointCoauthors.map((author) => authors.name[author]),
    effect,
  };
}

function explainSide(dataset: Dataset, { name, author, papers }: CaseSide): ExplainedSide {
  const years = papers.map((paper) => dataset.papers.year[paper]).filter((year) => year !== null);
  return {
    name,
    authorId: dataset.authors.authorId[author],
    papers: papers.length,
    firstYear: years.length === 0 ? null : years.reduce((a, b) => Math.min(a, b)),
    lastYear: years.length === 0 ? null : years.reduce((a, b) => Math.max(a, b)),
    team: teamOf(dataset, author),
  };
}

function teamOf({ authors, teams }: Dataset, author: number): string | null {
  const team = authors.team[author];
  return team === null ? null : teams.name[team];
}

/** "initials written out +2.6; 3 shared coauthors where 0.01 were expected +3.6; 2 candidates −1.0" */
export function waterfallInWords(evidence: readonly Evidence[]): string {
  const odds = stepsInWords(evidence);
  return evidence.map(({ detail }, i) => `${detail} ${odds[i]}`).join("; ");
}

function key(name: string): string {
  return fold(name) || name;
}
