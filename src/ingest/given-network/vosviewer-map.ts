import { RowSplitter } from "../csv/row-splitter.ts";
import { type TableHead, tableHead } from "../csv/table-parser.ts";
import { LIMITS } from "../limits.ts";
import type { Parser, Reader, Sink } from "../reader.ts";
import { NetworkDraft } from "./network-draft.ts";

export const NO_PEOPLE =
  "Items that have occurrences, as terms have, and may be no people; they are shown all the same";

const DELIMITERS = ["\t", ",", ";"];
const PROBLEMS = {
  "quote-unclosed": "Rows with a quotation mark that nothing closes, which was read as text",
  "quote-stray": "Rows with text behind a quoted cell",
  "record-cut": `Rows longer than ${LIMITS.recordLength} characters, which were cut`,
} as const;

interface MapColumns {
  readonly id: number;
  readonly label: number;
  readonly documents: number;
  readonly occurrences: number;
  /** Of a place or a cluster. */
  readonly layout: number;
}

/** The map file of VOSviewer as text: a header, then an item a line. Its ties stand in a network file. */
export const vosviewerMap: Reader = {
  format: "vosviewer-map",
  detects: (text) => tableHead(text, DELIMITERS, '"', columnsOf)?.headerRow === 0,
  open: openMap,
};

/** The columns of a map file; undefined where the header is of another kind of table. */
function columnsOf(header: readonly string[]): MapColumns | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  const label = names.indexOf("label");
  const own = names.some((name) => /^(?:weight|score)<.{1,200}>$/.test(name));
  const drawn = names.includes("x") && names.includes("y");
  if (label < 0 || !(own || drawn || names.includes("cluster"))) return undefined;
  return {
    id: names.indexOf("id"),
    label,
    documents: names.indexOf("weight<documents>"),
    occurrences: names.indexOf("weight<occurrences>"),
    layout: Math.max(names.indexOf("x"), names.indexOf("cluster")),
  };
}

function openMap(file: string, sink: Sink): Parser {
  const draft = new NetworkDraft(file, vosviewerMap.format, sink);
  let rows: RowSplitter | undefined;
  let pending = "";
  let count = 0;

  const begin = (): void => {
    const head: TableHead<MapColumns> | undefined = tableHead(pending, DELIMITERS, '"', columnsOf);
    const columns = head?.known ?? { id: 0, label: 1, documents: -1, occurrences: -1, layout: -1 };
    rows = new RowSplitter(head?.dialect ?? { delimiter: "\t", quote: '"' }, {
      row({ cells, line }) {
        if (count++ === 0 || (cells.length === 1 && cells[0].trim() === "")) return;
        const label = cells[columns.label];
        // Without ids the items are numbered as they come.
        const id = columns.id < 0 ? String(count - 1) : (cells[columns.id] ?? "");
        draft.node(id, label, line, cells[columns.documents]);
        if (cells[columns.layout]?.trim()) draft.ownLayout(line);
        if (cells[columns.occurrences]?.trim()) draft.tell("items-no-people", "note", line, NO_PEOPLE);
      },
      problem: (code, line) => draft.tell(code, "warning", line, PROBLEMS[code]),
    });
    rows.write(pending);
    pending = "";
  };

  return {
    write(text) {
      if (rows !== undefined) {
        rows.write(text);
        return;
      }
      pending += text;
      if (text.includes("\n") || pending.length > LIMITS.headBytes) begin();
    },
    end() {
      if (rows === undefined) begin();
      rows?.end();
      draft.end();
    },
  };
}
