import { prominenceOf } from "../model/author-radius.ts";
import type { Counting } from "../model/counting.ts";
import { type Dataset, partitionOf } from "../model/dataset.ts";
import { fold } from "../model/text.ts";
import { isGiven, prominenceInWords } from "./given-ties.ts";
import { paperTitle } from "./paper-order.ts";
import { systemNames } from "./system-names.ts";
import { teamSize } from "./team-facts.ts";
import type { Choice } from "./view.ts";
import { counted, yearSpan } from "./wording.ts";

export type ResultKind = "person" | "team" | "system" | "paper";

export interface SearchResult {
  readonly kind: ResultKind;
  readonly choice: Choice;
  readonly label: string;
  /** What tells it from its namesakes: "11 papers · 2017–2024 · MLOps". */
  readonly context: string;
}

export interface ResultGroup {
  readonly kind: ResultKind;
  readonly title: string;
  readonly results: readonly SearchResult[];
  /** All that matched; only the best are in `results`. */
  readonly matched: number;
}

export interface SearchAnswer {
  readonly groups: readonly ResultGroup[];
  /** Nothing matched: these are the nearest in spelling. */
  readonly nearest: boolean;
}

interface Entry extends SearchResult {
  /** Folded forms to find it by: name forms, or the words of a title. */
  readonly forms: readonly string[];
  /** The words of the forms, folded, so that "ha jung" finds Jung-Woo Ha. */
  readonly words: readonly string[];
  /** Among equally good matches the greater comes first: papers of a person, year of a paper. */
  readonly weight: number;
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
}

const GROUP_TITLES: Readonly<Record<ResultKind, string>> = {
  person: "People",
  team: "Teams",
  system: "Systems",
  paper: "Papers",
};
const KINDS: readonly ResultKind[] = ["person", "team", "system", "paper"];
const SHOWN_PER_GROUP = 6;
const SHOWN_NEAREST = 5;

/** Everything that can be searched for, folded once: people by all their name forms, teams, systems, papers. */
export function searchIndex(dataset: Dataset, counting: Counting): SearchIndex {
  return {
    entries: [
      ...personEntries(dataset, counting),
      ...teamEntries(dataset, counting),
      ...systemEntries(dataset),
      ...paperEntries(dataset),
    ],
  };
}

function personEntries(dataset: Dataset, counting: Counting): Entry[] {
  const { authors, names } = dataset;
  const partition = partitionOf(dataset, counting);
  const prominence = prominenceOf(authors);
  const forms: string[][] = authors.name.map((name) => [name]);
  for (let i = 0; i < names.rowCount; i++) forms[names.author[i]].push(names.name[i]);
  return authors.name.map((name, author) => {
    const team = partition.team[author];
    return entry({
      kind: "person",
      choice: { kind: "author", author },
      label: name,
      context: joined(
        prominenceInWords(dataset, author),
        yearSpan(authors.firstYear[author], authors.lastYear[author]),
        team === null ? null : partition.teams.name[team],
      ),
      texts: forms[author],
      weight: prominence[author],
    });
  });
}

function teamEntries(dataset: Dataset, counting: Counting): Entry[] {
  const { teams } = partitionOf(dataset, counting);
  return teams.name.map((name, team) =>
    entry({
      kind: "team",
      choice: { kind: "team", team },
      label: name,
      context: teamSize(teams.authors[team], isGiven(dataset) ? null : teams.papers[team]),
      texts: [name],
      weight: teams.authors[team],
    }),
  );
}

function systemEntries(dataset: Dataset): Entry[] {
  const { papers } = dataset;
  const entries: Entry[] = [];
  for (let paper = 0; paper < papers.rowCount; paper++) {
    for (const { name, own } of systemNames(papers.title[paper], papers.abstract[paper])) {
      entries.push(
        entry({
          kind: "system",
          choice: { kind: "paper", paper },
          label: name,
          context: joined(own ? null : "spoken of in", paperTitle(papers, paper), yearText(papers.year[paper])),
          texts: [name],
          weight: (own ? 10_000 : 0) + (papers.year[paper] ?? 0),
        }),
      );
    }
  }
  return entries;
}

function paperEntries(dataset: Dataset): Entry[] {
  const { papers } = dataset;
  return Array.from({ length: papers.rowCount }, (_, paper) =>
    entry({
      kind: "paper",
      choice: { kind: "paper", paper },
      label: paperTitle(papers, paper),
      context: joined(
        yearText(papers.year[paper]),
        papers.authors[paper] === 0 ? "no authors given" : counted(papers.authors[paper], "author"),
        papers.fields[paper].at(0)?.name ?? null,
      ),
      texts: [
        paperTitle(papers, paper),
        papers.paperId[paper],
        papers.arxiv[paper] ?? "",
        papers.doi[paper] ?? "",
        papers.acl[paper] ?? "",
      ].filter((text) => text !== ""),
      weight: papers.year[paper] ?? 0,
    }),
  );
}

