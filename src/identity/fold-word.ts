import { fold, ownCopy } from "../model/text.ts";

/** How German and the Nordic languages write their letters where they cannot be typed. */
const DIGRAPHS: ReadonlyMap<string, string> = new Map([
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
  ["ø", "oe"],
  ["å", "aa"],
]);
const DIGRAPH_LETTERS = new RegExp(`[${[...DIGRAPHS.keys()].join("")}]`, "gu");

const PLAIN = /^[a-z0-9]*$/;

/** The letters of a lower-case NFKC word without accents: "müller" → "muller", "ø" → "o". Other scripts stay. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  let folded = FOLDED.get(word);
  if (folded === undefined) {
    folded = fold(word);
    if (FOLDED.size >= KEPT_WORDS) FOLDED.clear();
    FOLDED.set(ownCopy(word), folded);
  }
  return folded;
}

/** What words fold to: each word of a name is asked for several times, and many a name has it. */
const FOLDED = new Map<string, string>();
/** So many are kept, and then all forgotten, lest a hostile file fill the memory. */
const KEPT_WORDS = 4_096;

/** How passports and keyboards write the ü of Pinyin. */
const PINYIN: ReadonlyMap<string, string> = new Map([
  ["lv", "lu"],
  ["lyu", "lu"],
  ["nv", "nu"],
  ["nyu", "nu"],
]);

/** Whether a word is written with the v or yu that stands for the ü of Pinyin: "lv", "nyu". */
export function isPinyinSpelling(word: string): boolean {
  return PINYIN.has(word);
}

/** The same with umlauts spelt out: "müller" → "mueller", "ø" → "oe". Equal to `foldWord` where there are none. */
export function foldWordSpeltOut(word: string): string {
  if (PLAIN.test(word)) return PINYIN.get(word) ?? word;
  return foldWord(word.normalize("NFC").replace(DIGRAPH_LETTERS, (letter) => DIGRAPHS.get(letter) ?? letter));
}
