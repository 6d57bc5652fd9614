/**
 * Numbers words in the order of their first meeting, from the texts that hold them: a hash table with linear probing, so that a word
 * met before costs no string of its own.
 */
export class WordTable {
  /** Each word by its number. */
  readonly words: string[] = [];
  #bits = 12;
  /** The number of a word, one more than it is; 0 where there is none. */
  #places = new Uint32Array(2 ** 12);
  #hashes = new Int32Array(2 ** 11);

  /** `first` are numbered before all others, whatever they are. */
  constructor(first: readonly string[]) {
    for (const word of first) this.numberAt(word, 0, word.length);
  }

  /** The number of the word from `from` up to, not including, `to`. */
  numberAt(text: string, from: number, to: number): number {
    // FNV-1a (Fowler, Noll & Vo).
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const mask = this.#places.length - 1;
    let place = this.#placeOf(hash);
    for (; this.#places[place] !== 0; place = (place + 1) & mask) {
      const number = this.#places[place] - 1;
      const word = this.words[number];
      if (this.#hashes[number] === hash && word.length === to - from && text.startsWith(word, from)) return number;
    }
    if (this.words.length === this.#hashes.length) {
      this.#enlarge();
      place = this.#freePlaceOf(hash);
    }
    const number = this.words.length;
    this.#places[place] = number + 1;
    this.#hashes[number] = hash;
    // A slice of a long text would keep the whole text in memory.
    this.words.push(Array.from(text.slice(from, to)).join(""));
    return number;
  }

  #placeOf(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) >>> (32 - this.#bits);
  }

  #freePlaceOf(hash: number): number {
    const mask = this.#places.length - 1;
    let place = this.#placeOf(hash);
    while (this.#places[place] !== 0) place = (place + 1) & mask;
    return place;
  }

  #enlarge(): void {
    this.#bits += 1;
    this.#places = new Uint32Array(2 ** this.#bits);
    const hashes = new Int32Array(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    for (let number = 0; number < this.words.length; number++) {
      this.#places[this.#freePlaceOf(hashes[number])] = number + 1;
    }
  }
}
