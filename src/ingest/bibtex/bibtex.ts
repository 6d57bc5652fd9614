import type { Severity } from "../../model/finding.ts";
import type { RecordSource } from "../../model/record.ts";
import { LIMITS } from "../limits.ts";
import type { Parser, Reader, Sink } from "../reader.ts";
import { finishRecord, type RecordDraft, recordFinding, shown } from "../record-draft.ts";
import { type EntryFields, entryFields } from "./entry-fields.ts";
import { type FieldOf, fillDraft } from "./entry-record.ts";
import { EntrySplitter, type RawEntry } from "./entry-splitter.ts";
import { type Entry, Inheritance, type InheritanceProblem } from "./inheritance.ts";
import { type ExpansionProblem, StringTable } from "./string-table.ts";

const FORMAT = "bibtex";

/**
 * BibTeX and biblatex, read tolerantly and in linear time. An entry that inherits from one that stands behind it is handed
 * over when that has come; a container of data (`@xdata`) is no record.
 */
export const bibtex: Reader = {
  format: FORMAT,
  detects: (head) => /^[ \t]{0,80}@[a-z]+\s{0,80}[{(]/im.test(head) && !/^\s*</.test(head),
  open,
};

/** A record that waits for what it inherits. */
interface Heir extends Entry {
  readonly source: RecordSource;
}

const NOT_INHERITED: Readonly<Record<InheritanceProblem, (key: string) => string>> = {
  "crossref-missing": (key) => `It inherits from “${key}”, which the file lacks, or which stands beyond what is held.`,
  "crossref-circular": (key) => `“${key}”, from which it inherits, inherits from itself.`,
  "crossref-deep": (key) => `It inherits from more than ${LIMITS.ancestors} entries in a row; “${key}” was left out.`,
  "crossref-cut": (field) => `Entries inherit more than the file may grow; its “${field}” was left out.`,
};

function open(file: string, sink: Sink): Parser {
  const strings = new StringTable();
  /** Characters of entries so far: what `@string` may add grows with it. */
  let read = 0;
  let record = 0;

  const report = (code: string, severity: Severity, line: number, detail: string): void =>
    sink.finding({ code, severity, file, line, detail });

  const expander = (line: number) => (code: ExpansionProblem, name: string) =>
    code === "expansion-cut"
      ? report(code, "error", line, "A value grows beyond its limit by @string and was cut.")
      : report(code, "note", line, `No @string defines “${shown(name)}”, so it stands for itself.`);

  const entry = (raw: RawEntry): void => {
    read += raw.body.length;
    if (raw.type === "comment" || raw.type === "preamble") return;
    if (raw.type === "string") define(raw);
    else readRecord(raw);
  };

  const define = (raw: RawEntry): void => {
    const { fields, problems } = entryFields(raw.body, false);
    for (const [name, parts] of fields) strings.define(name, strings.expand(parts, read, expander(raw.line)));
    for (const { code, detail } of problems) report(code, "warning", raw.line, detail);
    if (!raw.closed) report("entry-unclosed", "warning", raw.line, "A @string has no closing brace.");
  };

  const readRecord = (raw: RawEntry): void => {
    const { key, fields, problems } = fieldsOf(raw);
    if (!raw.closed && fields.size === 0) {
      report("entry-unclosed", "error", raw.line, `The entry “${shown(key)}” has no closing brace and was lost.`);
      return;
    }
    const isData = raw.type === "xdata";
    if (!isData) record++;
    const source = { file, format: FORMAT, record, line: raw.line };
    // A container of data is no record: what is wrong with it stands at its line alone.
    const doubt = (code: string, severity: Severity, detail: string, line = raw.line): void =>
      sink.finding({ code, severity, file, line, record: isData ? undefined : record, detail });
    if (!raw.closed) {
      const detail = `The entry “${shown(key)}” has no closing brace; the fields that are whole were kept.`;
      doubt("entry-unclosed", "warning", detail);
    }
    let line = raw.bodyLine;
    let seen = 0;
    for (const { code, detail, at } of problems) {
      line += newlines(raw.body, seen, at);
      seen = at;
      const severity = code === "field-repeated" ? "note" : code === "field-unclosed" ? "error" : "warning";
      doubt(code, severity, shown(detail), line);
    }
    const expanded = new Map<string, string>();
    const field = (name: string): string | undefined => {
      const parts = fields.get(name);
      if (parts === undefined) return undefined;
      const text = expanded.get(name) ?? strings.expand(parts, read, expander(raw.line));
      expanded.set(name, text);
      return text;
    };
    const heir = fields.has("crossref") || fields.has("xdata");
    const parent = inheritance.wants(raw.type, key);
    if (heir || parent) {
      const entry: Entry = {
        key,
        type: raw.type,
        line: raw.line,
        fields: new Map([...fields.keys()].map((name) => [name, field(name) ?? ""])),
      };
      if (parent) inheritance.offer(entry);
      if (isData) return;
      if (heir) {
        inheritance.inherit({ ...entry, source });
        return;
      }
    }
    finish({ key, type: raw.type, source }, field);
  };

  const finish = ({ key, type, source }: Pick<Heir, "key" | "type" | "source">, field: FieldOf): void => {
    const draft: RecordDraft = { source, ids: {}, authors: [] };
    const doubt = (code: string, detail: string): void => sink.finding(recordFinding(source, code, "warning", detail));
    fillDraft(draft, type, field, doubt);
    if (draft.title === undefined && draft.authors.length === 0) {
      doubt("entry-empty", `The entry “${shown(key)}” has neither title nor authors.`);
    }
    finishRecord(draft, sink);
  };

  const inheritance = new Inheritance<Heir>(finish, ({ source }, code, key) =>
    sink.finding(recordFinding(source, code, "warning", NOT_INHERITED[code](shown(key)))),
  );

  const splitter = new EntrySplitter({
    entry,
    lost: (line, why) =>
      why === "record-cut"
        ? report(why, "error", line, `An entry is longer than ${LIMITS.recordLength} characters and was left out.`)
        : report(why, "error", line, `An entry nests braces more than ${LIMITS.nesting} deep and was left out.`),
    loose: (line) =>
      report("entry-closed-early", "warning", line, "Fields after the closing brace of an entry were left out."),
  });

  return {
    write: (text) => splitter.write(text),
    end: () => {
      splitter.end();
      for (const { key, line } of inheritance.end()) {
        report(
          "xdata-unused",
          "note",
          line,
          `No entry inherits from “${shown(key)}” as a whole, and by itself it is no record.`,
        );
      }
    },
  };
}

/** The fields of an entry; where its braces do not balance, "\\{" may be why. */
function fieldsOf(raw: RawEntry): EntryFields {
  const plain = entryFields(raw.body, true);
  if (raw.closed) return plain;
  let end = raw.body.length;
  while (end > 0 && /[)}\s]/.test(raw.body[end - 1])) end--;
  // One brace may belong to the last value.
  const escaped = entryFields(`${raw.body.slice(0, end)}}`, true, true);
  return escaped.fields.size > plain.fields.size ? escaped : plain;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
