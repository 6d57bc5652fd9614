import { LIMITS } from "../limits.ts";

/** One `@type{…}` as it stands in a file. */
export interface RawEntry {
  /** In lower case. */
  readonly type: string;
  /** What stands between the delimiters. */
  readonly body: string;
  /** Of its "@", from 1. */
  readonly line: number;
  /** Where the body begins, from 1. */
  readonly bodyLine: number;
  /** False where the next entry or the end of the file came before its closing delimiter. */
  readonly closed: boolean;
}

export interface EntryListener {
  entry(entry: RawEntry): void;
  /** An entry was given up: it is too long or too deep. */
  lost(line: number, why: "record-cut" | "nesting-deep"): void;
  /** Text that looks like fields follows a closed entry: it had a closing brace too many. */
  loose(line: number): void;
}

type State = "outside" | "after" | "loose" | "type" | "gap" | "inside";

/** The head of an entry as it is being recognised: `@type`, space, delimiter. */
interface Head {
  type: string;
  readonly line: number;
  readonly atLineStart: boolean;
}

/** What may be the next entry, within one that has not ended yet. Offsets count from the kept text's beginning. */
interface Restart extends Head {
  state: "type" | "gap" | "key";
  readonly from: number;
  close: number;
  bodyLine: number;
  body: number;
}

const NEWLINE = 10;
const QUOTE = 34;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const COMMA = 44;
const AT = 64;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
/** An entry's beginning, up to the comma after its key, is not longer than this. */
const HEAD_LIMIT = 300;
const WITHOUT_KEY: ReadonlySet<string> = new Set(["string", "comment", "preamble"]);

/**
 * Cuts BibTeX into entries in one pass over each character; text between entries is commentary. An entry ends at its
 * closing delimiter; where that is missing, at the next line that begins like an entry (`@word{key,`), so that one broken
 * entry costs one entry. Within `@comment{…}` such lines are part of the comment, until one comment of the file proves to
 * be unclosed.
 */
export class EntrySplitter {
  private readonly listener: EntryListener;
  private state: State = "outside";
  private line = 1;
  /** Only spaces since the last line end. */
  private atLineStart = true;
  private head: Head = { type: "", line: 1, atLineStart: true };

  private bodyLine = 1;
  private close = CLOSE_BRACE;
  private depth = 0;
  private quoted = false;
  private escaped = false;
  /** The entry is being skipped. */
  private lost = false;
  private restart: Restart | undefined;
  private commentsMayRestart = false;

  /** The body so far is `kept`, then the current chunk from `from` on. */
  private kept: string[] = [];
  private keptLength = 0;
  private chunk = "";
  private from = 0;

  constructor(listener: EntryListener) {
    this.listener = listener;
  }

  write(text: string): void {
    this.chunk = text;
    this.from = 0;
    for (let at = 0; at < text.length; at++) {
      at = this.passed(at);
      if (at === text.length) break;
      const code = text.charCodeAt(at);
      if (this.state === "inside") this.inside(code, at);
      else this.between(code, at);
      if (code === NEWLINE) {
        this.line++;
        this.atLineStart = true;
      } else if (code !== 32 && code !== 9) this.atLineStart = false;
    }
    if (this.state === "inside" && (!this.lost || this.restart !== undefined)) this.keep(text.slice(this.from));
    this.chunk = "";
    this.from = 0;
  }

  end(): void {
    if (this.state === "inside" && this.head.type === "comment" && !this.commentsMayRestart && !this.lost) {
      // A comment without end: it ends where the next entry begins. Once per file, so the time stays linear.
      this.commentsMayRestart = true;
      const body = this.kept.join("");
      this.line = this.bodyLine;
      this.begin(this.head, this.close, "", 0);
      this.write(body);
    }
    if (this.state === "inside") this.finish(0, false);
  }

  /** The place behind characters of a body that neither open, close nor end anything: nearly all of a file. */
  private passed(from: number): number {
    const { chunk } = this;
    if (this.state !== "inside" || this.close !== CLOSE_BRACE || this.atLineStart || this.restart !== undefined)
      return from;
    const left = this.lost ? chunk.length : LIMITS.recordLength - this.offset(from);
    const end = Math.min(chunk.length, from + left);
    let at = from;
    while (at < end) {
      const code = chunk.charCodeAt(at);
      if (code === OPEN_BRACE || code === CLOSE_BRACE || code === NEWLINE) break;
      at++;
    }
    return at;
  }

  /** One character outside of all entries. */
  private between(code: number, at: number): void {
    const { head } = this;
    if (code === AT) {
      this.state = "type";
      this.head = { type: "", line: this.line, atLineStart: this.atLineStart };
    } else if (this.state === "after" || this.state === "loose") {
      // A comma between two entries does no harm; a comma and a field do.
      if (code === COMMA) this.state = "loose";
      else if (!isSpace(code)) {
        if (this.state === "loose") this.listener.loose(this.line);
        this.state = "outside";
      }
    } else if (this.state === "type" && isWord(code)) {
      head.type += this.chunk[at].toLowerCase();
      if (head.type.length > HEAD_LIMIT) this.state = "outside";
    } else if (this.state === "type" || this.state === "gap") {
      if (isSpace(code) && head.type !== "") this.state = "gap";
      else if (opens(code, head)) this.begin(head, closeOf(code), "", at + 1);
      else if (!isSpace(code)) this.state = "outside";
    }
  }

