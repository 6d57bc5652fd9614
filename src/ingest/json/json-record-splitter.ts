import { LIMITS } from "../limits.ts";
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
import { JsonCutter, NOTHING_APART } from "./json-cutter.ts";
import type { Apart, Candidate, JsonLoss, JsonSplitterEvents, Wrappers } from "./json-splitting.ts";
import { type SwallowedRecord, swallowedRecords } from "./swallowed-records.ts";

/** As long as any key that is looked for. */
const KEY_LENGTH = 64;

/**
 * Finds the records in JSON text that comes in chunks, without holding more than one of them: lists of objects, objects one
 * after another (JSON Lines), and either of them inside objects under one of the keys that `wrappers` has, as in
 * `{"message": {"items": […]}}`. Objects elsewhere are not looked at.
 *
 * A broken record costs itself, where that can be: a `{` that no JSON allows at its place, and a line that begins like the
 * broken record's own, begin the next one; a bracket of the wrong kind closes what it can.
 */
export class JsonRecordSplitter {
  private readonly wrappers: Wrappers;
  private readonly events: JsonSplitterEvents;
  private readonly apart: Apart;
  private readonly cutter: JsonCutter;
  /** The open brackets, at most `LIMITS.nesting`, and how many more there are. */
  private readonly stack: number[] = [];
  private beyond = 0;
  private candidate: Candidate | undefined;
  private pieces: string[] = [];
  private length = 0;
  private line = 1;
  /** The last character that is no space; a quotation mark for a string. */
  private previous = 0;
  private inString = false;
  private escaped = false;
  /** Spaces since the line end that a string holds raw, or −1. */
  private rawIndent = -1;
  /** The key that is being read, or was read last, at a level where keys matter. */
  private key = "";
  private inKey = false;
  /** Between records: how the line began, and whether only brackets and commas have stood on it. */
  private indent = 0;
  private lineFresh = true;
  private strayTold = false;
  private consumed = 0;
  /** This one reads part of a lost record once more. */
  private again = false;

  constructor(wrappers: Wrappers, events: JsonSplitterEvents, apart: Apart = {}) {
    this.wrappers = wrappers;
    this.events = events;
    this.apart = apart;
    this.cutter = new JsonCutter(wrappers, apart);
  }

