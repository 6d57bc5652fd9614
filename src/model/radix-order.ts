import { byCodeUnit } from "./order.ts";

const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;
const KEY_BITS = 32;

/**
 * The indices of `order` by ascending key; those of equal keys stay in their order, so that a list by several keys is made
 * from the last to the first. Linear (a radix sort). `order` may be overwritten.
 */
export function orderByKey(order: Uint32Array, keys: Uint32Array): Uint32Array {
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  const next = new Uint32Array(DIGITS);
  for (let shift = 0; shift < KEY_BITS; shift += DIGIT_BITS) {
    next.fill(0);
    for (let i = 0; i < from.length; i++) next[(keys[from[i]] >>> shift) & (DIGITS - 1)]++;
    // Where all have one digit, nothing changes.
    if (from.length === 0 || next[(keys[from[0]] >>> shift) & (DIGITS - 1)] === from.length) continue;
    for (let digit = 0, before = 0; digit < DIGITS; digit++) {
      const count = next[digit];
      next[digit] = before;
      before += count;
    }
    for (let i = 0; i < from.length; i++) to[next[(keys[from[i]] >>> shift) & (DIGITS - 1)]++] = from[i];
    [from, to] = [to, from];
  }
  return from;
}

/** 0, 1, 2, … */
export function indices(count: number): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(count);
  for (let i = 0; i < count; i++) all[i] = i;
  return all;
}

const LETTERS_OF_A_KEY = 6;
const LETTER_BITS = 5;

/** For each of distinct words how many of the others stand before it by code unit. Linear for short ones of a to z. */
export function wordRanks(words: readonly string[]): Uint32Array {
  const front = new Uint32Array(words.length);
  const back = new Uint32Array(words.length);
  const others: number[] = [];
  const plain = new Uint32Array(words.length);
  let plainCount = 0;
  words.forEach((word, i) => {
    if (!isPlain(word)) {
      others.push(i);
      return;
    }
    front[i] = letterKey(word, 0);
    back[i] = letterKey(word, LETTERS_OF_A_KEY);
    plain[plainCount++] = i;
  });
  const ordered = orderByKey(orderByKey(plain.subarray(0, plainCount), back), front);
  others.sort((a, b) => byCodeUnit(words[a], words[b]));
  const ranks = new Uint32Array(words.length);
  let rank = 0;
  let next = 0;
  for (const i of others) {
    while (next < ordered.length && words[ordered[next]] < words[i]) ranks[ordered[next++]] = rank++;
    ranks[i] = rank++;
  }
  while (next < ordered.length) ranks[ordered[next++]] = rank++;
  return ranks;
}

function isPlain(word: string): boolean {
  if (word.length > 2 * LETTERS_OF_A_KEY) return false;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at);
    if (letter < 0x61 || letter > 0x7a) return false;
  }
  return true;
}

/** The letters from `from` on as one number, which is the smaller, the earlier they stand in the alphabet. */
function letterKey(word: string, from: number): number {
  let key = 0;
  for (let at = from; at < from + LETTERS_OF_A_KEY; at++) {
    key = (key << LETTER_BITS) | (at < word.length ? word.charCodeAt(at) - 0x60 : 0);
  }
  return key;
}
