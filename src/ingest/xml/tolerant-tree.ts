import { LIMITS } from "../limits.ts";
import { ENTITIES } from "./latin-1-entities.ts";
import type { XmlElement } from "./xml-element.ts";

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

const TAG_LENGTH = 65_536;
const ENTITY = /&(?:([a-z]{2,8}\d{0,2})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

/**
 * The tree of an element whose text is not well-formed, as it was probably meant: an end tag that nothing opened is left
 * out, one that skips open elements closes them too, and "<" and "&" that begin nothing are text. Undefined where there is
 * no element; elements deeper than `LIMITS.nesting` are left out.
 */
export function tolerantTree(text: string): XmlElement | undefined {
  const stack: OpenElement[] = [];
  let root: OpenElement | undefined;
  let at = 0;
  const add = (raw: string): void => {
    if (raw !== "") stack.at(-1)?.children.push(raw);
  };
  while (at < text.length) {
    const open = text.indexOf("<", at);
    if (open < 0) break;
    add(decoded(text.slice(at, open)));
    at = open;
    if (text.startsWith("<!--", at)) at = after("-->", text, at);
    else if (text.startsWith("<![CDATA[", at)) {
      const end = after("]]>", text, at);
      add(text.slice(at + 9, text.startsWith("]]>", end - 3) ? end - 3 : end));
      at = end;
    } else if (text[at + 1] === "?") at = after("?>", text, at);
    else if (text[at + 1] === "/") {
      const end = after(">", text, at);
      close(stack, text.slice(at + 2, Math.min(end - 1, at + 2 + LIMITS.nameLength)).trim());
      at = end;
    } else {
      const end = tagEnd(text, at + 1);
      const name = /^[\p{L}_:][^\s/>]{0,200}/u.exec(text.slice(at + 1, at + 202))?.[0];
      if (end < 0 || name === undefined) {
        add("<");
        at++;
        continue;
      }
      const element = { name, attributes: attributesIn(text.slice(at + 1 + name.length, end - 1)), children: [] };
      if (stack.length < LIMITS.nesting) stack.at(-1)?.children.push(element);
      root ??= element;
      if (text[end - 2] !== "/" && stack.length < LIMITS.nesting) stack.push(element);
      at = end;
    }
  }
  add(decoded(text.slice(at)));
  return root;
}

function close(stack: OpenElement[], name: string): void {
  for (let at = stack.length - 1; at >= 0; at--) {
    if (stack[at].name !== name) continue;
    stack.length = at;
    return;
  }
}

function after(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** The place after the ">" of a start tag; −1 where another tag comes first. */
function tagEnd(text: string, from: number): number {
  let quote = "";
  const limit = Math.min(text.length, from + TAG_LENGTH);
  for (let at = from; at < limit; at++) {
    const character = text[at];
    if (character === "<") return -1;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at + 1;
  }
  return -1;
}

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name, double, single] of text.matchAll(/([^\s=/"'<>]{1,100})\s?=\s?(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name] = decoded(double ?? single);
  }
  return attributes;
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
