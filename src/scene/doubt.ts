import type { Dataset } from "../model/dataset.ts";
import { THRESHOLDS } from "../model/identity.ts";
import { authorsOf, type Incidence, papersOf } from "../model/incidence.ts";
import { papersOfNode } from "./name-nodes.ts";
import { once } from "./once.ts";
import { isDoubtful } from "./review-queue.ts";

/** A count as it stands, and what it would be were every doubtful case decided one way or the other. */
export interface Range {
  readonly low: number;
  readonly now: number;
  readonly high: number;
}

export interface AuthorDoubt {
  /** Rows of `cases` about which the presets disagree, in the order of the ledger. */
  readonly cases: readonly number[];
  readonly papers: Range;
  readonly coauthors: Range;
}

/** By author, the doubtful cases that one of its names is a side of, in the order of the ledger; authors without are left out. */
export const doubtfulCases = once((dataset: Dataset): ReadonlyMap<number, readonly number[]> => {
  const { cases, nodes } = dataset;
  const rows = new Map<number, number[]>();
  for (let row = 0; row < cases.rowCount; row++) {
    if (!isDoubtful(dataset, row)) continue;
    for (const author of new Set([nodes.author[cases.a[row]], nodes.author[cases.b[row]]])) {
      const before = rows.get(author);
      if (before === undefined) rows.set(author, [row]);
      else before.push(row);
    }
  }
  return rows;
});

/**
 * How papers and coauthors of an author depend on what is undecided. At least: the papers of the name with most authorships
 * and of those joined to it by cases that are sure or decided. At most: those of everybody who may be the same person too.
 */
export function authorDoubt(
  dataset: Dataset,
  incidence: Incidence,
  author: number,
  doubtful: ReadonlyMap<number, readonly number[]>,
): AuthorDoubt | null {
  const rows = doubtful.get(author);
  if (rows === undefined) return null;
  const { cases, nodes } = dataset;
  const sure = sureNodes(dataset, author);
  const most = new Set([author]);
  for (const row of rows) for (const node of [cases.a[row], cases.b[row]]) most.add(nodes.author[node]);

  const now = Array.from(papersOf(incidence, author));
  const low = sure.flatMap((node) => papersOfNode(dataset, node));
  const high = new Set([...most].flatMap((one) => Array.from(papersOf(incidence, one))));
  return {
    cases: rows,
    papers: { low: low.length, now: now.length, high: high.size },
    coauthors: {
      low: coauthorCount(incidence, low, most),
      now: dataset.authors.coauthors[author],
      high: coauthorCount(incidence, high, most),
    },
  };
}

/** The author's name nodes that nobody doubts are one: from the one with most authorships along cases that are sure or decided. */
function sureNodes(dataset: Dataset, author: number): number[] {
  const { cases, nodes } = dataset;
  const next = new Map<number, number[]>();
  const link = (from: number, to: number) => next.set(from, [...(next.get(from) ?? []), to]);
  for (let row = 0; row < cases.rowCount; row++) {
    const [a, b] = [cases.a[row], cases.b[row]];
    if (nodes.author[a] !== author || nodes.author[b] !== author) continue;
    const outcome = cases.outcome[row];
    if (outcome !== "decided-same" && (outcome !== "merged" || cases.score[row] < THRESHOLDS.strict)) continue;
    link(a, b);
    link(b, a);
  }
  let first = -1;
  nodes.author.forEach((of, node) => {
    if (of === author && (first < 0 || nodes.authorships[node] > nodes.authorships[first])) first = node;
  });
  const seen = new Set([first]);
  for (const node of seen) for (const other of next.get(node) ?? []) seen.add(other);
  return [...seen];
}

function coauthorCount(incidence: Incidence, papers: Iterable<number>, not: ReadonlySet<number>): number {
  const coauthors = new Set<number>();
  for (const paper of papers) for (const author of authorsOf(incidence, paper)) coauthors.add(author);
  for (const author of not) coauthors.delete(author);
  return coauthors.size;
}
