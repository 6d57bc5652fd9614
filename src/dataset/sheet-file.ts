import { SHEETS_FILE } from "../model/atlas.ts";
import { DatasetError } from "./dataset-error.ts";

/*
 * A sheet in bytes: the length of its index (32 bits, little-endian), the index as JSON, a list of file names with their
 * lengths, and the files one after the other.
 */

/** The pieces of one sheet, in order. */
export function sheetPieces(files: ReadonlyMap<string, Uint8Array>): Uint8Array[] {
  const index = new TextEncoder().encode(JSON.stringify([...files].map(([name, bytes]) => [name, bytes.length])));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, index.length, true);
  return [length, index, ...files.values()];
}

/** The files of one sheet by name. Throws `DatasetError` where the index does not fit the bytes. */
export function filesOfSheet(bytes: ArrayBuffer): Map<string, ArrayBuffer> {
  const broken = new DatasetError(SHEETS_FILE, "the index of a sheet does not fit its bytes.");
  if (bytes.byteLength < 4) throw broken;
  const start = 4 + new DataView(bytes).getUint32(0, true);
  if (start > bytes.byteLength) throw broken;
  let index: unknown;
  try {
    index = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(bytes, 4, start - 4)));
  } catch {
    throw broken;
  }
  const files = new Map<string, ArrayBuffer>();
  let at = start;
  for (const entry of Array.isArray(index) ? index : []) {
    const [name, length] = Array.isArray(entry) ? entry : [];
    if (typeof name !== "string" || !Number.isSafeInteger(length) || length < 0 || length > bytes.byteLength - at) {
      throw broken;
    }
    files.set(name, bytes.slice(at, at + length));
    at += length;
  }
  if (at !== bytes.byteLength) throw broken;
  return files;
}
