import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import { countWords, nameKey, type ParsedName, parseName } from "./parse-name.ts";

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
  /** For each paper its first authorship, and behind the last the number of all: `papers.length + 1` values. */
  readonly authorshipsFrom: Uint32Array;
}

/** What a string means where the source gives that family name, and the reading with another. */
interface Reading {
  readonly family: string | undefined;
  readonly index: number;
  readonly spelling: number;
  next: Reading | undefined;
}

/** Reads every distinct string once; where sources say what the family name is, most of a name's strings decide. */
export function nameTableOf(papers: readonly Paper[]): NameTable {
  const authorshipsFrom = new Uint32Array(papers.length + 1);
  for (let p = 0; p < papers.length; p++) authorshipsFrom[p + 1] = authorshipsFrom[p] + papers[p].authors.length;

  const spellings: string[] = [];
  const readings = new Map<string, Reading>();
  const indexOfKey = new Map<string, number>();
  const parsed: ParsedName[] = [];
  const votes: (Map<number, number> | undefined)[] = [];
  const wordOf = new Map<string, string>();
  const wordsOfFamily = new Map<string, number>();
  const read = (name: string, family: string | undefined): number => {
    const one = parseName(name, familyWords(family, wordsOfFamily));
    const key = nameKey(one);
    const index = indexOfKey.get(key);
    if (index !== undefined) {
      if (!readAlike(one, parsed[index])) votes[index] ??= new Map();
      return index;
    }
    indexOfKey.set(key, parsed.length);
    votes.push(undefined);
    return parsed.push(withSharedWords(one, wordOf)) - 1;
  };

  const nameOf = new Uint32Array(authorshipsFrom[papers.length]);
  const spellingOf = new Uint32Array(nameOf.length);
  let k = 0;
  for (const paper of papers) {
    for (const { name, family } of paper.authors) {
      // Nearly always one string has one family name; where it has another, the next reading is tried.
      let reading = readings.get(name);
      while (reading !== undefined && reading.family !== family && reading.next !== undefined) reading = reading.next;
      if (reading === undefined || reading.family !== family) {
        const spelling = reading?.spelling ?? spellings.push(name) - 1;
        const fresh: Reading = { family, index: read(name, family), spelling, next: undefined };
        if (reading === undefined) readings.set(name, fresh);
        else reading.next = fresh;
        reading = fresh;
      }
      spellingOf[k] = reading.spelling;
      nameOf[k++] = reading.index;
    }
  }
  const names = settleFamilies(papers, nameOf, parsed, votes);

  const keys = [...indexOfKey.keys()].sort(byCodeUnit);
  const place = new Uint32Array(keys.length);
  keys.forEach((key, at) => {
    place[indexOfKey.get(key) ?? 0] = at;
  });
  const ordered: ParsedName[] = new Array(names.length);
  names.forEach((name, at) => {
    ordered[place[at]] = name;
  });
  for (let i = 0; i < nameOf.length; i++) nameOf[i] = place[nameOf[i]];
  return { names: ordered, keys, nameOf, spellings, spellingOf, authorshipsFrom };
}

/** How many words the source's family name has; `known` keeps the answers. */
function familyWords(family: string | undefined, known: Map<string, number>): number | undefined {
  if (family === undefined) return undefined;
  const words = known.get(family) ?? countWords(family);
  known.set(family, words);
  return words;
}

/** The same name of words that are one string wherever they stand: these are compared and looked up many times. */
function withSharedWords(name: ParsedName, known: Map<string, string>): ParsedName {
  const share = (word: string): string => {
    const shared = known.get(word);
    if (shared === undefined) known.set(word, word);
    return shared ?? word;
  };
  const words = name.words.map(share);
  return { ...name, words, speltOut: name.speltOut === name.words ? words : name.speltOut.map(share) };
}

function readAlike(one: ParsedName, other: ParsedName): boolean {
  return one.family === other.family && one.speltOut.every((word, i) => word === other.speltOut[i]);
}

/** Where one folded name was read with different family names, takes the reading of most authorships, then the longer. */
function settleFamilies(
  papers: readonly Paper[],
  nameOf: Uint32Array,
  parsed: readonly ParsedName[],
  votes: readonly (Map<number, number> | undefined)[],
): readonly ParsedName[] {
  const speltOut: (ParsedName | undefined)[] = [];
  let k = 0;
  for (const paper of papers) {
    for (const { name, family } of paper.authors) {
      const index = nameOf[k++];
      const count = votes[index];
      if (count === undefined) continue;
      const read = parseName(name, family === undefined ? undefined : countWords(family));
      count.set(read.family, (count.get(read.family) ?? 0) + 1);
      const known = speltOut[index];
      // Of "Müller" and "Muller" the first says more; which comes first must not matter.
      if (known === undefined || byCodeUnit(read.speltOut.join(" "), known.speltOut.join(" ")) < 0)
        speltOut[index] = read;
    }
  }
  return parsed.map((name, index) => {
    const count = votes[index];
    if (count === undefined) return name;
    const [[family]] = [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { ...(speltOut[index] ?? name), family };
  });
}
