import { withRoom } from "../model/with-room.ts";
import { WordTable } from "../model/word-table.ts";
import { foldWord, foldWordSpeltOut } from "./fold-word.ts";
import { familyStart, type ParsedName, takesMoreThanLetters } from "./parse-name.ts";

/** A word with accents as it is compared: its number without them, and what it is with umlauts spelt out. */
interface Accented {
  readonly number: number;
  readonly speltOut: string;
}

/**
 * Reads names of plain letters as `parseName` does, in one walk over their letters: nearly all names are words of Latin
 * letters between spaces, dots and hyphens, in reading order. Equal words are one string in all names that were read.
 */
export class PlainNames {
  readonly #table = new WordTable();
  /** For each word of the table a `Kind`, 0 where it is not known yet. */
  #kinds = new Uint8Array(1024);
  /** By how they are written: few words have accents, and many a name has them. */
  readonly #accented = new Map<string, Accented>();
  /** The numbers of the words of the name that was read last: the first `count`. */
  numbers = new Uint32Array(16);
  count = 0;
  /** The words of that name with umlauts spelt out; undefined where it has none. */
  speltOut: string[] | undefined;

  /** All words that were met, by their numbers. */
  get words(): readonly string[] {
    return this.#table.words;
  }

  /** The name with its words shared; undefined where reading it takes more: commas, titles, suffixes, other letters. */
  read(name: string, familyWords: number | undefined): ParsedName | undefined {
    if (!this.walk(name)) return undefined;
    const words = this.#wordsRead();
    return { words, speltOut: this.speltOut ?? words, family: this.familyOf(familyWords), suffix: "" };
  }

  /** Reads the words of a name into `numbers`; false where reading it takes more. */
  walk(name: string): boolean {
    this.count = 0;
    this.speltOut = undefined;
    // Of so short names capitals are read otherwise.
    if (name.length <= SHORT) return false;
    let hasSmallLetter = false;
    let hasInitials = false;
    for (let at = 0; at < name.length; ) {
      const from = at;
      let isAllCapitals = true;
      let isAccented = false;
      for (; at < name.length; at++) {
        const letter = name.charCodeAt(at);
        if (isSmallLetter(letter)) isAllCapitals = false;
        else if (!isCapital(letter)) {
          const letterCase = caseWithAccent(letter);
          if (letterCase === NO_LETTER) break;
          if (letterCase === SMALL) isAllCapitals = false;
          isAccented = true;
        }
      }
      // Separators in front are as good as another letter.
      if (at === from) return false;
      if (!isAllCapitals) hasSmallLetter = true;
      else if (at - from === 2 || at - from === 3) hasInitials = true;
      if (isAccented) this.#addAccented(name.slice(from, at));
      else {
        const word = this.#ordinary(name, from, at);
        if (word < 0) return false;
        this.#add(word, this.words[word]);
      }
      while (at < name.length && isSeparator(name.charCodeAt(at))) at++;
    }
    return this.count > 0 && !(hasSmallLetter && hasInitials);
  }

  /** Where the family name of the words that were read begins. */
  familyOf(familyWords: number | undefined): number {
    const known = familyWords !== undefined && familyWords > 0 && familyWords < this.count;
    return known ? this.count - familyWords : familyStart(this.#wordsRead());
  }

  /** Puts the numbers of these behind those of the words that were read. */
  append(words: readonly string[]): void {
    for (const word of words) this.#addNumber(this.#table.numberOf(word));
  }

  /** The same name, read otherwise, with shared words. */
  share({ words, speltOut, family, suffix }: ParsedName): ParsedName {
    const one = (word: string): string => this.words[this.#table.numberOf(word)];
    const own = words.map(one);
    return { words: own, speltOut: speltOut === words ? own : speltOut.map(one), family, suffix };
  }

  #wordsRead(): string[] {
    const words: string[] = [];
    for (let i = 0; i < this.count; i++) words.push(this.words[this.numbers[i]]);
    return words;
  }

  #addAccented(written: string): void {
    let word = this.#accented.get(written);
    if (word === undefined) {
      const lower = written.toLowerCase();
      word = { number: this.#table.numberOf(foldWord(lower)), speltOut: foldWordSpeltOut(lower) };
      this.#accented.set(written, word);
    }
    if (word.speltOut !== this.words[word.number] && this.speltOut === undefined) this.speltOut = this.#wordsRead();
    this.#add(word.number, word.speltOut);
  }

  #add(number: number, speltOut: string): void {
    this.speltOut?.push(speltOut);
    this.#addNumber(number);
  }

  #addNumber(number: number): void {
    if (this.count === this.numbers.length) this.numbers = withRoom(this.numbers, 2 * this.count);
    this.numbers[this.count++] = number;
  }

  /** The number of the word at a place of a name; -1 where it is one that is not simply a part of a name. */
  #ordinary(name: string, from: number, to: number): number {
    const index = this.#table.plainNumberAt(name, from, to);
    if (index >= this.#kinds.length) {
      const kinds = new Uint8Array(2 * index);
      kinds.set(this.#kinds);
      this.#kinds = kinds;
    }
    if (this.#kinds[index] === 0) this.#kinds[index] = takesMoreThanLetters(this.words[index]) ? OTHER : ORDINARY;
    return this.#kinds[index] === ORDINARY ? index : -1;
  }
}

const SHORT = 3;
const ORDINARY = 1;
const OTHER = 2;

function isSmallLetter(letter: number): boolean {
  return letter >= 0x61 && letter <= 0x7a;
}

const FIRST_ACCENTED = 0xc0;
const LAST_ACCENTED = 0x17f;
const NO_LETTER = 0;
const CAPITAL = 1;
const SMALL = 2;
/** What each character of the Latin-1 Supplement and of Latin Extended-A is, from `FIRST_ACCENTED` on. */
const CASES = Uint8Array.from({ length: LAST_ACCENTED - FIRST_ACCENTED + 1 }, (_, i) => {
  const letter = String.fromCharCode(FIRST_ACCENTED + i);
  const isPlain = letter.normalize("NFKC") === letter && letter.toLowerCase().length === 1;
  if (!isPlain || !/\p{L}/u.test(letter)) return NO_LETTER;
  return /\p{Lu}/u.test(letter) ? CAPITAL : SMALL;
});

/** `CAPITAL` or `SMALL`; `NO_LETTER` also for those whose normal or small form is more than one letter. */
function caseWithAccent(letter: number): number {
  return letter < FIRST_ACCENTED || letter > LAST_ACCENTED ? NO_LETTER : CASES[letter - FIRST_ACCENTED];
}

function isSeparator(letter: number): boolean {
  return letter === 0x20 || letter === 0x2e || letter === 0x2d;
}

function isCapital(letter: number): boolean {
  return letter >= 0x41 && letter <= 0x5a;
}
