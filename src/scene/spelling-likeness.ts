import type { SearchIndex } from "./search-index.ts";

/** Ends of names and words count as letters, so that a common beginning counts. */
const BEGIN = 1;
const END = 2;
const TABLE = 65_536;

/**
 * By entry, how many pairs of neighbouring letters its most alike name, or word of a name, has in common with a query (Dice's
 * coefficient, 0 to 1): one pass over all names.
 */
export function likenessOfEntries(index: SearchIndex, query: string): Float32Array {
  const { text, wordStart, formStart, entryOf, kind } = index;
  const alike = new Float32Array(kind.length);
  const wanted = new WantedPairs(query);
  const name = new Counter(wanted);
  const word = new Counter(wanted);
  for (let form = 0; form < entryOf.length; form++) {
    const first = formStart[form];
    const end = formStart[form + 1] - 1;
    let before = BEGIN;
    let wordFirst = first;
    let most = 0;
    for (let at = first; at < end; at++) {
      const letter = text.charCodeAt(at);
      const pair = wanted.find(before, letter);
      if (pair >= 0) name.add(pair);
      if (wordStart[at] === 1 && at > first) {
        most = Math.max(most, word.take(before, at - wordFirst));
        wordFirst = at;
        const beginning = wanted.find(BEGIN, letter);
        if (beginning >= 0) word.add(beginning);
      } else if (pair >= 0) word.add(pair);
      before = letter;
    }
    most = Math.max(most, word.take(before, end - wordFirst), name.take(before, end - first));
    if (most > alike[entryOf[form]]) alike[entryOf[form]] = most;
  }
  return alike;
}

/** The pairs of a query, found by one look into a table. */
class WantedPairs {
  readonly count: number;
  /** By hash of a pair: 0, or one more than the number of a pair that may be this one. */
  private readonly table = new Uint16Array(TABLE);
  private readonly firsts: number[] = [];
  private readonly seconds: number[] = [];
  readonly times: number[] = [];

  constructor(query: string) {
    const letters = [BEGIN, ...Array.from({ length: query.length }, (_, i) => query.charCodeAt(i)), END];
    this.count = letters.length - 1;
    for (let i = 0; i < this.count; i++) this.note(letters[i], letters[i + 1]);
  }

  /** The number of a pair; −1 for one that is not wanted. */
  find(first: number, second: number): number {
    for (let slot = hash(first, second); ; slot = (slot + 1) % TABLE) {
      const number = this.table[slot] - 1;
      if (number < 0 || (this.firsts[number] === first && this.seconds[number] === second)) return number;
    }
  }

  private note(first: number, second: number): void {
    const known = this.find(first, second);
    if (known >= 0) {
      this.times[known] += 1;
      return;
    }
    let slot = hash(first, second);
    while (this.table[slot] !== 0) slot = (slot + 1) % TABLE;
    this.firsts.push(first);
    this.seconds.push(second);
    this.times.push(1);
    this.table[slot] = this.firsts.length;
  }
}

function hash(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) + second) & (TABLE - 1);
}

/** Counts the pairs of one name or word that are wanted, each as often as it is wanted at most. */
class Counter {
  private readonly wanted: WantedPairs;
  private readonly used: Uint16Array;
  private readonly touched: number[] = [];
  private shared = 0;

  constructor(wanted: WantedPairs) {
    this.wanted = wanted;
    this.used = new Uint16Array(wanted.times.length);
  }

  add(pair: number): void {
    if (this.used[pair] >= this.wanted.times[pair]) return;
    this.used[pair] += 1;
    this.touched.push(pair);
    this.shared += 1;
  }

  /** The likeness of a text of `length` letters that ends in `last`, all its other pairs added before; and a new beginning. */
  take(last: number, length: number): number {
    const ending = this.wanted.find(last, END);
    if (ending >= 0) this.add(ending);
    if (this.shared === 0) return 0;
    const likeness = (2 * this.shared) / (this.wanted.count + length + 1);
    for (const pair of this.touched) this.used[pair] = 0;
    this.touched.length = 0;
    this.shared = 0;
    return likeness;
  }
}
