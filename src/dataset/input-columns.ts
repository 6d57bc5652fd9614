import type { ManifestInput } from "../model/manifest.ts";
import { COUNT, type ColumnsOf, TEXT, TEXT_OR_NULL } from "./column.ts";

/** Up to so many inputs stand in the manifest; more have a table of their own, since the manifest is what a page waits for. */
export const INPUTS_IN_MANIFEST = 100;

/** The inputs of a dataset, rows as in the manifest. */
export interface InputTable {
  readonly rowCount: number;
  readonly file: readonly string[];
  readonly sha256: readonly string[];
  /** DOUBLE: a file may be larger than 2 GB. */
  readonly bytes: Float64Array;
  readonly format: readonly (string | null)[];
  readonly records: Uint32Array;
}

const INPUTS: ColumnsOf<InputTable> = {
  file: TEXT,
  sha256: TEXT,
  bytes: { type: "DOUBLE", nullable: false, range: [0, Number.MAX_SAFE_INTEGER] },
  format: TEXT_OR_NULL,
  records: COUNT,
};

export const INPUT_TABLES = { inputs: INPUTS };

export function inputTable(inputs: readonly ManifestInput[]): InputTable {
  return {
    rowCount: inputs.length,
    file: inputs.map(({ file }) => file),
    sha256: inputs.map(({ sha256 }) => sha256),
    bytes: Float64Array.from(inputs, ({ bytes }) => bytes),
    format: inputs.map(({ format }) => format),
    records: Uint32Array.from(inputs, ({ records }) => records),
  };
}

export function inputsOfTable({ file, sha256, bytes, format, records }: InputTable): ManifestInput[] {
  return file.map((name, row) => ({
    file: name,
    sha256: sha256[row],
    bytes: bytes[row],
    format: format[row],
    records: records[row],
  }));
}
