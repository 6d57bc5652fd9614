/** What is met while a text is scanned: a word, from its first to behind its last character, or a sign by its character. */
export interface UnitVisitor {
  word(text: string, from: number, to: number): void;
  sign(code: number): void;
}

// Formulas and commands of LaTeX, tags and entities.
const MARKUP = /\$[^$]{1,80}\$|\\[a-z]+|<\/?[a-z][^<>]{0,40}>|&#?\w{1,8};/giu;
const MAY_BE_MARKUP = /[$\\<&]/u;

/** Kinds of characters. What a kind is not told by its name: `SPACE` stands for all that neither ends a clause nor makes a word. */
const UNKNOWN = 0;
const SPACE = 1;
const WORD = 2;
const MARK = 3;
/** The hyphen of keyboards, which says nothing outside a word; other hyphens end a clause there. */
const DASH = 4;
const HYPHEN = 5;
const APOSTROPHE = 6;
const SIGN = 7;

/** Kinds of the characters of the basic plane met so far. */
const kinds = new Uint8Array(65_536);

/**
 * Scans a text for its units, left to right: words are a letter or digit and the letters, digits and marks after it, joined by hyphens;
 * anything else but spaces, `*_^~-` and apostrophes is a sign. Markup is one comma, the possessive 's is left out, and a text
 * all in capitals, which says nothing about which words are acronyms, is read in small letters. Linear in its length.
 */
export function scanUnits(source: string, visitor: UnitVisitor): void {
  const cased = plainCase(source);
  const text = MAY_BE_MARKUP.test(cased) ? cased.replace(MARKUP, " , ") : cased;
  let at = 0;
  while (at < text.length) {
    const code = codeAt(text, at);
    const kind = kindOf(code);
    const next = at + lengthOf(code);
    if (kind === WORD) {
      at = endOfWord(text, next);
      visitor.word(text, next - lengthOf(code), at);
    } else if (kind === APOSTROPHE) {
      at = isPossessive(text, next) ? next + 1 : next;
    } else {
      if (kind !== SPACE && kind !== DASH) visitor.sign(code);
      at = next;
    }
  }
}

/** The place behind a word whose first character ends at `at`. */
function endOfWord(text: string, at: number): number {
  for (;;) {
    if (at >= text.length) return at;
    const code = codeAt(text, at);
    const kind = kindOf(code);
    if (kind === WORD || kind === MARK) at += lengthOf(code);
    else if ((kind === DASH || kind === HYPHEN) && at + 1 < text.length && kindOf(codeAt(text, at + 1)) === WORD)
      at += 1;
    else return at;
  }
}

const SMALL_S = 0x73;

/** Whether an s stands at `at`, and no Latin letter or digit behind it. */
function isPossessive(text: string, at: number): boolean {
  return text.charCodeAt(at) === SMALL_S && !/\w/u.test(text.charAt(at + 1));
}

/** Like `codePointAt`, which is slower where all is in the basic plane. */
function codeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 ? (text.codePointAt(at) ?? code) : code;
}

function lengthOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}

function kindOf(code: number): number {
  if (code > 0xffff) return findKind(code);
  if (kinds[code] === UNKNOWN) kinds[code] = findKind(code);
  return kinds[code];
}

function findKind(code: number): number {
  const character = String.fromCodePoint(code);
  if (/[\p{L}\p{N}]/u.test(character)) return WORD;
  if (/\p{M}/u.test(character)) return MARK;
  if (/[\s*_^~]/u.test(character)) return SPACE;
  if (character === "-") return DASH;
  if (/[\u2010\u2011]/u.test(character)) return HYPHEN;
  return /['’]/u.test(character) ? APOSTROPHE : SIGN;
}

function plainCase(text: string): string {
  if (/[a-z]/u.test(text)) return text;
  return text.length > 12 && text === text.toUpperCase() ? text.toLowerCase() : text;
}
