import { fold } from "../model/text.ts";
import { foldedWords, type ResultKind, type SearchIndex, type SearchResult } from "./search-index.ts";
import { likenessOfEntries } from "./spelling-likeness.ts";

export interface ResultGroup {
  readonly kind: ResultKind;
  readonly title: string;
  readonly results: readonly SearchResult[];
  /** All that matched; only the best are in `results`. */
  readonly matched: number;
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
  const scores = scoresOf(index, whole, foldedWords(query));
  const matches: Match[] = [];
  scores.forEach((score, entry) => {
    if (score < NO_MATCH) matches.push({ entry, score });
  });
  if (matches.length > 0) return { groups: grouped(index, matches, SHOWN_PER_GROUP), nearest: false };
  const alike = likenessOfEntries(index, whole);
  const near: Match[] = [];
  alike.forEach((share, entry) => {
    if (share >= ALIKE) near.push({ entry, score: 1 - share });
  });
  return { groups: grouped(index, best(index, near, SHOWN_NEAREST), SHOWN_NEAREST), nearest: true };
}

interface Match {
  readonly entry: number;
  /** Smaller is better. */
  readonly score: number;
}

const NO_MATCH = 5;

/** By entry: 0 the whole name · 1 its beginning · 2 the beginning of a word · 3 somewhere in it · 4 all words, in any order. */
function scoresOf(index: SearchIndex, whole: string, words: readonly string[]): Uint8Array {
  const { text, wordStart, formStart, entryOf, kind } = index;
  const scores = new Uint8Array(kind.length).fill(NO_MATCH);
  let form = 0;
  for (let at = text.indexOf(whole); at >= 0; ) {
    form = formAt(formStart, at, form);
    const first = formStart[form];
    const isWhole = at === first && formStart[form + 1] - 1 - first === whole.length;
    const score = isWhole ? 0 : at === first ? 1 : wordStart[at] === 1 ? 2 : 3;
    const entry = entryOf[form];
    if (score < scores[entry]) scores[entry] = score;
    // Nothing better comes in this form.
    at = text.indexOf(whole, score < 2 ? formStart[form + 1] : at + 1);
  }
  if (words.length < 2) return scores;
  const longest = words.reduce((most, word) => (word.length > most.length ? word : most));
  form = 0;
  for (let at = text.indexOf(longest); at >= 0; at = text.indexOf(longest, at + 1)) {
    if (wordStart[at] === 0) continue;
    form = formAt(formStart, at, form);
    const entry = entryOf[form];
    if (scores[entry] === NO_MATCH && words.every((word) => hasWord(index, form, word))) scores[entry] = 4;
  }
  return scores;
}

/** Whether some form of the same entry has a word that begins so. */
function hasWord({ text, wordStart, formStart, entryOf }: SearchIndex, form: number, word: string): boolean {
  const entry = entryOf[form];
  let first = form;
  while (first > 0 && entryOf[first - 1] === entry) first -= 1;
  let last = form;
  while (last + 1 < entryOf.length && entryOf[last + 1] === entry) last += 1;
  for (let at = formStart[first]; at < formStart[last + 1]; at++) {
    if (wordStart[at] === 1 && text.startsWith(word, at)) return true;
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

/** The best few of many, best first. */
function best(index: SearchIndex, matches: readonly Match[], most: number): Match[] {
  const kept: Match[] = [];
  for (const match of matches) {
    const last = kept.at(-1);
    if (kept.length === most && last !== undefined && byRank(index, match, last) >= 0) continue;
    const before = kept.findIndex((other) => byRank(index, match, other) < 0);
    kept.splice(before < 0 ? kept.length : before, 0, match);
    if (kept.length > most) kept.pop();
  }
  return kept;
}

function byRank({ weight, label }: SearchIndex, a: Match, b: Match): number {
  const difference = a.score - b.score || weight[b.entry] - weight[a.entry];
  if (difference !== 0) return difference;
  const [one, other] = [label(a.entry), label(b.entry)];
  return one < other ? -1 : one > other ? 1 : a.entry - b.entry;
}

function grouped(index: SearchIndex, matches: readonly Match[], most: number): ResultGroup[] {
  const groups = KINDS.map((kind) => {
    const ofKind = matches.filter(({ entry }) => index.kind[entry] === kind);
    const shown = best(index, ofKind, most);
    return {
      kind,
      title: GROUP_TITLES[kind],
      results: shown.map(({ entry }) => index.result(entry)),
      matched: ofKind.length,
      best: shown.at(0)?.score ?? NO_MATCH,
    };
  });
  return groups
    .filter((group) => group.results.length > 0)
    .sort((a, b) => a.best - b.best)
    .map(({ kind, title, results, matched }) => ({ kind, title, results, matched }));
}
