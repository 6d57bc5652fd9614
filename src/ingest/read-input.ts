import type { Severity } from "../model/finding.ts";
import { LIMITS } from "./limits.ts";
import type { Parser, Reader, Sink } from "./reader.ts";
import { READERS } from "./readers.ts";
import { tolerantUtf8 } from "./tolerant-utf8.ts";

/** The reading of one file, chunk by chunk. */
export interface InputReading {
  write(bytes: Uint8Array): void;
  /** Call once, last. `format` is null where no reader knew the file. */
  end(): { format: string | null; records: number };
}

/**
 * Reads a file of any bytes: finds out its encoding (UTF-8 with or without byte order mark, UTF-16 with one, else
 * Windows-1252) and, from its first 64 KB, its format, and hands records and findings to `sink` while the chunks come.
 * `file` is the name that records and findings carry. Throws on no bytes.
 *
 * Findings: `file-empty`, `format-unknown`, `encoding-not-utf-8`, `nul-characters`, and those of the readers.
 */
export function readInput(file: string, sink: Sink): InputReading {
  let records = 0;
  const counted: Sink = {
    record: (record) => {
      records++;
      sink.record(record);
    },
    finding: (finding) => sink.finding(finding),
  };
  const report = (code: string, severity: Severity, detail: string, line?: number) =>
    sink.finding({ code, severity, file, line, detail });

  const head = new Uint8Array(LIMITS.headBytes);
  let filled = 0;
  let decoder: Decoder | undefined;
  let reader: Reader | undefined;
  let parser: Parser | undefined;

  const start = (): void => {
    const bytes = head.subarray(0, filled);
    decoder = decoderFor(bytes);
    const text = decoder.write(bytes);
    reader = READERS.find((candidate) => candidate.detects(text));
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
      start();
      rest = bytes.subarray(taken);
    }
    // Nothing more to learn from a file that nobody reads.
    if (parser !== undefined && decoder !== undefined) parser.write(decoder.write(rest));
  };

  const end = (): { format: string | null; records: number } => {
    if (decoder === undefined) start();
    if (parser !== undefined && decoder !== undefined) {
      parser.write(decoder.end());
      parser.end();
      reportEncoding(decoder);
    } else if (filled === 0) {
      report("file-empty", "warning", "The file is empty.");
    } else {
      const known = READERS.map((one) => one.name).join(", ");
      const what =
        head[0] === 0x1f && head[1] === 0x8b
          ? "The file is compressed (gzip) more than once, or where only plain files are read: unpack it first."
          : "The file is in no format that is read.";
      report("format-unknown", "warning", `${what} It was skipped. Read are: ${known}.`);
    }
    return { format: reader?.format ?? null, records };
  };

  const reportEncoding = ({ utf8, nuls }: Decoder): void => {
    if (utf8 !== undefined && utf8.foreignBytes > 0) {
      const detail = `Bytes that are no UTF-8 were read as Windows-1252: ${utf8.foreignBytes}.`;
      report("encoding-not-utf-8", "warning", detail, utf8.foreignLine);
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
}

/** The decoder that the byte order mark asks for. The text it gives has "\n" at its line ends, no mark and no NULs. */
function decoderFor(head: Uint8Array): Decoder {
  const [first, second] = head;
  const utf16 = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  const utf8 = utf16 === "" ? tolerantUtf8() : undefined;
  const decoder = utf16 === "" ? undefined : new TextDecoder(utf16, { ignoreBOM: true });
  let atStart = true;
  let afterReturn = false;
  let nuls = 0;

  const settle = (decoded: string): string => {
    let text = decoded;
    if (text === "") return text;
    if (atStart && text.startsWith("\ufeff")) text = text.slice(1);
    atStart = false;
    // A chunk may end between "\r" and "\n"; the "\r" is the line end, so the "\n" goes.
    if (afterReturn && text.startsWith("\n")) text = text.slice(1);
    afterReturn = decoded.endsWith("\r");
    if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
    if (text.includes("\0")) {
      const before = text.length;
      text = text.replaceAll("\0", "");
      nuls += before - text.length;
    }
    return text;
  };

  return {
    write: (bytes) => settle(utf8?.write(bytes) ?? decoder?.decode(bytes, { stream: true }) ?? ""),
    end: () => settle(utf8?.end() ?? decoder?.decode() ?? ""),
    utf8,
    nuls: () => nuls,
  };
}
