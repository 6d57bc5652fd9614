import { fold } from "../model/text.ts";

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
  return PLAIN.test(word) ? word : fold(word);
}

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
