import { prominenceOf } from "../model/author-radius.ts";
import type { Dataset, Partition } from "../model/dataset.ts";
import { authorsOf, type Incidence, papersOf } from "../model/incidence.ts";
import type { Shown } from "./view.ts";

/** What a choice or a hover brings forward; everything else fades. */
export interface Focus {
  /** The author whom it is all about, where it is about one. */
  readonly center: number | null;
  /** 1 for authors that stand out, by author. */
  readonly authors: Uint8Array;
  /** Authors whose names are wanted first, most wanted first. */
  readonly names: readonly number[];
  /** Whether a tie of the `coauthorships` table stands out. */
  readonly tie: (row: number) => boolean;
  /** Lines from a large paper's glyph to these authors. */
  readonly spokes: readonly { readonly paper: number; readonly author: number }[];
  /** Authors that get a ring: those in teams, where a large paper was chosen. */
  readonly ringed: ReadonlySet<number>;
}

/** What belongs to `choice`; null for a paper without authors, since nobody on the map belongs to it. */
export function focusOf(dataset: Dataset, incidence: Incidence, partition: Partition, choice: Shown): Focus | null {
  if (choice.kind === "author") return aroundAuthor(dataset, incidence, choice.author);
  if (choice.kind === "team") return onTeam(dataset, partition, choice.team);
  if (choice.kind === "paper") return onPaper(dataset, incidence, choice.paper);
  if (choice.kind === "question") return aroundBoth(dataset, incidence, choice.a, choice.b);
  const { a, b } = dataset.coauthorships;
  const ends = [choice.a, choice.b];
  return {
    ...nothing(dataset),
    authors: marked(dataset, ends),
    names: ends,
    tie: (row) => (a[row] === choice.a && b[row] === choice.b) || (a[row] === choice.b && b[row] === choice.a),
  };
}

function nothing(dataset: Dataset): Focus {
  return {
    center: null,
    authors: new Uint8Array(dataset.authors.rowCount),
    names: [],
    tie: () => false,
    spokes: [],
    ringed: new Set(),
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

function aroundAuthor(dataset: Dataset, incidence: Incidence, author: number): Focus {
  const { a, b, rowCount } = dataset.coauthorships;
  const coauthors: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (a[row] === author) coauthors.push(b[row]);
    else if (b[row] === author) coauthors.push(a[row]);
  }
  // Whom only large papers tie in has no drawn lines but the one to the paper.
  const spokes = dataset.authors.onlyLarge[author]
    ? Array.from(papersOf(incidence, author), (paper) => ({ paper, author }))
    : [];
  return {
    ...nothing(dataset),
    center: author,
    authors: marked(dataset, [author, ...coauthors]),
    names: [author, ...byPapers(dataset, coauthors)],
    tie: (row) => a[row] === author || b[row] === author,
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
    authors: marked(dataset, names),
    names: [...names],
    tie: (row) => ofA.tie(row) || ofB.tie(row),
    spokes: [...ofA.spokes, ...ofB.spokes],
    ringed: new Set([a, b]),
  };
}

function onTeam(dataset: Dataset, partition: Partition, team: number): Focus {
  const { a, b } = dataset.coauthorships;
  const members: number[] = [];
  partition.team.forEach((other, author) => {
    if (other === team) members.push(author);
  });
  return {
    ...nothing(dataset),
    authors: marked(dataset, members),
    names: byPapers(dataset, members),
    tie: (row) => partition.team[a[row]] === team && partition.team[b[row]] === team,
  };
}

function onPaper(dataset: Dataset, incidence: Incidence, paper: number): Focus | null {
  const { a, b } = dataset.coauthorships;
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
    tie: (row) => !large && marks[a[row]] === 1 && marks[b[row]] === 1,
    spokes: large ? Array.from(people, (author) => ({ paper, author })) : [],
    ringed: new Set(large ? inTeams : []),
  };
}
