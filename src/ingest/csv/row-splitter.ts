import { LIMITS } from "../limits.ts";

/** One row of a table of delimited text. */
export interface Row {
  readonly cells: readonly string[];
  /** Of its first character, from 1. */
  readonly line: number;
}

export type RowProblem = "quote-unclosed" | "quote-stray" | "record-cut";

export interface RowSink {
  row(row: Row): void;
  /** `line` is that of the row. */
  problem(code: RowProblem, line: number): void;
}

/** `"` quotes cells, or, where null, nothing does (Web of Science's tab-delimited files). */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: '"' | null;
}

/** How a cell stands: not begun, plain, within quotes, or right behind a quote that may close it. */
type State = "start" | "plain" | "quoted" | "closing";

/**
 * Cuts text that comes in pieces into rows (RFC 4180, line ends "\n"), in linear time and holding one row.
 *
 * A quote within a plain cell is text, and so is what follows a closing quote (`quote-stray`). A quote that nothing
 * closes before the end of the file, the limit of a record, or a quote on a later line that plainly opens a cell, costs
 * its row only: that row ends with its line, the quote counts as text, and reading goes on with the next line
 * (`quote-unclosed`; `record-cut` at the limit). Where that would read the same text again and again, quotes are no
 * longer quotes.
 */
export class RowSplitter {
  private readonly sink: RowSink;
  private readonly delimiter: number;
  private quoting: boolean;

  private state: State = "start";
  private cells: string[] = [];
  /** The cell so far: pieces of it that are whole. */
  private cell: string[] = [];
  private line = 1;
  private rowLine = 1;
  private stray = false;
  /** The row's text from earlier pieces, and its length. */
  private raw: string[] = [];
  private rawLength = 0;
  /** Where in the row the quoted cell that is open begins, and how many cells stand before it. */
  private quoteAt = 0;
  /** The row is beyond the limit, and what remains of its line is dropped. */
  private skipping = false;
  /** Characters of the rows that are done, and of what was read once more after a quote without its end. */
  private done = 0;
  private readAgain = 0;

  constructor(dialect: Dialect, sink: RowSink) {
    this.sink = sink;
    this.delimiter = dialect.delimiter.charCodeAt(0);
    this.quoting = dialect.quote !== null;
  }

  write(text: string): void {
    for (let rest = text; rest !== ""; ) rest = this.take(rest);
  }

  end(): void {
    while (this.state === "quoted") {
      for (let rest = this.recover("quote-unclosed", ""); rest !== ""; ) rest = this.take(rest);
    }
    if (this.rawLength > 0 || this.cells.length > 0 || this.cell.length > 0) this.finishRow();
  }

  /** Reads one piece; what it gives back is to be read next. */
  private take(text: string): string {
    let at = 0;
    let rowStart = 0;
    while (at < text.length) {
      if (this.skipping) {
        const end = text.indexOf("\n", at);
        if (end < 0) return "";
        this.skipping = false;
        at = end + 1;
        this.done += LIMITS.recordLength;
        this.startRow(this.line + 1);
        rowStart = at;
        continue;
      }
      const from = at;
      if (this.state !== "quoted" && at - rowStart + this.rawLength > LIMITS.recordLength) {
        this.cutRow();
        continue;
      }
      if (this.state === "quoted") {
        const found = text.indexOf('"', at);
        at = found < 0 ? text.length : found;
        if (at - rowStart + this.rawLength > LIMITS.recordLength)
          return this.recover("record-cut", text.slice(rowStart));
        if (at > from) this.cell.push(text.slice(from, at));
        if (found >= 0) {
          this.state = "closing";
          at++;
        }
        continue;
      }
      const code = text.charCodeAt(at);
      if (this.state === "closing" && code === 34) {
        this.cell.push('"');
        this.state = "quoted";
        at++;
      } else if (this.state === "start" && code === 34 && this.quoting) {
        this.state = "quoted";
        this.quoteAt = at - rowStart + this.rawLength;
        at++;
      } else if (code === this.delimiter) {
        this.finishCell();
        at++;
      } else if (code === 10) {
        at++;
        this.done += at - rowStart + this.rawLength;
        this.finishRow();
        rowStart = at;
      } else {
        if (this.state === "closing" && this.opensAgain()) return this.recover("quote-unclosed", text.slice(rowStart));
        if (this.state === "closing") this.stray = true;
        this.state = "plain";
        at = this.endOfPlain(text, at);
        const room = LIMITS.recordLength - (from - rowStart + this.rawLength);
        this.cell.push(text.slice(from, Math.min(at, from + room)));
      }
    }
    if (!this.skipping && rowStart < text.length) {
      this.raw.push(rowStart === 0 ? text : text.slice(rowStart));
      this.rawLength += text.length - rowStart;
    }
    return "";
  }

  /**
   * Whether the quote just read, which closes nothing, stands where one opens a cell, on a later line than the cell began:
   * then it was the earlier one that nothing closed.
   */
  private opensAgain(): boolean {
    const before = this.cell.at(-1) ?? "";
    const last = before.charCodeAt(before.length - 1);
    return (last === 10 || last === this.delimiter) && this.cell.some((piece) => piece.includes("\n"));
  }

  private endOfPlain(text: string, from: number): number {
    const { delimiter } = this;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === 10) break;
    }
    return at;
  }

  /** The quote that opened the last cell counts as text and the row ends with its line; gives back what follows. */
  private recover(code: RowProblem, piece: string): string {
    const raw = `${this.raw.join("")}${piece}`;
    const end = raw.indexOf("\n", this.quoteAt);
    const rest = end < 0 ? "" : raw.slice(end + 1);
    this.sink.problem(code, this.rowLine);
    // What the quoted cell would have held, but for its quote, is cells of this line.
    this.cells.push(...this.tail(raw.slice(this.quoteAt + 1, end < 0 ? raw.length : end)));
    this.cell = [];
    this.state = "start";
    this.done += raw.length - rest.length;
    this.readAgain += code === "record-cut" ? LIMITS.recordLength : rest.length;
    if (this.readAgain > 4 * (this.done + LIMITS.recordLength)) this.quoting = false;
    this.line = this.rowLine + newlines(raw, end < 0 ? raw.length : end);
    this.emit();
    this.startRow(this.line + (end < 0 ? 0 : 1));
    return rest;
  }

  private tail(text: string): string[] {
    return text.slice(0, LIMITS.recordLength).split(String.fromCharCode(this.delimiter));
  }

  private finishCell(): void {
    this.cells.push(this.cell.length === 1 ? this.cell[0] : this.cell.join(""));
    this.cell = [];
    this.state = "start";
  }

  /** The row is beyond the limit: it ends here, and the rest of its line is dropped. */
  private cutRow(): void {
    this.sink.problem("record-cut", this.rowLine);
    this.finishCell();
    this.line = this.rowLine + newlinesOf(this.cells);
    this.emit();
    this.skipping = true;
  }

  private finishRow(): void {
    this.finishCell();
    this.line = this.rowLine + newlinesOf(this.cells);
    this.emit();
    this.startRow(this.line + 1);
  }

  private emit(): void {
    if (this.stray) this.sink.problem("quote-stray", this.rowLine);
    this.stray = false;
    this.sink.row({ cells: this.cells, line: this.rowLine });
    this.cells = [];
  }

  private startRow(line: number): void {
    this.cells = [];
    this.cell = [];
    this.state = "start";
    this.raw = [];
    this.rawLength = 0;
    this.rowLine = line;
    this.line = line;
  }
}

function newlinesOf(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) count += newlines(cell, cell.length);
  return count;
}

function newlines(text: string, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
