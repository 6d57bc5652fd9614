import { fold } from "../model/text.ts";

/** Words that abbreviations leave out. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  "a an the of on in for and to at de der die das und la le les et del i".split(" "),
);

/**
 * Whether `other` is the same name as `name` with more of it written out: "Mohammad Ali" of "M. Ali", "Grace Brewster
 * Hopper" of "Grace B. Hopper". The family name stands in both, nothing of `name` is missing, and an initial became a word.
 */
export function isFullerName(other: string, name: string): boolean {
  const [full, short] = [wordsOf(other), wordsOf(name)];
  if (short.length < 2 || full.length < 2 || full.at(-1) !== short.at(-1)) return false;
  let at = 0;
  let grown = false;
  for (const word of short.slice(0, -1)) {
    // The first given name is the first of both: "A. Ali" is not short for "Mohammad A. Ali".
    if (at > 0) while (at < full.length - 1 && !isBeginning(word, full[at])) at++;
    if (at >= full.length - 1 || !isBeginning(word, full[at])) return false;
    grown ||= full[at].length > word.length;
    at++;
  }
  return grown;
}

/** An initial of a word, or the word itself; "Mo" is not taken for "Mohammad". */
function isBeginning(word: string, whole: string): boolean {
  return word === whole || (word.length === 1 && whole.startsWith(word));
}

/**
 * Whether `other` is the same venue as `venue` written out: "Journal of Computer Science" of "J. Comput. Sci.", and
 * "Empirical Methods in Natural Language Processing" of "EMNLP".
 */
export function isFullerVenue(other: string, venue: string): boolean {
  if (other.length <= venue.length) return false;
  const full = wordsOf(other).filter((word) => !SMALL_WORDS.has(word));
  const short = wordsOf(venue).filter((word) => !SMALL_WORDS.has(word));
  if (short.length === 0 || full.length === 0) return false;
  if (short.length === 1 && /^\p{Lu}{3,}$/u.test(venue)) {
    return full.map((word) => word[0]).join("") === short[0];
  }
  return (
    short.length === full.length &&
    short.every((word, at) => word.length > 0 && full[at].startsWith(word)) &&
    short.some((word, at) => word.length < full[at].length)
  );
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s.,:;()&/-]+/u)
    .map(fold)
    .filter((word) => word !== "");
}
