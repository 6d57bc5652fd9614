import { BEGINS, OTHER_LETTER, type SearchIndex } from "./search-index.ts";

/**
 * By entry, how many pairs of neighbouring letters its most alike name, or word of a name, has in common with a query (Dice's
 * coefficient, 0 to 1): one pass over all names. What is less than `least` may be given as 0. Which pairs of the query a word has is gathered in the
 * bits of a number, without asking how often; only where these could be enough is it counted.
 */
export function likenessOfEntries(index: SearchIndex, query: string, least = 0): Float32Array {
  const { text, letters, formStart, entryOf, kind } = index;
  const alike = new Float32Array(kind.length);
  const pairs = new QueryPairs(query);
  const { numbers, bits, width, hasOthers } = pairs;
  for (let form = 0; form < entryOf.length; form++) {
    const first = formStart[form];
    const end = formStart[form + 1] - 1;
    let most = 0;
    let before = BEGIN;
    let wordFirst = first;
    let inName = 0;
    let inWord = 0;
    for (let at = first; at < end; at++) {
      const code = letters[at] & ~BEGINS;
      const letter = numbers[code === OTHER_LETTER && hasOthers ? text.charCodeAt(at) : code];
      const bit = bits[before * width + letter];
      inName |= bit;
      if (letters[at] >= BEGINS && at > first) {
        inWord |= bits[before * width + END];
        if (inWord !== 0) most = pairs.mostAlike(most, least, inWord, index, wordFirst, at);
        wordFirst = at;
        inWord = bits[BEGIN * width + letter];
      } else inWord |= bit;
      before = letter;
    }
    const ending = bits[before * width + END];
    if ((inName | ending) !== 0) most = pairs.mostAlike(most, least, inName | ending, index, first, end);
    if (wordFirst > first) most = pairs.mostAlike(most, least, inWord | ending, index, wordFirst, end);
    if (most > alike[entryOf[form]]) alike[entryOf[form]] = most;
  }
  return alike;
}

/** Letters by number: those of the query from 3 on. Ends of names and words count as letters, so that a common beginning counts. */
const OTHER = 0;
const BEGIN = 1;
const END = 2;
const CODE_UNITS = 65_536;
/** Of different letters in a query, more than these go unheeded; a query is of 200 at most. */
const LETTERS = 256;
const BITS = 31;

/** The pairs of neighbouring letters of a query. */
class QueryPairs {
  /** By code unit, the number of a letter. */
  readonly numbers = new Uint8Array(CODE_UNITS);
  /** How many numbers there are. */
  readonly width: number;
  /** Whether some letter of the query is beyond ASCII. */
  readonly hasOthers: boolean;
  /** By number of the first letter times width and that of the second: a bit for a pair of the query, which others may share; else 0. */
  readonly bits: Int32Array;
  /** In the same order, how often the query has the pair. */
  private readonly times: Uint16Array;
  /** Pairs of the query that share a bit, at most, each as often as it is there. */
  private readonly mostToABit: number;
  private readonly count: number;
  /** Pairs of one text, as often as they are in it. */
  private readonly used: Uint16Array;
  private readonly touched: number[] = [];

  constructor(query: string) {
    let width = END + 1;
    let hasOthers = false;
    const letters = [BEGIN];
    for (let i = 0; i < query.length; i++) {
      const unit = query.charCodeAt(i);
      hasOthers ||= unit >= OTHER_LETTER;
      if (this.numbers[unit] === OTHER && width < LETTERS) this.numbers[unit] = width++;
      letters.push(this.numbers[unit]);
    }
    letters.push(END);
    this.width = width;
    this.hasOthers = hasOthers;
    this.count = letters.length - 1;
    this.bits = new Int32Array(width * width);
    this.times = new Uint16Array(width * width);
    this.used = new Uint16Array(width * width);
    const toABit = new Uint16Array(BITS);
    let next = 0;
    for (let i = 0; i < this.count; i++) {
      // What has no number could be anything.
      if (letters[i] === OTHER || letters[i + 1] === OTHER) continue;
      const pair = letters[i] * width + letters[i + 1];
      if (this.times[pair] === 0) this.bits[pair] = 1 << (next++ % BITS);
      this.times[pair] += 1;
      toABit[Math.clz32(this.bits[pair]) - 1] += 1;
    }
    this.mostToABit = Math.max(...toABit);
  }

  /** The likeness of a part of the index's text with these bits, where it is more than `most` and could be `least`; else `most`. */
  mostAlike(most: number, least: number, bits: number, { text }: SearchIndex, first: number, end: number): number {
    const all = this.count + end - first + 1;
    const bound = (2 * Math.min(this.count, bitsIn(bits) * this.mostToABit)) / all;
    if (bound <= most || bound < least) return most;
    return Math.max(most, (2 * this.sharedWith(text, first, end)) / all);
  }

  /** The pairs in common, each as often as both have it. */
  private sharedWith(text: string, first: number, end: number): number {
    const { times, used, touched, numbers, width } = this;
    let shared = 0;
    let before = BEGIN;
    for (let at = first; at <= end; at++) {
      const letter = at === end ? END : numbers[text.charCodeAt(at)];
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

/** How many bits of a number are set (Warren, Hacker's Delight, figure 5-2). */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
