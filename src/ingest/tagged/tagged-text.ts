import type { RecordSource } from "../../model/record.ts";
import { LIMITS } from "../limits.ts";
import { lineParser } from "../line-parser.ts";
import type { Parser, Sink } from "../reader.ts";
import { recordFinding, shown } from "../record-draft.ts";

/** What one line says, where it begins a field. */
export interface TaggedLine {
  readonly tag: string;
  readonly value: string;
}

/** How one format of tagged lines is cut into records; what its tags mean is said elsewhere. */
export interface TagGrammar {
  readonly format: string;
  /** The field that a line begins, or undefined where it goes on with the field before. Blank lines never come here. */
  fieldOf(line: string): TaggedLine | undefined;
  /** Whether a field opens a record: `open` is the record before it, not yet closed. */
  begins(field: TaggedLine, open: TaggedRecord | undefined, afterBlank: boolean): boolean;
  /** Whether a field closes its record and is no part of it: `ER`. */
  ends(field: TaggedLine): boolean;
  /** An empty line closes the record. */
  readonly blankEnds?: boolean;
  /** A line without a tag that follows an empty one is no part of a field. */
  readonly blankBreaks?: boolean;
  /** Tags whose text is read; that of all others is not held. */
  readonly kept: ReadonlySet<string>;
  /** Tags that stand between records and say nothing of them. */
  readonly between: ReadonlySet<string>;
}

/** One field of a record with its lines, trimmed. */
export interface TaggedField {
  readonly tag: string;
  readonly lines: string[];
}

/** The kept fields of one record, in the order of the file. */
export class TaggedRecord {
  readonly source: RecordSource;
  readonly fields: TaggedField[] = [];
  private readonly tags = new Set<string>();
  private last: string[] | undefined;

  constructor(source: RecordSource) {
    this.source = source;
  }

  begin(tag: string, value: string, kept: boolean): void {
    this.tags.add(tag);
    this.last = kept ? [value.trim()] : undefined;
    if (this.last !== undefined) this.fields.push({ tag, lines: this.last });
  }

  goOn(text: string): void {
    this.last?.push(text.trim());
  }

  has(tag: string): boolean {
    return this.tags.has(tag);
  }

  /** The text of each field of one of these tags, its lines joined; empty ones are left out. */
  texts(...tags: readonly string[]): string[] {
    const texts: string[] = [];
    if (!this.hasAny(tags)) return texts;
    for (const { tag, lines } of this.fields) {
      if (!tags.includes(tag)) continue;
      const text = textOf(lines);
      if (text !== "") texts.push(text);
    }
    return texts;
  }

  /** Every line of every field of one of these tags; empty ones are left out. */
  lines(...tags: readonly string[]): string[] {
    const all: string[] = [];
    if (!this.hasAny(tags)) return all;
    for (const { tag, lines } of this.fields) {
      if (!tags.includes(tag)) continue;
      for (const line of lines) if (line !== "") all.push(line);
    }
    return all;
  }

  private hasAny(tags: readonly string[]): boolean {
    for (const tag of tags) if (this.tags.has(tag)) return true;
    return false;
  }

  /** The first text of the first of these tags that has one. */
  text(...tags: readonly string[]): string | undefined {
    for (const tag of tags) {
      if (!this.tags.has(tag)) continue;
      for (const field of this.fields) {
        if (field.tag !== tag) continue;
        const text = textOf(field.lines);
        if (text !== "") return text;
      }
    }
    return undefined;
  }
}

const [DIGIT, CAPITAL] = [48, 65];
const PLACES = 43;
const PAIRS = Array.from({ length: PLACES * PLACES }, (_, index) =>
  String.fromCharCode(DIGIT + Math.floor(index / PLACES), DIGIT + (index % PLACES)),
);

/** The tag of a capital and a capital or digit that the line begins with: always the same text, and nothing of the line. */
export function tagOfTwo(line: string): string | undefined {
  const [first, second] = [line.charCodeAt(0), line.charCodeAt(1)];
  if (!(first >= CAPITAL && first <= 90)) return undefined;
  if (!((second >= CAPITAL && second <= 90) || (second >= DIGIT && second <= 57))) return undefined;
  return PAIRS[(first - DIGIT) * PLACES + second - DIGIT];
}

