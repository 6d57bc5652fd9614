import { fold } from "../model/text.ts";
import {
  BEGINS,
  foldedWords,
  OTHER_LETTER,
  type ResultKind,
  type SearchIndex,
  type SearchResult,
} from "./search-index.ts";
import { likenessOfEntries } from "./spelling-likeness.ts";

export interface ResultGroup {
  readonly kind: ResultKind;
  readonly title: string;
  readonly results: readonly SearchResult[];
  /** All that matched; only the best are in `results`. */
  readonly matched: number;
  /** How badly the best of them fits, see `misfit`; of what is merely spelled alike, how unlike it is. */
  readonly misfit: number;
}

export interface SearchAnswer {
  readonly groups: readonly ResultGroup[];
  /** Nothing matched: these are the nearest in spelling. */
  readonly nearest: boolean;
}

const GROUP_TITLES: Readonly<Record<ResultKind, string>> = {
  person: "People",
  team: "Teams",
  system: "Systems",
  paper: "Papers",
};
const KINDS: readonly ResultKind[] = ["person", "team", "system", "paper"];
const SHOWN_PER_GROUP = 6;
const SHOWN_NEAREST = 5;
/** Less alike than this, and a result would only puzzle. */
const ALIKE = 0.3;

/**
 * What a query finds, in groups by kind, the group with the best match first. Case, accents, hyphens and spaces do not
 * matter. Where nothing matches, the nearest in spelling. A query without letters or digits finds nothing.
 */
export function search(index: SearchIndex, query: string): SearchAnswer {
  const whole = fold(query);
  if (whole === "") return { groups: [], nearest: false };
  const found = grouped(index, matchScores(index, whole, foldedWords(query)), SHOWN_PER_GROUP);
  if (found.length > 0) return { groups: found, nearest: false };
  return { groups: grouped(index, nearestScores(index, whole), SHOWN_NEAREST), nearest: true };
}

