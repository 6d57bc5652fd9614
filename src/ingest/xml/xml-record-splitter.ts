import { LIMITS } from "../limits.ts";

/** What is cut out of a file: the elements that are records, each outermost one whole, and tags that say where they stand. */
export interface XmlElements {
  readonly records: ReadonlySet<string>;
  /** Records that may also stand inside another one, where they are part of it. */
  readonly nested?: ReadonlySet<string>;
  /** Elements whose start tag is handed over when it stands outside of records: `<volume id="1">`. */
  readonly context?: ReadonlySet<string>;
}

/** One record's element as text, from `<` to `>`. */
export interface RawElement {
  readonly name: string;
  readonly text: string;
  /** Line of its start tag, from 1. */
  readonly line: number;
  readonly closed: boolean;
}

export type XmlLoss = "record-cut" | "comment-unclosed" | "cdata-unclosed" | "doctype-unclosed";

export interface XmlSplitterEvents {
  record(raw: RawElement): void;
  /** A start tag of a context element, whole. */
  context(name: string, tag: string): void;
  lost(line: number, why: XmlLoss): void;
  /** The document type has declarations of its own, perhaps of entities; none is ever expanded. */
  declarations(line: number): void;
}

type Mode = "text" | "comment" | "cdata" | "instruction" | "doctype";
const ENDS = { comment: "-->", cdata: "]]>", instruction: "?>" } as const;
/** Longer than any tag that matters; what goes on longer is read as text. */
const TAG_LENGTH = 65_536;
/** As long as any name of an element that is looked for. */
const NAME_LENGTH = 64;
const NAME_END = /[\s/>]/;

/**
 * Cuts the text of an XML file, chunk by chunk, into its records. It needs no root and builds no tree, so that a broken
 * record costs itself only: where the start of a record stands inside another, the other one was never closed. Comments,
 * CDATA sections, processing instructions and the document type are known and skipped; nothing of a DTD is expanded.
 */
export class XmlRecordSplitter {
  private readonly elements: XmlElements;
  private readonly events: XmlSplitterEvents;
  /** Text that is not dealt with yet: at most one incomplete piece of markup. */
  private rest = "";
  private mode: Mode = "text";
  private modeLine = 1;
  private line = 1;
  /** Where the next line end of the text is that is not counted yet; its length where there is none. */
  private nextLine = -1;
  /** The open record, and the text of it that earlier chunks held. */
  private open: { readonly name: string; readonly line: number; readonly end: string } | undefined;
  private pieces: string[] = [];
  private length = 0;
  /** Inside the document type: within its `[…]`, and the quotation mark that is open. */
  private subset = false;
  private quote = "";

  constructor(elements: XmlElements, events: XmlSplitterEvents) {
    this.elements = elements;
    this.events = events;
  }

  write(chunk: string): void {
    this.scan(this.rest === "" ? chunk : this.rest + chunk, false);
  }

  end(): void {
    const text = this.rest;
    this.rest = "";
    this.scan(text, true);
    const { mode } = this;
    if (mode === "comment" || mode === "cdata" || mode === "doctype")
      this.events.lost(this.modeLine, `${mode}-unclosed`);
    this.finish(this.rest, false);
    this.rest = "";
  }

  private scan(text: string, last: boolean): void {
    let at = 0;
    this.nextLine = -1;
    /** What lies before is dealt with: its lines counted, its part of the open record kept. */
    let from = 0;
    const settle = (to: number): void => {
      this.keep(text, from, to);
      from = to;
    };
    while (at < text.length) {
      if (this.mode !== "text") {
        const next = this.mode === "doctype" ? this.skipDoctype(text, at) : skipTo(ENDS[this.mode], text, at);
        if (next < 0) {
          // The end may be split between two chunks; two of its characters can be here already.
          at = last ? text.length : this.mode === "doctype" ? text.length : Math.max(at, text.length - 2);
          break;
        }
        at = next;
        this.mode = "text";
        continue;
      }
      at = text.indexOf("<", at);
      if (at < 0) {
        at = text.length;
        break;
      }
      const step = this.markup(text, at, last, settle);
      if (step < 0) break;
      at = step;
    }
    settle(at);
    this.rest = text.slice(at);
  }

