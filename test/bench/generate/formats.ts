import { JSON_FORMATS } from "./json-formats.ts";
import type { InventedPaper } from "./papers.ts";
import { TABLE_FORMATS } from "./table-formats.ts";
import { TEXT_FORMATS } from "./text-formats.ts";
import { XML_FORMATS } from "./xml-formats.ts";

/** How one format writes papers. */
export interface WrittenFormat {
  /** As the reader calls it. */
  readonly format: string;
  readonly extension: string;
  readonly begin: string;
  /** `at` counts the records of the file from 0. */
  record(paper: InventedPaper, at: number): string;
  readonly end: string;
}

/** Every format that is read, as its source writes it. */
export const FORMATS: readonly WrittenFormat[] = [...TEXT_FORMATS, ...TABLE_FORMATS, ...JSON_FORMATS, ...XML_FORMATS];

export function formatNamed(name: string): WrittenFormat {
  const found = FORMATS.find(({ format }) => format === name);
  if (found === undefined)
    throw new Error(`There is no format "${name}"; there are ${FORMATS.map(({ format }) => format).join(", ")}.`);
  return found;
}

/** A file of about `bytes` bytes, in pieces of about a megabyte. */
export function* writtenFile(
  { begin, record, end }: WrittenFormat,
  paper: (number: number) => InventedPaper,
  bytes: number,
): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = begin;
  let written = 0;
  for (let at = 0; written + text.length < bytes; at++) {
    text += record(paper(at), at);
    if (text.length < 1_048_576) continue;
    const piece = encoder.encode(text);
    written += piece.length;
    text = "";
    yield piece;
  }
  yield encoder.encode(text + end);
}
