import type { Reader } from "../reader.ts";
import { readWosRecord } from "../tagged/wos-record.ts";
import { tableHead, tableParser } from "./table-parser.ts";
import { isWosHeader } from "./wos-header.ts";

const FORMAT = "wos-tab";

/** Columns by tag. Quotation marks in these files are text: titles begin with them. */
const headOf = (text: string) =>
  tableHead(text, ["\t"], null, (header) =>
    isWosHeader(header) ? new Map(header.map((name, at) => [name.trim(), at] as const)) : undefined,
  );

/** Web of Science's tab-delimited files, for Windows or Mac. */
export const wosTab: Reader = {
  format: FORMAT,
  detects: (head) => headOf(head) !== undefined,
  open: (file, sink) =>
    tableParser(file, sink, headOf, ({ known }) => ({
      format: FORMAT,
      row(cells, source) {
        const text = (tag: string): string | undefined => {
          const at = known.get(tag);
          const cell = at === undefined ? "" : cells[at].trim();
          return cell === "" ? undefined : cell;
        };
        // Addresses hold semicolons within brackets, "[A; B] Univ X; [C] Univ Y", and are parted at those outside.
        const items = (tag: string): string[] =>
          (text(tag)?.split(tag === "C1" ? /;\s{0,3}(?=\[)/ : ";") ?? []).map((item) => item.trim());
        readWosRecord(source, { items, text, opened: true }, sink);
      },
    })),
};