function yearText(year: number | null): string | null {
  return year === null ? null : String(year);
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(" · ");
}

function entry(from: SearchResult & { readonly texts: readonly string[]; readonly weight: number }): Entry {
  const { kind, choice, label, context, texts, weight } = from;
  const words = new Set(texts.flatMap(foldedWords));
  return { kind, choice, label, context, weight, forms: [...new Set(texts.map(fold))], words: [...words] };
}

function foldedWords(text: string): string[] {
  return text
    .split(/[\s\p{P}]+/u)
    .map(fold)
    .filter((word) => word !== "");
}

/**
 * What a query finds, in groups by kind, the group with the best match first. Case, accents, hyphens and spaces do not
 * matter. Where nothing matches, the nearest in spelling. A query without letters or digits finds nothing.
 */
export function search(index: SearchIndex, query: string): SearchAnswer {
  const whole = fold(query);
  if (whole === "") return { groups: [], nearest: false };
  const words = foldedWords(query);
  const matches = index.entries
    .map((candidate) => ({ candidate, score: matchScore(candidate, whole, words) }))
    .filter(({ score }) => score < NO_MATCH);
  if (matches.length === 0) return { groups: grouped(nearestTo(index, whole), SHOWN_NEAREST), nearest: true };
  return { groups: grouped(matches, SHOWN_PER_GROUP), nearest: false };
}

interface Match {
  readonly candidate: Entry;
  /** Smaller is better. */
  readonly score: number;
}

const NO_MATCH = 5;

/** 0 the whole name · 1 its beginning · 2 the beginning of a word · 3 somewhere in it · 4 all words, in any order. */
function matchScore(candidate: Entry, whole: string, words: readonly string[]): number {
  let best = NO_MATCH;
  for (const form of candidate.forms) {
    const at = form.indexOf(whole);
    if (at < 0) continue;
    best = Math.min(best, form.length === whole.length ? 0 : at === 0 ? 1 : 3);
  }
  if (best === 3 && candidate.words.some((word) => word.startsWith(whole))) return 2;
  if (best < NO_MATCH || words.length < 2) return best;
  return words.every((word) => candidate.words.some((own) => own.startsWith(word))) ? 4 : NO_MATCH;
}

function grouped(matches: readonly Match[], most: number): ResultGroup[] {
  const groups = KINDS.map((kind) => {
    const ofKind = matches
      .filter(({ candidate }) => candidate.kind === kind)
      .sort((a, b) => a.score - b.score || b.candidate.weight - a.candidate.weight || byLabel(a, b));
    const results = ofKind.slice(0, most).map(({ candidate: { choice, label, context } }) => ({
      kind,
      choice,
      label,
      context,
    }));
    return { kind, title: GROUP_TITLES[kind], results, matched: ofKind.length, best: ofKind.at(0)?.score ?? NO_MATCH };
  });
  return groups
    .filter((group) => group.results.length > 0)
    .sort((a, b) => a.best - b.best)
    .map(({ kind, title, results, matched }) => ({ kind, title, results, matched }));
}

function byLabel(a: Match, b: Match): number {
  return a.candidate.label < b.candidate.label ? -1 : a.candidate.label > b.candidate.label ? 1 : 0;
}

/** Less alike than this, and a result would only puzzle. */
const ALIKE = 0.3;

/** The entries whose name, or a word of it, shares most pairs of letters with the query (Dice's coefficient). */
function nearestTo(index: SearchIndex, whole: string): Match[] {
  const wanted = letterPairs(whole);
  return index.entries
    .map((candidate) => {
      let alike = 0;
      for (const form of candidate.forms) alike = Math.max(alike, likeness(wanted, form));
      for (const word of candidate.words) alike = Math.max(alike, likeness(wanted, word));
      return { candidate, score: 1 - alike };
    })
    .filter(({ score }) => score <= 1 - ALIKE)
    .sort((a, b) => a.score - b.score || b.candidate.weight - a.candidate.weight || byLabel(a, b))
    .slice(0, SHOWN_NEAREST);
}

/** Pairs of neighbouring letters, with the ends marked so that a common beginning counts. */
function letterPairs(text: string): string[] {
  const marked = `^${text}$`;
  return Array.from({ length: marked.length - 1 }, (_, i) => marked.slice(i, i + 2));
}

function likeness(wanted: readonly string[], text: string): number {
  const pairs = letterPairs(text);
  const left = new Map<string, number>();
  for (const pair of pairs) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of wanted) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 1;
  }
  return (2 * shared) / (wanted.length + pairs.length);
}
