import { type Counting, pairCount, pairWeight } from "../model/counting.ts";
import type { Dataset } from "../model/dataset.ts";
import { authorsOn, type Incidence, jointPapers } from "../model/incidence.ts";
import { givenWeight, isGiven, weightInWords } from "./given-ties.ts";
import { newestFirst } from "./paper-order.ts";
import { decimal, thousands } from "./wording.ts";

export interface TieTerm {
  readonly paper: number;
  readonly authors: number;
  readonly weight: number;
  /** "1/21 (7 authors)", or "1 of 70,876 pairs" where the number alone would say nothing. */
  readonly words: string;
}

export interface TieFacts {
  readonly a: number;
  readonly b: number;
  /** Newest first. Empty when the two have no joint paper, as in a given network. */
  readonly terms: readonly TieTerm[];
  readonly weight: number;
  /** "1/21 (7 authors) + 1/28 (8 authors) = 0.083". */
  readonly sum: string;
}

/** Below this a weight as a decimal fraction says nothing to a reader. */
const READABLE = 0.001;

/** The joint papers of two authors and how each adds to their tie. */
export function tieFacts(dataset: Dataset, incidence: Incidence, counting: Counting, a: number, b: number): TieFacts {
  if (isGiven(dataset)) {
    const weight = givenWeight(dataset, a, b);
    return { a, b, terms: [], weight, sum: weightInWords(weight) };
  }
  const terms = newestFirst(dataset.papers, jointPapers(incidence, a, b)).map((paper) => {
    const authors = authorsOn(incidence, paper);
    return { paper, authors, weight: pairWeight(counting, authors), words: termInWords(counting, authors) };
  });
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  return { a, b, terms, weight, sum: sumInWords(terms, weight) };
}

function termInWords(counting: Counting, authors: number): string {
  const of = `(${thousands(authors)} authors)`;
  if (counting === "full") return `1 ${of}`;
  if (counting === "author") return authors === 2 ? `1 ${of}` : `1/${thousands(authors - 1)} ${of}`;
  const pairs = pairCount(authors);
  if (pairWeight(counting, authors) < READABLE) return `1 of ${thousands(pairs)} pairs ${of}`;
  return pairs === 1 ? `1 ${of}` : `1/${thousands(pairs)} ${of}`;
}

function sumInWords(terms: readonly TieTerm[], weight: number): string {
  const added = terms.map((term) => term.words).join(" + ");
  if (weight < READABLE) return added;
  return `${added} = ${decimal(weight)}`;
}
