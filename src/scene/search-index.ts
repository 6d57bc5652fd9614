import { prominenceOf } from "../model/author-radius.ts";
import type { Counting } from "../model/counting.ts";
import { type Dataset, partitionOf } from "../model/dataset.ts";
import { namesAreComing } from "./arriving.ts";
import { type FoldedForms, FormsBuilder, foldedWords } from "./folded-forms.ts";
import { isGiven, prominenceInWords } from "./given-ties.ts";
import { paperTitle } from "./paper-order.ts";
import { systemNames } from "./system-names.ts";
import { teamSize } from "./team-facts.ts";
import type { Choice } from "./view.ts";
import { counted, yearSpan } from "./wording.ts";

/** In the order of their groups where these are equally good. */
export const RESULT_KINDS = ["person", "team", "system", "paper"] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

export interface SearchResult {
  readonly kind: ResultKind;
  readonly choice: Choice;
  readonly label: string;
  /** What tells it from its namesakes: "11 papers · 2017–2024 · MLOps". */
  readonly context: string;
}

/** Everything that can be searched for, in columns; what a result says is made when it is shown. */
export interface SearchIndex extends FoldedForms {
  /** Which entry each form is of, ascending. */
  readonly entryOf: Uint32Array;
  /** By entry, the place of its kind in `RESULT_KINDS`. */
  readonly kindOf: Uint8Array;
  /** By entry; among equally good matches the greater comes first: papers of a person, year of a paper. */
  readonly weight: Float64Array;
  readonly label: (entry: number) => string;
  readonly result: (entry: number) => SearchResult;
}

/** Entries that are made between two pauses. */
const ENTRIES_A_STEP = 500;

/** What can be found, and by which texts. */
export interface Entry {
  readonly kind: ResultKind;
  readonly texts: readonly string[];
  readonly weight: number;
  readonly label: () => string;
  readonly result: () => Omit<SearchResult, "kind" | "label">;
}

