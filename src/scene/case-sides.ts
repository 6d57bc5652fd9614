import type { Dataset } from "../model/dataset.ts";
import { authorsOf, type Incidence, papersOf } from "../model/incidence.ts";
import { papersOfNode } from "./name-nodes.ts";
import { newestFirst } from "./paper-order.ts";

/** One of the two who may be one person. */
export interface CaseSide {
  /** Row of `nodes`: the name that the case is about. */
  readonly node: number;
  readonly author: number;
  readonly name: string;
  /** Newest first: those of the whole author, or of the name alone where both names are one author now. */
  readonly papers: readonly number[];
  /** Most papers first. */
  readonly venues: readonly string[];
  /** Coauthors on papers that are not large, most joint papers first; without the other side. */
  readonly coauthors: readonly number[];
}

/** A question of identity with all that one needs to answer it. */
export interface CaseFacts {
  readonly row: number;
  readonly one: CaseSide;
  readonly other: CaseSide;
  /** Whether the two are one author now. */
  readonly joined: boolean;
  /** Coauthors of both. */
  readonly jointCoauthors: readonly number[];
  readonly effect: CaseEffect;
  /** Where the two are one author now: which side would leave, the one with fewer papers. */
  readonly leaving: CaseSide | null;
}

/** What the other answer would change on the map: joining two who are apart, or parting two who are one. */
export interface CaseEffect {
  /** −1 or 1. */
  readonly authors: number;
  /** Lines on the map: those to joint coauthors become one, or one becomes two. */
  readonly ties: number;
}

export function caseFacts(dataset: Dataset, incidence: Incidence, row: number): CaseFacts {
  const { cases, nodes } = dataset;
  const [a, b] = [cases.a[row], cases.b[row]];
  const joined = nodes.author[a] === nodes.author[b];
  const sides = [a, b].map((node, i) => {
    const author = nodes.author[node];
    const papers = joined ? papersOfNode(dataset, node) : Array.from(papersOf(incidence, author));
    return sideOf(dataset, incidence, node, papers, nodes.author[i === 0 ? b : a]);
  });
  const [one, other] = sides;
  const ofOther = new Set(other.coauthors);
  const jointCoauthors = one.coauthors.filter((author) => ofOther.has(author));
  const apart = joined ? jointOfParts(dataset, incidence, one, other) : jointCoauthors.length;
  return {
    row,
    one,
    other,
    joined,
    jointCoauthors,
    effect: { authors: joined ? 1 : -1, ties: joined ? apart : -apart },
    leaving: joined ? leavingOf(one, other) : null,
  };
}

function sideOf(
  dataset: Dataset,
  incidence: Incidence,
  node: number,
  papers: readonly number[],
  otherAuthor: number,
): CaseSide {
  const author = dataset.nodes.author[node];
  const venues = new Map<string, number>();
  for (const paper of papers) {
    const venue = dataset.papers.venue[paper];
    if (venue !== null) venues.set(venue, (venues.get(venue) ?? 0) + 1);
  }
  const joint = jointPapersWith(dataset, incidence, papers);
  joint.delete(author);
  joint.delete(otherAuthor);
  return {
    node,
    author,
    name: dataset.nodes.name[node],
    papers: newestFirst(dataset.papers, papers),
    venues: mostFirst(venues),
    coauthors: mostFirst(joint),
  };
}

/** For everybody on these papers that are not large, on how many. */
function jointPapersWith(dataset: Dataset, incidence: Incidence, papers: Iterable<number>): Map<number, number> {
  const joint = new Map<number, number>();
  for (const paper of papers) {
    if (dataset.papers.large[paper]) continue;
    for (const author of authorsOf(incidence, paper)) joint.set(author, (joint.get(author) ?? 0) + 1);
  }
  return joint;
}

function leavingOf(one: CaseSide, other: CaseSide): CaseSide {
  return one.papers.length < other.papers.length ? one : other;
}

/** An author's coauthors on some papers that are not large, most joint papers first. */
export function coauthorsOn(
  dataset: Dataset,
  incidence: Incidence,
  author: number,
  papers: Iterable<number>,
): number[] {
  const joint = jointPapersWith(dataset, incidence, papers);
  joint.delete(author);
  return mostFirst(joint);
}

/** Coauthors that both parts would have, were the side with fewer papers taken out of its author. */
function jointOfParts(dataset: Dataset, incidence: Incidence, one: CaseSide, other: CaseSide): number {
  const leaving = leavingOf(one, other);
  const gone = new Set(leaving.papers);
  const rest = Array.from(papersOf(incidence, leaving.author)).filter((paper) => !gone.has(paper));
  const staying = jointPapersWith(dataset, incidence, rest);
  return leaving.coauthors.filter((author) => staying.has(author)).length;
}

/** Keys by count, most first; equals in the order they came. */
function mostFirst<Key>(counts: ReadonlyMap<Key, number>): Key[] {
  return [...counts].sort((one, other) => other[1] - one[1]).map(([key]) => key);
}
