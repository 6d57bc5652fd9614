import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import { countWords, nameKey, type ParsedName, parseName } from "./parse-name.ts";
import { PlainNames } from "./plain-names.ts";

/** The distinct folded names of a collection, and which authorship has which. */
export interface NameTable {
  /** In the order of `keys`. */
  readonly names: readonly ParsedName[];
  /** Folded names, ascending by code unit. */
  readonly keys: readonly string[];
  /** For each authorship, in the order of the papers and their author lists, its name. */
  readonly nameOf: Uint32Array;
  /** The distinct strings, and for each authorship its own. */
  readonly spellings: readonly string[];
  readonly spellingOf: Uint32Array;
  /** The authorships that have other forms, ascending. */
  readonly rewritten: readonly number[];
  /** For each paper its first authorship, and behind the last the number of all: `papers.length + 1` values. */
  readonly authorshipsFrom: Uint32Array;
}

/** A string with what its source says the family name is: what it means as a name. */
interface Reading {
  readonly family: string | undefined;
  /** Which string and which name, in the order in which they were met. */
  readonly spelling: number;
  readonly index: number;
  authorships: number;
  /** The same string with another family name. */
  next: Reading | undefined;
}

/** Reads every distinct string once; where sources say what the family name is, most of a name's strings decide. */
export function nameTableOf(papers: readonly Paper[]): NameTable {
  const authorshipsFrom = new Uint32Array(papers.length + 1);
  for (let p = 0; p < papers.length; p++) authorshipsFrom[p + 1] = authorshipsFrom[p] + papers[p].authors.length;

  const spellings: string[] = [];
  const readings = new Map<string, Reading>();
  const names = new DistinctNames();
  const nameOf = new Uint32Array(authorshipsFrom[papers.length]);
  const spellingOf = new Uint32Array(nameOf.length);
  const rewritten: number[] = [];
  let k = 0;
  for (const paper of papers) {
    for (const { name, family, otherForms } of paper.authors) {
      if (otherForms.length > 0) rewritten.push(k);
      const first = readings.get(name);
      // Nearly always one string has one family name; where it has another, the next reading is tried.
      let reading = first;
      while (reading !== undefined && reading.family !== family) reading = reading.next;
      if (reading === undefined) {
        reading = names.read(name, family, first?.spelling ?? spellings.push(name) - 1);
        if (first === undefined) readings.set(name, reading);
        else [first.next, reading.next] = [reading, first.next];
      }
      reading.authorships++;
      spellingOf[k] = reading.spelling;
      nameOf[k++] = reading.index;
    }
  }
  const { keys, ordered, place } = names.inOrder(spellings);
  for (let i = 0; i < nameOf.length; i++) nameOf[i] = place[nameOf[i]];
  return { names: ordered, keys, nameOf, spellings, spellingOf, rewritten, authorshipsFrom };
}

/** Names as they are read, each kept once. */
class DistinctNames {
  readonly #names: ParsedName[] = [];
  readonly #indexOfKey = new Map<string, number>();
  readonly #plain = new PlainNames();
  readonly #wordsOfFamily = new Map<string, number>();
  readonly #readings: Reading[] = [];
  /** Names that were not always read alike. */
  readonly #disputed = new Set<number>();

  read(name: string, family: string | undefined, spelling: number): Reading {
    const one = this.#parsed(name, family);
    const key = nameKey(one);
    let index = this.#indexOfKey.get(key);
    if (index === undefined) {
      index = this.#names.push(one) - 1;
      this.#indexOfKey.set(key, index);
    } else if (!readAlike(one, this.#names[index])) this.#disputed.add(index);
    const reading: Reading = { family, spelling, index, authorships: 0, next: undefined };
    this.#readings.push(reading);
    return reading;
  }

  /** By key, and for each name where it stands now. `spellings` are the strings that were read. */
  inOrder(spellings: readonly string[]): { keys: string[]; ordered: ParsedName[]; place: Uint32Array } {
    this.#settleFamilies(spellings);
    // By code unit, as `byCodeUnit` does, which takes longer.
    const keys = [...this.#indexOfKey.keys()].sort();
    const place = new Uint32Array(keys.length);
    const ordered = keys.map((key, at) => {
      const index = this.#indexOfKey.get(key) ?? 0;
      place[index] = at;
      return this.#names[index];
    });
    return { keys, ordered, place };
  }

  #parsed(name: string, family: string | undefined): ParsedName {
    const familyWords = family === undefined ? undefined : this.#familyWords(family);
    return this.#plain.read(name, familyWords) ?? this.#plain.share(parseName(name, familyWords));
  }

  /** How many words the source's family name has. */
  #familyWords(family: string): number {
    // Nothing of more than three letters is a suffix.
    if (ONE_WORD.test(family)) return 1;
    let words = this.#wordsOfFamily.get(family);
    if (words === undefined) {
      words = countWords(family);
      this.#wordsOfFamily.set(family, words);
    }
    return words;
  }

  /** Where one folded name was read with different family names, takes the reading of most authorships, then the longer. */
  #settleFamilies(spellings: readonly string[]): void {
    if (this.#disputed.size === 0) return;
    const votes = new Map<number, { counts: Map<number, number>; read: ParsedName }>();
    for (const { family, spelling, index, authorships } of this.#readings) {
      if (!this.#disputed.has(index)) continue;
      const read = this.#parsed(spellings[spelling], family);
      const known = votes.get(index) ?? { counts: new Map<number, number>(), read };
      votes.set(index, known);
      known.counts.set(read.family, (known.counts.get(read.family) ?? 0) + authorships);
      // Of "Müller" and "Muller" the first says more; which comes first must not matter.
      if (byCodeUnit(read.speltOut.join(" "), known.read.speltOut.join(" ")) < 0) known.read = read;
    }
    for (const [index, { counts, read }] of votes) {
      const [[family]] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      this.#names[index] = { words: read.words, speltOut: read.speltOut, family, suffix: read.suffix };
    }
  }
}

const ONE_WORD = /^[A-Za-z]{4,}$/;

function readAlike(one: ParsedName, other: ParsedName): boolean {
  return one.family === other.family && one.speltOut.every((word, i) => word === other.speltOut[i]);
}
