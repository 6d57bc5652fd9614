import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readInput } from "../../src/ingest/read-input.ts";
import type { Reader } from "../../src/ingest/reader.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { SourceRecord } from "../../src/model/record.ts";

export interface ReadResult {
  readonly records: SourceRecord[];
  readonly findings: Finding[];
}

/** A file of `test/fixtures/ingest`. */
export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, "../fixtures/ingest", name), "utf8");
}

/** What `reader` makes of `text` when it comes in chunks of `size` characters. */
export function readText(reader: Reader, text: string, size = text.length + 1, file = "test"): ReadResult {
  const result: ReadResult = { records: [], findings: [] };
  const parser = reader.open(file, sinkOf(result));
  for (let at = 0; at < text.length; at += size) parser.write(text.slice(at, at + size));
  parser.end();
  return result;
}

/** What a file of these bytes gives when it comes in chunks of `size` bytes. */
export function readBytes(bytes: Uint8Array, size = bytes.length + 1, file = "test") {
  const result: ReadResult = { records: [], findings: [] };
  const reading = readInput(file, sinkOf(result));
  for (let at = 0; at < bytes.length; at += size) reading.write(bytes.subarray(at, at + size));
  return { ...result, ...reading.end(), list: result.records };
}

export function codes(result: { readonly findings: readonly Finding[] }): string[] {
  return result.findings.map((finding) => finding.code);
}

function sinkOf(result: ReadResult) {
  return {
    record: (record: SourceRecord) => void result.records.push(record),
    finding: (finding: Finding) => void result.findings.push(finding),
  };
}