/** Groups of results in the order in which they are shown: the best match first, of equal ones people before teams. */
export function bestGroupsFirst(groups: readonly ResultGroup[]): ResultGroup[] {
  return [...groups].sort((a, b) => a.misfit - b.misfit || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** By entry how badly it fits, from 0; from NO_MATCH on it does not. */
type Scores = Uint8Array | Float32Array;

export const NO_MATCH = 5;

/** How badly one text fits a query, as `search` sees it for many: from 0, as `matchScores` has it, to `NO_MATCH`. */
export function misfit(text: string, query: string): number {
  const whole = fold(query);
  const asked = foldedWords(query);
  const words = foldedWords(text);
  const rests = words.map((_, i) => words.slice(i).join(""));
  const form = words.join("");
  if (whole === "" || form === whole) return whole === "" ? NO_MATCH : 0;
  if (form.startsWith(whole)) return 1;
  if (rests.some((rest) => rest.startsWith(whole))) return 2;
  if (form.includes(whole)) return 3;
  const fits = asked.length > 1 && asked.every((word) => rests.some((rest) => rest.startsWith(word)));
  return fits ? 4 : NO_MATCH;
}

/** By entry: 0 the whole name · 1 its beginning · 2 the beginning of a word · 3 somewhere in it · 4 all words, in any order. */
function matchScores(index: SearchIndex, whole: string, words: readonly string[]): Uint8Array {
  const scores = new Uint8Array(index.kind.length).fill(NO_MATCH);
  if (whole.length === 1 && whole.charCodeAt(0) < OTHER_LETTER) scoreLetter(index, whole.charCodeAt(0), scores);
  else scoreText(index, whole, scores);
  if (words.length > 1) scoreWords(index, words, scores);
  return scores;
}

/** Most forms have the letter somewhere, and to look for it anew after each would take longer than going through. */
function scoreLetter({ letters, formStart, entryOf }: SearchIndex, letter: number, scores: Uint8Array): void {
  for (let form = 0; form < entryOf.length; form++) {
    const first = formStart[form];
    const end = formStart[form + 1] - 1;
    let score = NO_MATCH;
    for (let at = first; at < end; at++) {
      if ((letters[at] & ~BEGINS) !== letter) continue;
      if (at === first) score = end === first + 1 ? 0 : 1;
      else if (letters[at] >= BEGINS) score = 2;
      else score = 3;
      // Nothing better comes in this form.
      if (score < 3) break;
    }
    if (score < scores[entryOf[form]]) scores[entryOf[form]] = score;
  }
}

function scoreText({ text, letters, formStart, entryOf }: SearchIndex, whole: string, scores: Uint8Array): void {
  let form = 0;
  for (let at = text.indexOf(whole); at >= 0; ) {
    form = formAt(formStart, at, form);
    const first = formStart[form];
    const isWhole = at === first && formStart[form + 1] - 1 - first === whole.length;
    const score = isWhole ? 0 : at === first ? 1 : letters[at] >= BEGINS ? 2 : 3;
    const entry = entryOf[form];
    if (score < scores[entry]) scores[entry] = score;
    // Nothing better comes in this form.
    at = text.indexOf(whole, score < 3 ? formStart[form + 1] : at + 1);
  }
}

function scoreWords(index: SearchIndex, words: readonly string[], scores: Uint8Array): void {
  const { text, letters, formStart, entryOf } = index;
  const longest = words.reduce((most, word) => (word.length > most.length ? word : most));
  let form = 0;
  for (let at = text.indexOf(longest); at >= 0; at = text.indexOf(longest, at + 1)) {
    if (letters[at] < BEGINS) continue;
    form = formAt(formStart, at, form);
    const entry = entryOf[form];
    if (scores[entry] === NO_MATCH && words.every((word) => hasWord(index, form, word))) scores[entry] = 4;
  }
}

/** Those less alike than would be of use, and those beyond the few most alike, have none. */
function nearestScores(index: SearchIndex, whole: string): Float32Array {
  const alike = likenessOfEntries(index, whole, ALIKE);
  const few = new Best(index, SHOWN_NEAREST);
  for (let entry = 0; entry < alike.length; entry++) if (alike[entry] >= ALIKE) few.add(entry, 1 - alike[entry]);
  const scores = new Float32Array(alike.length).fill(NO_MATCH);
  for (const { entry, score } of few.found) scores[entry] = score;
  return scores;
}

/** Whether some form of the same entry has a word that begins so. */
function hasWord({ text, letters, formStart, entryOf }: SearchIndex, form: number, word: string): boolean {
  const entry = entryOf[form];
  let first = form;
  while (first > 0 && entryOf[first - 1] === entry) first -= 1;
  let last = form;
  while (last + 1 < entryOf.length && entryOf[last + 1] === entry) last += 1;
  for (let at = formStart[first]; at < formStart[last + 1]; at++) {
    if (letters[at] >= BEGINS && text.startsWith(word, at)) return true;
  }
  return false;
}

/** The form that a character belongs to, at or after `from`. */
function formAt(formStart: Uint32Array, at: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < formStart.length - 1 && formStart[low + step] <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(formStart.length - 1, low + step);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (formStart[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}

interface Match {
  readonly entry: number;
  /** Smaller is better. */
  readonly score: number;
}

/** The best few of many, best first. */
class Best {
  readonly found: Match[] = [];
  /** All that were added. */
  count = 0;
  private readonly index: SearchIndex;
  private readonly most: number;

  constructor(index: SearchIndex, most: number) {
    this.index = index;
    this.most = most;
  }

  add(entry: number, score: number): void {
    const { found, index } = this;
    this.count += 1;
    const isFull = found.length === this.most;
    // Nearly all of many are no better than the last.
    if (isFull && score > found[found.length - 1].score) return;
    const match = { entry, score };
    if (isFull && byRank(index, match, found[found.length - 1]) >= 0) return;
    const before = found.findIndex((other) => byRank(index, match, other) < 0);
    found.splice(before < 0 ? found.length : before, 0, match);
    if (found.length > this.most) found.pop();
  }
}

function byRank({ weight, label }: SearchIndex, a: Match, b: Match): number {
  const difference = a.score - b.score || weight[b.entry] - weight[a.entry];
  if (difference !== 0) return difference;
  const [one, other] = [label(a.entry), label(b.entry)];
  return one < other ? -1 : one > other ? 1 : a.entry - b.entry;
}

function grouped(index: SearchIndex, scores: Scores, most: number): ResultGroup[] {
  const byKind: Readonly<Record<ResultKind, Best>> = {
    person: new Best(index, most),
    team: new Best(index, most),
    system: new Best(index, most),
    paper: new Best(index, most),
  };
  for (let entry = 0; entry < scores.length; entry++) {
    if (scores[entry] < NO_MATCH) byKind[index.kind[entry]].add(entry, scores[entry]);
  }
  const groups = KINDS.map((kind) => ({ kind, ...byKind[kind] }))
    .filter(({ found }) => found.length > 0)
    .map(({ kind, found, count }) => ({
      kind,
      title: GROUP_TITLES[kind],
      results: found.map(({ entry }) => index.result(entry)),
      matched: count,
      misfit: found[0].score,
    }));
  return bestGroupsFirst(groups);
}
