import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readInput } from "../src/ingest/read-input.ts";
import type { ManifestInput } from "../src/model/dataset.ts";
import type { Finding } from "../src/model/finding.ts";
import type { SourceRecord } from "../src/model/record.ts";
import type { Reading } from "../src/pipeline/reading.ts";
import { CommandError, reasonOf, UsageError } from "./command-error.ts";
import { findInputs, type InputFile } from "./inputs.ts";
import { oneLine, type Terminal } from "./terminal.ts";

const CHUNK_BYTES = 1_048_576;

/**
 * Reads everything that the arguments mean, file by file, as a stream. What cannot be read, and what no reader knows, is
 * a finding and is skipped; it is an error where nothing at all is recognised, or with `strict`.
 */
export async function readInputs(args: readonly string[], strict: boolean, terminal: Terminal): Promise<Reading> {
  if (args.length === 0)
    throw new UsageError("No input is given: name files, folders or globs, or - for standard input.");
  const { files, missing } = await findInputs(args);
  const inputs: ManifestInput[] = [];
  const records: SourceRecord[] = [];
  const findings: Finding[] = missing.map(({ name, reason }) => unreadable(name, reason));
  const sink = {
    record: (record: SourceRecord) => records.push(record),
    finding: (finding: Finding) => findings.push(finding),
  };
  for (const file of files) {
    terminal.progress(`Reading ${file.name}`);
    try {
      inputs.push(await readOne(file, sink));
    } catch (error) {
      findings.push(unreadable(file.name, reasonOf(error)));
    }
  }
  terminal.progress(null);
  checkRecognised(inputs, findings, strict);
  return { inputs, records, findings };
}

async function readOne(file: InputFile, sink: Parameters<typeof readInput>[1]): Promise<ManifestInput> {
  const stream = file.path === null ? process.stdin : createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  const reading = readInput(file.name, sink);
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    hash.update(chunk);
    reading.write(chunk);
  }
  const { format, records } = reading.end();
  return { file: file.name, sha256: hash.digest("hex"), bytes, format, records };
}

function unreadable(file: string, reason: string): Finding {
  return { code: "file-unreadable", severity: "error", file, detail: `The file cannot be read: ${reason}.` };
}

function checkRecognised(inputs: readonly ManifestInput[], findings: readonly Finding[], strict: boolean): void {
  const unread = findings.filter(
    ({ code }) => code === "file-unreadable" || code === "format-unknown" || code === "file-empty",
  );
  const recognised = inputs.filter(({ format }) => format !== null).length;
  if (recognised > 0 && !(strict && unread.length > 0)) return;
  const first = unread[0];
  if (first === undefined) throw new CommandError("No input is readable: the folders hold no files.");
  const others = unread.length > 1 ? ` (and ${unread.length - 1} more)` : "";
  throw new CommandError(
    `${recognised > 0 ? "An input cannot be read" : "No input is readable"}: ${oneLine(`${first.file}${others}: ${first.detail}`)}`,
  );
}
