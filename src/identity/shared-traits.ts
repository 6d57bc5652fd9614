import type { NodeGraph, Rows } from "./node-graph.ts";
import type { PaperTraits } from "./paper-traits.ts";

/** What two nodes have in common, counted; and what was to be expected of two people by chance. */
export interface SharedTraits {
  coauthors: number;
  coauthorsExpected: number;
  /** Of the two numbers of all coauthors the smaller. */
  fewerCoauthors: number;
  titleWords: number;
  titleWordsExpected: number;
  venues: number;
  venuesExpected: number;
  /** Years between the papers of one and those of the other; 0 where they overlap or a year is unknown. */
  yearGap: number;
}

/**
 * How much rather than any two do two people with names alike meet the same coauthor: where a collection spans many
 * fields they are of one; a small collection is one field.
 */
const FIELDS = 12;
const NAMES_OF_A_FIELD = 500;
/** Papers with more authors than this make nobody a coauthor who tells people apart. */
export const LARGE_PAPER = 50;

/**
 * Counts what pairs of nodes share. `focus(a)` marks what `a` has; `with(b)` then costs what `b` has, so that pairs are
 * asked for by ascending `a`. Coauthors are left at 0: see `SharedCoauthorsCounter`.
 */
export class SharedTraitsCounter {
  readonly #graph: NodeGraph;
  readonly #traits: PaperTraits;
  readonly #wordMark: Int32Array;
  readonly #venueMark: Int32Array;
  readonly #sameField: number;
  readonly #coauthorsFrom: Uint32Array;
  #focus = -1;
  #turn = 0;

  constructor(graph: NodeGraph, traits: PaperTraits, coauthors: Rows) {
    this.#graph = graph;
    this.#traits = traits;
    this.#coauthorsFrom = coauthors.from;
    this.#sameField = Math.max(1, (FIELDS * graph.nodeCount) / (graph.nodeCount + FIELDS * NAMES_OF_A_FIELD));
    this.#wordMark = new Int32Array(traits.papersWithWord.length);
    this.#venueMark = new Int32Array(traits.papersAtVenue.length);
  }

  focus(a: number): void {
    if (this.#focus === a) return;
    this.#focus = a;
    const turn = ++this.#turn;
    const { papers } = this.#graph;
    const { titleWords, venue } = this.#traits;
    for (let k = papers.from[a]; k < papers.from[a + 1]; k++) {
      const paper = papers.values[k];
      for (let w = titleWords.from[paper]; w < titleWords.from[paper + 1]; w++)
        this.#wordMark[titleWords.values[w]] = turn;
      if (venue[paper] >= 0) this.#venueMark[venue[paper]] = turn;
    }
  }

  with(b: number): SharedTraits {
    const a = this.#focus;
    const turn = this.#turn;
    const { papers, nodeCount } = this.#graph;
    const { titleWords, papersWithWord, venue, papersAtVenue, year } = this.#traits;
    const from = this.#coauthorsFrom;
    // A word that was met is marked down, so that it counts once.
    const met = -turn;

    const paperCount = year.length;
    const papersOfA = papers.from[a + 1] - papers.from[a];
    let words = 0;
    let wordsExpected = 0;
    let venues = 0;
    let venuesExpected = 0;
    for (let k = papers.from[b]; k < papers.from[b + 1]; k++) {
      const paper = papers.values[k];
      for (let w = titleWords.from[paper]; w < titleWords.from[paper + 1]; w++) {
        const word = titleWords.values[w];
        wordsExpected += (papersOfA * papersWithWord[word]) / paperCount;
        if (this.#wordMark[word] === turn) {
          this.#wordMark[word] = met;
          words++;
        }
      }
      const at = venue[paper];
      if (at < 0) continue;
      venuesExpected += (papersOfA * papersAtVenue[at]) / paperCount;
      if (this.#venueMark[at] === turn) {
        this.#venueMark[at] = met;
        venues++;
      }
    }
    if (words > 0 || venues > 0) {
      for (let k = papers.from[b]; k < papers.from[b + 1]; k++) {
        const paper = papers.values[k];
        for (let w = titleWords.from[paper]; w < titleWords.from[paper + 1]; w++) {
          if (this.#wordMark[titleWords.values[w]] === met) this.#wordMark[titleWords.values[w]] = turn;
        }
        const at = venue[paper];
        if (at >= 0 && this.#venueMark[at] === met) this.#venueMark[at] = turn;
      }
    }
    return {
      coauthors: 0,
      coauthorsExpected: (this.#sameField * (from[a + 1] - from[a]) * (from[b + 1] - from[b])) / nodeCount,
      fewerCoauthors: Math.min(from[a + 1] - from[a], from[b + 1] - from[b]),
      titleWords: words,
      titleWordsExpected: wordsExpected,
      venues,
      venuesExpected,
      yearGap: yearGap(papers, year, a, b),
    };
  }
}

/** The same for coauthors alone; `personOf` says which nodes are known to be one coauthor. */
export class SharedCoauthorsCounter {
  readonly #coauthors: Rows;
  readonly #personOf: Uint32Array;
  readonly #personMark: Int32Array;
  #focus = -1;
  #turn = 0;

  constructor(coauthors: Rows, personOf: Uint32Array) {
    this.#coauthors = coauthors;
    this.#personOf = personOf;
    this.#personMark = new Int32Array(personOf.length);
  }

  focus(a: number): void {
    if (this.#focus === a) return;
    this.#focus = a;
    const turn = ++this.#turn;
    const { from, values } = this.#coauthors;
    for (let k = from[a]; k < from[a + 1]; k++) this.#personMark[this.#personOf[values[k]]] = turn;
  }

  with(b: number): number {
    const turn = this.#turn;
    const { from, values } = this.#coauthors;
    // A person who was met is marked down, so as to count once.
    const met = -turn;
    let coauthors = 0;
    for (let k = from[b]; k < from[b + 1]; k++) {
      const person = this.#personOf[values[k]];
      if (this.#personMark[person] !== turn) continue;
      this.#personMark[person] = met;
      coauthors++;
    }
    if (coauthors > 0) {
      for (let k = from[b]; k < from[b + 1]; k++) {
        const person = this.#personOf[values[k]];
        if (this.#personMark[person] === met) this.#personMark[person] = turn;
      }
    }
    return coauthors;
  }
}

function yearGap(papers: Rows, year: Float64Array, a: number, b: number): number {
  const range = (node: number): [first: number, last: number] => {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (let k = papers.from[node]; k < papers.from[node + 1]; k++) {
      const at = year[papers.values[k]];
      if (at < first) first = at;
      if (at > last) last = at;
    }
    return [first, last];
  };
  const [firstOfA, lastOfA] = range(a);
  const [firstOfB, lastOfB] = range(b);
  const gap = Math.max(firstOfB - lastOfA, firstOfA - lastOfB);
  return Number.isFinite(gap) && gap > 0 ? gap : 0;
}
