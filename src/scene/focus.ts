import { prominenceOf } from "../model/author-radius.ts";
import type { Dataset, Partition } from "../model/dataset.ts";
import { authorsOf, type Incidence, papersOf } from "../model/incidence.ts";
import { otherEnd, tiesAt } from "./author-ties.ts";
import { membersOfPart } from "./part-facts.ts";
import { membersOf } from "./team-members.ts";
import type { Shown } from "./view.ts";

/** What a choice or a hover brings forward; everything else fades. */
export interface Focus {
  /** Whom it is all about: an author, or both ends of a tie or of a question; none where it is about more. They are first in `names`. */
  readonly about: readonly number[];
  /** 1 for authors that stand out, by author. */
  readonly authors: Uint8Array;
  /** Authors whose names are wanted first, most wanted first. */
  readonly names: readonly number[];
  /** Rows of the `coauthorships` table that stand out. */
  readonly ties: ReadonlySet<number>;
  /** Lines from a large paper's glyph to these authors. */
  readonly spokes: readonly { readonly paper: number; readonly author: number }[];
  /** Authors that get a ring: those in teams, where a large paper was chosen. */
  readonly ringed: ReadonlySet<number>;
  /** Two who may be one: a dashed line between them. */
  readonly joining: readonly [number, number] | null;
}

/**
 * What belongs to `choice`; null for a paper without authors, since nobody on the map belongs to it. Besides a column of
 * bytes it costs what belongs to it, however large the dataset.
 */
export function focusOf(dataset: Dataset, incidence: Incidence, partition: Partition, choice: Shown): Focus | null {
  // The map flies there and shows it: both ask for the same one after another.
  const before = LATEST.get(dataset);
  if (before?.team === partition.team && before.choice === choice) return before.focus;
  const focus = focusOn(dataset, incidence, partition, choice);
  LATEST.set(dataset, { team: partition.team, choice, focus });
  return focus;
}

const LATEST = new WeakMap<
  Dataset,
  { readonly team: Partition["team"]; readonly choice: Shown; readonly focus: Focus | null }
>();

function focusOn(dataset: Dataset, incidence: Incidence, partition: Partition, choice: Shown): Focus | null {
  if (choice.kind === "author") return aroundAuthor(dataset, incidence, choice.author);
  if (choice.kind === "team") return onTeam(dataset, membersOf(partition, choice.team));
  if (choice.kind === "part") return onTeam(dataset, membersOfPart(dataset, choice.part));
  if (choice.kind === "paper") return onPaper(dataset, incidence, choice.paper);
  if (choice.kind === "question") return aroundBoth(dataset, incidence, choice.a, choice.b);
  if (choice.kind === "parting") {
    // Whoever would be a coauthor of the part that leaves is told from the others by a ring.
    return { ...aroundAuthor(dataset, incidence, choice.author), ringed: new Set(choice.coauthors) };
  }
  const ends = [choice.a, choice.b];
  const authors = marked(dataset, ends);
  return { ...nothing(dataset), about: ends, authors, names: ends, ties: tiesAmong(dataset, ends, authors) };
}

function nothing(dataset: Dataset): Focus {
  return {
    about: [],
    authors: new Uint8Array(dataset.authors.rowCount),
    names: [],
    ties: new Set(),
    spokes: [],
    ringed: new Set(),
    joining: null,
  };
}

function marked(dataset: Dataset, authors: Iterable<number>): Uint8Array {
  const marks = new Uint8Array(dataset.authors.rowCount);
  for (const author of authors) marks[author] = 1;
  return marks;
}

function byPapers(dataset: Dataset, authors: Iterable<number>): number[] {
  const prominence = prominenceOf(dataset.authors);
  return [...authors].sort((one, other) => prominence[other] - prominence[one] || one - other);
}

/** The ties among `authors`, who are those marked. */
function tiesAmong(dataset: Dataset, authors: Iterable<number>, marks: Uint8Array): Set<number> {
  const { a, b } = dataset.coauthorships;
  const ties = new Set<number>();
  for (const author of authors) {
    // Each is found at its lower end.
    for (const row of tiesAt(dataset, author)) if (a[row] === author && marks[b[row]] === 1) ties.add(row);
  }
  return ties;
}

function aroundAuthor(dataset: Dataset, incidence: Incidence, author: number): Focus {
  const ties = new Set(tiesAt(dataset, author));
  const coauthors = Array.from(ties, (row) => otherEnd(dataset.coauthorships, row, author));
  // Whom only large papers tie in has no drawn lines but the one to the paper.
  const spokes = dataset.authors.onlyLarge[author]
    ? Array.from(papersOf(incidence, author), (paper) => ({ paper, author }))
    : [];
  return {
    ...nothing(dataset),
    about: [author],
    authors: marked(dataset, [author, ...coauthors]),
    names: [author, ...byPapers(dataset, coauthors)],
    ties,
    spokes,
  };
}

/** Two authors who may be one, as they would stand together: both with their coauthors, the joint ones named first. */
function aroundBoth(dataset: Dataset, incidence: Incidence, a: number, b: number): Focus {
  const ofA = aroundAuthor(dataset, incidence, a);
  const ofB = aroundAuthor(dataset, incidence, b);
  const both = ofA.names.filter((author) => ofB.authors[author] === 1 && author !== a && author !== b);
  const names = new Set([a, b, ...both, ...ofA.names, ...ofB.names]);
  return {
    ...nothing(dataset),
    about: [a, b],
    authors: marked(dataset, names),
    names: [...names],
    ties: new Set([...ofA.ties, ...ofB.ties]),
    spokes: [...ofA.spokes, ...ofB.spokes],
    ringed: new Set([a, b]),
    joining: [a, b],
  };
}

function onTeam(dataset: Dataset, members: Uint32Array): Focus {
  const authors = marked(dataset, members);
  return {
    ...nothing(dataset),
    authors,
    names: byPapers(dataset, members),
    ties: tiesAmong(dataset, members, authors),
  };
}

function onPaper(dataset: Dataset, incidence: Incidence, paper: number): Focus | null {
  const people = authorsOf(incidence, paper);
  if (people.length === 0) return null;
  const marks = marked(dataset, people);
  const large = dataset.papers.large[paper];
  const inTeams = Array.from(people).filter((author) => !dataset.authors.onlyLarge[author]);
  return {
    ...nothing(dataset),
    authors: marks,
    names: byPapers(dataset, inTeams),
    // Two authors of one paper have a tie by it; of a large paper no tie is drawn, and ties by other papers are not meant.
    ties: large ? new Set() : tiesAmong(dataset, people, marks),
    spokes: large ? Array.from(people, (author) => ({ paper, author })) : [],
    ringed: new Set(large ? inTeams : []),
  };
}
