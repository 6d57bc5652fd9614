import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readInput } from "../src/ingest/read-input.ts";
import type { Finding } from "../src/model/finding.ts";
import type { SourceRecord } from "../src/model/record.ts";
import { sha256 } from "../src/model/sha256.ts";
import type { Reading } from "../src/pipeline/reading.ts";

export const SEEDS = join(import.meta.dirname, "../seeds");

/** The documents of the seeds, by name. */
export const SEED_FILES = readdirSync(SEEDS)
  .filter((file) => file !== "README.md")
  .sort();

/** Reads files of a folder as the command does, in the order given. */
export function readFolder(folder: string, files: readonly string[]): Reading {
  const records: SourceRecord[] = [];
  const findings: Finding[] = [];
  const sink = {
    record: (record: SourceRecord) => records.push(record),
    finding: (finding: Finding) => findings.push(finding),
  };
  const inputs = files.map((file) => {
    const bytes = readFileSync(join(folder, file));
    const reading = readInput(file, sink);
    reading.write(bytes);
    return { file, bytes: bytes.length, sha256: sha256(bytes), ...reading.end() };
  });
  return { inputs, records, findings };
}
