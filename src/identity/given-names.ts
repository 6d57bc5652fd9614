import { areNicknames, mayBeginWith } from "./nicknames.ts";
import { type ParsedName, sameWord } from "./parse-name.ts";
import type { NameRelation } from "./relation-kinds.ts";
import { differByOneSlip } from "./spelling.ts";
import { hasTellingMiddle } from "./telling-middles.ts";

/** Shortest given name in which a slip is thought of; below, a letter more is another name ("Jan", "Jana"). */
const SPELLING_LENGTH = 5;
const PREFIX_LENGTH = 3;

/** The relation of two names of one family name by their given names; undefined where these contradict. */
export function compareGiven(a: ParsedName, b: ParsedName): NameRelation | undefined {
  if (a.family === 0 || b.family === 0) return undefined;
  if (sameWord(a, 0, b, 0)) return sameFirst(a, b);
  const aIsInitial = a.words[0].length === 1;
  if (aIsInitial || b.words[0].length === 1) {
    const short = aIsInitial ? a : b;
    const long = aIsInitial ? b : a;
    if (!startsWith(long, 0, short.words[0])) return firstDropped(a, b);
    return initials(short, long, short === a ? 0 : 1);
  }
  return firstDropped(a, b) ?? otherFirst(a, b);
}

function startsWith(name: ParsedName, at: number, initial: string): boolean {
  return name.words[at].startsWith(initial) || name.speltOut[at].startsWith(initial);
}

/** Equal first names: what there is between them and the family name decides. */
function sameFirst(a: ParsedName, b: ParsedName): NameRelation | undefined {
  const short = a.family < b.family ? a : b;
  const long = short === a ? b : a;
  const middles = alignMiddles(short, 1, long, 1);
  if (middles === undefined) return undefined;
  const initialOnly = a.words[0].length === 1;
  if (short.family === long.family) {
    const lessA = middles.shortened === "second";
    return { kind: initialOnly ? "initials" : "middle-shortened", shorter: lessA === (short === a) ? 1 : 0 };
  }
  const shorter = short === a ? 0 : 1;
  if (initialOnly) return { kind: "initial-and-middle", shorter };
  if (!middles.droppedFull) return { kind: "middle-initial", shorter };
  return { kind: hasTellingMiddle(long) ? "telling-middle" : "middle-dropped", shorter };
}

interface Middles {
  /** A middle name is dropped that is more than an initial. */
  readonly droppedFull: boolean;
  /** Which side writes an initial where the other has the name. */
  readonly shortened: "first" | "second" | "";
}

/**
 * Lays the middle names of `short` (the side with fewer) along those of `long`, in order; each must be equal or the
 * initial of the other. Undefined where one finds no place: two different middle names are two people. An initial is not
 * looked for behind a middle name that has no counterpart: "William S-Y. Wang" is no "William Yang Wang".
 */
function alignMiddles(short: ParsedName, fromShort: number, long: ParsedName, fromLong: number): Middles | undefined {
  let droppedFull = false;
  let shortened: Middles["shortened"] = "";
  let i = fromShort;
  let skipped = false;
  for (let j = fromLong; j < long.family; j++) {
    if (i < short.family && sameWord(short, i, long, j)) i++;
    else if (!skipped && i < short.family && short.words[i].length === 1 && startsWith(long, j, short.words[i])) {
      shortened = "first";
      i++;
    } else if (!skipped && i < short.family && long.words[j].length === 1 && startsWith(short, i, long.words[j])) {
      shortened = "second";
      i++;
    } else {
      skipped = true;
      if (long.words[j].length > 1) droppedFull = true;
    }
  }
  return i === short.family ? { droppedFull, shortened } : undefined;
}

/** `short` begins with an initial of `long`'s first name. */
function initials(short: ParsedName, long: ParsedName, shorter: 0 | 1): NameRelation | undefined {
  const few = short.family <= long.family ? short : long;
  const many = few === short ? long : short;
  if (alignMiddles(few, 1, many, 1) === undefined) {
    return syllableInitials(short, long) ? { kind: "initials", shorter } : undefined;
  }
  if (short.family === 1 && long.family === 1) return { kind: "initial", shorter };
  if (short.family === long.family) return { kind: "initials", shorter };
  if (syllableInitials(short, long)) return { kind: "initials", shorter };
  // Who shortens the first name and not the middle one goes by the middle one.
  const other = short.family > long.family && short.words.some((word, i) => i < short.family && word.length > 1);
  return { kind: other ? "initial-and-other" : "initial-and-middle", shorter };
}

/** "M. Y. Lee" and "Minyoung Lee": the second initial opens a later syllable of the one given name. */
function syllableInitials(short: ParsedName, long: ParsedName): boolean {
  if (short.family !== 2 || long.family !== 1 || short.words[1].length !== 1) return false;
  const at = long.words[0].indexOf(short.words[1], 2);
  return at > 0 && at < long.words[0].length - 1 && !VOWEL.test(short.words[1]);
}

const VOWEL = /[aeiou]/;

