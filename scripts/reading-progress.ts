import { counted } from "./counted.ts";

/** How far the reading of the inputs is. */
export interface ReadingProgress {
  readonly file: string;
  readonly bytes: number;
  /** Of all inputs; null where standard input is among them, whose length nobody knows. */
  readonly totalBytes: number | null;
  readonly records: number;
  readonly elapsedMs: number;
}

/** Before this a rate says little. */
const SETTLED_MS = 500;

/** "Reading 12.0 of 340.0 MB, 20311 records, 31.2 MB/s, 11 s left: x.bib". */
export function progressLine({ file, bytes, totalBytes, records, elapsedMs }: ReadingProgress): string {
  const done = totalBytes === null ? `${megabytes(bytes)} MB` : `${megabytes(bytes)} of ${megabytes(totalBytes)} MB`;
  const parts = [`${done}, ${counted(records, "record")}`];
  if (elapsedMs >= SETTLED_MS && bytes > 0) {
    parts.push(`${megabytes((1000 * bytes) / elapsedMs)} MB/s`);
    if (totalBytes !== null) parts.push(`${duration(((totalBytes - bytes) * elapsedMs) / bytes)} left`);
  }
  // The name comes last and is cut first where the line is too narrow.
  return `Reading ${parts.join(", ")}: ${file}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function duration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
