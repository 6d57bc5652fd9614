import { byCodeUnit } from "../model/order.ts";
import { distinctiveness, meanTeamWeight, timesAsOften } from "./distinctiveness.ts";
import { massOf, roundScore } from "./paper-fields.ts";
import { type PhraseSums, phraseSums } from "./phrase-sums.ts";
import { phraseUses } from "./phrase-uses.ts";
import type { Phrases } from "./phrases.ts";
import type { TeamPaper, TeamWriting } from "./team-papers.ts";
import { wordKey } from "./word-forms.ts";

/** A phrase that tells one team from the others. */
export interface TeamPhrase {
  /** In its commonest form. */
  readonly phrase: string;
  /** It is a name, of a system for one, and says less of a subject than a common noun. */
  readonly isName: boolean;
  /** Distinctiveness × coverage, above 0. */
  readonly score: number;
  /** Share of the team's paper weight that mentions it, 0 to 1. */
  readonly coverage: number;
  /** How many times as often as the other teams' papers, see `timesAsOften`. */
  readonly timesAsOften: number;
  /** Papers that mention it, with its mass there. */
  readonly massIn: ReadonlyMap<number, number>;
}

/** Enough to name a team: what a third of the papers say is known to 2 % from so many. Of a larger team every so-manieth paper speaks. */
const MOST_PAPERS = 2_000;
/** Phrases weighed against each other once the scores are known. */
const CANDIDATES = 60;
/** A part of a longer phrase is dropped where it has hardly more mass than the whole. */
const NEARLY_AS_FREQUENT = 0.6;
/** One word says less than two. */
const LENGTH_FACTOR = [0, 0.4, 1, 1.1, 1.1];

/** Counts of phrases over all teams, and what each team's own phrases are. */
export interface TeamPhrases {
  /** The most telling phrases of a team, best first, none of them part of another; at most `count`. */
  phrasesOf(team: TeamWriting, count: number): readonly TeamPhrase[];
}

/** `unitCount` is about how many words there are to read: it makes the table of all phrases large enough. */
export function teamPhrases(
  phrases: Phrases,
  teams: readonly TeamWriting[],
  unitCount = phrases.texts.units.length,
): TeamPhrases {
  const meanWeight = meanTeamWeight(teams);
  const allWeight = meanWeight * teams.length;
  const seen = phraseSums();
  const inAll = massInAllTeams(phrases, teams, seen, unitCount);
  const sums = phraseSums();

  return {
    phrasesOf(team, count) {
      const sample = evenSample(team, MOST_PAPERS);
      addPhrases(phrases, sample, sums, seen);
      const candidates = bestOf(sums, (row) => scoreOf(sums, row, inAll.of(sums.ids[row]), team.weight, meanWeight));
      const uses = phraseUses(phrases, sample.papers, new Set(candidates.map(({ id }) => id)));
      const named = candidates
        .flatMap((found) => {
          const use = uses.get(found.id);
          return use === undefined ? [] : [{ ...found, ...use }];
        })
        .sort((a, b) => b.score - a.score || byCodeUnit(a.phrase, b.phrase));
      return withoutRepeats(named, count).map(({ id, phrase, isName, score, mass, weight, massIn }) => ({
        phrase,
        isName,
        score,
        coverage: roundScore(weight / team.weight),
        timesAsOften: roundScore(timesAsOften(mass, roundScore(inAll.of(id)), team.weight, allWeight)),
        massIn,
      }));
    },
  };
}

/** What a team's papers say of one phrase: mass and weight are sums over papers by their share. */
interface Found {
  readonly id: number;
  readonly mass: number;
  readonly weight: number;
  readonly score: number;
}

/** The score before it is rounded. */
function scoreOf(sums: PhraseSums, row: number, inAll: number, teamWeight: number, meanWeight: number): number {
  const coverage = sums.weights[row] / teamWeight;
  return LENGTH_FACTOR[sums.lengths[row]] * coverage * distinctiveness(sums.masses[row], inAll, teamWeight, meanWeight);
}

/** More than the rounding of scores can move one of them. */
const ROUNDING = 1e-7;

/**
 * The phrases with the highest rounded scores, equal ones by id. Rounding costs more than the score itself, so it is done
 * only for those that may be among them.
 */
function bestOf(sums: PhraseSums, scoreAt: (row: number) => number): Found[] {
  const { ids, masses, weights } = sums;
  const scores = new Float64Array(sums.size);
  for (let row = 0; row < sums.size; row++) scores[row] = scoreAt(row);
  const least = nthLargest(scores, CANDIDATES) * (1 - ROUNDING);
  const found: Found[] = [];
  for (let row = 0; row < sums.size; row++) {
    if (scores[row] < least) continue;
    found.push({
      id: ids[row],
      mass: roundScore(masses[row]),
      weight: roundScore(weights[row]),
      score: roundScore(scores[row]),
    });
  }
  return found.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, CANDIDATES);
}

/** The n-th largest of numbers from 0 on; 0 where there are fewer. The n largest so far are kept, the smallest of them first. */
function nthLargest(numbers: Float64Array, n: number): number {
  const largest = numbers.slice(0, n).sort();
  if (largest.length < n) return 0;
  for (let i = n; i < numbers.length; i++) {
    const number = numbers[i];
    if (number <= largest[0]) continue;
    let place = 1;
    for (; place < n && largest[place] < number; place++) largest[place - 1] = largest[place];
    largest[place - 1] = number;
  }
  return largest[0];
}

