import { type FileMetaData, parquetMetadata, parquetRead } from "hyparquet";
import { checkFooter, checkPages } from "./check-pages.ts";
import { columnsOf, fileOf, type NamedColumn, type TableName } from "./columns.ts";
import { DatasetError } from "./dataset-error.ts";
import { ShapeError } from "./shape.ts";

/** Rows that a file may hold: this many, and some for each of its bytes. Constant columns cost almost no bytes. */
const ROWS_FREE = 1_000_000;
const ROWS_PER_BYTE = 16;

// A byte order mark inside a value belongs to the value, and bytes that are no UTF-8 are an error, not U+FFFD.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Decodes one Parquet file into a table and checks every value against its column: type, null, range, one of the
 * allowed words, shape of JSON. Row numbers of other tables are checked by whoever has all tables. Throws `DatasetError`.
 */
export async function readTable(table: TableName, bytes: ArrayBuffer): Promise<{ readonly rowCount: number }> {
  const file = fileOf(table);
  const columns = columnsOf(table);
  const values = new Map<string, unknown[]>();
  let rowCount = 0;
  try {
    checkFooter(bytes);
    const metadata = parquetMetadata(bytes, { geoparquet: false });
    rowCount = Number(metadata.num_rows);
    if (rowCount < 0 || rowCount > ROWS_FREE + ROWS_PER_BYTE * bytes.byteLength) {
      throw new DatasetError(file, `it cannot hold ${rowCount} rows in ${bytes.byteLength} bytes.`);
    }
    checkSchema(file, columns, metadata);
    checkPages(bytes, metadata);
    for (const { name } of columns) values.set(name, Array<unknown>(rowCount));
    await parquetRead({
      file: { byteLength: bytes.byteLength, slice: (start, end) => bytes.slice(start, end) },
      metadata,
      geoparquet: false,
      parsers: { stringFromBytes: (one: Uint8Array | undefined) => one && decoder.decode(one) },
      onChunk({ columnName, columnData, rowStart }) {
        const target = values.get(columnName);
        if (target) for (let i = 0; i < columnData.length; i++) target[rowStart + i] = columnData[i];
      },
    });
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    throw new DatasetError(file, "it is damaged and cannot be decoded.");
  }
  const checked = columns.map((column) => [column.key, checkedColumn(file, column, values.get(column.name) ?? [])]);
  return { rowCount, ...Object.fromEntries(checked) };
}

function checkSchema(file: string, columns: readonly NamedColumn[], metadata: FileMetaData): void {
  const found = metadata.schema.slice(1);
  for (const [i, { name, type, nullable }] of columns.entries()) {
    const element = found[i];
    const physical = type === "STRING" || type === "JSON" ? "BYTE_ARRAY" : type;
    const repetition = nullable ? "OPTIONAL" : "REQUIRED";
    if (element?.name !== name || element.type !== physical || element.repetition_type !== repetition) {
      throw new DatasetError(file, `its column ${i + 1} is not ${name}, ${type}${nullable ? " or null" : ""}.`);
    }
  }
  if (found.length > columns.length) throw new DatasetError(file, `it has more than ${columns.length} columns.`);
}

function checkedColumn(file: string, column: NamedColumn, values: readonly unknown[]): unknown {
  const fail = (row: number, problem: string): never => {
    throw new DatasetError(file, `${column.name} in row ${row} ${problem}.`);
  };
  const check = column.type === "JSON" ? jsonCheck(column) : valueCheck(column);
  const checked = values.map((value, row) => {
    if (value === null || value === undefined) return column.nullable ? null : fail(row, "is missing");
    try {
      return check(value);
    } catch (error) {
      return fail(row, error instanceof ShapeError ? error.message : "cannot be read");
    }
  });
  // Arrays with holes are not walked by map.
  for (let row = 0; row < values.length; row++) if (!(row in values)) fail(row, "is missing");
  return typed(column, checked);
}

function valueCheck(column: NamedColumn): (value: unknown) => unknown {
  const [least, most] = column.range ?? (column.type === "INT32" ? [0, 0x7fffffff] : [-Infinity, Infinity]);
  const wanted = column.type === "STRING" ? "string" : column.type === "BOOLEAN" ? "boolean" : "number";
  return (value) => {
    if (typeof value !== wanted) throw new ShapeError(`is not a ${wanted}`);
    if (typeof value === "number" && !(Number.isFinite(value) && value >= least && value <= most)) {
      throw new ShapeError(`is ${value}, out of range`);
    }
    if (column.oneOf && !column.oneOf.some((one) => one === value)) {
      throw new ShapeError(`is not one of ${column.oneOf.join(", ")}`);
    }
    return value;
  };
}

/** Equal texts are parsed once: a file may hold one large text and refer to it from every row. */
function jsonCheck(column: NamedColumn): (value: unknown) => unknown {
  const parsed = new Map<string, unknown>();
  return (value) => {
    if (typeof value !== "string") throw new ShapeError("is not text");
    if (!parsed.has(value)) parsed.set(value, column.shape?.read(JSON.parse(value), "holds JSON that"));
    return parsed.get(value);
  };
}

function typed(column: NamedColumn, values: readonly unknown[]): unknown {
  if (column.nullable) return values;
  if (column.type === "INT32") return Uint32Array.from(values as number[]);
  if (column.type === "FLOAT") return Float32Array.from(values as number[]);
  if (column.type === "DOUBLE") return Float64Array.from(values as number[]);
  return values;
}