  write(chunk: string): void {
    /** Where the part of the open record begins that is not kept yet. */
    let from = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.inString) {
        at = this.readString(chunk, at);
        // The string went on into what looks like another record.
        if (this.rawIndent < 0 || chunk.charCodeAt(at) !== OPEN_BRACE) continue;
        this.rawIndent = -1;
        this.inString = false;
        this.inKey = false;
        this.abandon(chunk, from, at);
      }
      const code = chunk.charCodeAt(at);
      const whole = code === OPEN_BRACE && this.candidate === undefined ? this.wholeRecord(chunk, at) : -1;
      if (whole >= 0) {
        at = whole;
        continue;
      }
      if (code === NEWLINE) {
        this.line++;
        this.indent = 0;
        this.lineFresh = true;
      } else if (code === QUOTE) this.openString();
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) from = this.open(code, chunk, from, at);
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) this.close(code, chunk, from, at);
      else if (code === COLON) this.colon(at);
      else if (this.candidate === undefined) this.between(code);
      else if (this.lineFresh) this.indentation(code);
      if (code > 0x20) this.previous = code;
      at++;
    }
    this.keep(chunk, from, chunk.length);
    this.consumed += chunk.length;
    this.cutter.clear();
  }

  /** Hands over the record that begins here, where it is whole and in order, and says where it ends; else −1. */
  private wholeRecord(chunk: string, at: number): number {
    const { stack, cutter, line } = this;
    if (this.events.key !== undefined || stack.length >= LIMITS.nesting) return -1;
    if (stack.at(-1) === OPEN_BRACE && !this.wrappers.has(this.key, stack.length - 1)) return -1;
    const end = cutter.endOf(chunk, at, stack.length);
    if (end < 0 || end - at > LIMITS.recordLength) return -1;
    this.line += cutter.lines;
    this.key = cutter.lastKey ?? this.key;
    this.previous = CLOSE_BRACE;
    this.lineFresh = false;
    this.events.record(cutter.recordTo(end, line));
    return end;
  }

  end(): void {
    const { candidate } = this;
    if (candidate !== undefined && !candidate.ignored) {
      candidate.lost ??= "json-unclosed";
      this.finish();
    } else if (this.stack.length > 0) this.events.lost(this.line, "list-unclosed");
    this.drop();
  }

  private openString(): void {
    this.inString = true;
    const { candidate, stack } = this;
    const level = candidate === undefined ? stack.length : candidate.base + 1;
    this.inKey =
      stack.length === level &&
      stack.at(-1) === OPEN_BRACE &&
      (this.previous === OPEN_BRACE || this.previous === COMMA) &&
      candidate?.ignored !== true;
    if (this.inKey) this.key = "";
    else if (candidate === undefined && stack.at(-1) !== OPEN_BRACE) this.tellStray();
  }

  /** Goes on to the end of the string, of the chunk, or to a `{` at which another record may begin. */
  private readString(chunk: string, from: number): number {
    let at = from;
    while (at < chunk.length) {
      const code = chunk.charCodeAt(at);
      if (this.escaped) this.escaped = false;
      else if (code === BACKSLASH) this.escaped = true;
      else if (code === QUOTE) break;
      if (code === NEWLINE) {
        this.line++;
        this.rawIndent = 0;
      } else if (this.rawIndent >= 0) {
        if (code === 0x20 || code === 0x09) this.rawIndent++;
        else if (code === OPEN_BRACE && this.candidate !== undefined && this.rawIndent === this.candidate.indent)
          return at;
        else this.rawIndent = -1;
      }
      at++;
    }
    if (this.inKey && this.key.length < KEY_LENGTH) this.key += chunk.slice(from, at);
    if (at < chunk.length) {
      this.inString = false;
      this.inKey = false;
      this.rawIndent = -1;
      this.previous = QUOTE;
      return at + 1;
    }
    return at;
  }

  private colon(at: number): void {
    const { candidate, stack } = this;
    if (candidate !== undefined && stack.length === candidate.base + 1 && !candidate.ignored) {
      this.events.key?.(this.key, this.consumed + at + 1);
    }
  }

  /** An opening bracket; says from where the chunk belongs to the open record. */
  private open(code: number, chunk: string, from: number, at: number): number {
    const { candidate, stack } = this;
    if (candidate === undefined) return this.openBetween(code, at, from);
    // After what was too long, a line like its first is as good a place to begin anew.
    const alike = candidate.cut && this.lineFresh && this.indent === candidate.indent;
    this.lineFresh = false;
    if (alike || (this.beyond === 0 && !this.valueMayStart())) {
      candidate.lost ??= "json-malformed";
      if (code === OPEN_BRACE) {
        this.abandon(chunk, from, at);
        return this.openBetween(code, at, from);
      }
    }
    const holdsRecords =
      !candidate.ignored &&
      stack.length === candidate.base + 1 &&
      this.previous === COLON &&
      candidate.lost !== "json-malformed" &&
      this.wrappers.has(this.key, candidate.base);
    if (holdsRecords) {
      this.drop();
      return this.openBetween(code, at, from);
    }
    if (stack.length < LIMITS.nesting) stack.push(code);
    else {
      this.beyond++;
      candidate.lost ??= "nesting-deep";
    }
    return from;
  }

  /** An opening bracket outside of records: a record begins, or a list of them, or what is skipped. */
  private openBetween(code: number, at: number, from: number): number {
    const { stack } = this;
    if (stack.length >= LIMITS.nesting) {
      if (this.beyond === 0) this.events.lost(this.line, "nesting-deep");
      this.beyond++;
      return from;
    }
    const inObject = stack.at(-1) === OPEN_BRACE;
    const ignored = inObject && !this.wrappers.has(this.key, stack.length - 1);
    if (code === OPEN_BRACE || ignored) {
      const indent = this.lineFresh ? this.indent : -1;
      this.candidate = { base: stack.length, line: this.line, indent, ignored, lost: undefined, cut: false };
    }
    stack.push(code);
    return at;
  }

  /** Whether JSON allows a value after what came last. */
  private valueMayStart(): boolean {
    const { previous } = this;
    return (
      previous === COLON || previous === OPEN_BRACKET || (previous === COMMA && this.stack.at(-1) === OPEN_BRACKET)
    );
  }

  private close(code: number, chunk: string, from: number, at: number): void {
    if (this.beyond > 0) {
      this.beyond--;
      return;
    }
    const { candidate, stack } = this;
    const opening = code === CLOSE_BRACE ? OPEN_BRACE : OPEN_BRACKET;
    const base = candidate?.base ?? 0;
    if (stack.at(-1) !== opening) {
      // A bracket of the wrong kind: what it leaves open inside of its own pair is broken.
      const pair = stack.lastIndexOf(opening);
      if (candidate !== undefined) candidate.lost ??= "json-malformed";
      else this.tellStray();
      if (pair < 0) return;
      if (pair < base) this.abandon(chunk, from, at);
      stack.length = pair + 1;
    }
    stack.pop();
    if (this.candidate !== undefined && stack.length === base) {
      this.keep(chunk, from, at + 1);
      this.finish();
    }
  }

  private between(code: number): void {
    if (code === 0x20 || code === 0x09) {
      if (this.lineFresh) this.indent++;
    } else if (code > 0x20 && code !== COMMA) {
      this.lineFresh = false;
      if (this.stack.at(-1) !== OPEN_BRACE) this.tellStray();
    }
  }

  private indentation(code: number): void {
    if (code === 0x20 || code === 0x09) this.indent++;
    else this.lineFresh = false;
  }

  private tellStray(): void {
    if (!this.strayTold) this.events.stray?.(this.line);
    this.strayTold = true;
  }

  private keep(chunk: string, from: number, to: number): void {
    const { candidate } = this;
    if (candidate === undefined || candidate.ignored || candidate.cut) return;
    this.length += to - from;
    this.pieces.push(chunk.slice(from, to));
    if (this.length <= LIMITS.recordLength) return;
    candidate.cut = true;
    candidate.lost ??= "record-cut";
    this.lose(candidate);
  }

  /** Ends a broken record where another begins; its brackets are closed. */
  private abandon(chunk: string, from: number, at: number): void {
    const { candidate } = this;
    if (candidate === undefined) return;
    this.keep(chunk, from, at);
    candidate.lost ??= "json-malformed";
    this.stack.length = candidate.base;
    this.beyond = 0;
    if (this.length > 1) this.finish();
    else this.drop();
    // What comes next begins as this one did.
    this.indent = Math.max(candidate.indent, 0);
    this.lineFresh = candidate.indent >= 0;
  }

  private finish(): void {
    const { candidate, pieces } = this;
    if (candidate === undefined || candidate.ignored || candidate.cut) this.drop();
    else if (candidate.lost === undefined) {
      this.drop();
      const text = pieces.join("");
      // In parts or in one, a record is read alike.
      const whole = this.cutter.cuts && this.cutter.endOf(text, 0, candidate.base) === text.length;
      this.events.record(
        whole
          ? this.cutter.recordTo(text.length, candidate.line)
          : { text, line: candidate.line, apart: NOTHING_APART },
      );
    } else {
      this.lose(candidate);
      this.drop();
    }
  }

  /** Reports a record as lost; the records that it may have swallowed are looked for once more, each apart. */
  private lose(candidate: Candidate): void {
    this.events.lost(candidate.line, candidate.lost ?? "json-malformed");
    const text = this.pieces.join("");
    this.pieces = [];
    if (this.again || candidate.indent < 0) return;
    for (const part of swallowedRecords(text, candidate.line, candidate.indent)) {
      this.readAgain(part, candidate.indent);
    }
  }

  private readAgain({ text, line }: SwallowedRecord, indent: number): void {
    const { record } = this.events;
    const lost = (at: number, why: JsonLoss) => this.events.lost(at, why === "json-unclosed" ? "json-malformed" : why);
    const reader = new JsonRecordSplitter(this.wrappers, { record, lost }, this.apart);
    reader.again = true;
    reader.line = line;
    reader.indent = indent;
    reader.write(text);
    reader.end();
  }

  private drop(): void {
    this.candidate = undefined;
    this.lineFresh = false;
    this.pieces = [];
    this.length = 0;
  }
}
