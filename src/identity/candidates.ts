import { BlockCollector } from "./blocks.ts";
import { joinedFamilies } from "./joined-family.ts";
import { LetterHashes } from "./letter-hashes.ts";
import { nicknameGroups } from "./nicknames.ts";
import { isWrittenInCharacters, type ParsedName } from "./parse-name.ts";
import { hasRelations, relationOfSpelt } from "./relation.ts";
import type { Relation } from "./relation-kinds.ts";

/** Two names that could be one person's; `a < b`, indices of names. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly kind: Relation;
  /** As in `NameRelation`: -1, or which of the two says less. */
  readonly shorter: -1 | 0 | 1;
}

/** A block with more names than this is left out: where so many names meet, none says which one it is. */
const LARGEST_BLOCK = 96;
/** Shortest whole name in which a slip is looked for. */
const SLIP_LENGTH = 9;
const FRONT_LETTERS = 3;

/** Hashes of a name to be expected: for each letter one, and some for its words. */
const HASHES_OF_A_NAME = 24;

/**
 * Pairs of related names, by `a` and then `b`. Names meet in blocks: each name is hashed by every view under which a
 * related one would hash alike, and only names of one block are compared. Linear in the names but for the blocks, whose
 * size is bounded.
 */
export function candidatesOf(names: readonly ParsedName[]): Candidate[] {
  const collectors: Collectors = {
    all: new BlockCollector(names.length, HASHES_OF_A_NAME),
    initials: new BlockCollector(names.length, 2),
    letters: new LetterHashes(),
  };
  const mayRelate = new Uint8Array(names.length);
  const isShort = new Uint8Array(names.length);
  names.forEach((name, i) => {
    collectors.letters.read(name.words);
    const { isPlain } = collectors.letters;
    if (collectors.letters.wordFrom(1) === 1) isShort[i] = 1;
    if (isPlain || hasRelations(name)) mayRelate[i] = 1;
    // Numbered names relate to none, and still fill blocks.
    if (name.words.length > 1 && (isPlain || !isWrittenInCharacters(name))) addToBlocks(collectors, name, i);
  });
  const all = collectors.all.blocks();
  const initials = collectors.initials.blocks();

  const found: Candidate[] = [];
  const metBy = new Int32Array(names.length).fill(-1);
  const compare = (a: number, b: number): void => {
    if (metBy[b] === a || mayRelate[b] === 0) return;
    metBy[b] = a;
    const related = relationOfSpelt(names[a], names[b]);
    if (related !== undefined) found.push({ a, b, kind: related.kind, shorter: related.shorter });
  };
  for (let a = 0; a < names.length; a++) {
    if (mayRelate[a] === 0) continue;
    const before = found.length;
    for (let k = all.blocksOf.from[a]; k < all.blocksOf.from[a + 1]; k++) {
      const block = all.blocksOf.values[k];
      const to = all.namesIn.from[block + 1];
      if (to - all.namesIn.from[block] > LARGEST_BLOCK) continue;
      // Back from the last as far as to `a` itself: those before it have been compared with it.
      for (let at = to - 1; all.namesIn.values[at] > a; at--) compare(a, all.namesIn.values[at]);
    }
    for (let k = initials.blocksOf.from[a]; k < initials.blocksOf.from[a + 1]; k++) {
      const block = initials.blocksOf.values[k];
      const to = initials.namesIn.from[block + 1];
      if (to - initials.namesIn.from[block] > 2 * LARGEST_BLOCK) continue;
      for (let at = to - 1; initials.namesIn.values[at] > a; at--) {
        const b = initials.namesIn.values[at];
        if (isShort[a] + isShort[b] > 0) compare(a, b);
      }
    }
    if (found.length - before > 1) sortByB(found, before);
  }
  return found;
}

/** By insertion: a name has few relatives. */
function sortByB(found: Candidate[], from: number): void {
  for (let at = from + 1; at < found.length; at++) {
    const one = found[at];
    let place = at;
    for (; place > from && found[place - 1].b > one.b; place--) found[place] = found[place - 1];
    found[place] = one;
  }
}

/** Views of a name. Each has a salt, so that different views of different names do not meet. */
const WHOLE = 1;
const TURNED = 2;
const TWO_WORDS = 3;
const INITIAL = 4;
const NICKNAME = 5;
const FRONT = 6;
const SLIP = 7;
const JOINED = 8;

interface Collectors {
  readonly all: BlockCollector;
  readonly initials: BlockCollector;
  readonly letters: LetterHashes;
}

/** Adds the name whose words `letters` has read. */
function addToBlocks(collectors: Collectors, name: ParsedName, i: number): void {
  const { all, letters } = collectors;
  const first = letters.stretch(0, letters.wordFrom(1));
  for (const [, joined] of joinedFamilies(name)) all.add(mix(JOINED, pairHash(first, hashOf(joined))), i);
  addViews(collectors, name.words, i);
  if (name.speltOut === name.words) return;
  letters.read(name.speltOut);
  addViews(collectors, name.speltOut, i);
}

/** Adds one spelling, which `letters` has read, under all views but that of joined families. */
function addViews({ all, initials, letters }: Collectors, spelling: readonly string[], i: number): void {
  const { length } = letters;
  const last = spelling.length - 1;
  const endOfFirst = letters.wordFrom(1);
  const firstHash = letters.stretch(0, endOfFirst);
  const lastHash = letters.stretch(letters.wordFrom(last), length);
  const whole = letters.stretch(0, length);
  all.add(mix(WHOLE, whole), i);

  // The name turned round, whichever of its ends is the family name: the sum does not know the order.
  all.add(mix(TURNED, (firstHash + letters.stretch(endOfFirst, length)) | 0), i);
  if (last > 1) all.add(mix(TURNED, (letters.stretch(0, letters.wordFrom(last)) + lastHash) | 0), i);

  // The first word and any later one, any word and the last: middle names dropped, family names added.
  for (let w = 1; w <= last; w++) {
    const wordHash = letters.stretch(letters.wordFrom(w), letters.wordFrom(w + 1));
    all.add(mix(TWO_WORDS, pairHash(firstHash, wordHash)), i);
    if (w < last) all.add(mix(TWO_WORDS, pairHash(wordHash, lastHash)), i);
  }
  initials.add(mix(INITIAL, pairHash(letters.letter(0), lastHash)), i);
  for (const group of nicknameGroups(spelling[0])) all.add(mix(NICKNAME, pairHash(group, lastHash)), i);
  if (endOfFirst >= FRONT_LETTERS) all.add(mix(FRONT, pairHash(letters.stretch(0, FRONT_LETTERS), lastHash)), i);

  // The whole name and each one with one letter left out: two names one slip apart share one of them.
  if (length < SLIP_LENGTH) return;
  all.add(mix(SLIP, whole), i);
  for (let at = 0; at < length; at++) {
    if (at === 0 || letters.letter(at) !== letters.letter(at - 1)) all.add(mix(SLIP, letters.without(at)), i);
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function pairHash(one: number, other: number): number {
  return (Math.imul(one, 0x2c1b3c6d) ^ (other + 0x1656_67b1)) | 0;
}

/** A well-mixed 32-bit hash (the finalizer of MurmurHash3, by Austin Appleby), different for each view. */
function mix(view: number, hash: number): number {
  let mixed = (hash ^ Math.imul(view, 0x9e37_79b1)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}
