import type { ParsedName } from "./parse-name.ts";

/** Shortest family name of joined words: shorter ones come together by chance ("Yang Ao", "Yan Gao"). */
const JOINED_LENGTH = 9;

/** A word without what umlauts leave behind, in whichever way they were written: "ramstroem", "ramström" → "ramstrom". */
function withoutUmlauts(word: string): string {
  return hasDigraph(word) ? word.replaceAll(DIGRAPH, (pair) => pair[0]) : word;
}

/** Whether `DIGRAPH` finds anything: most words have none, and are not searched by it. */
function hasDigraph(word: string): boolean {
  for (let at = 1; at < word.length; at++) {
    const letter = word.charCodeAt(at);
    if (letter !== LETTER_A && letter !== LETTER_E) continue;
    const before = word.charCodeAt(at - 1);
    if (before === LETTER_A) return true;
    if (letter === LETTER_E && (before === LETTER_O || before === LETTER_U)) return true;
  }
  return false;
}

const LETTER_A = 0x61;
const LETTER_E = 0x65;
const LETTER_O = 0x6f;
const LETTER_U = 0x75;

const DIGRAPH = /ae|oe|ue|aa/g;
const NONE: readonly never[] = [];

/** The ends of a name that could be its family name, as one word and long enough; by the index of their first word. */
export function joinedFamilies(name: ParsedName): readonly (readonly [from: number, joined: string])[] {
  let letters = 0;
  for (let i = 1; i < name.words.length; i++) letters += name.words[i].length;
  if (letters < JOINED_LENGTH) return NONE;
  const families: (readonly [number, string])[] = [];
  let joined = "";
  for (let from = name.words.length - 1; from > 0; from--) {
    joined = withoutUmlauts(name.words[from]) + joined;
    if (joined.length >= JOINED_LENGTH) families.push([from, joined]);
  }
  return families;
}

/**
 * Which of two names has fewer given names where their family names are equal once words are joined and umlauts gone, and
 * the given names of one begin those of the other; -1 where both have all; undefined where nothing is joined.
 */
export function joinedFamily(a: ParsedName, b: ParsedName): -1 | 0 | 1 | undefined {
  if (a.words[0] !== b.words[0] || a.words[0].length < 2) return undefined;
  for (const [i, one] of joinedFamilies(a)) {
    for (const [j, other] of joinedFamilies(b)) {
      if (one !== other || a.words.length - i === b.words.length - j) continue;
      const shared = Math.min(i, j);
      if (a.words.slice(0, shared).every((word, at) => word === b.words[at])) return i === j ? -1 : i < j ? 0 : 1;
    }
  }
  return undefined;
}
