import type { FoldedForms } from "./folded-forms.ts";
import type { SearchIndex } from "./search-index.ts";

export interface Alike {
  readonly entry: number;
  /** 0 to 1. */
  readonly alike: number;
}

/**
 * Of a query of many letters nearly all titles could be a little alike. Names that could be so much alike are compared first: the better the nearest
 * so far, the fewer of the others need a closer look.
 */
const LIKELY = { alike: 0.7, letters: 20 } as const;

/**
 * The `most` entries that are most alike a query, and all that are as alike as the last of these, in no order: by the pairs of neighbouring letters that the
 * most alike of an entry's names, or words of a name, has in common with the query (Dice's coefficient, `least` at least). Different words are compared
 * once each, however many names have them; then whole names, where their length and their words allow enough.
 */
export function nearestInSpelling(index: SearchIndex, query: string, least: number, most: number): Alike[] {
  const pairs = new QueryPairs(query);
  const words = comparedWords(index, pairs, least);
  const found = new Nearest(index.kindOf.length, least, most);
  takeWords(index, words.alike, found);
  if (query.length >= LIKELY.letters) takeNames(index, pairs, words.hits, found, LIKELY.alike);
  takeNames(index, pairs, words.hits, found, least);
  return found.all();
}

/** What a query has in common with each different word. */
interface ComparedWords {
  readonly alike: Float32Array;
  /** How many pairs the word can add to those that a name has in common with the query, at most. */
  readonly hits: Uint16Array;
}

function comparedWords({ letters, wordStart }: FoldedForms, pairs: QueryPairs, least: number): ComparedWords {
  const { numbers, times, width } = pairs;
  const count = wordStart.length - 1;
  const alike = new Float32Array(count);
  const hits = new Uint16Array(count);
  for (let word = 0; word < count; word++) {
    const from = wordStart[word];
    const to = wordStart[word + 1];
    const first = numbers[letters[from]];
    let own = times[BEGIN * width + first] === 0 ? 0 : 1;
    let before = first;
    for (let at = from + 1; at < to; at++) {
      const letter = numbers[letters[at]];
      if (times[before * width + letter] !== 0) own += 1;
      before = letter;
    }
    if (times[before * width + END] !== 0) own += 1;
    if (own > 0 && pairs.mostLikely(own, to - from) >= least) alike[word] = pairs.likeness(letters, from, to);
    // And the pair with the last letter of the word before.
    hits[word] = first === OTHER ? own : own + 1;
  }
  return { alike, hits };
}

/** Takes every entry as alike as its words. */
function takeWords({ firstForm, formsWith, entryOf }: SearchIndex, ofWord: Float32Array, found: Nearest): void {
  for (let word = 0; word < ofWord.length; word++) {
    if (ofWord[word] === 0) continue;
    for (let k = firstForm[word]; k < firstForm[word + 1]; k++) found.take(entryOf[formsWith[k]], ofWord[word]);
  }
}

/** Takes the whole names that could be so alike, and still among the nearest. */
function takeNames(index: SearchIndex, pairs: QueryPairs, hits: Uint16Array, found: Nearest, least: number): void {
  const { formStart, entryOf, firstWord, wordsOf, letters, wordStart } = index;
  let name = new Uint16Array(256);
  let floor = -1;
  let needed: Uint16Array = new Uint16Array();
  for (let form = 0; form < entryOf.length; form++) {
    if (floor < least || found.floor > floor) {
      floor = Math.max(least, found.floor);
      needed = pairs.neededFor(floor);
    }
    const length = formStart[form + 1] - 1 - formStart[form];
    if (length >= needed.length) continue;
    const first = firstWord[form];
    const end = firstWord[form + 1];
    // One word is its whole name.
    if (end - first < 2) continue;
    let most = 0;
    for (let k = first; k < end; k++) most += hits[wordsOf[k]];
    if (most < needed[length]) continue;
    if (name.length < length) name = new Uint16Array(2 * length);
    let to = 0;
    for (let k = first; k < end; k++) {
      for (let at = wordStart[wordsOf[k]]; at < wordStart[wordsOf[k] + 1]; at++) name[to++] = letters[at];
    }
    found.take(entryOf[form], pairs.likeness(name, 0, length));
  }
}

/** The entries that are most alike, as far as they are known. */
class Nearest {
  /** What is less alike is of no use any more. */
  floor: number;
  private readonly alike: Float32Array;
  private readonly entries: number[] = [];
  /** The greatest likenesses of different entries, descending. */
  private readonly greatest: number[] = [];
  private readonly most: number;

