import { LIMITS } from "../limits.ts";
import { ENTITIES } from "./latin-1-entities.ts";
import type { XmlElement } from "./xml-element.ts";

/** Characters that XML allows, and of which nothing has to be thought; surrogates are left to saxes. */
const PLAIN = /^[\t\n -~\u00a0-\ud7ff\ue000-\ufffd]*$/;
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

interface OpenElement {
  readonly name: string;
  attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const END = 0x3e;

/**
 * The tree of one element, where its text is well-formed and of the plainest kind: start tags, end tags, text and the usual
 * entities. Undefined for everything else, well-formed or not, which saxes judges: this only saves its time.
 */
export function plainTree(text: string): XmlElement | undefined {
  if (!PLAIN.test(text) || text.includes("]]>") || text.charCodeAt(0) !== 0x3c) return undefined;
  const stack: OpenElement[] = [];
  let at = 0;
  while (true) {
    // Here stands a "<".
    if (text.charCodeAt(at + 1) === SLASH) {
      const open = stack.pop();
      if (open === undefined || !text.startsWith(open.name, at + 2)) return undefined;
      at = afterSpace(text, at + 2 + open.name.length);
      if (text.charCodeAt(at) !== END) return undefined;
      at++;
      if (stack.length === 0) return at === text.length ? open : undefined;
    } else {
      const nameEnd = afterName(text, at + 1);
      if (nameEnd === at + 1) return undefined;
      const element: OpenElement = { name: text.slice(at + 1, nameEnd), attributes: NO_ATTRIBUTES, children: [] };
      at = nameEnd;
      let code = text.charCodeAt(at);
      if (code !== END && code !== SLASH) {
        at = readAttributes(text, at, element);
        if (at < 0) return undefined;
        code = text.charCodeAt(at);
      }
      if (stack.length >= LIMITS.nesting) return undefined;
      if (stack.length > 0) stack[stack.length - 1].children.push(element);
      if (code === SLASH) {
        if (text.charCodeAt(++at) !== END) return undefined;
        if (stack.length === 0) return at + 1 === text.length ? element : undefined;
      } else stack.push(element);
      at++;
    }
    const next = text.indexOf("<", at);
    if (next < 0) return undefined;
    if (next > at) {
      const piece = decoded(text.slice(at, next));
      if (piece === undefined) return undefined;
      stack[stack.length - 1].children.push(piece);
    }
    at = next;
  }
}

/** Reads attributes up to the end of the start tag, and says where that is; −1 for those that are not plain. */
function readAttributes(text: string, from: number, element: OpenElement): number {
  const attributes: Record<string, string> = Object.create(null);
  let at = from;
  while (true) {
    const begin = afterSpace(text, at);
    const code = text.charCodeAt(begin);
    if (code === END || code === SLASH) {
      element.attributes = attributes;
      return begin;
    }
    const nameEnd = afterName(text, begin);
    // Between attributes there must be white space.
    if (begin === at || nameEnd === begin || text.charCodeAt(nameEnd) !== EQUALS) return -1;
    const quote = text.charCodeAt(nameEnd + 1);
    if (quote !== QUOTE && quote !== APOSTROPHE) return -1;
    const end = text.indexOf(quote === QUOTE ? '"' : "'", nameEnd + 2);
    if (end < 0) return -1;
    const name = text.slice(begin, nameEnd);
    const value = text.slice(nameEnd + 2, end);
    if (name in attributes || /[<&\t\n]/.test(value)) return -1;
    attributes[name] = value;
    at = end + 1;
  }
}

/** A text put together from a million pieces one by one is a tree of as many, over which the collector of garbage stumbles. */
const JOINED_PIECES = 1_024;

/** Text with its entities as characters; undefined where one is unknown. */
function decoded(text: string): string | undefined {
  let ampersand = text.indexOf("&");
  if (ampersand < 0) return text;
  let out = "";
  let pieces: string[] = [];
  let from = 0;
  for (; ampersand >= 0; ampersand = text.indexOf("&", from)) {
    const end = text.indexOf(";", ampersand);
    if (end < 0 || end - ampersand > 10) return undefined;
    const character = characterOf(text.slice(ampersand + 1, end));
    if (character === undefined) return undefined;
    if (ampersand > from) pieces.push(text.slice(from, ampersand));
    pieces.push(character);
    if (pieces.length >= JOINED_PIECES) {
      out += pieces.join("");
      pieces = [];
    }
    from = end + 1;
  }
  return out + pieces.join("") + text.slice(from);
}

function characterOf(entity: string): string | undefined {
  const known = ENTITIES.get(entity);
  if (known !== undefined || entity.charCodeAt(0) !== 0x23) return known;
  const number = /^#(?:(\d{1,6})|x([\da-f]{1,5}))$/i.exec(entity);
  if (number === null || entity[1] === "X") return undefined;
  const code = number[1] === undefined ? Number.parseInt(number[2], 16) : Number(number[1]);
  return code >= 0xa0 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x09; code = text.charCodeAt(at))
    at++;
  return at;
}

/** The place after a name of ASCII that begins at `from`, or `from` where there is none. */
function afterName(text: string, from: number): number {
  if (!isNameStart(text.charCodeAt(from))) return from;
  let at = from + 1;
  while (isNamePart(text.charCodeAt(at))) at++;
  return at;
}

function isNameStart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x3a;
}
