import { naturalLog } from "../model/logarithm.ts";
import type { Commonness } from "./commonness.ts";
import { authorshipsOf, type Cuts, type Place } from "./cut-names.ts";
import type { NameTable } from "./name-table.ts";
import { nodeGraph, type Rows } from "./node-graph.ts";
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

/**
 * Tells namesakes apart: the papers of a name that many people share are grouped by the circles of coauthors they come
 * from, and each group is a part of its own. Returns the names that were cut.
 */
export function cutNamesakes(table: NameTable, commonness: Commonness, traits: PaperTraits, cuts: Cuts): Set<number> {
  const papersOfName = new Uint32Array(table.names.length);
  for (const name of table.nameOf) papersOfName[name]++;
  const common = table.names.flatMap((name, i) => {
    const papers = papersOfName[i];
    if (papers * 20 < LEAST_LOAD || papers > MOST_PAPERS || name.family === 0) return [];
    return commonness.expectedNamesakes(name) * papers >= LEAST_LOAD ? [i] : [];
  });
  const cut = new Set<number>();
  if (common.length === 0) return cut;
  const { together } = nodeGraph(table.nameOf, table.names.length, table.authorshipsFrom);
  for (const [name, places] of authorshipsOf(table, common)) {
    const expected = commonness.expectedNamesakes(table.names[name]);
    const likeness = likenessOfPapers(places, name, table, together, papersOfName, traits, commonness);
    const groups = groupPapers(likeness, expected);
    if (groups.length < 2) continue;
    cut.add(name);
    groups.forEach((group, i) => {
      for (const at of group) cuts.mark(places[at].authorship, `namesake ${i}`);
    });
  }
  return cut;
}

/** Cosines between papers, by their coauthors, the coauthors of these, and rare title words; 1 on the diagonal. */
function likenessOfPapers(
  places: readonly Place[],
  name: number,
  table: NameTable,
  together: Rows,
  papersOfName: Uint32Array,
  { titleWords }: PaperTraits,
  commonness: Commonness,
): Float64Array[] {
  // For each trait the papers that have it, and how strongly; words have negative keys.
  const papersWith = new Map<number, Map<number, number>>();
  const add = (i: number, trait: number, weight: number): void => {
    const papers = papersWith.get(trait) ?? new Map<number, number>();
    papers.set(i, (papers.get(i) ?? 0) + weight);
    papersWith.set(trait, papers);
  };
  places.forEach(({ paper }, i) => {
    const [from, to] = [table.authorshipsFrom[paper], table.authorshipsFrom[paper + 1]];
    for (let k = from; k < to && to - from <= LARGE_PAPER; k++) {
      const coauthor = table.nameOf[k];
      if (coauthor === name) continue;
      // A coauthor whose own name is common says little: it may be another of that name.
      const weight = 1 / (1 + commonness.expectedNamesakes(table.names[coauthor]));
      add(i, coauthor, weight);
      const degree = together.from[coauthor + 1] - together.from[coauthor];
      for (let at = together.from[coauthor]; at < together.from[coauthor + 1]; at++) {
        if (together.values[at] !== name) add(i, together.values[at], (SECOND_STEP * weight) / degree);
      }
    }
    for (let w = titleWords.from[paper]; w < titleWords.from[paper + 1]; w++) {
      add(i, -1 - titleWords.values[w], TITLE_WORD);
    }
  });

  const products = places.map(() => new Float64Array(places.length));
  for (const [trait, papers] of papersWith) {
    const rarity = trait < 0 ? 1 : 1 / naturalLog(1.7 + papersOfName[trait]);
    for (const [i, one] of papers) for (const [j, other] of papers) products[i][j] += one * other * rarity;
  }
  const lengths = products.map((row, i) => Math.sqrt(row[i]) || 1);
  return products.map((row, i) => row.map((product, j) => product / (lengths[i] * lengths[j])));
}

/**
 * Joins papers, best pair of groups first, while it is likelier than not that two groups are one person's. Before all
 * evidence any two papers are one person's at odds of 1 to the namesakes expected; and a group is of whoever wrote most
 * papers in proportion to these (the Chinese restaurant process).
 */
function groupPapers(likeness: Float64Array[], expected: number): readonly (readonly number[])[] {
  const count = likeness.length;
  const sums = likeness.map((row) => row.slice());
  const groups: number[][] = likeness.map((_, i) => [i]);
  const odds = (i: number, j: number): number => {
    const [one, other] = [groups[i].length, groups[j].length];
    const many = Math.max(one, other);
    const bySize = 1.5 * naturalLog(many / (expected + count - one - other + 0.05));
    const prior = Math.min(4, Math.max(-naturalLog(expected + 0.02), bySize));
    return prior + 2 * naturalLog((sums[i][j] / (one * other) + 0.01) / CHANCE_LIKENESS);
  };
  const scores = groups.map((_, i) =>
    Float64Array.from({ length: count }, (_, j) => (i === j ? Number.NEGATIVE_INFINITY : odds(i, j))),
  );
  for (;;) {
    let [best, a, b] = [0, -1, -1];
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) if (scores[i][j] > best) [best, a, b] = [scores[i][j], i, j];
    }
    if (a < 0) break;
    groups[a] = [...groups[a], ...groups[b]];
    groups[b] = [];
    for (let k = 0; k < count; k++) sums[a][k] += sums[b][k];
    for (let k = 0; k < count; k++) sums[k][a] += sums[k][b];
    for (let k = 0; k < count; k++) {
      scores[b][k] = scores[k][b] = Number.NEGATIVE_INFINITY;
      if (k !== a && groups[k].length > 0) scores[a][k] = scores[k][a] = odds(a, k);
    }
  }
  return attachSmall(groups, odds);
}

function attachSmall(
  groups: readonly (readonly number[])[],
  odds: (i: number, j: number) => number,
): readonly (readonly number[])[] {
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
  return papers;
}
