import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from "./json-characters.ts";
import type { Apart } from "./json-splitting.ts";

/** The value of a member of an object: from its first character to the place after its last. */
export interface MemberSpan {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** What a `MemberReader` made of it. */
  readonly text: string | undefined;
}

/** What is asked about the members of an object whose value is an object or a list. */
export interface MemberQuestions {
  /** The scan is to be given up, since the value holds records. */
  stops(key: string): boolean;
  /** What is to be cut out of the object. */
  readonly apart: Apart;
}

/** Strings up to this length are shorter than the call that would look for their end. */
const SHORT = 16;

/**
 * Finds the end of an object in JSON text without reading its values, in one quick pass. It gives up at anything doubtful —
 * the end of the text, a line end within a string, a comma too many — which is for slower readers to judge. What it passes
 * has the brackets, commas and colons of JSON in their places; numbers and escapes are not looked at.
 */
export class JsonScan {
  /** Of the last scan: how many line ends it passed. */
  lines = 0;
  /** Of the last scan: the last key of the object itself; undefined where it has none. */
  lastKey: string | undefined;
  /** Of the last scan: the members that were wanted, in order. */
  readonly spans: MemberSpan[] = [];
  private text = "";
  /** Where the last scan of the text began. */
  private asked = 0;
  /** The next of these behind the place last asked about; the length of the text where there is none. */
  private nextBackslash = -1;
  private nextNewline = -1;

  /** The place after the object whose `{` is at `from`, or −1; `depth` is how deep brackets may nest in it. */
  objectEnd(text: string, from: number, depth: number, questions: MemberQuestions): number {
    if (from < this.asked || text !== this.text) {
      this.text = text;
      this.nextBackslash = -1;
      this.nextNewline = -1;
    }
    this.asked = from;
    this.lines = 0;
    this.lastKey = undefined;
    this.spans.length = 0;
    return this.object(from + 1, depth - 1, questions);
  }

  /** Lets go of the text. */
  clear(): void {
    this.text = "";
  }

  private object(from: number, depth: number, questions: MemberQuestions | undefined): number {
    if (depth < 0) return -1;
    let at = this.afterSpace(from);
    if (this.text.charCodeAt(at) === CLOSE_BRACE) return at + 1;
    while (true) {
      if (this.text.charCodeAt(at) !== QUOTE) return -1;
      const keyFrom = at + 1;
      at = this.stringEnd(keyFrom);
      if (at < 0) return -1;
      const keyTo = at - 1;
      at = this.afterSpace(at);
      if (this.text.charCodeAt(at) !== COLON) return -1;
      at = this.afterSpace(at + 1);
      const code = this.text.charCodeAt(at);
      if (questions === undefined) at = this.value(at, code, depth);
      else {
        const key = this.text.slice(keyFrom, keyTo);
        this.lastKey = key;
        const asked = code === OPEN_BRACE || code === OPEN_BRACKET;
        if (asked && questions.stops(key)) return -1;
        at = asked ? this.member(key, at, code, depth, questions.apart) : this.value(at, code, depth);
      }
      if (at < 0) return -1;
      at = this.afterSpace(at);
      const next = this.text.charCodeAt(at);
      if (next === CLOSE_BRACE) return at + 1;
      if (next !== COMMA) return -1;
      at = this.afterSpace(at + 1);
    }
  }

  private member(key: string, from: number, code: number, depth: number, { read, unread }: Apart): number {
    const own = read?.get(key)?.(this.text, from);
    if (own !== undefined) {
      this.spans.push({ key, from, to: own.end, text: own.text });
      return own.end;
    }
    const to = this.value(from, code, depth);
    if (to >= 0 && unread?.has(key)) this.spans.push({ key, from, to, text: undefined });
    return to;
  }

  private list(from: number, depth: number): number {
    if (depth < 0) return -1;
    let at = this.afterSpace(from);
    if (this.text.charCodeAt(at) === CLOSE_BRACKET) return at + 1;
    while (true) {
      at = this.value(at, this.text.charCodeAt(at), depth);
      if (at < 0) return -1;
      at = this.afterSpace(at);
      const next = this.text.charCodeAt(at);
      if (next === CLOSE_BRACKET) return at + 1;
      if (next !== COMMA) return -1;
      at = this.afterSpace(at + 1);
    }
  }

  /** The place after the value whose first character is `code` at `at`, or −1. */
  private value(at: number, code: number, depth: number): number {
    if (code === QUOTE) return this.stringEnd(at + 1);
    if (code === OPEN_BRACE) return this.object(at + 1, depth - 1, undefined);
    if (code === OPEN_BRACKET) return this.list(at + 1, depth - 1);
    let end = at;
    while (isOfWord(this.text.charCodeAt(end))) end++;
    return end === at ? -1 : end;
  }

  /** The place after the quotation mark that ends a string, or −1 where a line or the text ends first. */
  private stringEnd(from: number): number {
    const { text } = this;
    for (let at = from; at < from + SHORT; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) return at + 1;
      if (code === NEWLINE) return -1;
      if (code === BACKSLASH) return this.longStringEnd(at);
    }
    return this.longStringEnd(from + SHORT);
  }

  private longStringEnd(from: number): number {
    const { text } = this;
    if (this.nextNewline < from) this.nextNewline = placeOf("\n", text, from);
    let at = from;
    let quote = -1;
    while (true) {
      if (this.nextBackslash < at) this.nextBackslash = placeOf("\\", text, at);
      // Looked for once, not from every backslash before it.
      if (quote < at) quote = placeOf('"', text, at);
      if (quote === text.length || quote > this.nextNewline) return -1;
      if (quote < this.nextBackslash) return quote + 1;
      // What is escaped is one character, be it a quotation mark.
      at = this.nextBackslash + 2;
    }
  }

  private afterSpace(from: number): number {
    const { text } = this;
    let at = from;
    for (let code = text.charCodeAt(at); code <= 0x20; code = text.charCodeAt(at)) {
      if (code === NEWLINE) this.lines++;
      else if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return at;
      at++;
    }
    return at;
  }
}

/** A character of a number, of `true`, `false` or `null`. */
function isOfWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x2b ||
    code === 0x45
  );
}

function placeOf(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}
