import { WordTable } from "../model/word-table.ts";
import { familyStart, type ParsedName, takesMoreThanLetters } from "./parse-name.ts";

/**
 * Reads names of plain letters as `parseName` does, in one walk over their letters: nearly all names are words of ASCII
 * letters between spaces, dots and hyphens, in reading order. Equal words are one string in all names that were read.
 */
export class PlainNames {
  readonly #table = new WordTable();
  /** For each word of the table a `Kind`, 0 where it is not known yet. */
  #kinds = new Uint8Array(1024);
  /** Filled anew for each name. */
  readonly #words: string[] = [];

  /** The name with its words shared; undefined where reading it takes more: commas, titles, suffixes, other letters. */
  read(name: string, familyWords: number | undefined): ParsedName | undefined {
    // Of so short names capitals are read otherwise.
    if (name.length <= SHORT) return undefined;
    let count = 0;
    let hasSmallLetter = false;
    let hasInitials = false;
    for (let at = 0; at < name.length; ) {
      const from = at;
      let isAllCapitals = true;
      for (; at < name.length; at++) {
        const letter = name.charCodeAt(at);
        if (isSmallLetter(letter)) isAllCapitals = false;
        else if (!isCapital(letter)) break;
      }
      // Separators in front are as good as another letter.
      if (at === from) return undefined;
      if (!isAllCapitals) hasSmallLetter = true;
      else if (at - from === 2 || at - from === 3) hasInitials = true;
      const word = this.#ordinary(name, from, at);
      if (word === undefined) return undefined;
      this.#words[count++] = word;
      while (at < name.length && isSeparator(name.charCodeAt(at))) at++;
    }
    if (count === 0 || (hasSmallLetter && hasInitials)) return undefined;
    const words = this.#words.slice(0, count);
    const known = familyWords !== undefined && familyWords > 0 && familyWords < count;
    return { words, speltOut: words, family: known ? count - familyWords : familyStart(words), suffix: "" };
  }

  /** The same name, read otherwise, with shared words. */
  share({ words, speltOut, family, suffix }: ParsedName): ParsedName {
    const one = (word: string): string => this.#table.words[this.#table.numberOf(word)];
    const own = words.map(one);
    return { words: own, speltOut: speltOut === words ? own : speltOut.map(one), family, suffix };
  }

  /** The word at a place of a name; undefined where it is one that is not simply a part of a name. */
  #ordinary(name: string, from: number, to: number): string | undefined {
    const index = this.#table.plainNumberAt(name, from, to);
    const word = this.#table.words[index];
    if (index >= this.#kinds.length) {
      const kinds = new Uint8Array(2 * index);
      kinds.set(this.#kinds);
      this.#kinds = kinds;
    }
    if (this.#kinds[index] === 0) this.#kinds[index] = takesMoreThanLetters(word) ? OTHER : ORDINARY;
    return this.#kinds[index] === ORDINARY ? word : undefined;
  }
}

const SHORT = 3;
const ORDINARY = 1;
const OTHER = 2;

function isSmallLetter(letter: number): boolean {
  return letter >= 0x61 && letter <= 0x7a;
}

function isSeparator(letter: number): boolean {
  return letter === 0x20 || letter === 0x2e || letter === 0x2d;
}

function isCapital(letter: number): boolean {
  return letter >= 0x41 && letter <= 0x5a;
}
