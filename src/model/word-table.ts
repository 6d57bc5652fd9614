import { COPIED_LENGTH } from "./text.ts";

/**
 * Numbers words in the order of their first meeting, where they stand in the texts that hold them: a hash table with linear probing, so
 * that a word met before costs no string of its own.
 */
export class WordTable {
  /** Each word by its number. */
  readonly words: string[] = [];
  /** The number of a word, one more than it is; 0 where there is none. Four places for a word at first, two at last. */
  #places = new Uint32Array(4096);
  #hashes = new Int32Array(1024);

  /** `first` are numbered before all others, whatever they are. */
  constructor(first: readonly string[] = []) {
    for (const word of first) this.numberOf(word);
  }

  numberOf(word: string): number {
    return this.numberAt(word, 0, word.length);
  }

  /** The number of the word from `from` up to, not including, `to`. */
  numberAt(text: string, from: number, to: number): number {
    let hash = SEED;
    for (let at = from; at < to; at++) hash = hashed(hash, text.charCodeAt(at));
    let place = this.#placeOf(hash);
    for (; this.#places[place] !== 0; place = this.#nextPlace(place)) {
      const number = this.#places[place] - 1;
      const word = this.words[number];
      if (this.#hashes[number] === hash && word.length === to - from && text.startsWith(word, from)) return number;
    }
    return this.#add(place, hash, text.slice(from, to));
  }

  /** The number of the word that stands there, all ASCII letters and digits, in small letters. */
  plainNumberAt(text: string, from: number, to: number): number {
    let hash = SEED;
    for (let at = from; at < to; at++) hash = hashed(hash, text.charCodeAt(at) | LOWER_CASE);
    let place = this.#placeOf(hash);
    for (; this.#places[place] !== 0; place = this.#nextPlace(place)) {
      const number = this.#places[place] - 1;
      if (this.#hashes[number] === hash && isPlainStretch(this.words[number], text, from, to)) return number;
    }
    return this.#add(place, hash, text.slice(from, to).toLowerCase());
  }

  #placeOf(hash: number): number {
    return Math.imul(hash ^ (hash >>> 15), SPREAD) & (this.#places.length - 1);
  }

  #nextPlace(place: number): number {
    return (place + 1) & (this.#places.length - 1);
  }

  #add(place: number, hash: number, word: string): number {
    // A slice of a long text would keep the whole text in memory, but short ones are copies.
    const number = this.words.push(word.length < COPIED_LENGTH ? word : Array.from(word).join("")) - 1;
    this.#places[place] = number + 1;
    this.#hashes[number] = hash;
    if (this.words.length === this.#hashes.length) this.#enlarge();
    return number;
  }

  #enlarge(): void {
    const hashes = new Int32Array(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#places = new Uint32Array(4 * hashes.length);
    for (let number = 0; number < this.words.length; number++) {
      let place = this.#placeOf(hashes[number]);
      while (this.#places[place] !== 0) place = this.#nextPlace(place);
      this.#places[place] = number + 1;
    }
  }
}

/** The bit that tells small letters of ASCII from capitals; digits have it. */
const LOWER_CASE = 0x20;
const SEED = 0x811c9dc5 | 0;
const SPREAD = 0x2c1b3c6d;

/** One step of FNV-1a (Fowler, Noll & Vo). */
function hashed(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

function isPlainStretch(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== (text.charCodeAt(from + at) | LOWER_CASE)) return false;
  }
  return true;
}