  /** Deals with the markup at `at` and says where to go on; −1 where more text is needed to know what it is. */
  private markup(text: string, at: number, last: boolean, settle: (to: number) => void): number {
    const second = text.charCodeAt(at + 1);
    if (second === 0x2f) {
      const { open } = this;
      if (open === undefined) return at + 2;
      if (!last && text.length - at < open.end.length + 1) return -1;
      if (!text.startsWith(open.end, at) || !NAME_END.test(text[at + open.end.length] ?? ">")) return at + 2;
      let end = at + open.end.length;
      const limit = Math.min(text.length, end + NAME_LENGTH);
      while (end < limit && /\s/.test(text[end])) end++;
      if (end === text.length && !last) return -1;
      if (text[end] === ">") end++;
      settle(end);
      this.finish("", true);
      return end;
    }
    if (second === 0x21) return this.declaration(text, at, last, settle);
    if (second === 0x3f) return this.enter("instruction", at + 2, at, settle);
    let end = at + 1;
    const limit = Math.min(text.length, at + NAME_LENGTH + 1);
    while (end < limit && !isNameEnd(text.charCodeAt(end))) end++;
    if (end === text.length && !last) return end - at > NAME_LENGTH ? end : -1;
    const name = text.slice(at + 1, end);
    if (this.elements.records.has(name)) return this.startRecord(text, name, at, last, settle);
    if (this.open === undefined && this.elements.context?.has(name)) {
      const close = tagEnd(text, end, last);
      if (close < 0) return close === MORE ? -1 : end;
      settle(close);
      this.events.context(name, text.slice(at, close));
      return close;
    }
    return end;
  }

  private startRecord(text: string, name: string, at: number, last: boolean, settle: (to: number) => void): number {
    if (this.open !== undefined && this.elements.nested?.has(name)) return at + 1 + name.length;
    const close = tagEnd(text, at + 1 + name.length, last);
    if (close === MORE) return -1;
    settle(at);
    // The start of a record inside another: the other one was never closed.
    if (this.open !== undefined) this.finish("", false);
    this.open = { name, line: this.line, end: `</${name}` };
    if (close < 0) return at + 1 + name.length;
    settle(close);
    if (text[close - 2] === "/") this.finish("", true);
    return close;
  }

  private declaration(text: string, at: number, last: boolean, settle: (to: number) => void): number {
    if (!last && text.length - at < 9) return -1;
    if (text.startsWith("<!--", at)) return this.enter("comment", at + 4, at, settle);
    if (text.startsWith("<![CDATA[", at)) return this.enter("cdata", at + 9, at, settle);
    if (this.open === undefined && text.slice(at, at + 9).toUpperCase() === "<!DOCTYPE") {
      this.subset = false;
      this.quote = "";
      return this.enter("doctype", at + 9, at, settle);
    }
    return at + 2;
  }

  private enter(mode: Mode, to: number, at: number, settle: (to: number) => void): number {
    settle(at);
    this.mode = mode;
    this.modeLine = this.line;
    return to;
  }

  /** Where the document type ends, or −1. It ends at ">" outside of quotation marks and of its internal subset. */
  private skipDoctype(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const character = text[at];
      if (this.quote !== "") {
        if (character === this.quote) this.quote = "";
      } else if (character === '"' || character === "'") this.quote = character;
      else if (character === "[" && !this.subset) {
        this.subset = true;
        this.events.declarations(this.modeLine);
      } else if (character === "]") this.subset = false;
      else if (character === ">" && !this.subset) return at + 1;
    }
    return -1;
  }

  /** Counts the lines of a piece of text, and keeps it where a record is open. */
  private keep(text: string, from: number, to: number): void {
    if (to <= from) return;
    while (this.nextLine < to) {
      // Only what stands before this place is looked at twice.
      if (this.nextLine >= from) this.line++;
      const next = text.indexOf("\n", Math.max(this.nextLine + 1, from));
      this.nextLine = next < 0 ? text.length : next;
    }
    if (this.open === undefined) return;
    this.length += to - from;
    if (this.length <= LIMITS.recordLength) this.pieces.push(text.slice(from, to));
  }

  private finish(tail: string, closed: boolean): void {
    const { open, pieces, length } = this;
    this.open = undefined;
    this.pieces = [];
    this.length = 0;
    if (open === undefined) return;
    if (length > LIMITS.recordLength) this.events.lost(open.line, "record-cut");
    else this.events.record({ name: open.name, text: pieces.join("") + tail, line: open.line, closed });
  }
}

function skipTo(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function isNameEnd(code: number): boolean {
  return (
    code === 0x3e || code === 0x2f || code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x3c
  );
}

const MORE = -1;
const NONE = -2;

/** The place after the ">" that ends a start tag, which may have ">" in its attribute values; else `MORE` or `NONE`. */
function tagEnd(text: string, from: number, last: boolean): number {
  let quote = 0;
  const limit = Math.min(text.length, from + TAG_LENGTH);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at + 1;
    else if (code === 0x3c) return NONE;
  }
  return last || limit < text.length ? NONE : MORE;
}
