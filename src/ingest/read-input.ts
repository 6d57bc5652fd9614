import type { Severity } from "../model/finding.ts";
import { boundedFindings } from "./bounded-findings.ts";
import type { Column } from "./csv/columns.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { LIMITS } from "./limits.ts";
import type { Parser, Reader, Sink } from "./reader.ts";
import { readersFor } from "./readers.ts";
import { tolerantUtf8, windows1252 } from "./tolerant-utf8.ts";

/** Decoded at a time: text of this size is made twice as fast as text of a megabyte. */
const PIECE_BYTES = 65_536;

/** What the user knows of the inputs. */
export interface InputOptions {
  /** A name that `TextDecoder` knows, in lower case; a byte order mark says more. */
  readonly encoding?: string;
  /** Columns of a table, or keys of JSON, that no database is known by: title, authors … by their names. */
  readonly columns?: ReadonlyMap<Column, string>;
}

/** The reading of one file, chunk by chunk. */
export interface InputReading {
  write(bytes: Uint8Array): void;
  /** Call once, last. `format` is null where no reader knew the file. */
  end(): { format: string | null; records: number };
}

/**
 * Reads a file of any bytes: finds out its encoding (see `detectEncoding`; bytes that are no UTF-8 are else
 * Windows-1252) and, from its first 64 KB, its format, and hands records and findings to `sink` while the chunks come.
 * `file` is the name that records and findings carry. Throws on no bytes.
 *
 * Findings: `file-empty`, `format-unknown`, `encoding-guessed`, `encoding-not-utf-8`, `encoding-broken`,
 * `nul-characters`, and those of the readers; of each code no more than the limit, and then `findings-cut`.
 */
export function readInput(file: string, sink: Sink, options: InputOptions = {}): InputReading {
  const readers = readersFor(options.columns);
  let records = 0;
  const findings = boundedFindings(file, (finding) => sink.finding(finding));
  const counted: Sink = {
    record: (record) => {
      records++;
      sink.record(record);
    },
    finding: findings.finding,
    network: (part) => sink.network?.(part),
  };
  const report = (code: string, severity: Severity, detail: string, line?: number) =>
    findings.finding({ code, severity, file, line, detail });

  const head = new Uint8Array(LIMITS.headBytes);
  let filled = 0;
  let decoder: Decoder | undefined;
  let reader: Reader | undefined;
  let parser: Parser | undefined;

  const start = (whole: boolean): void => {
    const bytes = head.subarray(0, filled);
    const encoding = detectEncoding(bytes, whole, options.encoding);
    if (encoding?.marked === false) {
      const detail = `No mark tells the encoding; the bytes look like ${encoding.name.toUpperCase()}, as which they were read.`;
      report("encoding-guessed", "warning", detail);
    }
    decoder = decoderOf(encoding?.name);
    const text = decoder.write(bytes);
    reader = readers.find((candidate) => candidate.detects(text));
    parser = reader?.open(file, counted);
    parser?.write(text);
  };

  const write = (bytes: Uint8Array): void => {
    let rest = bytes;
    if (decoder === undefined) {
      const taken = Math.min(bytes.length, head.length - filled);
      head.set(bytes.subarray(0, taken), filled);
      filled += taken;
      if (filled < head.length) return;
      start(false);
      rest = bytes.subarray(taken);
    }
    // Nothing more to learn from a file that nobody reads.
    if (parser === undefined || decoder === undefined) return;
    for (let at = 0; at < rest.length; at += PIECE_BYTES) {
      parser.write(decoder.write(rest.subarray(at, at + PIECE_BYTES)));
    }
  };

  const end = (): { format: string | null; records: number } => {
    if (decoder === undefined) start(true);
    if (parser !== undefined && decoder !== undefined) {
      parser.write(decoder.end());
      parser.end();
      reportEncoding(decoder);
    } else if (filled === 0) {
      report("file-empty", "warning", "The file is empty.");
    } else {
      const what =
        head[0] === 0x1f && head[1] === 0x8b
          ? "The file is compressed (gzip) more than once, or where only plain files are read: unpack it first."
          : options.columns === undefined
            ? "The file is in no format that is read."
            : "The file is in no format that is read, and no table with every column that was named.";
      report("format-unknown", "warning", `${what} It was skipped.`);
    }
    findings.end();
    return { format: reader?.format ?? null, records };
  };

  const reportEncoding = ({ utf8, nuls, broken }: Decoder): void => {
    if (utf8 !== undefined && utf8.foreignBytes > 0) {
      const detail = `Bytes that are no UTF-8 were read as Windows-1252: ${utf8.foreignBytes}.`;
      report("encoding-not-utf-8", "warning", detail, utf8.foreignLine);
    }
    if (broken() > 0) {
      report(
        "encoding-broken",
        "warning",
        `Characters that are none in the file's encoding became “\ufffd”: ${broken()}.`,
      );
    }
    if (nuls() > 0) report("nul-characters", "warning", `NUL characters that were dropped: ${nuls()}.`);
  };

  return { write, end };
}

interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string;
  readonly utf8: ReturnType<typeof tolerantUtf8> | undefined;
  nuls(): number;
  /** How many replacement characters came of bytes that are none. */
  broken(): number;
}

/** The decoder of an encoding, UTF-8 by default. The text it gives has "\n" at its line ends, no mark and no NULs. */
function decoderOf(encoding: string | undefined): Decoder {
  const utf8 = encoding === undefined ? tolerantUtf8() : undefined;
  const decode = otherDecoder(encoding);
  let atStart = true;
  let afterReturn = false;
  let nuls = 0;
  let broken = 0;

  const settle = (decoded: string): string => {
    let text = decoded;
    if (text === "") return text;
    if (atStart && text.startsWith("\ufeff")) text = text.slice(1);
    atStart = false;
    // A chunk may end between "\r" and "\n"; the "\r" is the line end, so the "\n" goes.
    if (afterReturn && text.startsWith("\n")) text = text.slice(1);
    afterReturn = decoded.endsWith("\r");
    if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
    if (utf8 === undefined && text.includes("\ufffd")) broken += text.split("\ufffd").length - 1;
    if (text.includes("\0")) {
      const before = text.length;
      text = text.replaceAll("\0", "");
      nuls += before - text.length;
    }
    return text;
  };

  return {
    write: (bytes) => settle(utf8?.write(bytes) ?? decode(bytes, true)),
    end: () => settle(utf8?.end() ?? decode(new Uint8Array(0), false)),
    utf8,
    nuls: () => nuls,
    broken: () => broken,
  };
}

/** Decodes what is not UTF-8, piece by piece. */
function otherDecoder(encoding: string | undefined): (bytes: Uint8Array, stream: boolean) => string {
  if (encoding === "windows-1252") return (bytes) => Array.from(bytes, windows1252).join("");
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes, stream) => decoder.decode(bytes, { stream });
}
