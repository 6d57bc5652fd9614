/**
 * Distinct words, each kept as one string wherever it stands: names are compared and looked up by their words many times.
 * A word is found by its letters where they are, without a string being made for it.
 */
export class WordTable {
  readonly #words: string[] = [];
  #hashes = new Int32Array(1024);
  /** Open addressing: a word's index, or -1. Four places for a word at first, two at last. */
  #places = new Int32Array(4096).fill(-1);

  /** The index of a word; its letters are taken as they are. */
  indexOf(word: string): number {
    let hash = SEED;
    for (let at = 0; at < word.length; at++) hash = hashed(hash, word.charCodeAt(at));
    let place = this.#placeOf(hash);
    for (let index = this.#places[place]; index >= 0; index = this.#places[place]) {
      if (this.#hashes[index] === hash && this.#words[index] === word) return index;
      place = this.#nextPlace(place);
    }
    return this.#add(place, hash, word);
  }

  /** The index of the word that stands in `text` from `from` to `to`, all ASCII letters and digits, in lower case. */
  indexOfPlain(text: string, from: number, to: number): number {
    let hash = SEED;
    for (let at = from; at < to; at++) hash = hashed(hash, text.charCodeAt(at) | LOWER_CASE);
    let place = this.#placeOf(hash);
    for (let index = this.#places[place]; index >= 0; index = this.#places[place]) {
      if (this.#hashes[index] === hash && isPlainStretch(this.#words[index], text, from, to)) return index;
      place = this.#nextPlace(place);
    }
    return this.#add(place, hash, text.slice(from, to).toLowerCase());
  }

  /** The word with this index: from 0, in the order in which they were met. */
  word(index: number): string {
    return this.#words[index];
  }

  #placeOf(hash: number): number {
    return Math.imul(hash ^ (hash >>> 15), SPREAD) & (this.#places.length - 1);
  }

  #nextPlace(place: number): number {
    return (place + 1) & (this.#places.length - 1);
  }

  #add(place: number, hash: number, word: string): number {
    const index = this.#words.push(word) - 1;
    this.#places[place] = index;
    this.#hashes[index] = hash;
    if (this.#words.length === this.#hashes.length) this.#grow();
    return index;
  }

  #grow(): void {
    const hashes = new Int32Array(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#places = new Int32Array(4 * hashes.length).fill(-1);
    for (let index = 0; index < this.#words.length; index++) {
      let place = this.#placeOf(hashes[index]);
      while (this.#places[place] >= 0) place = this.#nextPlace(place);
      this.#places[place] = index;
    }
  }
}

/** The bit that tells small letters of ASCII from capitals; digits have it. */
const LOWER_CASE = 0x20;
const SEED = 0x811c9dc5 | 0;
const SPREAD = 0x2c1b3c6d;

/** One step of FNV-1a. */
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
