import { COLUMNS, type Column } from "../src/ingest/csv/columns.ts";
import type { InputOptions } from "../src/ingest/read-input.ts";
import { type Invocation, type Option, textOption } from "./arguments.ts";
import { UsageError } from "./command-error.ts";

/** What the user can say about the inputs, for every command that shapes something from them. */
export const READING_OPTIONS: Readonly<Record<string, Option>> = {
  encoding: { value: "name", help: "of files without a byte order mark: utf-8, windows-1252, gb18030 … (found out)" },
  map: { value: "column=name,…", help: "columns of CSV, TSV or JSON: authors=Writers,title=Heading … (guessed)" },
};

/** The same and `strict`, for every command that reads inputs. */
export const INPUT_OPTIONS: Readonly<Record<string, Option>> = {
  ...READING_OPTIONS,
  strict: { help: "fail where any input is unreadable or of no known format" },
};

/** What the user set; throws `UsageError`. */
export function inputOptionsOf(invocation: Pick<Invocation, "values">): InputOptions {
  const encoding = textOption(invocation, "encoding");
  const map = textOption(invocation, "map");
  return {
    ...(encoding === undefined ? {} : { encoding: encodingOf(encoding) }),
    ...(map === undefined ? {} : { columns: columnsOf(map) }),
  };
}

/** The name that `TextDecoder` has for an encoding. */
function encodingOf(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new UsageError(`--encoding takes a name as the web has it (utf-8, windows-1252, gb18030 …), not "${name}".`);
  }
}

function columnsOf(map: string): ReadonlyMap<Column, string> {
  const columns = new Map<Column, string>();
  for (const part of map.split(",")) {
    const at = part.indexOf("=");
    const column = COLUMNS.find((one) => one === part.slice(0, Math.max(at, 0)).trim());
    const name = part.slice(at + 1).trim();
    if (column === undefined || name === "") {
      throw new UsageError(`--map takes column=name, with the columns ${COLUMNS.join(", ")}, not "${part}".`);
    }
    if (columns.has(column)) throw new UsageError(`--map names ${column} twice.`);
    columns.set(column, name);
  }
  return columns;
}
