import { ByteWriter, parquetWrite } from "hyparquet-writer";
import { COUNTINGS, type Counting } from "../model/counting.ts";
import type { Dataset, Partition } from "../model/dataset.ts";
import { GLANCE_FROM } from "../model/glance.ts";
import { byCodeUnit } from "../model/order.ts";
import { sha256 } from "../model/sha256.ts";
import {
  columnsOf,
  fileOf,
  type NamedColumn,
  TABLE_NAMES,
  type TableName,
  type VariantAuthorTable,
  type VariantTeamTable,
  type WholeTableName,
} from "./columns.ts";
import { GLANCE_TABLE_NAMES, type GlanceTableName } from "./glance-columns.ts";
import { glanceTables } from "./glance-tables.ts";
import { INPUTS_IN_MANIFEST, inputTable } from "./input-columns.ts";
import { MANIFEST_FILE, manifestText } from "./manifest-file.ts";

/** Rows that a reader of one row group has to fetch: small enough for range requests, large enough to compress. */
const ROW_GROUP = 10_000;
/** A glance is read whole, and one row group has one dictionary. */
const IN_ONE_GROUP: ReadonlySet<TableName> = new Set<TableName>(GLANCE_TABLE_NAMES);

/** A table seen as columns by name. */
export interface AnyTable {
  readonly rowCount: number;
}

/** Begins to write a table; what it returns waits for the bytes. */
export type TableWriter = (name: TableName, values: AnyTable) => () => Uint8Array;

/** Writes when it is waited for. */
export const writeHere: TableWriter = (name, values) => () => tableBytes(name, values);

/** Tables that a dataset may have beside its own. */
export type BesideTables = readonly (readonly [TableName, AnyTable])[];

export interface WritingOptions {
  /** Written and listed with the dataset's own. */
  readonly beside?: BesideTables;
  /** The SHA-256 of bytes in hexadecimal digits, where the machine has a faster one than ours. */
  readonly hash?: (bytes: Uint8Array) => string;
}

/**
 * The files of a dataset by name, `manifest.json` first. The same dataset gives the same bytes: no time, no path, no
 * version of a library. Throws where a column does not have the length or the values that its table promises, since
 * that is a bug of whoever made it. `writeTable` may have tables written elsewhere meanwhile. A glance is written for a large
 * dataset that has no atlas beside it, which is drawn first then, and is no sheet.
 */
export function datasetFiles(
  dataset: Dataset,
  writeTable: TableWriter = writeHere,
  { beside = [], hash = sha256 }: WritingOptions = {},
): Map<string, Uint8Array> {
  const { inputs, sheet } = dataset.manifest;
  const inManifest = inputs.length <= INPUTS_IN_MANIFEST;
  const isGlanced = dataset.authors.rowCount > GLANCE_FROM && sheet === undefined && beside.length === 0;
  const tables: (readonly [TableName, AnyTable])[] = [
    ...TABLE_NAMES.map((name) => [name, tableOf(dataset, name)] as const),
    ...(inManifest ? [] : [["inputs", inputTable(inputs)] as const]),
    ...(isGlanced ? glanceOf(dataset) : []),
    ...beside,
  ];
  const begun = tables.map(([name, values]) => [name, writeTable(name, values)] as const);
  // The first tables are the largest: if they are written elsewhere, the others are written here meanwhile.
  const written = new Map(begun.toReversed().map(([name, bytes]) => [name, bytes()] as const));
  const parquet = begun.map(([name]) => [fileOf(name), written.get(name) ?? new Uint8Array()] as const);
  const hashes = new Map(
    parquet.map(([file, bytes]) => [file, hash(bytes)] as const).sort(([a], [b]) => byCodeUnit(a, b)),
  );
  const manifest = new TextEncoder().encode(
    manifestText({
      ...dataset.manifest,
      inputs: inManifest ? inputs : [],
      variants: variants(dataset).map(({ counting }) => counting),
      files: hashes,
    }),
  );
  return new Map([[MANIFEST_FILE, manifest], ...parquet]);
}

function tableOf(dataset: Dataset, name: WholeTableName): AnyTable {
  if (name === "variantTeams") return variantTeams(dataset);
  return name === "variantAuthors" ? variantAuthors(dataset) : dataset[name];
}

function glanceOf(dataset: Dataset): [GlanceTableName, AnyTable][] {
  const { authors, ties, teams } = glanceTables(dataset);
  return [
    ["glanceAuthors", authors],
    ["glanceTies", ties],
    ["glanceTeams", teams],
  ];
}