/** "John Adam Smith", "J. Adam Smith" and "Adam Smith": the first of several given names is not the one in use. */
function firstDropped(a: ParsedName, b: ParsedName): NameRelation | undefined {
  const short = a.family < b.family ? a : b;
  const long = short === a ? b : a;
  if (long.family !== short.family + 1 || short.words[0].length < 2) return undefined;
  for (let i = 0; i < short.family; i++) if (!sameWord(short, i, long, i + 1)) return undefined;
  return { kind: "first-dropped", shorter: short === a ? 0 : 1 };
}

/** First names that differ, both written out. */
function otherFirst(a: ParsedName, b: ParsedName): NameRelation | undefined {
  const few = a.family <= b.family ? a : b;
  const many = few === a ? b : a;
  const middles = alignMiddles(few, 1, many, 1);
  if (middles === undefined) return givenSpelling(a, b);
  const one = a.words[0];
  const other = b.words[0];
  if (areNicknames(one, other) && middles.droppedFull && hasTellingMiddle(many))
    return { kind: "telling-middle", shorter: few === a ? 0 : 1 };
  if (areNicknames(one, other)) return { kind: "nickname", shorter: one.length < other.length ? 0 : 1 };
  const short = one.length < other.length ? one : other;
  const long = one.length < other.length ? other : one;
  if (differByOneSlip(one, other) && short.length >= SPELLING_LENGTH) return givenSpelling(a, b);
  // "Kyung Min" is no "Kyunghyun": a syllable in front is not a name cut short.
  if (!middles.droppedFull && short.length >= PREFIX_LENGTH && long.startsWith(short)) {
    return { kind: "prefix", shorter: short === one ? 0 : 1 };
  }
  return undefined;
}

/** Equal but for one slip in one given name. */
function givenSpelling(a: ParsedName, b: ParsedName): NameRelation | undefined {
  if (a.family !== b.family) return undefined;
  let slips = 0;
  for (let i = 0; i < a.family; i++) {
    if (sameWord(a, i, b, i)) continue;
    const one = a.words[i];
    const other = b.words[i];
    if (Math.min(one.length, other.length) < SPELLING_LENGTH || !differByOneSlip(one, other)) return undefined;
    slips++;
  }
  return slips === 1 ? { kind: "given-spelling", shorter: -1 } : undefined;
}

/**
 * Whether two names of one family name cannot be one person's: first names written out that nothing relates, or middle
 * names that differ. Names of different family names say nothing here.
 */
export function givenNamesContradict(a: ParsedName, b: ParsedName): boolean {
  const length = a.words.length - a.family;
  if (length !== b.words.length - b.family || a.family === 0 || b.family === 0) return false;
  for (let i = 0; i < length; i++) if (!sameWord(a, a.family + i, b, b.family + i)) return false;
  if (a.words.slice(0, a.family).join("") === b.words.slice(0, b.family).join("")) return false;
  return compareGiven(a, b) === undefined && !joinedGivenRelate(a, b) && !isInitialOfNickname(a, b);
}

/** "W. Byrne" and "Bill Byrne", who may be William: of names with nothing else. */
function isInitialOfNickname(a: ParsedName, b: ParsedName): boolean {
  const short = a.words[0].length === 1 ? a : b;
  const long = short === a ? b : a;
  if (short.words[0].length > 1 || long.words[0].length === 1) return false;
  if (short.family > 1 && long.family > 1) return false;
  return mayBeginWith(long.words[0], short.words[0]);
}

/** "Minyoung" and "Min Young" or "Min", "Helen Kaiyun" and "Kai Yun": what a differently cut given name cannot contradict. */
function joinedGivenRelate(a: ParsedName, b: ParsedName): boolean {
  const one = a.words.slice(0, a.family).join("");
  const other = b.words.slice(0, b.family).join("");
  const short = one.length < other.length ? one : other;
  const long = one.length < other.length ? other : one;
  return long.startsWith(short) || (short.length > 1 && long.endsWith(short));
}

/** Whether every given name of `less` is one of `more` or its initial, each used once; an initial holds no name. */
export function holdsGivenNames(more: ParsedName, less: ParsedName): boolean {
  const free = new Set(more.words.slice(0, more.family));
  for (let i = 0; i < less.family; i++) {
    const word = less.words[i];
    const held =
      [...free].find((own) => own === word) ?? [...free].find((own) => word.length === 1 && own.startsWith(word));
    if (held === undefined) return false;
    free.delete(held);
  }
  return true;
}

/** Letters of a syllable: "so", "hyeong". */
const SYLLABLE = /^[a-z]{2,6}$/;

/** Whether one of two names of equal letters has two short words for the other's given name: "Min Young", "Minyoung". */
export function joinsSyllables(a: ParsedName, b: ParsedName): boolean {
  const [one, two] = a.family < b.family ? [a, b] : [b, a];
  return one.family === 1 && two.family === 2 && SYLLABLE.test(two.words[0]) && SYLLABLE.test(two.words[1]);
}
