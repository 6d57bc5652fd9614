import type { Severity } from "../../model/finding.ts";
import { LIMITS } from "../limits.ts";
import type { Parser, Reader, Sink } from "../reader.ts";
import { finishRecord, type RecordDraft, recordFinding } from "../record-draft.ts";
import { type JsonHead, jsonHead } from "./json-head.ts";
import { JsonRecordSplitter } from "./json-record-splitter.ts";
import type { Apart, JsonLoss, JsonSplitterEvents, Wrappers } from "./json-splitting.ts";
import { type JsonObject, parseObject } from "./json-values.ts";

export type Doubt = (code: string, detail: string, severity?: Severity) => void;

/** How the records of one format stand in JSON. */
export interface JsonFormat {
  readonly format: string;
  /** Keys under which an object that is no record holds records; a set has them at any depth, one inside the other. */
  readonly wrappers: Wrappers;
  /** Large members that are not parsed with the rest. */
  readonly apart?: Apart;
  detects(head: JsonHead): boolean;
  /** Fills the draft from a record; false where the object is none. In `apart` are texts of members that are null now. */
  record(object: JsonObject, draft: RecordDraft, doubt: Doubt, apart: ReadonlyMap<string, string>): boolean;
}

const LOSSES: Record<JsonLoss, string> = {
  "record-cut": `A record is longer than ${LIMITS.recordLength} characters and was left out.`,
  "nesting-deep": `A record nests brackets more than ${LIMITS.nesting} deep and was left out.`,
  "json-malformed": "A record is no JSON and was left out.",
  "json-unclosed": "The file ends within a record, which was left out.",
  "list-unclosed": "The file ends within a list of records; some may be missing.",
};

/** The reader of a format in JSON: a list, an answer that holds one, or one record a line. */
export function jsonReader(spec: JsonFormat): Reader {
  return {
    format: spec.format,
    detects: (text) => {
      const head = jsonHead(text, spec.wrappers);
      return head !== undefined && spec.detects(head);
    },
    open: (file, sink) => openJson(spec, file, sink),
  };
}

function openJson(spec: JsonFormat, file: string, sink: Sink): Parser {
  let record = 0;
  let others = 0;
  let othersLine = 0;
  const lost = (line: number, code: JsonLoss): void =>
    sink.finding({
      code,
      severity: code === "list-unclosed" ? "warning" : "error",
      file,
      line,
      // Whatever was lost had its place in the file all the same.
      ...(code === "list-unclosed" ? {} : { record: ++record }),
      detail: LOSSES[code],
    });

  const events: JsonSplitterEvents = {
    record({ text, line, apart }) {
      const object = parseObject(text);
      if (object === undefined) {
        lost(line, "json-malformed");
        return;
      }
      const source = { file, format: spec.format, record: record + 1, line };
      const draft: RecordDraft = { source, ids: {}, authors: [] };
      const doubt: Doubt = (code, detail, severity = "warning") =>
        sink.finding(recordFinding(source, code, severity, detail));
      if (!spec.record(object, draft, doubt, apart)) {
        if (others++ === 0) othersLine = line;
        return;
      }
      record++;
      if (draft.title === undefined && draft.authors.length === 0) {
        doubt("entry-empty", "The record has neither title nor authors.");
      }
      finishRecord(draft, sink);
    },
    lost,
    stray: (line) =>
      sink.finding({
        code: "text-between-records",
        severity: "warning",
        file,
        line,
        detail: "There is text between records, here first, that is no record; it was left out.",
      }),
  };
  const splitter = new JsonRecordSplitter(spec.wrappers, events, spec.apart);

  return {
    write: (text) => splitter.write(text),
    end() {
      splitter.end();
      if (others === 0) return;
      const detail = `${others} objects, the first here, are no records of this format and were left out.`;
      sink.finding({ code: "objects-skipped", severity: "warning", file, line: othersLine, detail });
    },
  };
}