/** Folds everything that can be searched for: people by all their name forms, teams, systems, papers. */
export function searchIndex(dataset: Dataset, counting: Counting): SearchIndex {
  const steps = searchIndexInSteps(dataset, counting);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in steps of a millisecond or so each, for whoever has other things to do meanwhile. Systems come last, since reading what
 * all papers say takes longest: one of the steps gives the index of everything else.
 */
export function searchIndexInSteps(
  dataset: Dataset,
  counting: Counting,
): Generator<SearchIndex | undefined, SearchIndex> {
  return indexInSteps(entriesOf(dataset, counting));
}

/** The index of any entries, in steps; where systems follow, one of them gives the index of everything before. */
export function* indexInSteps(
  all: Iterable<Entry | "systems follow">,
): Generator<SearchIndex | undefined, SearchIndex> {
  const folded = new FormsBuilder();
  const entryOf: number[] = [];
  const entries: Entry[] = [];
  for (const entry of all) {
    if (entry === "systems follow") {
      yield indexSoFar();
      continue;
    }
    const known = new Set<string>();
    for (const text of entry.texts) {
      const words = foldedWords(text);
      const form = words.join("");
      if (known.has(form)) continue;
      known.add(form);
      entryOf.push(entries.length);
      folded.add(words, form);
    }
    entries.push(entry);
    if (entries.length % ENTRIES_A_STEP === 0) yield;
  }
  return indexSoFar();

  function indexSoFar(): SearchIndex {
    return {
      ...folded.soFar(),
      entryOf: new Uint32Array(entryOf),
      kindOf: Uint8Array.from(entries, ({ kind }) => RESULT_KINDS.indexOf(kind)),
      weight: new Float64Array(entries.map(({ weight }) => weight)),
      label: (row) => entries[row].label(),
      result: (row) => ({ kind: entries[row].kind, label: entries[row].label(), ...entries[row].result() }),
    };
  }
}

function* entriesOf(dataset: Dataset, counting: Counting): Generator<Entry | "systems follow"> {
  if (!namesAreComing(dataset)) yield* personEntries(dataset, counting);
  yield* teamEntries(dataset, counting);
  yield* partEntries(dataset, counting);
  yield* paperEntries(dataset);
  yield "systems follow";
  yield* systemEntries(dataset);
}

function* personEntries(dataset: Dataset, counting: Counting): Generator<Entry> {
  const { authors, names } = dataset;
  const partition = partitionOf(dataset, counting);
  const prominence = prominenceOf(authors);
  let row = 0;
  for (let author = 0; author < authors.rowCount; author++) {
    const texts = [authors.name[author]];
    for (; row < names.rowCount && names.author[row] === author; row++) texts.push(names.name[row]);
    const team = partition.team[author];
    yield {
      kind: "person",
      texts,
      weight: prominence[author],
      label: () => authors.name[author],
      result: () => ({
        choice: { kind: "author", author },
        context: joined(
          prominenceInWords(dataset, author),
          yearSpan(authors.firstYear[author], authors.lastYear[author]),
          team === null ? null : partition.teams.name[team],
        ),
      }),
    };
  }
}

function* teamEntries(dataset: Dataset, counting: Counting): Generator<Entry> {
  const { teams } = partitionOf(dataset, counting);
  for (let team = 0; team < teams.rowCount; team++) {
    yield {
      kind: "team",
      texts: [teams.name[team]],
      weight: teams.authors[team],
      label: () => teams.name[team],
      result: () => ({
        choice: { kind: "team", team },
        context: teamSize(teams.authors[team], isGiven(dataset) ? null : teams.papers[team]),
      }),
    };
  }
}

/** Parts of teams by their subject, among the teams; by their people one finds these. */
function* partEntries(dataset: Dataset, counting: Counting): Generator<Entry> {
  const { parts, teams } = dataset;
  if (partitionOf(dataset, counting).teams !== teams) return;
  for (let part = 0; part < parts.rowCount; part++) {
    const subject = parts.subject[part];
    if (subject === null) continue;
    yield {
      kind: "team",
      texts: [subject],
      weight: parts.authors[part],
      label: () => subject,
      result: () => ({
        choice: { kind: "part", part },
        context: joined(parts.name[part], `a part of ${teams.name[parts.team[part]]}`),
      }),
    };
  }
}

function* systemEntries({ papers }: Dataset): Generator<Entry> {
  for (let paper = 0; paper < papers.rowCount; paper++) {
    for (const { name, own } of systemNames(papers.title[paper], papers.abstract[paper])) {
      yield {
        kind: "system",
        texts: [name],
        weight: (own ? 10_000 : 0) + (papers.year[paper] ?? 0),
        label: () => name,
        result: () => ({
          choice: { kind: "paper", paper },
          context: joined(own ? null : "spoken of in", paperTitle(papers, paper), yearText(papers.year[paper])),
        }),
      };
    }
  }
}

function* paperEntries({ papers }: Dataset): Generator<Entry> {
  for (let paper = 0; paper < papers.rowCount; paper++) {
    yield {
      kind: "paper",
      texts: [
        paperTitle(papers, paper),
        papers.paperId[paper],
        papers.arxiv[paper] ?? "",
        papers.doi[paper] ?? "",
        papers.acl[paper] ?? "",
      ].filter((text) => text !== ""),
      weight: papers.year[paper] ?? 0,
      label: () => paperTitle(papers, paper),
      result: () => ({
        choice: { kind: "paper", paper },
        context: joined(
          yearText(papers.year[paper]),
          papers.authors[paper] === 0 ? "no authors given" : counted(papers.authors[paper], "author"),
          papers.fields[paper].at(0)?.name ?? null,
        ),
      }),
    };
  }
}

function yearText(year: number | null): string | null {
  return year === null ? null : String(year);
}

export function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(" · ");
}
