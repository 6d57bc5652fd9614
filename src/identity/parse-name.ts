import { foldWord, foldWordSpeltOut } from "./fold-word.ts";

/** A name as it is compared: folded words in reading order, and where the family name begins. */
export interface ParsedName {
  /** Never empty, lower case, without accents; an initial is a word of one letter. */
  readonly words: readonly string[];
  /** The same words with umlauts spelt out ("mueller"); the very same list where no word has any. */
  readonly speltOut: readonly string[];
  /** Index of the first word of the family name; `words.length - 1` or less, 0 for a name of one word. */
  readonly family: number;
  /** "jr", "iii", or "". */
  readonly suffix: string;
}

const TITLES = new Set(["prof", "professor", "dr", "mr", "mrs", "ms", "phd", "msc"]);
/** In front "MD" is no doctor but short for Mohammad, and no initials. */
const ABBREVIATED_MOHAMMAD = "md";
const SUFFIXES = new Set(["jr", "sr", "jnr", "snr", "ii", "iii", "iv", "2nd", "3rd"]);
const SAME_SUFFIX: ReadonlyMap<string, string> = new Map([
  ["jnr", "jr"],
  ["snr", "sr"],
  ["2nd", "ii"],
  ["3rd", "iii"],
]);

/** Words that belong to the family name behind them when they stand to its left. */
export const PARTICLES = new Set(
  "van von der den de del della di da dos das do du la le les el al bin ibn ben ter ten zu zum zur af av st san santa".split(
    " ",
  ),
);

/** Where words end: white space, hyphens of every kind, and dots. Apostrophes only vanish. */
const BETWEEN_WORDS = /[\s.\-\u2010-\u2015\u00ad\u30fb_,;/]+/u;
const APOSTROPHES = /['’‘ʼ`´]/gu;
const PLAIN_WORDS = /^[A-Za-z][A-Za-z .-]*$/;
const BETWEEN_PLAIN_WORDS = /[ .-]+/;
/** A word of two or three capitals. */
const PLAIN_INITIALS = /(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])/;
const ALL_CAPITALS = /^\p{Lu}+$/u;
const LOWER_CASE = /\p{Ll}/u;
const HAN_OR_KANA_OR_HANGUL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Reads a name as one would: "van der Goot, Rob", "Prof. J.M. Smith Jr.", "Kyung-Min Kim". A comma puts the family name in
 * front; titles go; a suffix is kept apart; capitals that stand together in a name of mixed case ("JM Smith") are
 * initials; a hyphen is a boundary like a space. `familyWords` is the source's own word on how many of the last words
 * are the family name; else it is the last word with the particles to its left.
 */
export function parseName(name: string, familyWords?: number): ParsedName {
  const { given, family } = commaOrder(name);
  const glued = LOWER_CASE.test(name);
  const front = wordsOf(given, glued, 1);
  const back = wordsOf(family, glued && family.length > 3, 2);
  let words = [...front, ...back];
  while (words.length > 1 && TITLES.has(words[0])) words = words.slice(1);
  while (words.length > 1 && isTitleBehind(words[words.length - 1])) words = words.slice(0, -1);
  let suffix = "";
  if (words.length > 2 && SUFFIXES.has(words[words.length - 1])) {
    suffix = words[words.length - 1];
    words = words.slice(0, -1);
  }
  // A name without a single letter ("???") has nothing to fold; two of them are one only when they are equal.
  if (words.length === 0) words = [name];

  const folded = words.map((word) => foldWord(word) || word);
  const known = familyWords ?? (front.length > 0 && back.length > 0 ? words.length - front.length : undefined);
  return {
    words: folded,
    speltOut: words.every((word, i) => (foldWordSpeltOut(word) || word) === folded[i])
      ? folded
      : words.map(foldWordSpeltOut),
    family: known !== undefined && known > 0 && known < words.length ? words.length - known : familyStart(folded),
    suffix: SAME_SUFFIX.get(suffix) ?? suffix,
  };
}

