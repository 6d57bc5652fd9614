import { LIMITS } from "../limits.ts";
import type { Parser, Reader, Sink } from "../reader.ts";
import { shown } from "../record-draft.ts";
import { tolerantTree } from "../xml/tolerant-tree.ts";
import { type XmlHead, xmlHead } from "../xml/xml-head.ts";
import { type XmlElements, XmlRecordSplitter } from "../xml/xml-record-splitter.ts";
import { type XmlElement, XmlTreeBuilder } from "../xml/xml-tree.ts";
import { NetworkDraft } from "./network-draft.ts";

/** How the nodes and edges of one format stand in XML. */
export interface XmlNetworkFormat {
  readonly format: string;
  readonly elements: XmlElements;
  detects(head: XmlHead): boolean;
  open(draft: NetworkDraft): XmlNetworkFile;
}

/** One file of the format while it is read; `line` is that of the element. */
export interface XmlNetworkFile {
  context(element: XmlElement): void;
  element(element: XmlElement, line: number): void;
}

const LOST = {
  "record-cut": `Elements longer than ${LIMITS.recordLength} characters, which were left out`,
  "comment-unclosed": "Comments without an end, after which nothing was read",
  "cdata-unclosed": "CDATA sections without an end, after which nothing was read",
  "doctype-unclosed": "Document types without an end, after which nothing was read",
} as const;

/** The reader of a ready network in XML. A broken element costs itself; no entity is expanded and nothing is fetched. */
export function xmlNetworkReader(spec: XmlNetworkFormat): Reader {
  return {
    format: spec.format,
    detects: (text) => {
      const head = xmlHead(text);
      return head !== undefined && spec.detects(head);
    },
    open: (file, sink) => openXmlNetwork(spec, file, sink),
  };
}

function openXmlNetwork(spec: XmlNetworkFormat, file: string, sink: Sink): Parser {
  const draft = new NetworkDraft(file, spec.format, sink);
  const reading = spec.open(draft);
  const builder = new XmlTreeBuilder();
  const splitter = new XmlRecordSplitter(spec.elements, {
    context(_, tag) {
      const root = tolerantTree(tag);
      if (root !== undefined) reading.context(root);
    },
    record({ text, line, closed }) {
      const { root, tooDeep, problem } = builder.build(text);
      if (tooDeep) {
        draft.tell(
          "nesting-deep",
          "error",
          line,
          `Nodes or ties that nest elements more than ${LIMITS.nesting} deep, which were left out`,
        );
      } else if (root === undefined) {
        draft.tell(
          "xml-malformed",
          "error",
          line,
          `Nodes or ties that are no XML (${shown(problem ?? "")}), which were left out`,
        );
      } else {
        // A node that another one begins in is not closed yet: nodes within nodes are read side by side.
        if (!closed) {
          draft.tell(
            "nodes-nested",
            "note",
            line,
            "Nodes or ties that hold others, or have no end; all are read side by side",
          );
        } else if (problem !== undefined) {
          draft.tell(
            "xml-malformed",
            "warning",
            line,
            `Nodes or ties that are not all well-formed XML (${shown(problem)}), of which was kept what can be read`,
          );
        }
        reading.element(root, line);
      }
    },
    lost: (line, why) => draft.tell(why, "error", line, LOST[why]),
    declarations: (line) =>
      draft.tell(
        "declarations-ignored",
        "warning",
        line,
        "Document types with declarations of their own, which are not read",
      ),
  });
  return {
    write: (text) => splitter.write(text),
    end() {
      splitter.end();
      draft.end();
    },
  };
}