/** Nearly every field has one line. */
function textOf(lines: readonly string[]): string {
  return lines.length === 1 ? lines[0] : lines.join(" ").trim();
}

/**
 * Reads lines of tagged fields, holding one record. `finish` is called for every record as soon as it is whole.
 *
 * Findings: `record-cut` (beyond the limit), `record-unclosed` where a format that closes its records left one open,
 * `text-left-out` for what stands outside of records, once for the file.
 */
export function taggedParser(
  grammar: TagGrammar,
  file: string,
  sink: Sink,
  finish: (record: TaggedRecord) => void,
  closes = true,
): Parser {
  let open: TaggedRecord | undefined;
  let count = 0;
  let length = 0;
  let afterBlank = true;
  let loose = 0;
  let firstLoose: { line: number; text: string } | undefined;

  const close = (closed: boolean): void => {
    if (open === undefined) return;
    if (!closed && closes) {
      const detail = "The record is not closed before the next begins or the file ends.";
      sink.finding(recordFinding(open.source, "record-unclosed", "warning", detail));
    }
    const record = open;
    open = undefined;
    finish(record);
  };

  const start = (number: number): TaggedRecord => {
    close(!closes);
    count++;
    length = 0;
    open = new TaggedRecord({ file, format: grammar.format, record: count, line: number });
    return open;
  };

  const leaveOut = (text: string, number: number): void => {
    loose++;
    firstLoose ??= { line: number, text: text.slice(0, 320) };
  };

  /** Whether the record may grow by this much; the first time that it may not is reported. */
  const fits = (record: TaggedRecord, more: number, cut: boolean): boolean => {
    const before = length;
    length += more;
    if ((length > LIMITS.recordLength || cut) && before <= LIMITS.recordLength) {
      const detail = `The record is longer than ${LIMITS.recordLength} characters; the rest of it was left out.`;
      sink.finding(recordFinding(record.source, "record-cut", "error", detail));
      if (cut) length = LIMITS.recordLength + 1;
    }
    return length <= LIMITS.recordLength;
  };

  const line = (text: string, number: number, cut: boolean): void => {
    if (isBlank(text)) {
      if (grammar.blankEnds) close(true);
      afterBlank = true;
      return;
    }
    const field = grammar.fieldOf(text);
    const wasBlank = afterBlank;
    afterBlank = false;
    if (field === undefined) {
      if (open === undefined || (wasBlank && grammar.blankBreaks)) leaveOut(text, number);
      else if (fits(open, text.length, cut)) open.goOn(text);
      // What is left out of the one record after a blank line stays left out up to the next tag.
      afterBlank = wasBlank && grammar.blankBreaks === true;
    } else if (grammar.ends(field)) {
      close(true);
    } else if (grammar.begins(field, open, wasBlank)) {
      const record = start(number);
      const kept = grammar.kept.has(field.tag);
      if (!kept || fits(record, text.length, cut)) record.begin(field.tag, field.value, kept);
    } else if (open === undefined) {
      if (!grammar.between.has(field.tag)) leaveOut(text, number);
    } else {
      const kept = grammar.kept.has(field.tag);
      if (!kept || fits(open, text.length, cut)) open.begin(field.tag, field.value, kept);
    }
  };

  const end = (): void => {
    close(false);
    if (firstLoose === undefined) return;
    const more = loose === 1 ? "" : ` and ${loose - 1} more lines`;
    const detail = `Text outside of records was left out: “${shown(firstLoose.text)}”${more}.`;
    sink.finding({ code: "text-left-out", severity: "warning", file, line: firstLoose.line, detail });
  };

  return lineParser(LIMITS.recordLength, line, end);
}

function isBlank(text: string): boolean {
  // Most lines begin with a letter; trim() would copy them all.
  return text === "" || (text.charCodeAt(0) <= 32 && text.trim() === "") || text === "\ufeff";
}
