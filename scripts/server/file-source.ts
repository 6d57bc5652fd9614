import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { Readable } from "node:stream";

/** A file that can be served, in whole or in part. */
export interface ServedFile {
  readonly size: number;
  /** Bytes `first` to `last`, both included. */
  read(first: number, last: number): Readable;
}

/** Where files come from: a folder on disk or a dataset in memory. Null where there is no such file. */
export type FileSource = (segments: readonly string[]) => Promise<ServedFile | null>;

/** The files below a folder. Nothing outside it is reachable, through links neither, and nothing hidden in it. */
export function folderSource(folder: string): FileSource {
  return async (segments) => {
    if (segments.some((segment) => segment.startsWith(".") || /[/\\\0]/.test(segment))) return null;
    try {
      const root = await realpath(folder);
      const path = await realpath(join(root, ...segments));
      if (!path.startsWith(root + sep)) return null;
      const status = await stat(path);
      if (!status.isFile()) return null;
      return { size: status.size, read: (start, end) => createReadStream(path, { start, end }) };
    } catch {
      return null;
    }
  };
}

/** Files held in memory, by name. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): FileSource {
  return async (segments) => {
    const bytes = segments.length === 1 ? files.get(segments[0]) : undefined;
    if (bytes === undefined) return null;
    return { size: bytes.length, read: (first, last) => Readable.from([bytes.subarray(first, last + 1)]) };
  };
}
