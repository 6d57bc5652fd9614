import { naturalLog } from "../model/logarithm.ts";
import { BestPairs } from "./best-pairs.ts";
import type { Commonness } from "./commonness.ts";

import { authorshipsOf, type Cuts, type Place } from "./cut-names.ts";
import type { NameTable } from "./name-table.ts";
import { neighboursWhereAsked } from "./node-graph.ts";
import type { PaperTraits } from "./paper-traits.ts";
import { LARGE_PAPER } from "./shared-traits.ts";

/** Names are cut where namesakes expected, times papers, are this many: elsewhere most papers are one person's. */
const LEAST_LOAD = 250;
/** Papers of one name beyond which comparing all with all would take too long. */
const MOST_PAPERS = 1500;
/** Only groups of so many papers are a person of their own; smaller ones go to the likeliest of these. */
const LEAST_GROUP = 6;
/** Of what a paper brings: a coauthor 1, all coauthors of a coauthor together this, a rare title word that. */
const SECOND_STEP = 0.3;
const TITLE_WORD = 0.2;
/** Likeness of two papers of different people. */
const CHANCE_LIKENESS = 0.02;

/** Which authorships were told apart as namesakes', and how likely it is that they are not. */
export interface Namesakes {
  /** For each authorship of a name that was cut its group, counted through all names. */
  readonly groupOf: ReadonlyMap<number, number>;
  /** For each group its log odds of being one person's with each group of its name: the key is the other group. */
  readonly odds: readonly ReadonlyMap<number, number>[];
}

/**
 * Tells namesakes apart: the papers of a name that many people share are grouped by the circles of coauthors they come
 * from, and each group is a part of its own.
 */
export function cutNamesakes(table: NameTable, commonness: Commonness, traits: PaperTraits, cuts: Cuts): Namesakes {
  const papersOfName = new Uint32Array(table.names.length);
  for (const name of table.nameOf) papersOfName[name]++;
  const common = table.names.flatMap((name, i) => {
    const papers = papersOfName[i];
    if (papers * 20 < LEAST_LOAD || papers > MOST_PAPERS || name.family === 0) return [];
    return commonness.expectedNamesakes(name) * papers >= LEAST_LOAD ? [i] : [];
  });
  const groupOf = new Map<number, number>();
  const odds: Map<number, number>[] = [];
  if (common.length === 0) return { groupOf, odds };
  const together = neighboursWhereAsked(table.nameOf, table.names.length, table.authorshipsFrom);
  for (const [name, places] of authorshipsOf(table, common)) {
    const expected = commonness.expectedNamesakes(table.names[name]);
    const likeness = likenessOfPapers(places, name, table, together, papersOfName, traits, commonness);
    const people = groupPapers(likeness, expected);
    if (people.length < 2) continue;
    const first = odds.length;
    people.forEach(({ papers, oddsWith }, i) => {
      odds.push(new Map(oddsWith.map((score, other) => [first + other, score])));
      for (const at of papers) {
        cuts.mark(places[at].authorship, `namesake ${i}`);
        groupOf.set(places[at].authorship, first + i);
      }
    });
  }
  return { groupOf, odds };
}

/** Cosines between papers, by their coauthors, the coauthors of these, and rare title words; 1 on the diagonal. */
function likenessOfPapers(
  places: readonly Place[],
  name: number,
  table: NameTable,
  together: (name: number) => Uint32Array,
  papersOfName: Uint32Array,
  { titleWords }: PaperTraits,
  commonness: Commonness,
): Float64Array[] {
  // For each trait the papers that have it, and how strongly; words have negative keys.
  const papersWith = new Map<number, { papers: number[]; weights: number[] }>();
  const add = (i: number, trait: number, weight: number): void => {
    let having = papersWith.get(trait);
    if (having === undefined) {
      having = { papers: [], weights: [] };
      papersWith.set(trait, having);
    }
    const last = having.papers.length - 1;
    if (having.papers[last] === i) having.weights[last] += weight;
    else {
      having.papers.push(i);
      having.weights.push(weight);
    }
  };
  places.forEach(({ paper }, i) => {
    const [from, to] = [table.authorshipsFrom[paper], table.authorshipsFrom[paper + 1]];
    for (let k = from; k < to && to - from <= LARGE_PAPER; k++) {
      const coauthor = table.nameOf[k];
      if (coauthor === name) continue;
      // A coauthor whose own name is common says little: it may be another of that name.
      const weight = 1 / (1 + commonness.expectedNamesakes(table.names[coauthor]));
      add(i, coauthor, weight);
      const others = together(coauthor);
      for (const other of others) if (other !== name) add(i, other, (SECOND_STEP * weight) / others.length);
    }
    for (let w = titleWords.from[paper]; w < titleWords.from[paper + 1]; w++) {
      add(i, -1 - titleWords.values[w], TITLE_WORD);
    }
  });

  const products = places.map(() => new Float64Array(places.length));
  for (const [trait, { papers, weights }] of papersWith) {
    const rarity = trait < 0 ? 1 : 1 / naturalLog(1.7 + papersOfName[trait]);
    for (let x = 0; x < papers.length; x++) {
      const row = products[papers[x]];
      for (let y = x; y < papers.length; y++) row[papers[y]] += weights[x] * weights[y] * rarity;
    }
  }
  for (let i = 0; i < products.length; i++) for (let j = 0; j < i; j++) products[i][j] = products[j][i];
  const lengths = products.map((row, i) => Math.sqrt(row[i]) || 1);
  return products.map((row, i) => row.map((product, j) => product / (lengths[i] * lengths[j])));
}

