import { fold } from "./text.ts";

/**
 * A number from 1 up to 2⁵³ for a text: equal for equal texts, and for a million different ones all different but for one
 * chance in ten thousand. Two multiplicative hashes of 32 bits side by side, mixed at the end; for looking things up, not
 * for what an enemy may choose.
 */
export function textHash(text: string): number {
  let low = LOW;
  let high = HIGH;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, LOW_PRIME);
    high = Math.imul(high ^ code, HIGH_PRIME);
    high ^= high >>> 15;
  }
  return mixed(low, high);
}

/** The hash of the folded text, or 0 where that is shorter than `least`; plain text is not folded first. */
export function foldedHash(text: string, least: number): number {
  let low = LOW;
  let high = HIGH;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= 0x80) {
      const folded = fold(text);
      return folded.length < least ? 0 : textHash(folded);
    }
    if (code >= 65 && code <= 90) code += 32;
    else if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) continue;
    length++;
    low = Math.imul(low ^ code, LOW_PRIME);
    high = Math.imul(high ^ code, HIGH_PRIME);
    high ^= high >>> 15;
  }
  return length < least ? 0 : mixed(low, high);
}

const LOW = 0x811c9dc5;
const HIGH = 0x9e3779b9;
const LOW_PRIME = 0x01000193;
const HIGH_PRIME = 0x5bd1e995;

function mixed(low: number, high: number): number {
  const first = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  const second = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second >>> 11) * 4_294_967_296 + (first >>> 0) || 1;
}
