import { CoauthoringPersons, coauthorsOf } from "./coauthors.ts";
import { CommonCounter } from "./distinct-rows.ts";
import type { NodeGraph, Rows } from "./node-graph.ts";
import type { PaperTraits } from "./paper-traits.ts";
import { PaperTraitsCounter } from "./paper-traits-counter.ts";

/** What two nodes have in common, counted; and what was to be expected of two people by chance. */
export interface SharedTraits {
  readonly coauthors: number;
  readonly coauthorsExpected: number;
  /** Of the two numbers of all coauthors the smaller. */
  readonly fewerCoauthors: number;
  readonly titleWords: number;
  readonly titleWordsExpected: number;
  readonly venues: number;
  readonly venuesExpected: number;
  /** Years between the papers of one and those of the other; 0 where they overlap or a year is unknown. */
  readonly yearGap: number;
}

/**
 * How much rather than any two do two people with names alike meet the same coauthor: where a collection spans many
 * fields they are of one; a small collection is one field.
 */
const FIELDS = 12;
const NAMES_OF_A_FIELD = 500;

/** What pairs of nodes have in common, in columns: one value per pair. */
export class TraitsOfPairs {
  readonly #graph: NodeGraph;
  readonly #traits: PaperTraits;
  readonly #pairs: readonly NodePair[];
  readonly #coauthors: Rows;
  readonly #persons: CoauthoringPersons;
  readonly #sameField: number;
  readonly #titleWords: Uint32Array;
  readonly #titleWordsExpected: Float64Array;
  readonly #venues: Uint32Array;
  readonly #venuesExpected: Float64Array;

  /** `pairs` by a. */
  constructor(graph: NodeGraph, traits: PaperTraits, pairs: readonly NodePair[]) {
    const isAsked = new Uint8Array(graph.nodeCount);
    for (const { a, b } of pairs) isAsked[a] = isAsked[b] = 1;
    this.#graph = graph;
    this.#traits = traits;
    this.#pairs = pairs;
    this.#coauthors = coauthorsOf(graph, isAsked);
    this.#persons = new CoauthoringPersons(this.#coauthors);
    this.#sameField = Math.max(1, (FIELDS * graph.nodeCount) / (graph.nodeCount + FIELDS * NAMES_OF_A_FIELD));
    this.#titleWords = new Uint32Array(pairs.length);
    this.#titleWordsExpected = new Float64Array(pairs.length);
    this.#venues = new Uint32Array(pairs.length);
    this.#venuesExpected = new Float64Array(pairs.length);
    const counter = new PaperTraitsCounter(graph.papers, traits);
    pairs.forEach(({ a, b }, i) => {
      counter.focus(a);
      counter.compare(b);
      this.#titleWords[i] = counter.titleWords;
      this.#titleWordsExpected[i] = counter.titleWordsExpected;
      this.#venues[i] = counter.venues;
      this.#venuesExpected[i] = counter.venuesExpected;
    });
  }

  /** For each pair how many coauthors both have; `personOf` says which nodes are known to be one coauthor. */
  coauthors(personOf: Uint32Array): Uint32Array {
    const counter = new CommonCounter(this.#persons.given(personOf), this.#graph.nodeCount);
    const counts = new Uint32Array(this.#pairs.length);
    this.#pairs.forEach(({ a, b }, i) => {
      counter.focus(a);
      counts[i] = counter.with(b);
    });
    return counts;
  }

  /** All of the pair with this index, which has so many coauthors in common. */
  of(pair: number, coauthors: number): SharedTraits {
    const { a, b } = this.#pairs[pair];
    const { from } = this.#coauthors;
    const ofA = from[a + 1] - from[a];
    const ofB = from[b + 1] - from[b];
    return {
      coauthors,
      coauthorsExpected: (this.#sameField * ofA * ofB) / this.#graph.nodeCount,
      fewerCoauthors: Math.min(ofA, ofB),
      titleWords: this.#titleWords[pair],
      titleWordsExpected: this.#titleWordsExpected[pair],
      venues: this.#venues[pair],
      venuesExpected: this.#venuesExpected[pair],
      yearGap: yearGap(this.#graph.papers, this.#traits.year, a, b),
    };
  }
}

interface NodePair {
  readonly a: number;
  readonly b: number;
}

function yearGap(papers: Rows, year: Float64Array, a: number, b: number): number {
  const gap = Math.max(
    firstYear(papers, year, b) - lastYear(papers, year, a),
    firstYear(papers, year, a) - lastYear(papers, year, b),
  );
  return Number.isFinite(gap) && gap > 0 ? gap : 0;
}

/** Infinity where no year is known. */
function firstYear({ from, values }: Rows, year: Float64Array, node: number): number {
  let first = Number.POSITIVE_INFINITY;
  // Comparisons with an unknown year are false.
  for (let k = from[node]; k < from[node + 1]; k++) if (year[values[k]] < first) first = year[values[k]];
  return first;
}

function lastYear({ from, values }: Rows, year: Float64Array, node: number): number {
  let last = Number.NEGATIVE_INFINITY;
  for (let k = from[node]; k < from[node + 1]; k++) if (year[values[k]] > last) last = year[values[k]];
  return last;
}
