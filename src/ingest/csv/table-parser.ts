import type { Severity } from "../../model/finding.ts";
import type { RecordSource } from "../../model/record.ts";
import { LIMITS } from "../limits.ts";
import type { Parser, Sink } from "../reader.ts";
import { shown } from "../record-draft.ts";
import { type Dialect, type Row, type RowProblem, RowSplitter } from "./row-splitter.ts";

/** A table's form, as its beginning shows it. */
export interface TableHead<T> {
  readonly dialect: Dialect;
  /** Which row is the header, from 0; above it stand remarks. */
  readonly headerRow: number;
  readonly header: readonly string[];
  /** What the format knows about this header. */
  readonly known: T;
}

/** Rows above the header that are no rows of it: Dimensions begins with a line about itself. */
const REMARKS = 4;
const SNIFFED = 16_384;

/**
 * Finds the header in a file's beginning: the first of its first rows that `knows` accepts, under the delimiter by which
 * it has the most columns. Undefined where none does.
 */
export function tableHead<T>(
  head: string,
  delimiters: readonly string[],
  quote: '"' | null,
  knows: (header: readonly string[]) => T | undefined,
): TableHead<T> | undefined {
  if (/^\s{0,1000}[<{[@]/.test(head)) return undefined;
  let best: TableHead<T> | undefined;
  for (const delimiter of delimiters) {
    const rows = firstRows(head, { delimiter, quote });
    for (const [headerRow, header] of rows.entries()) {
      if (header.length < 2 || (best !== undefined && header.length <= best.header.length)) continue;
      const known = knows(header);
      if (known === undefined) continue;
      best = { dialect: { delimiter, quote }, headerRow, header, known };
      break;
    }
  }
  return best;
}

function firstRows(head: string, dialect: Dialect): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const splitter = new RowSplitter(dialect, { row: ({ cells }) => void rows.push(cells), problem: () => {} });
  splitter.write(head.slice(0, SNIFFED));
  splitter.end();
  return rows.slice(0, REMARKS + 1);
}

/** How one format's rows become records. */
export interface TableReading {
  readonly format: string;
  /** A row below the header; shorter rows have been filled with empty cells. */
  row(cells: readonly string[], source: RecordSource): void;
}

/**
 * Reads a table: its beginning is held until its form is known, then rows go to `reading` one by one.
 *
 * Findings: `header-missing` (nothing is read), `row-broken` (a row of one cell in a table of many, left out), and, each
 * once for the file with their number, `rows-uneven`, `quote-stray`; `quote-unclosed` and `record-cut` by row.
 */
export function tableParser<T>(
  file: string,
  sink: Sink,
  headOf: (text: string) => TableHead<T> | undefined,
  start: (head: TableHead<T>, line: number) => TableReading,
): Parser {
  let held: string[] = [];
  let heldLength = 0;
  let splitter: RowSplitter | undefined;
  const uneven = new Repeated();
  const stray = new Repeated();

  const report = (code: string, severity: Severity, line: number | undefined, detail: string): void =>
    sink.finding({ code, severity, file, line, detail });

  const begin = (): void => {
    const text = held.join("");
    held = [];
    const head = headOf(text.slice(0, LIMITS.headBytes));
    if (head === undefined) {
      if (text.trim() !== "") report("header-missing", "error", 1, "The table has no row that names its columns.");
      splitter = new RowSplitter({ delimiter: ",", quote: null }, { row: () => {}, problem: () => {} });
      return;
    }
    splitter = new RowSplitter(head.dialect, { row: rowsOf(head), problem });
    splitter.write(text);
  };

  const rowsOf = (head: TableHead<T>): ((row: Row) => void) => {
    let rows = -1;
    let record = 0;
    let reading: TableReading | undefined;
    const width = head.header.length;
    return ({ cells, line }) => {
      rows++;
      if (rows < head.headerRow) return;
      if (reading === undefined) {
        reading = start(head, line);
        return;
      }
      if (cells.every((cell) => cell.trim() === "")) return;
      if (cells.length === 1 && width > 1) {
        report("row-broken", "warning", line, `A row with one cell of ${width} was left out: “${shown(cells[0])}”.`);
        return;
      }
      if (cells.length !== width) uneven.add(line);
      const full = cells.length < width ? cells.concat(Array<string>(width - cells.length).fill("")) : cells;
      record++;
      reading.row(full, { file, format: reading.format, record, line });
    };
  };

  const problem = (code: RowProblem, line: number): void => {
    if (code === "quote-stray") stray.add(line);
    else if (code === "record-cut") {
      report(code, "error", line, `A row is longer than ${LIMITS.recordLength} characters and was cut.`);
    } else report(code, "error", line, "A quotation mark is never closed; the row was ended with its line.");
  };

  return {
    write(text) {
      if (splitter !== undefined) splitter.write(text);
      else {
        held.push(text);
        heldLength += text.length;
        if (heldLength >= LIMITS.headBytes) begin();
      }
    },
    end() {
      if (splitter === undefined) begin();
      splitter?.end();
      uneven.report((line, count) => {
        const detail = `Rows with more or fewer cells than the header: ${count}. Missing cells are empty.`;
        report("rows-uneven", "warning", line, detail);
      });
      stray.report((line, count) => {
        const detail = `Rows with a quotation mark in a quoted cell that is not doubled: ${count}.`;
        report("quote-stray", "warning", line, detail);
      });
    },
  };
}

/** Something that may be wrong with every row of a file, and so is told once. */
class Repeated {
  private count = 0;
  private line = 0;

  add(line: number): void {
    if (this.count === 0) this.line = line;
    this.count++;
  }

  report(tell: (line: number, count: number) => void): void {
    if (this.count > 0) tell(this.line, this.count);
  }
}