function isTitleBehind(word: string): boolean {
  return TITLES.has(word) || word === ABBREVIATED_MOHAMMAD;
}

/** How many words a family name has, as the source gives it. */
export function countWords(text: string): number {
  return wordsOf(text, false, 2).filter((word) => !SUFFIXES.has(word)).length;
}

/** The name as it is kept and looked up: words and suffix with single spaces, "jan hajic jr". */
export function nameKey(name: ParsedName): string {
  const words = name.words.join(" ");
  return name.suffix === "" ? words : `${words} ${name.suffix}`;
}

function commaOrder(name: string): { given: string; family: string } {
  const comma = name.indexOf(",");
  if (comma < 0) return { given: "", family: name };
  const parts = name.split(",").map((part) => part.trim());
  const suffixAt = parts.findIndex((part, i) => i > 0 && SUFFIXES.has(part.toLowerCase().replaceAll(".", "")));
  if (suffixAt > 0) {
    const [suffix] = parts.splice(suffixAt, 1);
    if (parts.length === 1) return { given: "", family: `${parts[0]} ${suffix}` };
    return { given: parts.slice(1).join(" "), family: `${parts[0]} ${suffix}` };
  }
  return { given: parts.slice(1).join(" "), family: parts[0] };
}

/**
 * Lower-case words, still with their accents; `glued` takes "JM" for two initials, and so "MD", unless as many `others`
 * as make a name without it follow: "MD Abdul Karim", but "MD Smith".
 */
function wordsOf(text: string, glued: boolean, others: 1 | 2): string[] {
  if (text === "") return [];
  // Nearly all names: what follows would do the same, much slower.
  if (PLAIN_WORDS.test(text) && !(glued && PLAIN_INITIALS.test(text))) {
    const plain = text.toLowerCase().split(BETWEEN_PLAIN_WORDS);
    if (plain[plain.length - 1] === "") plain.pop();
    return plain;
  }
  const words: string[] = [];
  const pieces = text.normalize("NFKC").replaceAll(APOSTROPHES, "").split(BETWEEN_WORDS);
  const mohammad = pieces[0] === "MD" && pieces.length > others;
  for (const [i, piece] of pieces.entries()) {
    if (piece === "" || foldWord(piece.toLowerCase()) === "") continue;
    const initials = glued && piece.length > 1 && piece.length <= 3 && ALL_CAPITALS.test(piece);
    if (initials && !SUFFIXES.has(piece.toLowerCase()) && !(mohammad && i === 0)) words.push(...piece.toLowerCase());
    else words.push(piece.toLowerCase());
  }
  return words;
}

/** Whether a word of plain small letters is more than a part of a name: a title, a suffix, or spelt in several ways. */
export function takesMoreThanLetters(word: string): boolean {
  return TITLES.has(word) || SUFFIXES.has(word) || foldWordSpeltOut(word) !== word;
}

/** Where the family name begins as far as its words tell: with the particles to the left of the last. */
export function familyStart(words: readonly string[]): number {
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1])) start--;
  return start;
}

/** Whether a name is written in a script that spells no initials: it is compared as a whole only. */
export function isWrittenInCharacters(name: ParsedName): boolean {
  return name.words.some(isInCharacters);
}

function isInCharacters(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    // No such script stands before the Hangul Jamo.
    if (word.charCodeAt(at) >= 0x1100) return HAN_OR_KANA_OR_HANGUL.test(word);
  }
  return false;
}

/** Whether two words are one, as they stand or with umlauts spelt out on either side. */
export function sameWord(a: ParsedName, i: number, b: ParsedName, j: number): boolean {
  if (a.words[i] === b.words[j]) return true;
  if (a.speltOut === a.words && b.speltOut === b.words) return false;
  return a.speltOut[i] === b.words[j] || a.words[i] === b.speltOut[j] || a.speltOut[i] === b.speltOut[j];
}
