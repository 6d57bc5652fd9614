import { isPinyinSpelling } from "./fold-word.ts";
import { compareGiven } from "./given-names.ts";
import { joinedFamily } from "./joined-family.ts";
import { isWrittenInCharacters, PARTICLES, type ParsedName, sameWord } from "./parse-name.ts";
import type { NameRelation } from "./relation-kinds.ts";
import { differByOneSlip } from "./spelling.ts";

/** Shortest family name in which a slip is thought of; below, a letter more is another name ("Wang", "Wong"). */
const SPELLING_LENGTH = 5;

/**
 * How two names could be one person's, or undefined where nothing a name undergoes leads from one to the other. Pure and
 * symmetric but for `shorter`. It says nothing of how likely it is: see `evidence.ts`.
 */
export function relation(a: ParsedName, b: ParsedName): NameRelation | undefined {
  return hasRelations(a) && hasRelations(b) ? relationOfSpelt(a, b) : undefined;
}

/** Whether a name can be related to another at all. */
export function hasRelations(name: ParsedName): boolean {
  // Somebody numbered the name to tell it from others: DBLP's "Wei Wang 0001".
  return !isWrittenInCharacters(name) && !isNumbered(name);
}

/** `relation` of names that have been asked with `hasRelations` already. */
export function relationOfSpelt(a: ParsedName, b: ParsedName): NameRelation | undefined {
  if (a.suffix !== b.suffix) return suffixDropped(a, b);
  return (
    sameLetters(a, b) ??
    spacing(a, b) ??
    sameFamily(a, b) ??
    inverted(a, b) ??
    familyExtended(a, b) ??
    familySpelt(a, b) ??
    familyJoined(a, b)
  );
}

function isNumbered({ words }: ParsedName): boolean {
  for (const word of words) {
    for (let at = 0; at < word.length; at++) if (word[at] >= "0" && word[at] <= "9") return true;
  }
  return false;
}

function suffixDropped(a: ParsedName, b: ParsedName): NameRelation | undefined {
  if (a.suffix !== "" && b.suffix !== "") return undefined;
  if (!wordsEqual(a, b)) return undefined;
  return { kind: "suffix", shorter: a.suffix === "" ? 0 : 1 };
}

function wordsEqual(a: ParsedName, b: ParsedName): boolean {
  return a.words.length === b.words.length && a.words.every((_, i) => sameWord(a, i, b, i));
}

function sameLetters(a: ParsedName, b: ParsedName): NameRelation | undefined {
  if (!wordsEqual(a, b)) return undefined;
  const pinyin = a.words.some(
    (word, i) => word !== b.words[i] && (isPinyinSpelling(word) || isPinyinSpelling(b.words[i])),
  );
  return { kind: pinyin ? "pinyin" : "umlaut", shorter: -1 };
}

/** Equal letters, and one name only lacks boundaries that the other has: "Yan Gao" and "Yang Ao" are two. */
function spacing(a: ParsedName, b: ParsedName): NameRelation | undefined {
  if (a.words.length === b.words.length) return undefined;
  const few = a.words.length < b.words.length ? a : b;
  const many = few === a ? b : a;
  const shorter = few === a ? 0 : 1;
  // Nearly all names have one spelling only.
  if (few.speltOut === few.words && many.speltOut === many.words)
    return joinsTo(many.words, few.words) ? { kind: "spacing", shorter } : undefined;
  for (const fewer of few.speltOut === few.words ? [few.words] : [few.words, few.speltOut]) {
    for (const more of many.speltOut === many.words ? [many.words] : [many.words, many.speltOut]) {
      // Initials put together are not a name: "J M Smith" is no "Jm Smith".
      if (!joinsTo(more, fewer)) continue;
      const plain = fewer === few.words && more === many.words;
      if (!plain && [...few.words, ...many.words].some(isPinyinSpelling)) return { kind: "pinyin", shorter: -1 };
      return { kind: "spacing", shorter };
    }
  }
  return undefined;
}

