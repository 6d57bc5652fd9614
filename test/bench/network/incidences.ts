import { generator } from "../../../src/model/generator.ts";
import { type Incidence, incidenceOf } from "../../../src/model/incidence.ts";

/*
 * Papers and their authors as a field of science would have them, invented: sizes as in DBLP, groups that write together
 * within fields that know each other, old hands who write much, and people who write once. One seed gives one incidence.
 */

export interface Invented {
  readonly papers: number;
  readonly seed?: number;
  /** Papers of `authors` authors each, drawn from all, put behind the others. */
  readonly huge?: { readonly papers: number; readonly authors: number };
}

/**
 * Of 100,000 papers in DBLP with two authors or more, so many have 1, 2, 3, … authors (papers of one author added at their
 * share of a sixth); the last stands for all above.
 */
const SIZES = [16_000, 29_000, 25_000, 14_500, 7_400, 3_700, 1_800, 1_000, 600, 370, 230, 150, 100, 70, 45, 35];

/** Papers of one group, on the mean, before its people scatter. */
const PAPERS_OF_GROUP = 60;
/** Groups of one field. */
const GROUPS_OF_FIELD = 25;

/** The papers in the order of their making, so that who comes together has neighbouring numbers, as in real files. */
export function inventedIncidence({ papers, seed = 1, huge }: Invented): Incidence {
  const chance = generator(seed);
  const below = (n: number) => Math.floor(chance() * n);
  const size = sizeByChance();
  const groupCount = Math.max(1, Math.round(papers / PAPERS_OF_GROUP));
  // The authorships of each group so far: whoever is drawn from them writes again the likelier the more they wrote.
  const wrote: number[][] = Array.from({ length: groupCount }, () => []);
  const paperOffsets = new Uint32Array(papers + (huge?.papers ?? 0) + 1);
  let authors: Uint32Array = new Uint32Array(papers * 3 + 1000);
  let end = 0;
  let authorCount = 0;

  for (let p = 0; p < papers; p++) {
    // Groups begin one after the other, and later ones find the earlier at work.
    const group = below(1 + Math.floor((groupCount - 1) * Math.min(1, (1.2 * p) / papers)));
    const field = group - (group % GROUPS_OF_FIELD);
    const first = end;
    const wanted = size(chance());
    if (end + wanted > authors.length) authors = enlarged(authors);
    for (let tries = 0; end - first < wanted && tries < 4 * wanted + 8; tries++) {
      const roll = chance();
      let from = group;
      if (roll > 0.9) from = Math.min(groupCount - 1, field + below(GROUPS_OF_FIELD));
      if (roll > 0.985) from = below(groupCount);
      const known = wrote[from];
      const isNew = known.length === 0 || chance() < 0.25;
      const author = isNew ? authorCount : known[known.length - 1 - below(Math.min(known.length, 400))];
      if (authors.subarray(first, end).includes(author)) continue;
      if (isNew) authorCount++;
      authors[end++] = author;
    }
    for (let k = first; k < end; k++) wrote[group].push(authors[k]);
    paperOffsets[p + 1] = end;
  }
  if (huge === undefined) return incidenceOf(paperOffsets, authors.slice(0, end), authorCount);
  const all = withHugePapers(authors.subarray(0, end), paperOffsets, papers, authorCount, huge, below);
  return incidenceOf(paperOffsets, all, Math.max(authorCount, huge.authors));
}

/** The same papers with others of many authors behind them, drawn from all authors alike. */
export function withHuge(incidence: Incidence, papers: number, authors: number, seed = 1): Incidence {
  const chance = generator(seed);
  const paperOffsets = new Uint32Array(incidence.paperCount + papers + 1);
  paperOffsets.set(incidence.paperOffsets);
  const { paperCount, authorCount } = incidence;
  const below = (n: number) => Math.floor(chance() * n);
  const all = withHugePapers(incidence.authors, paperOffsets, paperCount, authorCount, { papers, authors }, below);
  return incidenceOf(paperOffsets, all, authorCount);
}

function withHugePapers(
  before: Uint32Array,
  paperOffsets: Uint32Array,
  paperCount: number,
  authorCount: number,
  huge: { readonly papers: number; readonly authors: number },
  below: (n: number) => number,
): Uint32Array {
  const all = new Uint32Array(before.length + huge.papers * huge.authors);
  all.set(before);
  let end = before.length;
  const lastPaper = new Int32Array(Math.max(authorCount, huge.authors)).fill(-1);
  for (let q = 0; q < huge.papers; q++) {
    for (let count = 0; count < huge.authors; ) {
      const author = below(lastPaper.length);
      if (lastPaper[author] === q) continue;
      lastPaper[author] = q;
      all[end++] = author;
      count++;
    }
    paperOffsets[paperCount + q + 1] = end;
  }
  return all;
}

function sizeByChance(): (roll: number) => number {
  const total = SIZES.reduce((a, b) => a + b, 0);
  const upTo: number[] = [];
  let sum = 0;
  for (const count of SIZES) {
    sum += count;
    upTo.push(sum / total);
  }
  return (roll) => {
    const at = upTo.findIndex((share) => roll < share);
    return at < 0 ? SIZES.length : at + 1;
  };
}

function enlarged(column: Uint32Array): Uint32Array {
  const larger = new Uint32Array(2 * column.length);
  larger.set(column);
  return larger;
}
