import { fold } from "../model/text.ts";
import { beginsWord, foldedWords } from "./folded-forms.ts";
import { RESULT_KINDS, type ResultKind, type SearchIndex, type SearchResult } from "./search-index.ts";
import { nearestInSpelling } from "./spelling-likeness.ts";

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

/** Groups of results in the order in which they are shown: the best match first, of equal ones people before teams. */
export function bestGroupsFirst(groups: readonly ResultGroup[]): ResultGroup[] {
  return [...groups].sort((a, b) => a.misfit - b.misfit || RESULT_KINDS.indexOf(a.kind) - RESULT_KINDS.indexOf(b.kind));
}

/** From this score on an entry does not match. */
export const NO_MATCH = 5;
const BEGINS_WORD = 2;
const IN_WORD = 3;

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

/** Where all words have to be, looking where the one can be that is at the fewest places is enough. */
function scoreWords(index: SearchIndex, words: readonly string[], scores: Uint8Array): void {
  const { entryOf, firstForm, formsWith } = index;
  let fewest: number[] = [];
  let uses = Infinity;
  for (const beginning of words) {
    const found = wordsTowards(index, beginning);
    const own = found.reduce((sum, word) => sum + firstForm[word + 1] - firstForm[word], 0);
    if (own < uses) [fewest, uses] = [found, own];
  }
  for (const word of fewest) {
    for (let k = firstForm[word]; k < firstForm[word + 1]; k++) {
      const form = formsWith[k];
      const entry = entryOf[form];
      if (scores[entry] !== NO_MATCH) continue;
      if (words.every((beginning) => hasWord(index, form, beginning))) scores[entry] = 4;
    }
  }
}

/** The different words that begin so, or that are a beginning of this: what follows in a name may go on with it. */
function wordsTowards({ letters, wordStart }: SearchIndex, beginning: string): number[] {
  const found: number[] = [];
  for (let word = 0; word + 1 < wordStart.length; word++) {
    const from = wordStart[word];
    const length = Math.min(beginning.length, wordStart[word + 1] - from);
    let i = 0;
    while (i < length && letters[from + i] === beginning.charCodeAt(i)) i += 1;
    if (i === length) found.push(word);
  }
  return found;
}

/** Whether some form of the same entry goes on so from one of its words. */
function hasWord(index: SearchIndex, form: number, beginning: string): boolean {
  const { text, formStart, entryOf, firstWord, wordsOf, wordStart } = index;
  const entry = entryOf[form];
  let first = form;
  while (first > 0 && entryOf[first - 1] === entry) first -= 1;
  for (let other = first; other < entryOf.length && entryOf[other] === entry; other++) {
    let at = formStart[other];
    for (let k = firstWord[other]; k < firstWord[other + 1]; k++) {
      if (text.startsWith(beginning, at)) return true;
      at += wordStart[wordsOf[k] + 1] - wordStart[wordsOf[k]];
    }
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

/** The kinds of which something was found. */
function groupsOf(index: SearchIndex, byKind: readonly Best[]): ResultGroup[] {
  const groups = RESULT_KINDS.map((kind, i) => ({ kind, found: byKind[i].found, count: byKind[i].count }))
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