/** A table as a Parquet file. Throws as `datasetFiles` does. */
export function tableBytes(table: TableName, values: AnyTable): Uint8Array {
  const columns = columnsOf(table);
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData: columns.map((column) => ({
      name: column.name,
      data: columnData(table, column, Reflect.get(values, column.key), values.rowCount),
      ...(column.repeats ? { encoding: "RLE_DICTIONARY" as const } : {}),
    })),
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, type, nullable }) => ({
        name,
        type: type === "STRING" || type === "JSON" ? ("BYTE_ARRAY" as const) : type,
        converted_type: type === "STRING" || type === "JSON" ? ("UTF8" as const) : undefined,
        repetition_type: nullable ? ("OPTIONAL" as const) : ("REQUIRED" as const),
      })),
    ],
    rowGroupSize: IN_ONE_GROUP.has(table) ? Math.max(1, values.rowCount) : ROW_GROUP,
    createdBy: "coterie",
  });
  return writer.getBytes();
}

/** The values as they are stored: texts, finite numbers, booleans and null. Columns of numbers are not copied. */
function columnData(
  table: TableName,
  { key, nullable, shape, range = [-Infinity, Infinity] }: NamedColumn,
  values: ArrayLike<unknown>,
  rowCount: number,
): Values {
  if (values.length !== rowCount) {
    throw new RangeError(`${table}.${key} has ${values.length} values for ${rowCount} rows.`);
  }
  const [least, most] = range;
  const check = (value: number, row: number): void => {
    if (!Number.isFinite(value) || value < least || value > most) {
      throw new RangeError(`${table}.${key}[${row}] is ${value}.`);
    }
  };
  if (isNumbers(values)) {
    let hasNegativeZero = false;
    for (let row = 0; row < rowCount; row++) {
      check(values[row], row);
      hasNegativeZero ||= Object.is(values[row], -0);
    }
    return hasNegativeZero ? values.map((value) => value + 0) : values;
  }
  const stored = new Array<unknown>(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const value = values[row];
    if (value === null && nullable) stored[row] = null;
    else if (shape) stored[row] = isEmptyList(value) ? "[]" : JSON.stringify(shape.write(value));
    else if (typeof value === "number") {
      check(value, row);
      stored[row] = value + 0; // −0 becomes 0: dictionaries do not tell them apart
    } else stored[row] = value;
  }
  return stored;
}

type Numbers = Uint32Array | Float32Array | Float64Array;
type Values = Numbers | unknown[];

function isNumbers(values: ArrayLike<unknown>): values is Numbers {
  return values instanceof Uint32Array || values instanceof Float32Array || values instanceof Float64Array;
}

/** Nearly all lists of a paper or an authorship are. */
function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function variants(dataset: Dataset): { counting: Counting; partition: Partition }[] {
  return COUNTINGS.flatMap((counting) => {
    const partition = dataset.variants[counting];
    return partition ? [{ counting, partition }] : [];
  });
}

function variantTeams(dataset: Dataset): VariantTeamTable {
  const parts = variants(dataset);
  const teams = parts.map(({ partition }) => partition.teams);
  return {
    rowCount: teams.reduce((sum, table) => sum + table.rowCount, 0),
    counting: parts.flatMap(({ counting, partition }) => Array<Counting>(partition.teams.rowCount).fill(counting)),
    teamId: teams.flatMap((table) => table.teamId),
    name: teams.flatMap((table) => table.name),
    authors: Uint32Array.from(teams.flatMap((table) => [...table.authors])),
    papers: Uint32Array.from(teams.flatMap((table) => [...table.papers])),
    firstYear: teams.flatMap((table) => table.firstYear),
    lastYear: teams.flatMap((table) => table.lastYear),
    agreement: Float32Array.from(teams.flatMap((table) => [...table.agreement])),
    evidence: teams.flatMap((table) => table.evidence),
  };
}

function variantAuthors(dataset: Dataset): VariantAuthorTable {
  const parts = variants(dataset);
  const rows = Array.from(dataset.authors.authorId, (_, row) => row);
  return {
    rowCount: parts.length * dataset.authors.rowCount,
    counting: parts.flatMap(({ counting }) => Array<Counting>(dataset.authors.rowCount).fill(counting)),
    author: Uint32Array.from(parts.flatMap(() => rows)),
    team: parts.flatMap(({ partition }) => partition.team),
    agreement: Float32Array.from(parts.flatMap(({ partition }) => [...partition.agreement])),
    inside: Float32Array.from(parts.flatMap(({ partition }) => [...partition.inside])),
  };
}
