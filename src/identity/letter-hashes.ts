import { withRoom } from "../model/with-room.ts";

/** A large odd number whose powers spread over all 32 bits. */
const BASE = 0x0100_0193;

/**
 * Hashes of any stretch of a name's letters, whatever the words, in constant time each: the polynomial hash of Karp and
 * Rabin, modulo 2^32. One object reads name after name.
 */
export class LetterHashes {
  /** How many letters the name has. */
  length = 0;
  /** Whether all of them are a to z. */
  isPlain = true;
  #wordFrom: Int32Array<ArrayBuffer> = new Int32Array(65);
  #letters: Int32Array<ArrayBuffer> = new Int32Array(64);
  /** For each letter the hash of all before it. */
  #before: Int32Array<ArrayBuffer> = new Int32Array(65);
  #powers: Int32Array<ArrayBuffer> = powersOf(65);

  read(words: readonly string[]): void {
    let at = 0;
    let hash = 0;
    let isPlain = true;
    this.#grow(words.length);
    for (let w = 0; w < words.length; w++) {
      const word = words[w];
      this.#wordFrom[w] = at;
      this.#grow(at + word.length);
      for (let i = 0; i < word.length; i++) {
        const letter = word.charCodeAt(i);
        if (letter < 0x61 || letter > 0x7a) isPlain = false;
        this.#letters[at++] = letter;
        // A letter more than it is, so that no letter is nothing.
        hash = (Math.imul(hash, BASE) + letter + 1) | 0;
        this.#before[at] = hash;
      }
    }
    this.#wordFrom[words.length] = at;
    this.length = at;
    this.isPlain = isPlain;
  }

  /** The first letter of the word with this index; `length` for the index behind the last. */
  wordFrom(word: number): number {
    return this.#wordFrom[word];
  }

  letter(at: number): number {
    return this.#letters[at];
  }

  /** Of the letters from `from` up to but without `to`. */
  stretch(from: number, to: number): number {
    return (this.#before[to] - Math.imul(this.#before[from], this.#powers[to - from])) | 0;
  }

  /** Of all letters but one. */
  without(at: number): number {
    const behind = this.length - at - 1;
    return (Math.imul(this.#before[at], this.#powers[behind]) + this.stretch(at + 1, this.length)) | 0;
  }

  /** Makes room for so many letters, or words. */
  #grow(count: number): void {
    if (count <= this.#letters.length) return;
    this.#letters = withRoom(this.#letters, 2 * count);
    this.#before = withRoom(this.#before, 2 * count + 1);
    this.#wordFrom = withRoom(this.#wordFrom, 2 * count + 1);
    this.#powers = powersOf(2 * count + 1);
  }
}

function powersOf(count: number): Int32Array<ArrayBuffer> {
  const powers = new Int32Array(count).fill(1);
  for (let at = 1; at < count; at++) powers[at] = Math.imul(powers[at - 1], BASE);
  return powers;
}
