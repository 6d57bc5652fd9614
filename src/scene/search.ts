import { fold } from "../model/text.ts";
import { beginsWord, foldedWords, wordBeginsWith } from "./folded-forms.ts";
import { RESULT_KINDS, type ResultKind, type SearchIndex, type SearchResult } from "./search-index.ts";
import { nearestInSpelling } from "./spelling-likeness.ts";

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
  const found = groupsOf(index, bestMatches(index, matchScores(index, whole, foldedWords(query))));
  if (found.length > 0) return { groups: found, nearest: false };
  return { groups: nearestGroups(index, whole), nearest: true };
}

/** Of whatever is spelled alike, the few that are most alike. */
function nearestGroups(index: SearchIndex, whole: string): ResultGroup[] {
  const few = new Best(index, SHOWN_NEAREST);
  for (const { entry, alike } of nearestInSpelling(index, whole, ALIKE, SHOWN_NEAREST)) few.add(entry, 1 - alike);
  const byKind = bestByKind(index, SHOWN_NEAREST);
  for (const { entry, score } of few.found) byKind[index.kindOf[entry]].add(entry, score);
  return groupsOf(index, byKind);
}

/** From this score on an entry does not match. */
const NO_MATCH = 5;
const BEGINS_WORD = 2;
const IN_WORD = 3;

/** By entry: 0 the whole name · 1 its beginning · 2 the beginning of a word · 3 somewhere in it · 4 all words, in any order. */
function matchScores(index: SearchIndex, whole: string, words: readonly string[]): Uint8Array {
  const scores = new Uint8Array(index.kindOf.length).fill(NO_MATCH);
  if (whole.length === 1) scoreLetter(index, whole, scores);
  else scoreText(index, whole, scores);
  if (words.length > 1) scoreWords(index, words, scores);
  return scores;
}

/** Most forms have the letter somewhere; which words have it is asked once. */
function scoreLetter(index: SearchIndex, letter: string, scores: Uint8Array): void {
  const { formStart, entryOf, firstWord, wordsOf } = index;
  const ofWord = scoresOfWords(index, letter);
  for (let form = 0; form < entryOf.length; form++) {
    let score = NO_MATCH;
    for (let k = firstWord[form]; k < firstWord[form + 1]; k++) {
      const own = ofWord[wordsOf[k]];
      if (own < score) score = own;
      // Nothing better comes in this form.
      if (score === BEGINS_WORD) break;
    }
    if (score === BEGINS_WORD && ofWord[wordsOf[firstWord[form]]] === BEGINS_WORD) {
      score = formStart[form + 1] - 1 - formStart[form] === 1 ? 0 : 1;
    }
    if (score < scores[entryOf[form]]) scores[entryOf[form]] = score;
  }
}

/** By different word: whether it begins with the letter, has it elsewhere, or not at all. */
function scoresOfWords({ letters, wordStart }: SearchIndex, letter: string): Uint8Array {
  const scores = new Uint8Array(wordStart.length - 1).fill(NO_MATCH);
  const unit = letter.charCodeAt(0);
  for (let word = 0; word < scores.length; word++) {
    for (let at = wordStart[word + 1] - 1; at >= wordStart[word]; at--) {
      if (letters[at] === unit) scores[word] = at === wordStart[word] ? BEGINS_WORD : IN_WORD;
    }
  }
  return scores;
}

function scoreText(index: SearchIndex, whole: string, scores: Uint8Array): void {
  const { text, formStart, entryOf } = index;
  let form = 0;
  for (let at = text.indexOf(whole); at >= 0; ) {
    form = formAt(formStart, at, form);
    const first = formStart[form];
    const isWhole = at === first && formStart[form + 1] - 1 - first === whole.length;
    const score = isWhole ? 0 : at === first ? 1 : beginsWord(index, form, at) ? BEGINS_WORD : IN_WORD;
    const entry = entryOf[form];
    if (score < scores[entry]) scores[entry] = score;
    // Nothing better comes in this form.
    at = text.indexOf(whole, score < IN_WORD ? formStart[form + 1] : at + 1);
  }
}

function scoreWords(index: SearchIndex, words: readonly string[], scores: Uint8Array): void {
  const { entryOf, wordStart, firstForm, formsWith } = index;
  const longest = words.reduce((most, word) => (word.length > most.length ? word : most));
  for (let word = 0; word + 1 < wordStart.length; word++) {
    if (!wordBeginsWith(index, word, longest)) continue;
    for (let k = firstForm[word]; k < firstForm[word + 1]; k++) {
      const entry = entryOf[formsWith[k]];
      if (scores[entry] !== NO_MATCH) continue;
      if (words.every((other) => other === longest || hasWord(index, formsWith[k], other))) scores[entry] = 4;
    }
  }
}

/** Whether some form of the same entry has a word that begins so. */
function hasWord(index: SearchIndex, form: number, beginning: string): boolean {
  const { entryOf, firstWord, wordsOf } = index;
  const entry = entryOf[form];
  let first = form;
  while (first > 0 && entryOf[first - 1] === entry) first -= 1;
  let last = form;
  while (last + 1 < entryOf.length && entryOf[last + 1] === entry) last += 1;
  for (let k = firstWord[first]; k < firstWord[last + 1]; k++)
    if (wordBeginsWith(index, wordsOf[k], beginning)) return true;
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
  /** The greatest score that may still be among the best. */
  private worst = Infinity;
  private readonly index: SearchIndex;
  private readonly most: number;

  constructor(index: SearchIndex, most: number) {
    this.index = index;
    this.most = most;
  }

  add(entry: number, score: number): void {
    this.count += 1;
    // Nearly all of many are no better than the last.
    if (score > this.worst) return;
    const { found, index } = this;
    const isFull = found.length === this.most;
    const match = { entry, score };
    if (isFull && byRank(index, match, found[found.length - 1]) >= 0) return;
    const before = found.findIndex((other) => byRank(index, match, other) < 0);
    found.splice(before < 0 ? found.length : before, 0, match);
    if (found.length > this.most) found.pop();
    if (found.length === this.most) this.worst = found[found.length - 1].score;
  }
}

function byRank({ weight, label }: SearchIndex, a: Match, b: Match): number {
  const difference = a.score - b.score || weight[b.entry] - weight[a.entry];
  if (difference !== 0) return difference;
  const [one, other] = [label(a.entry), label(b.entry)];
  return one < other ? -1 : one > other ? 1 : a.entry - b.entry;
}

function bestMatches(index: SearchIndex, scores: Uint8Array): readonly Best[] {
  const { kindOf } = index;
  const best = bestByKind(index, SHOWN_PER_GROUP);
  for (let entry = 0; entry < scores.length; entry++) {
    if (scores[entry] < NO_MATCH) best[kindOf[entry]].add(entry, scores[entry]);
  }
  return best;
}

function bestByKind(index: SearchIndex, most: number): readonly Best[] {
  return RESULT_KINDS.map(() => new Best(index, most));
}

/** The kinds of which something was found, the one with the best match first. */
function groupsOf(index: SearchIndex, byKind: readonly Best[]): ResultGroup[] {
  return RESULT_KINDS.map((kind, i) => ({ kind, found: byKind[i].found, count: byKind[i].count }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => a.found[0].score - b.found[0].score)
    .map(({ kind, found, count }) => ({
      kind,
      title: GROUP_TITLES[kind],
      results: found.map(({ entry }) => index.result(entry)),
      matched: count,
    }));
}
