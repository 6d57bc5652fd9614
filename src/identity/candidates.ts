import { joinedFamilies } from "./joined-family.ts";
import { nicknameGroups } from "./nicknames.ts";
import { rowsByNode } from "./node-graph.ts";
import { isWrittenInCharacters, type ParsedName } from "./parse-name.ts";
import { relation } from "./relation.ts";
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

/**
 * Pairs of related names, by `a` and then `b`. Names meet in blocks: each name is hashed by every view under which a
 * related one would hash alike, and only names of one block are compared. Linear in the names but for the blocks, whose
 * size is bounded.
 */
export function candidatesOf(names: readonly ParsedName[]): Candidate[] {
  const pairs = new PairCollector(names.length);
  const all = new Blocks(names.length, 24);
  const initials = new Blocks(names.length, 2);
  names.forEach((name, i) => {
    if (name.words.length > 1 && !isWrittenInCharacters(name)) addToBlocks(all, initials, name, i);
  });
  all.visit((members, from, to) => {
    if (to - from > LARGEST_BLOCK) return;
    for (let x = from; x < to; x++) for (let y = x + 1; y < to; y++) pairs.add(members[x], members[y]);
  });
  initials.visit((members, from, to) => {
    const short: number[] = [];
    for (let x = from; x < to; x++) if (names[members[x]].words[0].length === 1) short.push(members[x]);
    if (short.length === 0 || to - from > 2 * LARGEST_BLOCK) return;
    for (const one of short) for (let y = from; y < to; y++) if (members[y] !== one) pairs.add(one, members[y]);
  });

  const found: Candidate[] = [];
  pairs.visit((a, b) => {
    const related = relation(names[a], names[b]);
    if (related !== undefined) found.push({ a, b, kind: related.kind, shorter: related.shorter });
  });
  return found;
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

function addToBlocks(all: Blocks, initials: Blocks, name: ParsedName, i: number): void {
  const { words, speltOut } = name;
  for (const spelling of speltOut === words ? [words] : [words, speltOut]) {
    const last = spelling.length - 1;
    const whole = spelling.join("");
    const lastHash = hashOf(spelling[last]);
    all.add(mix(WHOLE, hashOf(whole)), i);

    // The name turned round, whichever of its ends is the family name: the sum does not know the order.
    all.add(mix(TURNED, (hashOf(spelling[0]) + hashOf(spelling.slice(1).join(""))) | 0), i);
    if (last > 1) all.add(mix(TURNED, (hashOf(spelling.slice(0, last).join("")) + lastHash) | 0), i);

    // The first word and any later one, any word and the last: middle names dropped, family names added.
    for (let w = 0; w <= last; w++) {
      if (w > 0) all.add(mix(TWO_WORDS, pairHash(hashOf(spelling[0]), hashOf(spelling[w]))), i);
      if (w > 0 && w < last) all.add(mix(TWO_WORDS, pairHash(hashOf(spelling[w]), lastHash)), i);
    }
    initials.add(mix(INITIAL, pairHash(spelling[0].charCodeAt(0), lastHash)), i);
    for (const group of nicknameGroups(spelling[0])) all.add(mix(NICKNAME, pairHash(group, lastHash)), i);
    if (spelling[0].length >= FRONT_LETTERS) {
      all.add(mix(FRONT, pairHash(hashOf(spelling[0].slice(0, FRONT_LETTERS)), lastHash)), i);
    }
    if (whole.length >= SLIP_LENGTH) addSlips(all, whole, i);
  }
  const first = hashOf(words[0]);
  for (const [, joined] of joinedFamilies(name)) all.add(mix(JOINED, pairHash(first, hashOf(joined))), i);
}

/** The whole name and each one with one letter left out: two names one slip apart share one of them. */
function addSlips(all: Blocks, whole: string, i: number): void {
  const length = whole.length;
  // A polynomial hash lets a letter be left out in constant time.
  let back = 0;
  let power = 1;
  const tails = new Int32Array(length + 1);
  const powers = new Int32Array(length + 1);
  powers[0] = 1;
  for (let at = length - 1; at >= 0; at--) {
    back = (back + Math.imul(whole.charCodeAt(at), power)) | 0;
    tails[at] = back;
    power = Math.imul(power, 31);
    powers[length - at] = power;
  }
  all.add(mix(SLIP, tails[0]), i);
  let front = 0;
  for (let at = 0; at < length; at++) {
    if (at === 0 || whole[at] !== whole[at - 1]) {
      all.add(mix(SLIP, (Math.imul(front, powers[length - 1 - at]) + tails[at + 1]) | 0), i);
    }
    front = (Math.imul(front, 31) + whole.charCodeAt(at)) | 0;
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
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Entries of hash and name, brought together by hash. */
class Blocks {
  #hashes: Uint32Array<ArrayBuffer>;
  #names: Uint32Array<ArrayBuffer>;
  #count = 0;

  /** `each`: entries to be expected for each name. */
  constructor(nameCount: number, each: number) {
    this.#hashes = new Uint32Array(Math.max(64, nameCount * each));
    this.#names = new Uint32Array(this.#hashes.length);
  }

  /** Names must be added in ascending order. */
  add(hash: number, name: number): void {
    if (this.#count === this.#hashes.length) {
      this.#hashes = grown(this.#hashes);
      this.#names = grown(this.#names);
    }
    this.#hashes[this.#count] = hash;
    this.#names[this.#count++] = name;
  }

  /** Calls with each block of two names or more: `members[from..to)`, ascending, each once. */
  visit(block: (members: Uint32Array, from: number, to: number) => void): void {
    const { from, hashes, names } = this.#bucketed();
    for (let bucket = 0; bucket + 1 < from.length; bucket++) {
      const end = from[bucket + 1];
      sortByHash(hashes, names, from[bucket], end);
      for (let start = from[bucket], next = start; start < end; start = next) {
        // A name that has the hash twice stands twice in a row.
        let to = start + 1;
        for (next = to; next < end && hashes[next] === hashes[start]; next++) {
          if (names[next] !== names[to - 1]) names[to++] = names[next];
        }
        if (to - start > 1) block(names, start, to);
      }
    }
  }

  /** The entries by the first bits of their hashes, a few to a bucket; within one in the order in which they were added. */
  #bucketed(): { from: Uint32Array; hashes: Uint32Array; names: Uint32Array } {
    const count = this.#count;
    const bits = Math.min(20, Math.max(1, 30 - Math.clz32(count)));
    const shift = 32 - bits;
    const from = new Uint32Array(2 ** bits + 1);
    for (let at = 0; at < count; at++) from[(this.#hashes[at] >>> shift) + 1]++;
    for (let bucket = 0; bucket < 2 ** bits; bucket++) from[bucket + 1] += from[bucket];
    const next = from.slice();
    const hashes = new Uint32Array(count);
    const names = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      const place = next[this.#hashes[at] >>> shift]++;
      hashes[place] = this.#hashes[at];
      names[place] = this.#names[at];
    }
    return { from, hashes, names };
  }
}

/** By insertion: stable, and buckets are small unless they are mostly one hash. */
function sortByHash(hashes: Uint32Array, names: Uint32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const hash = hashes[at];
    const name = names[at];
    let place = at;
    for (; place > from && hashes[place - 1] > hash; place--) {
      hashes[place] = hashes[place - 1];
      names[place] = names[place - 1];
    }
    hashes[place] = hash;
    names[place] = name;
  }
}

function grown(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(values.length * 1.5));
  larger.set(values);
  return larger;
}

/** Pairs of names, each kept once. */
class PairCollector {
  readonly #nameCount: number;
  #lower: Uint32Array<ArrayBuffer>;
  #higher: Uint32Array<ArrayBuffer>;
  #count = 0;

  constructor(nameCount: number) {
    this.#nameCount = nameCount;
    this.#lower = new Uint32Array(Math.max(64, nameCount * 4));
    this.#higher = new Uint32Array(this.#lower.length);
  }

  add(one: number, other: number): void {
    if (this.#count === this.#lower.length) {
      this.#lower = grown(this.#lower);
      this.#higher = grown(this.#higher);
    }
    this.#lower[this.#count] = Math.min(one, other);
    this.#higher[this.#count++] = Math.max(one, other);
  }

  /** Calls with each pair, by `a` and then `b`. */
  visit(pair: (a: number, b: number) => void): void {
    const { from, values } = rowsByNode(this.#lower.subarray(0, this.#count), this.#nameCount, this.#higher);
    for (let a = 0; a < this.#nameCount; a++) {
      if (from[a + 1] - from[a] > 1) values.subarray(from[a], from[a + 1]).sort();
      for (let k = from[a]; k < from[a + 1]; k++) {
        if (k === from[a] || values[k] !== values[k - 1]) pair(a, values[k]);
      }
    }
  }
}
