import { fold, ownCopy } from "./text.ts";

/*
 * Two multiplicative hashes of 32 bits side by side, of words of four bytes, mixed at the end. A letter of a folded text is one byte where it
 * is ASCII, and two elsewhere. The state is the module's: there is one hash at a time.
 */
let low = 0;
let high = 0;
/** Bytes that wait to be hashed: writing them first and hashing them by words leaves no branch that depends on single letters. */
const WAITING = new Uint8Array(8192);
const WAITING_WORDS = new Int32Array(WAITING.buffer);
let waiting = 0;
let hashed = 0;
const LOW_FACTOR = 0x01000193;
const HIGH_FACTOR = 0x5bd1e995;

/**
 * A number from 1 up to 2⁵³ for a text: equal for equal texts, and for a million different ones all different but for one
 * chance in ten thousand. For looking things up, not for what an enemy may choose.
 */
export function textHash(text: string): number {
  start();
  addAll(text);
  return mixed();
}

/** The hash of the folded text (see `fold`), or 0 where that is shorter than `least`; no folded text is made of plain text. */
export function foldedHash(text: string, least: number): number {
  start();
  return addFolded(text) < least ? 0 : mixed();
}

/** The hash of a list of texts, each folded, in order. */
export function foldedListHash(texts: readonly string[]): number {
  start();
  for (const text of texts) {
    addFolded(text);
    add(END_OF_TEXT);
  }
  return mixed();
}

/** Stands in no folded text. */
const END_OF_TEXT = 10;
/** Its small form depends on its neighbours, also on plain ones. */
const SIGMA = "\u03a3";

/** What each character of ASCII folds to; 0 for those that are dropped. */
const FOLDED_ASCII = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(lower) ? lower.charCodeAt(0) : 0;
});

/** 1 for those that are not. */
const STAYS = FOLDED_ASCII.map((folded) => (folded === 0 ? 0 : 1));
/** Bytes that always have room behind those that wait. */
const ROOM = 4;

/** Adds what the text folds to, and says how long that is. What is not ASCII folds the same apart from the rest, but for Σ. */
function addFolded(text: string): number {
  if (text.includes(SIGMA)) return addAll(fold(text));
  let length = 0;
  for (let at = 0; at < text.length; ) {
    if (waiting > WAITING.length / 2) hashWaiting();
    const end = Math.min(text.length, at + WAITING.length - waiting);
    let to = waiting;
    let code = 0;
    for (; at < end; at++) {
      code = text.charCodeAt(at);
      if (code >= 0x80) break;
      WAITING[to] = FOLDED_ASCII[code];
      to += STAYS[code];
    }
    length += to - waiting;
    waiting = to;
    if (code >= 0x80) {
      const from = at;
      while (at < text.length && text.charCodeAt(at) >= 0x80) at++;
      length += addAll(foldedRun(text.slice(from, at)));
    }
  }
  return length;
}

/** What short runs of letters beyond ASCII fold to: nearly all are one of few accents and signs. */
const FOLDED_RUNS = new Map<string, string>();
const SHORT_RUN = 4;
/** So many are kept, and then all forgotten, lest a hostile file fill the memory. */
const KEPT_RUNS = 4_096;

function foldedRun(run: string): string {
  if (run.length > SHORT_RUN) return fold(run);
  const known = FOLDED_RUNS.get(run);
  if (known !== undefined) return known;
  const folded = fold(run);
  if (FOLDED_RUNS.size >= KEPT_RUNS) FOLDED_RUNS.clear();
  FOLDED_RUNS.set(ownCopy(run), folded);
  return folded;
}

function addAll(text: string): number {
  for (let at = 0; at < text.length; at++) add(text.charCodeAt(at));
  return text.length;
}

function start(): void {
  low = 0x811c9dc5;
  high = 0x9e3779b9;
  waiting = 0;
  hashed = 0;
}

function add(code: number): void {
  if (waiting > WAITING.length - ROOM) hashWaiting();
  if (code >= 0x80) WAITING[waiting++] = code >>> 8;
  WAITING[waiting++] = code;
}

/** Hashes all whole words that wait. */
function hashWaiting(): void {
  const words = waiting >>> 2;
  let [ownLow, ownHigh] = [low, high];
  for (let at = 0; at < words; at++) {
    ownLow = Math.imul(ownLow ^ WAITING_WORDS[at], LOW_FACTOR);
    ownLow ^= ownLow >>> 15;
    ownHigh = Math.imul(ownHigh ^ WAITING_WORDS[at], HIGH_FACTOR);
    ownHigh ^= ownHigh >>> 13;
  }
  low = ownLow;
  high = ownHigh;
  WAITING.copyWithin(0, 4 * words, waiting);
  hashed += 4 * words;
  waiting -= 4 * words;
}

function mixed(): number {
  const length = hashed + waiting;
  // The last word is filled up, and how long all is tells what is filling.
  WAITING.fill(0, waiting, waiting + ROOM);
  waiting += ROOM - 1;
  hashWaiting();
  low = Math.imul(low ^ length, LOW_FACTOR);
  high = Math.imul(high ^ length, HIGH_FACTOR);
  const first = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  const second = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second >>> 11) * 4_294_967_296 + (first >>> 0) || 1;
}