  private begin(head: Head, close: number, body: string, from: number): void {
    this.state = "inside";
    this.head = head;
    this.bodyLine = this.line;
    this.close = close;
    this.depth = 0;
    this.quoted = false;
    this.escaped = false;
    this.lost = false;
    this.restart = undefined;
    this.kept = [];
    this.keptLength = 0;
    this.keep(body);
    this.from = from;
  }

  /** One character of an entry's body. */
  private inside(code: number, at: number): void {
    if (!this.lost && this.offset(at) >= LIMITS.recordLength) this.lose("record-cut", at);
    if (this.restart !== undefined) this.tryRestart(code, at);
    else if (code === AT && this.atLineStart && (this.head.type !== "comment" || this.commentsMayRestart)) {
      this.mayRestart(at);
    }
    if (code === OPEN_BRACE) {
      this.depth++;
      // A comment is only skipped, so its depth costs nothing.
      if (this.depth > LIMITS.nesting && !this.lost && this.head.type !== "comment") this.lose("nesting-deep", at);
    } else if (code === CLOSE_BRACE) {
      if (this.depth === 0 && this.close === CLOSE_BRACE) this.finish(at, true);
      else if (this.depth > 0) this.depth--;
    } else if (this.close === CLOSE_PARENTHESIS && this.depth === 0) {
      // Quotation marks matter only here: braces balance within them as well.
      if (this.escaped) this.escaped = false;
      else if (code === BACKSLASH) this.escaped = true;
      else if (code === QUOTE) this.quoted = !this.quoted;
      else if (code === CLOSE_PARENTHESIS && !this.quoted) this.finish(at, true);
    }
  }

  private mayRestart(at: number): void {
    if (this.lost) {
      // Nothing of a lost entry is kept but what may be the head of the next.
      this.kept = [];
      this.keptLength = 0;
      this.from = at;
    }
    const { line } = this;
    const from = this.offset(at);
    this.restart = { type: "", line, atLineStart: true, state: "type", from, close: 0, bodyLine: line, body: 0 };
  }

  /** Follows what may be the head of the next entry; on the comma after its key, the entry before it is over. */
  private tryRestart(code: number, at: number): void {
    const { restart } = this;
    if (restart === undefined) return;
    const length = this.offset(at) - restart.from;
    let alive = length <= HEAD_LIMIT;
    if (restart.state === "key") {
      if (code === COMMA) {
        this.takeRestart(restart, at);
        return;
      }
      alive &&= !isSpecial(code);
    } else if (restart.state === "type" && isWord(code)) {
      restart.type += this.chunk[at].toLowerCase();
    } else if (isSpace(code) && restart.type !== "") {
      restart.state = "gap";
    } else if (opens(code, restart)) {
      restart.state = "key";
      restart.close = closeOf(code);
      restart.bodyLine = this.line;
      restart.body = restart.from + length + 1;
      if (WITHOUT_KEY.has(restart.type)) {
        this.takeRestart(restart, at);
        return;
      }
    } else alive = false;
    if (!alive) this.restart = undefined;
  }

  private takeRestart(restart: Restart, at: number): void {
    const text = this.kept.join("") + this.chunk.slice(this.from, at + 1);
    this.emit(text.slice(0, restart.from), false);
    this.begin(restart, restart.close, text.slice(restart.body), at + 1);
    this.bodyLine = restart.bodyLine;
  }

  private finish(at: number, closed: boolean): void {
    this.keep(this.chunk.slice(this.from, at));
    this.emit(this.kept.join(""), closed);
    this.state = closed ? "after" : "outside";
    this.kept = [];
    this.keptLength = 0;
    this.restart = undefined;
  }

  private emit(body: string, closed: boolean): void {
    if (this.lost) return;
    const { type, line } = this.head;
    this.listener.entry({ type, body, line, bodyLine: this.bodyLine, closed });
  }

  private lose(why: "record-cut" | "nesting-deep", at: number): void {
    this.lost = true;
    if (this.head.type === "comment") this.commentsMayRestart = true;
    this.listener.lost(this.head.line, why);
    this.restart = undefined;
    this.kept = [];
    this.keptLength = 0;
    this.from = at;
  }

  private keep(text: string): void {
    if (text === "") return;
    this.kept.push(text);
    this.keptLength += text.length;
  }

  /** Where the character at `at` of the chunk stands in the body. */
  private offset(at: number): number {
    return this.keptLength + at - this.from;
  }
}

/** A parenthesis opens an entry only at the beginning of a line: "me@home (or not)" is no entry. */
function opens(code: number, head: Head): boolean {
  if (head.type === "") return false;
  return code === OPEN_BRACE || (code === OPEN_PARENTHESIS && head.atLineStart);
}

function closeOf(open: number): number {
  return open === OPEN_BRACE ? CLOSE_BRACE : CLOSE_PARENTHESIS;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Letters, digits, "-", "_" and all beyond ASCII. */
function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95 ||
    code > 127
  );
}

/** What no key holds: `"`, `#`, `(`, `)`, `=`, `@`, `{`, `}`. */
function isSpecial(code: number): boolean {
  return (
    code === 34 ||
    code === 35 ||
    code === 40 ||
    code === 41 ||
    code === 61 ||
    code === AT ||
    (code >= 123 && code <= 125 && code !== 124)
  );
}
