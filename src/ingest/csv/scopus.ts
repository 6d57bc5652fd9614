import type { Reader } from "../reader.ts";
import { type ColumnMapping, scopusMapping } from "./columns.ts";
import { readRow } from "./row-record.ts";
import { isScopusHeader } from "./scopus-header.ts";
import { type TableHead, tableHead, tableParser } from "./table-parser.ts";

const FORMAT = "scopus-csv";

const headOf = (text: string): TableHead<ColumnMapping> | undefined =>
  tableHead(text, [",", ";", "\t"], '"', (header) => (isScopusHeader(header) ? scopusMapping(header) : undefined));

/** Scopus's CSV export, in each of the ways it has written authors. */
export const scopus: Reader = {
  format: FORMAT,
  detects: (head) => headOf(head) !== undefined,
  open: (file, sink) =>
    tableParser(file, sink, headOf, ({ known }) => ({
      format: FORMAT,
      row: (cells, source) => readRow(cells, known, source, sink),
    })),
};
