/** Letters that NFD leaves whole though their plain form is how people type them. */
const SPECIAL: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ı", "i"],
]);
const SPECIAL_LETTERS = new RegExp(`[${[...SPECIAL.keys()].join("")}]`, "gu");

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
// Accents go; marks of other scripts stay, since there they are vowels.
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}\p{M}]+|[\u0300-\u036f]+/gu;

/** The letters of a lower-case NFKC word without accents: "müller" → "muller", "ø" → "o". Other scripts stay. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word
    .normalize("NFKD")
    .replace(SPECIAL_LETTERS, (letter) => SPECIAL.get(letter) ?? letter)
    .replace(NOT_LETTER_OR_DIGIT, "");
}

/** How passports and keyboards write the ü of Pinyin. */
const PINYIN: ReadonlyMap<string, string> = new Map([
  ["lv", "lu"],
  ["lyu", "lu"],
  ["nv", "nu"],
  ["nyu", "nu"],
]);

/** The same with umlauts spelt out: "müller" → "mueller", "ø" → "oe". Equal to `foldWord` where there are none. */
export function foldWordSpeltOut(word: string): string {
  if (PLAIN.test(word)) return PINYIN.get(word) ?? word;
  return foldWord(word.normalize("NFC").replace(DIGRAPH_LETTERS, (letter) => DIGRAPHS.get(letter) ?? letter));
}
