import { byCodeUnit } from "../model/order.ts";
import { distinctiveness, meanTeamWeight } from "./distinctiveness.ts";
import { massOf, roundScore } from "./paper-fields.ts";
import { phraseUses } from "./phrase-uses.ts";
import type { Phrases } from "./phrases.ts";
import type { TeamWriting } from "./team-papers.ts";
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
  /** Papers that mention it, with its mass there. */
  readonly massIn: ReadonlyMap<number, number>;
}

/** Enough to name a team; the heaviest papers of a larger one speak for it. */
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

export function teamPhrases(phrases: Phrases, teams: readonly TeamWriting[]): TeamPhrases {
  const meanWeight = meanTeamWeight(teams);
  const inAll = massInAllTeams(phrases, teams);

  return {
    phrasesOf(team, count) {
      const candidates = [...massesIn(phrases, team)]
        .map(([id, found]) => ({ id, ...found, score: scoreOf(found, inAll.of(id), team.weight, meanWeight) }))
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, CANDIDATES);
      const uses = phraseUses(phrases, heaviest(team), new Set(candidates.map(({ id }) => id)));
      const named = candidates
        .flatMap((found) => {
          const use = uses.get(found.id);
          return use === undefined ? [] : [{ ...found, ...use }];
        })
        .sort((a, b) => b.score - a.score || byCodeUnit(a.phrase, b.phrase));
      return withoutRepeats(named)
        .slice(0, count)
        .map(({ phrase, isName, score, weight, massIn }) => ({
          phrase,
          isName,
          score,
          coverage: roundScore(weight / team.weight),
          massIn,
        }));
    },
  };
}

/** What a team's papers say of one phrase: mass and weight are sums over papers by their share. */
interface Found {
  mass: number;
  weight: number;
  /** In units; of the expansion where some paper has it. */
  length: number;
}

function scoreOf(found: Found, inAll: number, teamWeight: number, meanWeight: number): number {
  const coverage = found.weight / teamWeight;
  return roundScore(
    LENGTH_FACTOR[found.length] * coverage * distinctiveness(found.mass, inAll, teamWeight, meanWeight),
  );
}

/** Visits each phrase of a paper's title and abstract once, with its mass there. */
function visitPaper(phrases: Phrases, p: number, meeting: (id: number, mass: number, length: number) => void): void {
  const { starts } = phrases.texts;
  // One number for each phrase: times in the abstract, then whether in the title, then its length in units.
  const seen = new Map<number, number>();
  const see = (id: number, step: number, inTitle: number, length: number) => {
    const before = seen.get(id) ?? 0;
    const longer = Math.max(length, Math.floor(before / LENGTH));
    const title = Math.max(inTitle, Math.floor(before / IN_TITLE) % 2);
    seen.set(id, longer * LENGTH + title * IN_TITLE + (before % IN_TITLE) + step);
  };
  phrases.visit(starts[3 * p], starts[3 * p + 1], (id, _from, length) => see(id, 0, 1, length));
  phrases.visit(starts[3 * p + 1], starts[3 * p + 2], (id, _from, length) => see(id, 1, 0, length));
  for (const [id, packed] of seen) {
    meeting(id, massOf(Math.floor(packed / IN_TITLE) % 2 === 1, packed % IN_TITLE), Math.floor(packed / LENGTH));
  }
}

const IN_TITLE = 2 ** 24;
const LENGTH = 2 ** 25;

function massesIn(phrases: Phrases, team: TeamWriting): Map<number, Found> {
  const masses = new Map<number, Found>();
  for (const { paper, share } of heaviest(team)) {
    visitPaper(phrases, paper, (id, mass, length) => {
      const found = masses.get(id);
      if (found === undefined) masses.set(id, { mass: share * mass, weight: share, length });
      else {
        found.mass += share * mass;
        found.weight += share;
        found.length = Math.max(found.length, length);
      }
    });
  }
  return masses;
}

function heaviest(team: TeamWriting): TeamWriting["papers"] {
  if (team.papers.length <= MOST_PAPERS) return team.papers;
  return [...team.papers].sort((a, b) => b.share - a.share || a.paper - b.paper).slice(0, MOST_PAPERS);
}

interface Ranked {
  readonly phrase: string;
  readonly words: readonly string[];
  readonly mass: number;
  readonly weight: number;
}

/** Keeps the longer of two phrases where it is nearly as frequent, else the better; never two that mostly say the same. */
function withoutRepeats<T extends Ranked>(ranked: readonly T[]): T[] {
  const kept: T[] = [];
  for (const candidate of ranked) {
    const { words, mass, weight } = candidate;
    const isPartOfBetter = ranked.some(
      (other) =>
        other.words.length > words.length &&
        shared(other.words, words) === words.length &&
        other.mass >= NEARLY_AS_FREQUENT * mass &&
        other.weight >= NEARLY_AS_FREQUENT * weight,
    );
    if (isPartOfBetter) continue;
    if (kept.some((other) => saySame(other.phrase.split(" "), candidate.phrase.split(" ")))) continue;
    kept.push(candidate);
  }
  return kept;
}

/** More than half of the words of the shorter stand in the other. */
function saySame(one: readonly string[], other: readonly string[]): boolean {
  return 2 * shared(one.map(wordKey), other.map(wordKey)) > Math.min(one.length, other.length);
}

function shared(a: readonly string[], b: readonly string[]): number {
  return b.filter((word) => a.includes(word)).length;
}

/**
 * The mass of every phrase in all teams, in a table of fixed size: a count-min sketch (Cormode & Muthukrishnan 2005) with
 * two rows. A phrase's mass can only come out too large, and does so where both of its places are shared; a map of all
 * phrases of 100,000 abstracts would not fit.
 */
function massInAllTeams(phrases: Phrases, teams: readonly TeamWriting[]): { of(id: number): number } {
  const shareOf = new Float64Array(phrases.texts.paperCount);
  for (const { papers } of teams) for (const { paper, share } of papers) shareOf[paper] += share;

  let bits = 12;
  while (bits < 22 && 2 ** bits < 8 * phrases.texts.units.length) bits += 1;
  const mask = 2 ** bits - 1;
  const first = new Float64Array(mask + 1);
  const second = new Float64Array(mask + 1);
  const places = (id: number): [number, number] => [
    id & mask,
    (Math.imul(Math.floor(id / 2 ** 21), 0x9e3779b1) >>> 8) & mask,
  ];
  for (let p = 0; p < shareOf.length; p++) {
    if (shareOf[p] === 0) continue;
    visitPaper(phrases, p, (id, mass) => {
      const [a, b] = places(id);
      first[a] += shareOf[p] * mass;
      second[b] += shareOf[p] * mass;
    });
  }
  return {
    of(id) {
      const [a, b] = places(id);
      return Math.min(first[a], second[b]);
    },
  };
}
