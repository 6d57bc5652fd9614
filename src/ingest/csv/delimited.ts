import type { Reader } from "../reader.ts";
import { shown } from "../record-draft.ts";
import { type Column, type ColumnMapping, givenMapping, mappingOf } from "./columns.ts";
import { readRow } from "./row-record.ts";
import { isScopusHeader } from "./scopus-header.ts";
import { type TableHead, tableHead, tableParser } from "./table-parser.ts";
import { isWosHeader } from "./wos-header.ts";

const FORMAT = "csv";
const DELIMITERS = [",", "\t", ";", "|"] as const;

/** Tables of any program; those of Dimensions, Lens, PubMed, Embase, IEEE Xplore and Springer by name. */
export const delimited: Reader = delimitedBy();

/**
 * A reader of tables whose columns are guessed by their names, and told so (`columns-guessed`), but for those that `given`
 * names.
 */
export function delimitedBy(given?: ReadonlyMap<Column, string>): Reader {
  const headOf = (text: string): TableHead<ColumnMapping> | undefined =>
    tableHead(text, DELIMITERS, '"', (header) =>
      given === undefined ? mappingOf(header) : givenMapping(header, given),
    );
  return {
    format: FORMAT,
    detects: (text) => {
      const head = headOf(text);
      return head !== undefined && !isScopusHeader(head.header) && !isWosHeader(head.header);
    },
    open: (file, sink) =>
      tableParser(file, sink, headOf, ({ header, known }, line) => {
        if (known.name === undefined) {
          const pairs = [...known.columns].map(([column, [at]]) => `${column} from “${shown(header[at])}”`);
          const detail = `The columns were taken so: ${pairs.join(", ")}.`;
          sink.finding({ code: "columns-guessed", severity: "note", file, line, detail });
        }
        return { format: FORMAT, row: (cells, source) => readRow(cells, known, source, sink) };
      }),
  };
}
