import type { Finding } from "../model/finding.ts";

/** Why a gzip file ends before its end; its code is that of the finding. */
export class GzipError extends Error {
  override readonly name = "GzipError";
  readonly code: "gzip-truncated" | "gzip-broken" | "gzip-too-large";
  constructor(code: GzipError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** Findings about a whole input, or about the part of it that is missing: no record shows them. */
export const GZIP_CODES: readonly GzipError["code"][] = ["gzip-truncated", "gzip-broken", "gzip-too-large"];

/** Whether a file that begins with `head` is compressed by gzip (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** What is said of a file that could be unpacked in part. */
export function gzipFinding(file: string, { code, message }: GzipError): Finding {
  const detail = `The file is compressed (gzip), and ${message}: what was read of it is not the whole.`;
  return { code, severity: "error", file, detail };
}

export interface GzipLimits {
  readonly gzipRatio: number;
  readonly gzipFreeBytes: number;
  readonly gzipBytes: number;
}

/** Holds a file to the limits while it is unpacked; throws a `GzipError` where it grows beyond them. */
export function gzipBudget(limits: GzipLimits): (givenMore: number, takenInAll: number) => void {
  let given = 0;
  return (more, taken) => {
    given += more;
    if (given > limits.gzipBytes) {
      throw new GzipError("gzip-too-large", `it unpacks to more than ${limits.gzipBytes} bytes`);
    }
    if (given > limits.gzipFreeBytes && given > limits.gzipRatio * taken) {
      throw new GzipError("gzip-too-large", `it unpacks to more than ${limits.gzipRatio} times its size`);
    }
  };
}
