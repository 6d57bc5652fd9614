import type { Finding } from "../model/finding.ts";
import { naturalLog } from "../model/logarithm.ts";
import type { Paper } from "../model/paper.ts";
import { type Circle, type CircleFacts, circlesOf, type PapersOfName } from "./circles.ts";
import { LARGE_PAPER } from "./coauthors.ts";
import type { Commonness } from "./commonness.ts";
import { type Company, companyWhereAsked } from "./company.ts";
import { authorshipsOf, type Cuts, type Place } from "./cut-names.ts";
import type { NameTable } from "./name-table.ts";
import type { PaperTraits } from "./paper-traits.ts";

/**
 * Names are cut where namesakes expected, times papers, are this many. The formula of commonness knows little of names of
 * one syllable, but a common name with more papers than one person writes is several people's. Cutting costs who has
 * changed places his earlier papers, so where most papers are one person's a name is better left whole.
 */
const LEAST_LOAD = 250;
/** Papers of one name beyond which comparing all with all would take too long. */
const MOST_PAPERS = 1500;

/** Which authorships were told apart as namesakes', and how likely it is that they are not. */
export interface Namesakes {
  /** For each authorship of a name that was cut its circle, counted through all names. */
  readonly circleOf: ReadonlyMap<number, number>;
  /** For each circle what was weighed of it and others of its name, by these: pairs of which one is likeliest the other's. */
  readonly likeliest: readonly ReadonlyMap<number, CircleFacts>[];
  readonly findings: readonly Finding[];
}

/**
 * Tells namesakes apart: the papers of a name that many people share are grouped by the circles of coauthors they come
 * from, and each group is a part of its own. Findings: `namesakes-split`.
 */
export function cutNamesakes(
  papers: readonly Paper[],
  table: NameTable,
  commonness: Commonness,
  traits: PaperTraits,
  cuts: Cuts,
): Namesakes {
  const papersOfName = new Uint32Array(table.names.length);
  for (const name of table.nameOf) papersOfName[name]++;
  const common = table.names.flatMap((name, i) => {
    const count = papersOfName[i];
    if (count * 20 < LEAST_LOAD || count > MOST_PAPERS || name.family === 0) return [];
    return commonness.expectedNamesakes(name) * count >= LEAST_LOAD ? [i] : [];
  });
  const circleOf = new Map<number, number>();
  const likeliest: Map<number, CircleFacts>[] = [];
  const findings: Finding[] = [];
  if (common.length === 0) return { circleOf, likeliest, findings };
  const companyOf = companyWhereAsked(table.nameOf, table.names.length, table.authorshipsFrom, LARGE_PAPER);
  for (const [name, places] of authorshipsOf(table, common)) {
    const surroundings = new Surroundings(name, table, companyOf, papersOfName, commonness);
    const circles = circlesOf(surroundings.of(places, traits.year), commonness.expectedNamesakes(table.names[name]));
    if (circles.length < 2) continue;
    const first = likeliest.length;
    likeliest.push(...likeliestPairs(circles, first));
    circles.forEach(({ papers: own }, i) => {
      for (const at of own) {
        cuts.mark(places[at].authorship, `namesake ${i}`);
        circleOf.set(places[at].authorship, first + i);
      }
    });
    const { authorship, paper } = places[0];
    findings.push({
      code: "namesakes-split",
      severity: "note",
      detail: `"${papers[paper].authors[authorship - table.authorshipsFrom[paper]].name}" seems to be the name of several people: its ${places.length} papers are told apart by their circles of coauthors, ${circles.length} in all.`,
    });
  }
  return { circleOf, likeliest, findings };
}

/** Both ways, for every circle with the one that it is likeliest one person's with. */
function likeliestPairs(circles: readonly Circle[], first: number): Map<number, CircleFacts>[] {
  const pairs = circles.map(() => new Map<number, CircleFacts>());
  circles.forEach(({ likeliest }, i) => {
    if (likeliest === undefined) return;
    pairs[i].set(first + likeliest.circle, likeliest.facts);
    pairs[likeliest.circle].set(first + i, likeliest.facts);
  });
  return pairs;
}

/** What a coauthor weighs among the coauthors of this one, who weigh 1 together. */
const DIRECT = 0.1;

/** The coauthors of coauthors around the papers of one name. */
class Surroundings {
  readonly #name: number;
  readonly #table: NameTable;
  readonly #companyOf: (name: number) => Company;
  readonly #papersOfName: Uint32Array;
  readonly #commonness: Commonness;

  constructor(
    name: number,
    table: NameTable,
    companyOf: (name: number) => Company,
    papersOfName: Uint32Array,
    commonness: Commonness,
  ) {
    this.#name = name;
    this.#table = table;
    this.#companyOf = companyOf;
    this.#papersOfName = papersOfName;
    this.#commonness = commonness;
  }

  of(places: readonly Place[], yearOf: Float64Array): PapersOfName {
    const coauthors = places.map(({ paper }) => this.#coauthors(paper));
    const weights = coauthors.map((others) => this.#weights(others));
    return { coauthors, surroundings: this.#products(weights), years: places.map(({ paper }) => yearOf[paper]) };
  }

  #coauthors(paper: number): number[] {
    const { nameOf, authorshipsFrom } = this.#table;
    const [from, to] = [authorshipsFrom[paper], authorshipsFrom[paper + 1]];
    if (to - from > LARGE_PAPER) return [];
    return [...new Set(nameOf.subarray(from, to))].filter((other) => other !== this.#name);
  }

  /**
   * Whoever the coauthors of a paper wrote with, each coauthor having one vote: who is met through many, or wrote much
   * with one, stands near. The coauthors themselves stand there too, for some wrote with nobody else. One whose own name
   * is common says little: it may be another of that name.
   */
  #weights(coauthors: readonly number[]): Map<number, number> {
    const weights = new Map<number, number>();
    for (const coauthor of coauthors) {
      const { others, shares } = this.#companyOf(coauthor);
      const vote = 1 / (1 + this.#commonness.expectedNamesakes(this.#table.names[coauthor]));
      weights.set(coauthor, (weights.get(coauthor) ?? 0) + DIRECT * vote);
      others.forEach((other, i) => {
        if (other !== this.#name) weights.set(other, (weights.get(other) ?? 0) + vote * shares[i]);
      });
    }
    return weights;
  }

  /** Dot products, in which who has written much counts less. */
  #products(weights: readonly ReadonlyMap<number, number>[]): Float64Array[] {
    const papersNear = new Map<number, { papers: number[]; weights: number[] }>();
    weights.forEach((row, i) => {
      for (const [other, weight] of row) {
        const near = papersNear.get(other) ?? { papers: [], weights: [] };
        papersNear.set(other, near);
        near.papers.push(i);
        near.weights.push(weight);
      }
    });
    const products = weights.map(() => new Float64Array(weights.length));
    for (const [other, near] of papersNear) {
      const rarity = 1 / naturalLog(1.7 + this.#papersOfName[other]);
      for (let x = 0; x < near.papers.length; x++) {
        const row = products[near.papers[x]];
        const weight = near.weights[x] * rarity;
        for (let y = x; y < near.papers.length; y++) row[near.papers[y]] += weight * near.weights[y];
      }
    }
    for (let i = 0; i < products.length; i++) for (let j = 0; j < i; j++) products[i][j] = products[j][i];
    return products;
  }
}
