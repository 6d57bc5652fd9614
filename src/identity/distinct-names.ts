import { ListTable } from "../model/list-table.ts";
import { byCodeUnit } from "../model/order.ts";
import { namesInOrder } from "./names-in-order.ts";
import { countWords, nameKey, type ParsedName, parseName } from "./parse-name.ts";
import { PlainNames } from "./plain-names.ts";
import type { Readings } from "./readings.ts";

/** Names in the order of their keys. */
export interface OrderedNames {
  readonly names: readonly ParsedName[];
  /** See `nameKey`; ascending by code unit. */
  readonly keys: readonly string[];
  /** For each reading where its name stands. */
  readonly place: Uint32Array;
}

/**
 * Names as they are read, each kept once. Until all are there they are numbers of words in columns: the objects are made in their
 * order, so that whoever goes through them later finds each beside the last in memory.
 */
export class DistinctNames {
  readonly #plain = new PlainNames();
  /** The words of each name, and last its suffix. */
  readonly #lists = new ListTable();
  /** For each name where its family name begins. */
  readonly #families: number[] = [];
  /** Names with umlauts to be spelt out. */
  readonly #speltOut = new Map<number, readonly string[]>();
  readonly #wordsOfFamily = new Map<string, number>();
  /** For each reading its name. */
  readonly #indexOf: number[] = [];
  /** Names that were not always read alike. */
  readonly #disputed = new Set<number>();
  /** Whether any word holds a space or what stands before it. */
  #hasSpaces = false;

  read(name: string, family: string | undefined): void {
    const plain = this.#plain;
    const familyWords = this.#familyWords(family);
    let start: number;
    let speltOut: readonly string[] | undefined;
    if (plain.walk(name)) {
      start = plain.familyOf(familyWords);
      speltOut = plain.speltOut;
      plain.append(NO_SUFFIX);
    } else {
      const read = plain.share(parseName(name, familyWords));
      start = read.family;
      if (read.speltOut !== read.words) speltOut = read.speltOut;
      plain.count = 0;
      plain.append(read.words);
      plain.append([read.suffix]);
      this.#hasSpaces ||= read.words.some((word) => SPACE.test(word));
    }
    const before = this.#lists.count;
    const index = this.#lists.numberOf(plain.numbers, plain.count);
    if (index === before) {
      this.#families.push(start);
      if (speltOut !== undefined) this.#speltOut.set(index, speltOut);
    } else if (this.#families[index] !== start || !areEqual(this.#speltOut.get(index), speltOut)) {
      this.#disputed.add(index);
    }
    this.#indexOf.push(index);
  }

  inOrder(): OrderedNames {
    const { words } = this.#plain;
    const { from, values } = this.#lists;
    const order = namesInOrder(this.#lists, words, this.#hasSpaces);
    const placeOfName = new Uint32Array(order.length);
    const names: ParsedName[] = [];
    const keys: string[] = [];
    const row: string[] = [];
    for (const index of order) {
      placeOfName[index] = names.length;
      const last = from[index + 1] - 1;
      let count = 0;
      for (let k = from[index]; k < last; k++) row[count++] = words[values[k]];
      // A slice has no room to spare.
      const own = row.slice(0, count);
      const speltOut = this.#speltOut.get(index) ?? own;
      const name = { words: own, speltOut, family: this.#families[index], suffix: words[values[last]] };
      names.push(name);
      keys.push(nameKey(name));
    }
    const place = new Uint32Array(this.#indexOf.length);
    for (let reading = 0; reading < place.length; reading++) place[reading] = placeOfName[this.#indexOf[reading]];
    return { names, keys, place };
  }

  /**
   * Where one folded name was read with different family names, takes the reading of most authorships, then the longer;
   * `readingOf` has one value for each authorship.
   */
  settleFamilies({ spellings, families, spellingOfReading }: Readings, readingOf: Uint32Array): void {
    if (this.#disputed.size === 0) return;
    const authorships = new Uint32Array(families.length);
    for (let k = 0; k < readingOf.length; k++) authorships[readingOf[k]]++;
    const votes = new Map<number, { counts: Map<number, number>; read: ParsedName }>();
    this.#indexOf.forEach((index, reading) => {
      if (!this.#disputed.has(index)) return;
      const name = spellings[spellingOfReading[reading]];
      const read = this.#plain.share(parseName(name, this.#familyWords(families[reading])));
      const known = votes.get(index) ?? { counts: new Map<number, number>(), read };
      votes.set(index, known);
      known.counts.set(read.family, (known.counts.get(read.family) ?? 0) + authorships[reading]);
      // Of "Müller" and "Muller" the first says more; which comes first must not matter.
      if (byCodeUnit(read.speltOut.join(" "), known.read.speltOut.join(" ")) < 0) known.read = read;
    });
    for (const [index, { counts, read }] of votes) {
      const [[family]] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      this.#families[index] = family;
      if (read.speltOut === read.words) this.#speltOut.delete(index);
      else this.#speltOut.set(index, read.speltOut);
    }
  }

  /** How many words the source's family name has; undefined where it gives none. */
  #familyWords(family: string | undefined): number | undefined {
    if (family === undefined) return undefined;
    // Nothing of more than three letters is a suffix.
    if (isOneWord(family)) return 1;
    let words = this.#wordsOfFamily.get(family);
    if (words === undefined) {
      words = countWords(family);
      this.#wordsOfFamily.set(family, words);
    }
    return words;
  }
}

const LONGEST_SUFFIX = 3;
const NO_SUFFIX = [""];
const SPACE = /[\0- ]/;

function isOneWord(family: string): boolean {
  if (family.length <= LONGEST_SUFFIX) return false;
  for (let at = 0; at < family.length; at++) {
    const small = family.charCodeAt(at) | 0x20;
    if (small < 0x61 || small > 0x7a) return false;
  }
  return true;
}

function areEqual(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.every((word, i) => word === other[i]);
}