/** Papers that are taken for one person's, and log odds that those of each other one are theirs too; of itself no matter. */
interface PapersOfOne {
  readonly papers: readonly number[];
  readonly oddsWith: readonly number[];
}

/**
 * Joins papers, best pair of groups first, while it is likelier than not that two groups are one person's. Before all
 * evidence any two papers are one person's at odds of 1 to the namesakes expected; and a group is of whoever wrote most
 * papers in proportion to these (the Chinese restaurant process).
 */
function groupPapers(likeness: Float64Array[], expected: number): readonly PapersOfOne[] {
  const count = likeness.length;
  const sums = likeness.map((row) => row.slice());
  const groups: number[][] = likeness.map((_, i) => [i]);
  const odds = (i: number, j: number, sum = sums[i][j]): number => {
    const [one, other] = [groups[i].length, groups[j].length];
    const many = Math.max(one, other);
    const bySize = 1.5 * naturalLog(many / (expected + count - one - other + 0.05));
    const prior = Math.min(4, Math.max(-naturalLog(expected + 0.02), bySize));
    return prior + 2 * naturalLog((sum / (one * other) + 0.01) / CHANCE_LIKENESS);
  };
  const scores = likeness.map(() => new Float64Array(count).fill(Number.NEGATIVE_INFINITY));
  const unlike = count > 1 ? odds(0, 1, 0) : 0;
  for (let i = 0; i < count; i++) {
    // Likeness is symmetric, and most papers have nothing in common.
    for (let j = 0; j < i; j++) scores[i][j] = scores[j][i] = likeness[i][j] === 0 ? unlike : odds(i, j);
  }
  const best = new BestPairs(scores);
  for (;;) {
    const [a, b] = best.pair();
    if (a < 0) break;
    groups[a] = [...groups[a], ...groups[b]];
    groups[b] = [];
    for (let k = 0; k < count; k++) sums[a][k] += sums[b][k];
    for (let k = 0; k < count; k++) sums[k][a] += sums[k][b];
    for (let k = 0; k < count; k++) {
      scores[b][k] = scores[k][b] = Number.NEGATIVE_INFINITY;
      if (k !== a && groups[k].length > 0) scores[a][k] = scores[k][a] = odds(a, k);
    }
    best.changed(a, b);
  }
  return attachSmall(groups, odds);
}

function attachSmall(
  groups: readonly (readonly number[])[],
  odds: (i: number, j: number) => number,
): readonly PapersOfOne[] {
  const bySize = groups
    .map((group, i) => ({ group, i }))
    .filter(({ group }) => group.length > 0)
    .sort((a, b) => b.group.length - a.group.length || a.i - b.i);
  const people = bySize.filter(({ group }, rank) => rank === 0 || group.length >= LEAST_GROUP);
  const papers = people.map(({ group }) => [...group]);
  for (const { group, i } of bySize.slice(people.length)) {
    let best = 0;
    let bestOdds = Number.NEGATIVE_INFINITY;
    people.forEach((person, rank) => {
      const own = odds(person.i, i) + naturalLog(person.group.length);
      if (own > bestOdds) [best, bestOdds] = [rank, own];
    });
    papers[best].push(...group);
  }
  return people.map(({ i }, rank) => ({ papers: papers[rank], oddsWith: people.map((other) => odds(i, other.i)) }));
}
