import { naturalLog } from "../model/logarithm.ts";
import { BestPairs } from "./best-pairs.ts";

/** What tells who wrote the papers of one name. */
export interface PapersOfName {
  /** For each paper whoever else wrote it, each once. */
  readonly coauthors: readonly (readonly number[])[];
  /** Dot products of what surrounds the papers: symmetric, lengths squared on the diagonal. */
  readonly surroundings: readonly Float64Array[];
  /** For each paper its year, or NaN. */
  readonly years: readonly number[];
}

/** What is weighed of two groups of papers: see `circleOdds`. */
export interface CircleFacts {
  /** How many others of the name are to be expected. */
  readonly expected: number;
  /** Cosine of their surroundings, from 0 to 1. */
  readonly likeness: number;
  /** Where nobody wrote with both, of the two numbers of coauthors the smaller; else 0. */
  readonly fewerCoauthors: number;
  /** In how many years both are at work. */
  readonly jointYears: number;
}

/** Papers that are taken for one person's, ascending, and the other circle of the name that is likeliest theirs too. */
export interface Circle {
  readonly papers: readonly number[];
  readonly likeliest: { readonly circle: number; readonly facts: CircleFacts } | undefined;
}

/** Cosine of the surroundings of two groups of papers of which nothing says whether they are one person's. */
const CHANCE_LIKENESS = 0.02;
const SMOOTHING = 0.01;

/**
 * Natural-log odds that two groups of papers of one name are one person's, as they add up: before all evidence 1 to the
 * others expected; likeness against that of chance; no coauthor in common, which says the more, the more there are; and
 * years in which one person would have worked in two circles at once. Weights of ½, 1 and 2 are what remains of a search
 * for the best on invented namesakes, names too rare to be shared that were thrown together: see `test/bench/README.md`.
 */
export function circleOdds(
  facts: CircleFacts,
): readonly [name: number, circle: number, coauthors: number, years: number] {
  return [
    -naturalLog(facts.expected),
    2 * naturalLog((facts.likeness + SMOOTHING) / CHANCE_LIKENESS),
    -logarithmAfter(facts.fewerCoauthors),
    -logarithmAfter(facts.jointYears) / 2,
  ];
}

const LOGARITHMS: number[] = [];

/** ln(1 + n) for n = 0, 1, 2, …, which is asked for again and again. */
function logarithmAfter(n: number): number {
  LOGARITHMS[n] ??= naturalLog(1 + n);
  return LOGARITHMS[n];
}

/**
 * Joins papers, best pair of groups first, while it is likelier than not that two groups are one person's. What is left
 * alone stays alone: that a name is common is no reason to give a stray paper to one of those who have it. Circles come
 * by size, of equals by their first paper. Quadratic in the papers for all but the longest chains of joins.
 */
export function circlesOf(papers: PapersOfName, expected: number): Circle[] {
  const groups = new Groups(papers, expected);
  const count = papers.years.length;
  const scores = papers.years.map(() => new Float64Array(count).fill(Number.NEGATIVE_INFINITY));
  for (let i = 0; i < count; i++) for (let j = 0; j < i; j++) scores[i][j] = scores[j][i] = groups.odds(i, j);
  const best = new BestPairs(scores);
  for (;;) {
    const [a, b] = best.pair();
    if (a < 0) break;
    groups.join(a, b);
    for (let k = 0; k < count; k++) {
      scores[b][k] = scores[k][b] = Number.NEGATIVE_INFINITY;
      if (k !== a && groups.has(k)) scores[a][k] = scores[k][a] = groups.odds(a, k);
    }
    best.changed(a, b);
  }
  return groups.circles(scores);
}

/** Groups of papers, each under its first paper, with the sums that odds are made of. */
class Groups {
  readonly #expected: number;
  readonly #papers: number[][];
  readonly #coauthors: Set<number>[];
  /** Dot products of the sums of surroundings. */
  readonly #products: Float64Array[];
  /** 1 where two groups have a coauthor in common. */
  readonly #joint: Uint8Array[];
  readonly #first: Float64Array;
  readonly #last: Float64Array;

  constructor({ coauthors, surroundings, years }: PapersOfName, expected: number) {
    this.#expected = expected;
    this.#papers = years.map((_, i) => [i]);
    this.#coauthors = coauthors.map((others) => new Set(others));
    this.#products = surroundings.map((row) => row.slice());
    this.#joint = jointCoauthors(coauthors);
    this.#first = Float64Array.from(years);
    this.#last = Float64Array.from(years);
  }

  has(i: number): boolean {
    return this.#papers[i].length > 0;
  }

  #facts(i: number, j: number): CircleFacts {
    const lengths = Math.sqrt(this.#products[i][i] * this.#products[j][j]);
    const years = Math.min(this.#last[i], this.#last[j]) - Math.max(this.#first[i], this.#first[j]) + 1;
    return {
      expected: this.#expected,
      likeness: lengths > 0 ? this.#products[i][j] / lengths : 0,
      fewerCoauthors: this.#joint[i][j] === 1 ? 0 : Math.min(this.#coauthors[i].size, this.#coauthors[j].size),
      jointYears: years > 0 ? years : 0,
    };
  }

  odds(i: number, j: number): number {
    const [name, circle, coauthors, years] = circleOdds(this.#facts(i, j));
    return name + circle + coauthors + years;
  }

  /** Everything of `b` becomes `a`'s. */
  join(a: number, b: number): void {
    this.#papers[a].push(...this.#papers[b]);
    this.#papers[b] = [];
    for (const coauthor of this.#coauthors[b]) this.#coauthors[a].add(coauthor);
    const products = this.#products;
    for (let k = 0; k < products.length; k++) products[a][k] += products[b][k];
    for (let k = 0; k < products.length; k++) products[k][a] += products[k][b];
    for (let k = 0; k < products.length; k++) if (this.#joint[b][k] === 1) this.#joint[a][k] = this.#joint[k][a] = 1;
    // A year that is unknown says nothing: comparisons with NaN are false.
    if (this.#first[b] < this.#first[a] || Number.isNaN(this.#first[a])) this.#first[a] = this.#first[b];
    if (this.#last[b] > this.#last[a] || Number.isNaN(this.#last[a])) this.#last[a] = this.#last[b];
  }

  circles(scores: readonly Float64Array[]): Circle[] {
    const left = this.#papers.map((_, i) => i).filter((i) => this.has(i));
    left.sort((a, b) => this.#papers[b].length - this.#papers[a].length || a - b);
    return left.map((i) => {
      let best = -1;
      left.forEach((j, other) => {
        if (j !== i && (best < 0 || scores[i][j] > scores[i][left[best]])) best = other;
      });
      return {
        papers: this.#papers[i].sort((a, b) => a - b),
        likeliest: best < 0 ? undefined : { circle: best, facts: this.#facts(i, left[best]) },
      };
    });
  }
}

function jointCoauthors(coauthors: readonly (readonly number[])[]): Uint8Array[] {
  const joint = coauthors.map(() => new Uint8Array(coauthors.length));
  const papersWith = new Map<number, number[]>();
  coauthors.forEach((others, i) => {
    for (const other of others) {
      const papers = papersWith.get(other) ?? [];
      papersWith.set(other, papers);
      for (const j of papers) joint[i][j] = joint[j][i] = 1;
      papers.push(i);
    }
  });
  return joint;
}