function joinsTo(many: readonly string[], few: readonly string[]): boolean {
  let at = 0;
  for (const whole of few) {
    let joined = 0;
    do {
      if (at === many.length || !whole.startsWith(many[at], joined)) return false;
      joined += many[at++].length;
    } while (joined < whole.length);
  }
  return at === many.length;
}

function sameFamily(a: ParsedName, b: ParsedName): NameRelation | undefined {
  const length = a.words.length - a.family;
  if (length !== b.words.length - b.family) return undefined;
  for (let i = 0; i < length; i++) if (!sameWord(a, a.family + i, b, b.family + i)) return undefined;
  return compareGiven(a, b);
}

/** The family name in front: the words of one turned round, however its given name is cut. */
function inverted(a: ParsedName, b: ParsedName): NameRelation | undefined {
  if (turnsInto(a, b) || turnsInto(b, a)) return { kind: "inverted", shorter: -1 };
  return undefined;
}

function turnsInto(a: ParsedName, b: ParsedName): boolean {
  if (a.words.length < 2 || b.words.length < 2 || letterCount(a) !== letterCount(b)) return false;
  const given = a.words.slice(0, a.family).join("");
  const family = a.words.slice(a.family).join("");
  if (given.length < 2 || family.length < 2) return false;
  let front = "";
  for (let cut = 0; cut < b.words.length - 1 && front.length < family.length; cut++) {
    front += b.words[cut];
    if (front === family) return b.words.slice(cut + 1).join("") === given;
  }
  return false;
}

function letterCount({ words }: ParsedName): number {
  let count = 0;
  for (const word of words) count += word.length;
  return count;
}

/** "Montes y Gómez", "Màrquez i Villodre". */
const BETWEEN_FAMILIES = new Set(["y", "i", "e"]);

/** One name has all words of the other, in order, and family names besides: behind, in front, or particles. */
function familyExtended(a: ParsedName, b: ParsedName): NameRelation | undefined {
  const short = a.words.length < b.words.length ? a : b;
  const long = short === a ? b : a;
  const spare = long.words.length - short.words.length;
  if (spare === 0 || short.words.length < 2 || short.words[0].length < 2) return undefined;
  const shorter = short === a ? 0 : 1;
  let first = 0;
  while (first < short.words.length && sameWord(short, first, long, first)) first++;
  let last = 0;
  while (
    last < short.words.length - first &&
    sameWord(short, short.words.length - 1 - last, long, long.words.length - 1 - last)
  )
    last++;
  if (first === 0 || first + last < short.words.length) return undefined;
  const added = long.words.slice(first, first + spare);
  if (added.some((word) => word.length < 2 && !BETWEEN_FAMILIES.has(word))) return undefined;
  if (last > 0 && added.every((word) => PARTICLES.has(word))) return { kind: "particle-dropped", shorter };
  // What is added stands in the family name of the longer one, or turns the shorter one's family name into a middle name.
  if (first + spare <= long.family && last > 0) return undefined;
  return { kind: "family-extended", shorter };
}

function familySpelt(a: ParsedName, b: ParsedName): NameRelation | undefined {
  if (a.words.length !== b.words.length || a.words.length < 2 || a.words[0].length < 2) return undefined;
  const last = a.words.length - 1;
  for (let i = 0; i < last; i++) if (!sameWord(a, i, b, i)) return undefined;
  const one = a.words[last];
  const other = b.words[last];
  if (one.length < SPELLING_LENGTH || other.length < SPELLING_LENGTH) return undefined;
  return differByOneSlip(one, other) ? { kind: "family-spelling", shorter: -1 } : undefined;
}

function familyJoined(a: ParsedName, b: ParsedName): NameRelation | undefined {
  const shorter = joinedFamily(a, b);
  return shorter === undefined ? undefined : { kind: "family-joined", shorter };
}