/** Visits each phrase of a paper's title and abstract once, with its mass there. `seen` is spoilt. */
function visitPaper(
  phrases: Phrases,
  p: number,
  seen: PhraseSums,
  meeting: (id: number, mass: number, length: number) => void,
): void {
  const { starts } = phrases.texts;
  // As mass the times in the abstract, as weight those in the title.
  seen.clear();
  phrases.visit(starts[3 * p], starts[3 * p + 1], (id, _from, length) => seen.add(id, 0, 1, length));
  phrases.visit(starts[3 * p + 1], starts[3 * p + 2], (id, _from, length) => seen.add(id, 1, 0, length));
  for (let row = 0; row < seen.size; row++) {
    meeting(seen.ids[row], massOf(seen.weights[row] > 0, seen.masses[row]), seen.lengths[row]);
  }
}

/** Some of a team's papers, and by how much their shares are to be multiplied so that they speak for all. */
interface Sample {
  readonly papers: readonly TeamPaper[];
  readonly times: number;
}

/** Fills `sums` with what the papers of a sample say. */
function addPhrases(phrases: Phrases, { papers, times }: Sample, sums: PhraseSums, seen: PhraseSums): void {
  sums.clear();
  for (const { paper, share } of papers) {
    const weight = times * share;
    visitPaper(phrases, paper, seen, (id, mass, length) => sums.add(id, weight * mass, weight, length));
  }
}

/**
 * At most `most` papers of a team, taken at even steps: in the order of rows, which is that of paper_ids, papers of one year and
 * venue stand together, and a beginning of it would speak for these alone.
 */
function evenSample({ papers, weight }: TeamWriting, most: number): Sample {
  if (papers.length <= most) return { papers, times: 1 };
  const step = papers.length / most;
  const sample = Array.from({ length: most }, (_, k) => papers[Math.floor(step * (k + 0.5))]);
  return { papers: sample, times: weight / sample.reduce((sum, { share }) => sum + share, 0) };
}

interface Ranked {
  readonly phrase: string;
  readonly words: readonly string[];
  readonly mass: number;
  readonly weight: number;
}

/**
 * Keeps the longer of two phrases where it is nearly as frequent, else the better; never two that mostly say the same. At
 * most `count`.
 */
function withoutRepeats<T extends Ranked>(ranked: readonly T[], count: number): T[] {
  const kept: T[] = [];
  const keysOfKept: string[][] = [];
  for (const candidate of ranked) {
    if (kept.length === count) break;
    const { words, mass, weight } = candidate;
    const isPartOfBetter = ranked.some(
      (other) =>
        other.words.length > words.length &&
        other.mass >= NEARLY_AS_FREQUENT * mass &&
        other.weight >= NEARLY_AS_FREQUENT * weight &&
        shared(other.words, words) === words.length,
    );
    if (isPartOfBetter) continue;
    const keys = candidate.phrase.split(" ").map(wordKey);
    if (keysOfKept.some((other) => saySame(other, keys))) continue;
    kept.push(candidate);
    keysOfKept.push(keys);
  }
  return kept;
}

/** More than half of the words of the shorter stand in the other; words by their keys. */
function saySame(one: readonly string[], other: readonly string[]): boolean {
  return 2 * shared(one, other) > Math.min(one.length, other.length);
}

function shared(a: readonly string[], b: readonly string[]): number {
  return b.filter((word) => a.includes(word)).length;
}

/**
 * The mass of every phrase in all teams, in a table of fixed size: a count-min sketch (Cormode & Muthukrishnan 2005) with
 * two rows. A phrase's mass can only come out too large, and does so where both of its places are shared; a map of all
 * phrases of 100,000 abstracts would not fit.
 */
function massInAllTeams(
  phrases: Phrases,
  teams: readonly TeamWriting[],
  seen: PhraseSums,
  unitCount: number,
): MassInAllTeams {
  const shareOf = new Float64Array(phrases.texts.paperCount);
  for (const { papers } of teams) for (const { paper, share } of papers) shareOf[paper] += share;
  // Shares are added team by team, and every counting has other teams: what the order of the sums leaves is rounded away.
  for (let p = 0; p < shareOf.length; p++) shareOf[p] = Math.round(shareOf[p] * SHARE_STEPS) / SHARE_STEPS;
  const known = FOUND.get(phrases);
  if (known?.shareOf.every((share, p) => share === shareOf[p])) return known.mass;
  const mass = sumMasses(phrases, shareOf, seen, unitCount);
  FOUND.set(phrases, { shareOf, mass });
  return mass;
}

const SHARE_STEPS = 2 ** 30;

interface MassInAllTeams {
  of(id: number): number;
}

// The countings mostly have the same authors in teams, only in others: the sums are the same.
const FOUND = new WeakMap<Phrases, { readonly shareOf: Float64Array; readonly mass: MassInAllTeams }>();

function sumMasses(phrases: Phrases, shareOf: Float64Array, seen: PhraseSums, unitCount: number): MassInAllTeams {
  let bits = 12;
  while (bits < 22 && 2 ** bits < 8 * unitCount) bits += 1;
  const mask = 2 ** bits - 1;
  const first = new Float64Array(mask + 1);
  const second = new Float64Array(mask + 1);
  const firstPlace = (id: number) => id & mask;
  const secondPlace = (id: number) => (Math.imul(Math.floor(id / 2 ** 21), 0x9e3779b1) >>> 8) & mask;
  for (let p = 0; p < shareOf.length; p++) {
    if (shareOf[p] === 0) continue;
    visitPaper(phrases, p, seen, (id, mass) => {
      first[firstPlace(id)] += shareOf[p] * mass;
      second[secondPlace(id)] += shareOf[p] * mass;
    });
  }
  return { of: (id) => Math.min(first[firstPlace(id)], second[secondPlace(id)]) };
}
