import { SaxesParser } from "saxes";
import { LIMITS } from "../limits.ts";
import { ENTITIES } from "./latin-1-entities.ts";
import { plainTree } from "./plain-tree.ts";
import { tolerantTree } from "./tolerant-tree.ts";
import type { XmlElement } from "./xml-element.ts";

export type { XmlElement } from "./xml-element.ts";

export interface XmlTree {
  /** Undefined where the text has no element, or nests deeper than is allowed. */
  readonly root: XmlElement | undefined;
  readonly tooDeep: boolean;
  /** What is wrong with the text, the first of it in words; tolerated, as far as it goes. */
  readonly problem: string | undefined;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const OPTIONS = { fragment: true, position: false, xmlns: false } as const;
type PlainParser = SaxesParser<typeof OPTIONS>;

/** saxes wants a plain object; without a prototype no name in a file can reach anything else. */
const ENTITY_TABLE: Record<string, string> = Object.assign(Object.create(null), Object.fromEntries(ENTITIES));

/** Turns the texts of elements into trees, one after the other, each read on its own. */
export class XmlTreeBuilder {
  private parser: PlainParser | undefined;
  private root: OpenElement | undefined;
  private stack: OpenElement[] = [];
  private tooDeep = false;
  private problem: string | undefined;
  /** The error that ended the reading of a text. */
  private stop: Error | undefined;

  build(text: string): XmlTree {
    const plain = plainTree(text);
    if (plain !== undefined) return { root: plain, tooDeep: false, problem: undefined };
    this.root = undefined;
    this.stack = [];
    this.tooDeep = false;
    this.problem = undefined;
    this.parser ??= this.newParser();
    try {
      // The line end makes the parser hand over what it still holds after the last tag.
      this.parser.write(`${text}\n`);
    } catch (stop) {
      if (stop !== this.stop) throw stop;
    }
    const { root, tooDeep, stack } = this;
    const problem = this.problem ?? (stack.length > 0 ? "an element or an entity has no end" : undefined);
    // After an error, or with elements still open, the parser is in no state to read another record.
    if (problem !== undefined) this.parser = undefined;
    if (tooDeep) return { root: undefined, tooDeep, problem };
    // saxes closes everything at an end tag that it does not expect.
    return { root: problem === undefined ? root : tolerantTree(text), tooDeep, problem };
  }

  private newParser(): PlainParser {
    const parser = new SaxesParser(OPTIONS);
    parser.ENTITIES = ENTITY_TABLE;
    parser.on("opentag", ({ name, attributes }) => this.openElement({ name, attributes, children: [] }));
    parser.on("closetag", () => void this.stack.pop());
    parser.on("text", (text) => this.text(text));
    parser.on("cdata", (text) => this.text(text));
    parser.on("error", (error) => {
      this.problem = error.message;
      this.stop = error;
      // What comes after the first error is of no use, and a text can have a million of them.
      throw error;
    });
    return parser;
  }

  private openElement(element: OpenElement): void {
    if (this.stack.length >= LIMITS.nesting) this.tooDeep = true;
    else this.stack.at(-1)?.children.push(element);
    this.root ??= element;
    this.stack.push(element);
  }

  private text(text: string): void {
    this.stack.at(-1)?.children.push(text);
  }
}

/** The elements of a name that stand directly in `parent`. */
export function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (parent === undefined) return found;
  for (const child of parent.children) if (typeof child !== "string" && child.name === name) found.push(child);
  return found;
}

/** The first element at the end of a path of names, each standing directly in the one before. */
export function childOf(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let element = parent;
  for (const name of path) {
    element = element?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);
  }
  return element;
}

/** All the text in an element, that of its inner elements included; undefined where it is empty. */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const [only] = element.children;
  if (element.children.length === 1 && typeof only === "string") return only.trim() === "" ? undefined : only;
  const parts: string[] = [];
  collect(element, parts);
  const text = parts.join("");
  return text.trim() === "" ? undefined : text;
}

/** Recursion is safe: no tree is deeper than `LIMITS.nesting`. */
function collect(element: XmlElement, parts: string[]): void {
  for (const child of element.children) {
    if (typeof child === "string") parts.push(child);
    else collect(child, parts);
  }
}
