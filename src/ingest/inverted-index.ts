import { type JsonObject, listAt } from "./json/json-values.ts";

/** How far behind all words so far the next may stand; JSON with wider gaps is not read here, lest few bytes cost much. */
const WIDEST_GAP = 1000;

const ZERO = 0x30;
const NINE = 0x39;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/** The text of which OpenAlex gives where each word stands: `{"the": [0, 5], "map": [1]}`; undefined where there are no words. */
export function textOfInvertedIndex(index: JsonObject): string | undefined {
  const words: [number, string][] = [];
  for (const word of Object.keys(index)) {
    for (const place of listAt(index, word)) if (typeof place === "number") words.push([place, word]);
  }
  if (words.length === 0) return undefined;
  return words
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(" ");
}

/**
 * The same straight from JSON, without making an object of a hundred keys. Only of the plainest form, `{"the":[0,5],"map":[1]}`,
 * without spaces and escapes, and with one word at a place; else undefined.
 */
export function readInvertedIndex(json: string, from: number): { end: number; text: string } | undefined {
  const words: string[] = [];
  /** Places before the last word where no word stands yet. */
  let gaps = 0;
  let at = from + 1;
  while (true) {
    if (json.charCodeAt(at) !== QUOTE) return undefined;
    const begin = ++at;
    for (let code = json.charCodeAt(at); code !== QUOTE; code = json.charCodeAt(++at)) {
      // Past the end it is not a number.
      if (code === BACKSLASH || !(code >= 0x20)) return undefined;
    }
    const word = json.slice(begin, at);
    if (json.charCodeAt(at + 1) !== 0x3a || json.charCodeAt(at + 2) !== 0x5b) return undefined;
    at += 3;
    while (true) {
      const digits = at;
      let place = 0;
      for (let code = json.charCodeAt(at); code >= ZERO && code <= NINE; code = json.charCodeAt(++at)) {
        place = 10 * place + code - ZERO;
      }
      if (at === digits || place > words.length + WIDEST_GAP || (at - digits > 1 && json.charCodeAt(digits) === ZERO))
        return undefined;
      for (; words.length < place; gaps++) words.push(GAP);
      if (place === words.length) words.push(word);
      else if (words[place] === GAP) {
        words[place] = word;
        gaps--;
      } else return undefined;
      if (json.charCodeAt(at) !== COMMA) break;
      at++;
    }
    if (json.charCodeAt(at) !== 0x5d) return undefined;
    at++;
    if (json.charCodeAt(at) === COMMA) at++;
    else if (json.charCodeAt(at) === 0x7d) break;
    else return undefined;
  }
  return { end: at + 1, text: (gaps === 0 ? words : words.filter((word) => word !== GAP)).join(" ") };
}

/** No word is a line end. */
const GAP = "\n";