  constructor(entryCount: number, least: number, most: number) {
    this.alike = new Float32Array(entryCount);
    this.floor = least;
    this.most = most;
  }

  take(entry: number, likeness: number): void {
    const own = Math.fround(likeness);
    const before = this.alike[entry];
    if (own < this.floor || own <= before) return;
    this.alike[entry] = own;
    if (before === 0) this.entries.push(entry);
    this.raiseFloor(before, own);
  }

  all(): Alike[] {
    return this.entries
      .map((entry) => ({ entry, alike: this.alike[entry] }))
      .filter(({ alike }) => alike >= this.floor);
  }

  /** An entry is `own` alike now, and was `before`. */
  private raiseFloor(before: number, own: number): void {
    const { greatest, most } = this;
    // Among equals it does not matter which.
    const known = before < this.floor ? -1 : greatest.indexOf(before);
    if (known >= 0) greatest.splice(known, 1);
    const place = greatest.findIndex((other) => other < own);
    greatest.splice(place < 0 ? greatest.length : place, 0, own);
    if (greatest.length > most) greatest.pop();
    if (greatest.length === most) this.floor = Math.max(this.floor, greatest[most - 1]);
  }
}

/** Letters by number: those of the query from 3 on. Ends of names and words count as letters, so that a common beginning counts. */
const OTHER = 0;
const BEGIN = 1;
const END = 2;
const CODE_UNITS = 65_536;
/** Of different letters in a query, more than these go unheeded; a query is of 200 at most. */
const LETTERS = 256;
/** More pairs than any text shares. */
const NEVER = 65_535;

/** The pairs of neighbouring letters of a query. */
class QueryPairs {
  /** By code unit, the number of a letter. */
  readonly numbers = new Uint8Array(CODE_UNITS);
  /** How many numbers there are. */
  readonly width: number;
  /** By number of the first letter times width and that of the second, how often the query has the pair. */
  readonly times: Uint16Array;
  private readonly count: number;
  /** Pairs of one text, as often as they are in it. */
  private readonly used: Uint16Array;
  private readonly touched: number[] = [];

  constructor(query: string) {
    let width = END + 1;
    const letters = [BEGIN];
    for (let i = 0; i < query.length; i++) {
      const unit = query.charCodeAt(i);
      if (this.numbers[unit] === OTHER && width < LETTERS) this.numbers[unit] = width++;
      letters.push(this.numbers[unit]);
    }
    letters.push(END);
    this.width = width;
    this.count = letters.length - 1;
    this.times = new Uint16Array(width * width);
    this.used = new Uint16Array(width * width);
    for (let i = 0; i < this.count; i++) {
      // What has no number could be anything.
      if (letters[i] !== OTHER && letters[i + 1] !== OTHER) this.times[letters[i] * width + letters[i + 1]] += 1;
    }
  }

  /** How many pairs a text has to share to be so alike, by its number of letters up to the greatest that allows it. */
  neededFor(likeness: number): Uint16Array {
    const longest = Math.ceil(((2 - likeness) / likeness) * this.count);
    // A little less than by the formula, since likeness is rounded; nothing can share more pairs than it has.
    const shared = (length: number) => Math.ceil((likeness * (this.count + length + 1)) / 2 - 0.01);
    return Uint16Array.from({ length: longest + 1 }, (_, length) =>
      shared(length) > Math.min(this.count, length + 1) ? NEVER : shared(length),
    );
  }

  /** How alike a text of `length` letters can be at most that has so many pairs of the query. */
  mostLikely(shared: number, length: number): number {
    return Math.fround((2 * Math.min(this.count, shared)) / (this.count + length + 1));
  }

  /** Of the code units from `first` up to, not including, `end`. */
  likeness(letters: Uint16Array, first: number, end: number): number {
    return (2 * this.sharedWith(letters, first, end)) / (this.count + end - first + 1);
  }

  /** The pairs in common, each as often as both have it. */
  private sharedWith(letters: Uint16Array, first: number, end: number): number {
    const { times, used, touched, numbers, width } = this;
    let shared = 0;
    let before = BEGIN;
    for (let at = first; at <= end; at++) {
      const letter = at === end ? END : numbers[letters[at]];
      const pair = before * width + letter;
      if (used[pair] < times[pair]) {
        used[pair] += 1;
        touched.push(pair);
        shared += 1;
      }
      before = letter;
    }
    for (const pair of touched) used[pair] = 0;
    touched.length = 0;
    return shared;
  }
}
