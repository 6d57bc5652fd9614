import type { Severity } from "../../model/finding.ts";
import { LIMITS } from "../limits.ts";
import type { Parser, Reader, Sink } from "../reader.ts";
import { finishRecord, type RecordDraft, recordFinding, shown } from "../record-draft.ts";
import { tolerantTree } from "./tolerant-tree.ts";
import { type XmlHead, xmlHead } from "./xml-head.ts";
import { type XmlElements, type XmlLoss, XmlRecordSplitter } from "./xml-record-splitter.ts";
import { type XmlElement, XmlTreeBuilder } from "./xml-tree.ts";

export type Doubt = (code: string, detail: string, severity?: Severity) => void;

/** How the records of one format stand in XML. */
export interface XmlFormat {
  readonly format: string;
  readonly elements: XmlElements;
  detects(head: XmlHead): boolean;
  /** Begins a file. */
  open(): XmlFile;
}

/** One file of the format while it is read. */
export interface XmlFile {
  /** A start tag that says where the next records stand. */
  context?(element: XmlElement): void;
  /**
   * Fills the draft from a record's element. Other elements come here as well: "part" is one that tells of the records
   * after it, and what is skipped is counted and told.
   */
  record(element: XmlElement, draft: RecordDraft, doubt: Doubt): Skipped | "part" | undefined;
}

/** Elements that are no records, told as one finding a file: "home pages". */
export interface Skipped {
  readonly code: string;
  /** What they are, in the plural. */
  readonly what: string;
  readonly severity: Severity;
}

const LOSSES: Record<XmlLoss, string> = {
  "record-cut": `A record is longer than ${LIMITS.recordLength} characters and was left out.`,
  "comment-unclosed": "A comment has no end; what follows it was not read.",
  "cdata-unclosed": "A CDATA section has no end; what follows it was not read.",
  "doctype-unclosed": "The document type has no end; what follows it was not read.",
};

/** The reader of a format in XML. */
export function xmlReader(spec: XmlFormat): Reader {
  return {
    format: spec.format,
    detects: (text) => {
      const head = xmlHead(text);
      return head !== undefined && spec.detects(head);
    },
    open: (file, sink) => openXml(spec, file, sink),
  };
}

function openXml(spec: XmlFormat, file: string, sink: Sink): Parser {
  const builder = new XmlTreeBuilder();
  const reading = spec.open();
  const skipped = new Map<string, { what: Skipped; count: number; line: number }>();
  let record = 0;
  let declared = false;

  const splitter = new XmlRecordSplitter(spec.elements, {
    context(_, tag) {
      const root = tolerantTree(tag);
      if (root !== undefined) reading.context?.(root);
    },
    record({ name, text, line, closed }) {
      record++;
      const source = { file, format: spec.format, record, line };
      const doubt: Doubt = (code, detail, severity = "warning") =>
        sink.finding(recordFinding(source, code, severity, detail));
      const { root, tooDeep, problem } = builder.build(text);
      if (tooDeep || root === undefined) {
        doubt(
          tooDeep ? "nesting-deep" : "xml-malformed",
          tooDeep
            ? `A record nests elements more than ${LIMITS.nesting} deep and was left out.`
            : `A record is no XML and was left out: ${shown(problem ?? name)}.`,
          "error",
        );
        return;
      }
      const draft: RecordDraft = { source, ids: {}, authors: [] };
      const skip = reading.record(root, draft, doubt);
      if (skip !== undefined) {
        record--;
        if (skip === "part") return;
        const known = skipped.get(skip.code);
        if (known === undefined) skipped.set(skip.code, { what: skip, count: 1, line });
        else known.count++;
        return;
      }
      if (!closed) doubt("record-unclosed", `The element <${name}> has no end; what it holds was kept.`);
      else if (problem !== undefined)
        doubt(
          "xml-malformed",
          `Not all of the record is well-formed XML; what can be read was kept: ${shown(problem)}`,
        );
      if (draft.title === undefined && draft.authors.length === 0) {
        doubt("entry-empty", "The record has neither title nor authors.");
      }
      finishRecord(draft, sink);
    },
    lost: (line, why) => sink.finding({ code: why, severity: "error", file, line, detail: LOSSES[why] }),
    declarations(line) {
      if (declared) return;
      declared = true;
      const detail = "The document type has declarations of its own; they are not read and nothing is fetched.";
      sink.finding({ code: "declarations-ignored", severity: "warning", file, line, detail });
    },
  });

  return {
    write: (text) => splitter.write(text),
    end() {
      splitter.end();
      for (const { what, count, line } of skipped.values()) {
        const detail = `${count} ${what.what}, the first here, are no records and were left out.`;
        sink.finding({ code: what.code, severity: what.severity, file, line, detail });
      }
    },
  };
}
