import { shown } from "../record-draft.ts";

/** A part of a value: text that was given, or the name of a `@string`. */
export type ValuePart = { readonly text: string } | { readonly name: string };

export interface Problem {
  readonly code: "field-unclosed" | "field-unreadable" | "field-repeated";
  readonly detail: string;
  /** Where in the body. */
  readonly at: number;
}

export interface EntryFields {
  readonly key: string;
  /** By name in lower case; parts are joined by "#" in the file. */
  readonly fields: ReadonlyMap<string, readonly ValuePart[]>;
  readonly problems: readonly Problem[];
}

/**
 * The fields of an entry's body, `key, name = value # value, …`, in one pass. What cannot be read is skipped up to the
 * next comma outside of braces and reported; a missing comma between fields does no harm. A value that does not end is
 * dropped: part of an author list would be worse than none. Of a repeated field the first counts, as in BibTeX; between
 * fields "%" begins a comment, as in biber. `escapes` lets a backslash take a brace its meaning, which BibTeX does not,
 * but what people write often needs.
 */
export function entryFields(body: string, keyed: boolean, escapes = false): EntryFields {
  const scan = new FieldScan(body, escapes);
  const key = keyed ? scan.key() : "";
  const fields = new Map<string, readonly ValuePart[]>();
  for (let field = scan.field(); field !== undefined; field = scan.field()) {
    if (!fields.has(field.name)) fields.set(field.name, field.parts);
    else scan.report("field-repeated", `The field “${shown(field.name)}” is repeated; the first counts.`, field.at);
  }
  return { key, fields, problems: scan.problems };
}

class FieldScan {
  readonly problems: Problem[] = [];
  private at = 0;
  private readonly body: string;
  private readonly escapes: boolean;

  constructor(body: string, escapes: boolean) {
    this.body = body;
    this.escapes = escapes;
  }

  report(code: Problem["code"], detail: string, at: number): void {
    this.problems.push({ code, detail, at });
  }

  /** What stands before the first comma, unless that is a field already. */
  key(): string {
    const comma = this.body.indexOf(",");
    const key = comma < 0 ? this.body : this.body.slice(0, comma);
    if (key.includes("=")) {
      // No comma after the key, or no key at all.
      const [head = "", found = ""] = /^\s*([^\s=,{}"]{1,300})\s+(?=[\w-]{1,40}\s{0,40}=)/.exec(key) ?? [];
      this.at = head.length;
      return found;
    }
    this.at = comma < 0 ? this.body.length : comma + 1;
    return key.trim();
  }

  /** The next field that can be read. */
  field(): { name: string; parts: ValuePart[]; at: number } | undefined {
    while (this.skipToField()) {
      const at = this.at;
      const name = this.take(/[^\s,={}"#]+/y);
      this.skipSpace();
      if (name !== "" && this.body[this.at] === "=") {
        this.at++;
        const parts = this.value();
        if (parts !== undefined) return { name: name.toLowerCase(), parts, at };
        this.report("field-unclosed", `The field “${shown(name)}” does not end.`, at);
        this.at = this.body.length;
      } else {
        if (this.at === at) this.at++;
        const text = this.body.slice(at, at + 40).trim();
        this.skipField();
        if (/[^\s}]/.test(text)) this.report("field-unreadable", `“${shown(text)}” is no field and was skipped.`, at);
      }
    }
    return undefined;
  }

  private value(): ValuePart[] | undefined {
    const parts: ValuePart[] = [];
    do {
      this.skipSpace();
      const first = this.body[this.at];
      if (first === "{" || first === '"') {
        const end = first === "{" ? this.braceEnd() : this.quoteEnd();
        if (end < 0) return undefined;
        parts.push({ text: this.body.slice(this.at + 1, end) });
        this.at = end + 1;
      } else {
        const name = this.take(/[^,#{}"=\n%]+/y).trim();
        if (/^\d+$/.test(name)) parts.push({ text: name });
        else if (name !== "") parts.push({ name });
      }
      this.skipSpace();
    } while (this.body[this.at] === "#" && this.at++ >= 0);
    return parts;
  }

  /** The brace that closes the one at `at`, or −1. */
  private braceEnd(): number {
    // Most values hold no brace of their own: the next one that closes is theirs.
    const next = this.body.indexOf("}", this.at + 1);
    if (next < 0) return -1;
    const inside = this.body.slice(this.at + 1, next);
    if (!inside.includes("{") && !(this.escapes && inside.includes("\\"))) return next;
    let depth = 0;
    for (let at = this.at; at < this.body.length; at++) {
      const code = this.body.charCodeAt(at);
      if (code === BACKSLASH && this.escapes) at++;
      else if (code === OPEN_BRACE) depth++;
      else if (code === CLOSE_BRACE && --depth === 0) return at;
    }
    return -1;
  }

  /**
   * The quotation mark that closes the one at `at`: outside of braces, unescaped, and followed by what may follow a
   * value. Where none is followed so, the first outside of braces.
   */
  private quoteEnd(): number {
    let depth = 0;
    let first = -1;
    for (let at = this.at + 1; at < this.body.length; at++) {
      const code = this.body.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (code === OPEN_BRACE) depth++;
      else if (code === CLOSE_BRACE) depth--;
      else if (code === QUOTE && depth <= 0) {
        AFTER_VALUE.lastIndex = at + 1;
        if (AFTER_VALUE.test(this.body)) return at;
        if (first < 0) first = at;
      }
    }
    return first;
  }

  /** To the next comma outside of braces. */
  private skipField(): void {
    let depth = 0;
    for (; this.at < this.body.length; this.at++) {
      const character = this.body[this.at];
      if (character === "{") depth++;
      else if (character === "}") depth--;
      else if (character === "," && depth <= 0) return;
    }
  }

  private skipSpace(): void {
    // Most space is of these, and most of it is short.
    let code = this.body.charCodeAt(this.at);
    while (code === 0x20 || code === 0x0a) code = this.body.charCodeAt(++this.at);
    if (code > 0x20 && code < 0x80 && code !== 0x25) return;
    this.take(/\s+/y);
    while (this.body[this.at] === "%") this.take(/%[^\n]*\s*/y);
  }

  private skipToField(): boolean {
    do this.skipSpace();
    while (this.take(/,+/y) !== "");
    return this.at < this.body.length;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const from = this.at;
    if (pattern.test(this.body)) this.at = pattern.lastIndex;
    return this.body.slice(from, this.at);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const AFTER_VALUE = /\s*(?:[,#}]|$|[\w-]{1,40}\s{0,40}=)/y;
