/** Places of the table for a word at first; it is at most half full. */
const FIRST_PLACES = 4096;
/** A place is the two halves of a hash and a number, one more than it is; four values, so that no place lies in two lines of the cache. */
const VALUES_OF_A_PLACE = 4;

/**
 * Numbers words in the order of their first meeting, where they stand in the texts that hold them, as `WordTable` does, but
 * keeps of a word nothing but 64 bits of hash: for counting words that nobody asks back. Of a million words no two have
 * one hash but for a chance in ten million; for what an enemy may not choose.
 */
export class HashedWords {
  /** How many there are. */
  count = 0;
  /** Where the word ends that was looked for in a text last. */
  end = 0;
  #places = new Int32Array(FIRST_PLACES * VALUES_OF_A_PLACE);

  numberOf(word: string): number {
    let low = LOW_SEED;
    let high = HIGH_SEED;
    for (let at = 0; at < word.length; at++) {
      const letter = word.charCodeAt(at);
      low = Math.imul(low ^ letter, LOW_FACTOR);
      high = Math.imul(high ^ letter, HIGH_FACTOR);
      high ^= high >>> 15;
    }
    return this.#numberOfHash(low, high);
  }

  /**
   * The number of the word of ASCII letters and digits that begins at `from`, in small letters; -1 where it is shorter than
   * `shortest`, or where what is no ASCII follows, which may belong to it. `end` is where its letters and digits end.
   */
  plainNumberFrom(text: string, from: number, shortest: number): number {
    let low = LOW_SEED;
    let high = HIGH_SEED;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!isLetterOrDigit(code)) break;
      const letter = code | LOWER_CASE;
      low = Math.imul(low ^ letter, LOW_FACTOR);
      high = Math.imul(high ^ letter, HIGH_FACTOR);
      high ^= high >>> 15;
    }
    this.end = at;
    const goesOn = at < text.length && text.charCodeAt(at) > LAST_ASCII;
    return goesOn || at - from < shortest ? -1 : this.#numberOfHash(low, high);
  }

  #numberOfHash(low: number, high: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    let place = startOf(low, high, mask);
    for (; places[place + 2] !== 0; place = (place + VALUES_OF_A_PLACE) & mask) {
      if (places[place] === low && places[place + 1] === high) return places[place + 2] - 1;
    }
    places[place] = low;
    places[place + 1] = high;
    places[place + 2] = ++this.count;
    if (2 * VALUES_OF_A_PLACE * this.count >= places.length) this.#enlarge();
    return this.count - 1;
  }

  #enlarge(): void {
    const smaller = this.#places;
    const larger = new Int32Array(2 * smaller.length);
    const mask = larger.length - 1;
    for (let from = 0; from < smaller.length; from += VALUES_OF_A_PLACE) {
      if (smaller[from + 2] === 0) continue;
      let place = startOf(smaller[from], smaller[from + 1], mask);
      while (larger[place + 2] !== 0) place = (place + VALUES_OF_A_PLACE) & mask;
      for (let i = 0; i < VALUES_OF_A_PLACE; i++) larger[place + i] = smaller[from + i];
    }
    this.#places = larger;
  }
}

/** Where to look for a hash first: a multiple of `VALUES_OF_A_PLACE`. */
function startOf(low: number, high: number, mask: number): number {
  return (Math.imul(low ^ high, SPREAD) >>> 10) & mask & -VALUES_OF_A_PLACE;
}

/** Of ASCII. */
function isLetterOrDigit(code: number): boolean {
  const small = code | LOWER_CASE;
  return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

const LAST_ASCII = 0x7f;
/** The bit that tells small letters of ASCII from capitals; digits have it. */
const LOWER_CASE = 0x20;
const LOW_SEED = 0x811c9dc5 | 0;
const HIGH_SEED = 0x9e3779b9 | 0;
const LOW_FACTOR = 0x01000193;
const HIGH_FACTOR = 0x5bd1e995;
const SPREAD = 0x2c1b3c6d;
