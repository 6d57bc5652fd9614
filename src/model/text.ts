/**
 * What two spellings of one title, abstract or name have in common once case, accents, punctuation and spaces are
 * dropped. Letters and digits of every script stay. The fold is for comparing, never for showing.
 */
export function fold(text: string): string {
  // Half of all titles and abstracts are plain, and the normal form costs most.
  if (ASCII.test(text)) return text.toLowerCase().replace(NOT_PLAIN_LETTER_OR_DIGIT, "");
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(SPECIAL_LETTERS, (letter) => SPECIAL.get(letter) ?? letter)
      .replace(NOT_LETTER_OR_DIGIT, "")
      // Marks that something stood between have an order of their own now.
      .normalize("NFKD")
  );
}

const ASCII = /^[\0-\x7f]*$/;
const NOT_PLAIN_LETTER_OR_DIGIT = /[^a-z0-9]+/g;

/** Letters that NFKD leaves whole though their plain form is how people type them. */
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
// Accents go; marks of other scripts stay, since there they are vowels.
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}\p{M}]+|[\u0300-\u036f]+/gu;

/**
 * Code points that would steer or hide text where it is shown: controls, bidirectional marks, zero widths, tags. Tab and
 * line ends become spaces, and the joiners stay: Persian and the Indic scripts need them.
 */
const INVISIBLE = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/**
 * Characters with single spaces inside that are visible, no mark that could join the letter before, and their own normal
 * form: ASCII, Latin without the soft hyphen, Greek, Cyrillic, dashes, quotes, operators, kana, Han, Hangul. Others may be
 * fit as well; they are looked at more closely.
 */
const PLAIN =
  /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u0388-\u03ff\u0400-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u0388-\u03ff\u0400-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]+)*$/;

/** The same characters with white space of every width between them: only that has to be folded. */
const PLAIN_SPACED =
  /^[\t\n\r -~\u00a1-\u00ac\u00ae-\u02ff\u0388-\u03ff\u0400-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*$/;
const WIDE_SPACE = / [\t\n\r ]+|[\t\n\r][\t\n\r ]*/g;

/** Text from a file made fit to be kept and shown: NFC, no invisible controls, white space folded to single spaces. */
export function cleanText(text: string): string {
  return ownCopy(cleanPart(text));
}

/** The same for text that goes on at once: it may still be a part of the memory of the text it comes from (see `ownCopy`). */
export function cleanPart(text: string): string {
  // Most text is plain and needs nothing.
  if (PLAIN.test(text)) return text;
  if (PLAIN_SPACED.test(text)) return text.trim().replace(WIDE_SPACE, " ");
  // Last of all the normal form: what was hidden between a letter and its accent is gone by then.
  return text.toWellFormed().replace(INVISIBLE, "").replace(/\s+/gu, " ").trim().normalize("NFC");
}

/** What is cut out and shorter than this is copied by the engines themselves. */
export const COPIED_LENGTH = 13;

/**
 * A copy of a text without white space at its end. What is cut from a larger text keeps all of that in memory, a whole piece
 * of a file for one name; what is added here and trimmed away again makes a text of its own.
 */
export function ownCopy(text: string): string {
  return text.length < COPIED_LENGTH ? text : `${text} `.trimEnd();
}
