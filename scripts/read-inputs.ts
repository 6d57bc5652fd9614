import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { GZIP_CODES, GzipError, gzipFinding, isGzip } from "../src/ingest/gzip.ts";
import { type InputOptions, readInput } from "../src/ingest/read-input.ts";
import type { Sink } from "../src/ingest/reader.ts";
import { SharedTexts } from "../src/ingest/shared-texts.ts";
import type { Finding } from "../src/model/finding.ts";
import { FORMAT_NAMES } from "../src/model/format-names.ts";
import type { NetworkPart } from "../src/model/given-network.ts";
import type { ManifestInput } from "../src/model/manifest.ts";
import type { SourceRecord } from "../src/model/record.ts";
import type { Reading } from "../src/pipeline/reading.ts";
import type { Invocation } from "./arguments.ts";
import { CommandError, reasonOf, UsageError } from "./command-error.ts";
import { gunzip } from "./gunzip.ts";
import { inputOptionsOf } from "./input-options.ts";
import { findInputs, type InputFile } from "./inputs.ts";
import { progressLine } from "./reading-progress.ts";
import type { SizeWatch } from "./size-watch.ts";
import { oneLine } from "./terminal.ts";

const CHUNK_BYTES = 1_048_576;
/** Between two lines of progress. */
const REFRESH_MS = 100;

/** Findings about a whole input, or about the part of it that is missing: no record shows them. */
export const UNREAD: ReadonlySet<string> = new Set(["file-unreadable", "format-unknown", "file-empty", ...GZIP_CODES]);

/** Reads everything that the arguments mean, as `streamInputs` does, and holds all of it; `watch` may refuse that. */
export async function readInputs(invocation: Asked, watch?: SizeWatch): Promise<Reading> {
  const records: SourceRecord[] = [];
  const findings: Finding[] = [];
  const networks: NetworkPart[] = [];
  const texts = new SharedTexts();
  const sink: Required<Sink> = {
    record(record) {
      watch?.record(record);
      records.push(texts.share(record));
    },
    finding: (finding) => findings.push(finding),
    network: (part) => networks.push(part),
  };
  const inputs = await streamInputs(invocation, sink, (bytes, totalBytes) => watch?.check(bytes, totalBytes));
  watch?.check(1, 1);
  return {
    inputs,
    records,
    findings,
    networks,
    letGo: () => {
      records.length = 0;
    },
  };
}

type Asked = Pick<Invocation, "positionals" | "values" | "terminal">;

/**
 * Reads everything that the arguments mean, file by file, as a stream. What cannot be read, and what no reader knows, is
 * a finding and is skipped; it is an error where nothing at all is recognised, or with `--strict`. `advanced` is told now and then how many bytes
 * of how many were read, null where nobody knows; what `CommandError` it throws ends the reading.
 */
export async function streamInputs(
  invocation: Asked,
  sink: Required<Sink>,
  advanced: (bytes: number, totalBytes: number | null) => void = () => {},
): Promise<ManifestInput[]> {
  const { positionals: args, terminal } = invocation;
  const options = inputOptionsOf(invocation);
  if (args.length === 0)
    throw new UsageError("No input is given: name files, folders or globs, or - for standard input.");
  const { files, missing } = await findInputs(args);
  const inputs: ManifestInput[] = [];
  const unread: Finding[] = [];
  let records = 0;
  const watched: Sink = {
    record(record) {
      records++;
      sink.record(record);
    },
    finding(finding) {
      if (UNREAD.has(finding.code)) unread.push(finding);
      sink.finding(finding);
    },
    network: (part) => sink.network(part),
  };
  for (const { name, reason } of missing) watched.finding(unreadable(name, reason));
  const totalBytes = await totalOf(files);
  const started = performance.now();
  let shown = started;
  let bytes = 0;
  for (const file of files) {
    const advance = (length: number): void => {
      bytes += length;
      const now = performance.now();
      if (now - shown < REFRESH_MS) return;
      shown = now;
      advanced(bytes, totalBytes);
      terminal.progress(progressLine({ file: file.name, bytes, totalBytes, records, elapsedMs: now - started }));
    };
    terminal.progress(`Reading ${file.name}`);
    try {
      inputs.push(await readOne(file, watched, options, advance));
    } catch (error) {
      if (error instanceof CommandError) throw error;
      watched.finding(unreadable(file.name, reasonOf(error)));
    }
  }
  terminal.progress(null);
  checkRecognised(inputs, unread, invocation.values.has("strict"));
  return inputs;
}

/** What there is to read, in bytes; null where standard input is among it. */
async function totalOf(files: readonly InputFile[]): Promise<number | null> {
  let total = 0;
  for (const { path } of files) {
    if (path === null) return null;
    // What cannot be looked at is reported where it is read.
    total += await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return total;
}

async function readOne(
  file: InputFile,
  sink: Sink,
  options: InputOptions,
  advance: (bytes: number) => void,
): Promise<ManifestInput> {
  const stream = file.path === null ? process.stdin : createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  const reading = readInput(file.name, sink, options);
  const hash = createHash("sha256");
  let bytes = 0;
  // Length and hash are those of the file as it was given.
  async function* asGiven(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      hash.update(chunk);
      advance(chunk.length);
      yield chunk;
    }
  }
  const { first, all } = await withFirst(asGiven(), 2);
  const zipped = isGzip(first);
  try {
    for await (const chunk of zipped ? gunzip(all) : all) reading.write(chunk);
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    sink.finding(gzipFinding(file.name, error));
    // The rest is not unpacked, but its bytes count.
    for await (const _ of all);
  }
  const { format, records } = reading.end();
  return { file: file.name, sha256: hash.digest("hex"), bytes, format, records };
}

/** The first `count` bytes of a stream, or fewer where it has no more, and the whole of it. */
async function withFirst(
  source: AsyncGenerator<Uint8Array>,
  count: number,
): Promise<{ first: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  let first: Uint8Array = new Uint8Array(0);
  while (first.length < count) {
    const next = await source.next();
    if (next.done === true) break;
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value]);
  }
  let pending: Uint8Array | null = first;
  const all: AsyncIterableIterator<Uint8Array> = {
    async next() {
      if (pending === null || pending.length === 0) return source.next();
      const value = pending;
      pending = null;
      return { done: false, value };
    },
    [Symbol.asyncIterator]: () => all,
  };
  return { first, all };
}

function unreadable(file: string, reason: string): Finding {
  return { code: "file-unreadable", severity: "error", file, detail: `The file cannot be read: ${reason}.` };
}

function checkRecognised(inputs: readonly ManifestInput[], unread: readonly Finding[], strict: boolean): void {
  const recognised = inputs.filter(({ format }) => format !== null).length;
  if (recognised > 0 && !(strict && unread.length > 0)) return;
  const first = unread[0];
  if (first === undefined) throw new CommandError("No input is readable: the folders hold no files.");
  const others = unread.length > 1 ? ` (and ${unread.length - 1} more)` : "";
  const hint = unread.some(({ code }) => code === "format-unknown")
    ? ` Formats that are read: ${[...FORMAT_NAMES.values()].join(", ")}.`
    : "";
  throw new CommandError(
    `${recognised > 0 ? "An input cannot be read" : "No input is readable"}: ${oneLine(`${first.file}${others}: ${first.detail}`)}${hint}`,
  );
}
