import { GzipError, type GzipLimits, gzipBudget } from "../../ingest/gzip.ts";
import { LIMITS } from "../../ingest/limits.ts";

/** In a page a bomb is refused long before the memory ends. */
const PAGE_LIMITS = { ...LIMITS, gzipRatio: LIMITS.pageGzipRatio, gzipBytes: LIMITS.pageGzipBytes };

/** The unpacking of one file, chunk by chunk; rejects with a `GzipError` where the data are damaged, cut off or a bomb. */
export interface Gunzip {
  write(bytes: Uint8Array): Promise<void>;
  /** Call once, last. */
  end(): Promise<void>;
}

/** The last bytes wait: a checksum and a length that do not fit must not take what came before them along. */
const TRAILER_BYTES = 8;
/** So many zeros at the end are looked at one by one, for the end of the data among them. */
const DOUBTFUL_ZEROS = 300;

/**
 * Unpacks gzip of any number of members (RFC 1952, 2.2), checksums included. Browsers refuse what follows the first
 * member and do not say where it ended. So the data is cut wherever a member could begin: a cut within a member is
 * harmless, and at a cut where checksum and length of what came out stand right before it, a new member begins. Zeros at
 * the end of the file wait until it is known that they are the end: they may be of the data, or padding.
 */
export function gunzip(emit: (bytes: Uint8Array) => void, limits: GzipLimits = PAGE_LIMITS): Gunzip {
  const hold = gzipBudget(limits);
  let member: Member | undefined;
  let rest = new Uint8Array(0);
  let zeros = 0;
  let taken = 0;

  const limited = (bytes: Uint8Array): void => {
    hold(bytes.length, taken);
    emit(bytes);
  };

  const piece = async (bytes: Uint8Array<ArrayBuffer>, couldStart: boolean): Promise<void> => {
    if (bytes.length === 0) return;
    taken += bytes.length;
    if (member !== undefined && couldStart && (await member.isWhole())) {
      await member.end();
      member = undefined;
    }
    member ??= openMember(limited);
    await member.write(bytes);
  };

  const cut = async (bytes: Uint8Array): Promise<void> => {
    const all = new Uint8Array(rest.length + bytes.length);
    all.set(rest);
    all.set(bytes, rest.length);
    let from = 0;
    let couldStart = isMemberStart(all, 0);
    // What waits holds the first four bytes of a member too, should they be split over two chunks.
    const until = Math.max(0, all.length - TRAILER_BYTES);
    for (let at = all.indexOf(0x1f, 1); at >= 0 && at < until; at = all.indexOf(0x1f, at + 1)) {
      if (!isMemberStart(all, at)) continue;
      await piece(all.slice(from, at), couldStart);
      from = at;
      couldStart = true;
    }
    await piece(all.slice(from, until), couldStart);
    rest = all.slice(until);
  };

  const letGoOfZeros = async (): Promise<void> => {
    for (; zeros > 0; zeros -= Math.min(zeros, 65_536)) await cut(new Uint8Array(Math.min(zeros, 65_536)));
  };

  const write = async (bytes: Uint8Array): Promise<void> => {
    const solid = lengthBeforeZeros(bytes);
    if (solid > 0) {
      await letGoOfZeros();
      await cut(bytes.subarray(0, solid));
    }
    zeros += bytes.length - solid;
  };

  const end = async (): Promise<void> => {
    await flushed();
    for (let looked = 0; looked < DOUBTFUL_ZEROS && zeros > 0 && member !== undefined; looked++) {
      if (await member.isWhole()) {
        zeros = 0;
        break;
      }
      zeros--;
      await piece(new Uint8Array(1), false);
    }
    if (zeros > 0 && !(await member?.isWhole())) {
      await letGoOfZeros();
      await flushed();
    }
    await member?.end();
  };

  /** A member may begin in what waited. */
  const flushed = async (): Promise<void> => {
    let from = 0;
    for (let at = rest.indexOf(0x1f, 1); at >= 0; at = rest.indexOf(0x1f, at + 1)) {
      if (!isMemberStart(rest, at)) continue;
      await piece(rest.slice(from, at), isMemberStart(rest, from));
      from = at;
    }
    await piece(rest.slice(from), isMemberStart(rest, from));
    rest = new Uint8Array(0);
  };

  return { write, end };
}

function lengthBeforeZeros(bytes: Uint8Array): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length--;
  return length;
}

/** Magic number, the one method there is, and no flag that is reserved. */
function isMemberStart(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && bytes[at + 3] < 0x20;
}

/** The last byte of a member's data, its checksum and its length. */
const TAIL_BYTES = 1 + TRAILER_BYTES;

interface Member {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Whether what was written until now ends with the checksum and the length of what came out. */
  isWhole(): Promise<boolean>;
  end(): Promise<void>;
}

function openMember(emit: (bytes: Uint8Array) => void): Member {
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  let crc = 0;
  let size = 0;
  let tail = new Uint8Array(0);

  const pump = async (): Promise<void> => {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        crc = crc32(crc, value);
        size += value.length;
        emit(value);
      }
    } catch (error) {
      // Else the writer would wait for somebody who no longer reads.
      await reader.cancel(error).catch(() => {});
      throw error;
    }
  };
  const pumped = pump();
  pumped.catch(() => {});
  writer.closed.catch(() => {});

  /** Browsers tell what is wrong in words of their own; when they tell it says what it is. */
  const settled = async (code: GzipError["code"], step: Promise<void>): Promise<void> => {
    try {
      await Promise.race([step, pumped]);
    } catch (error) {
      if (error instanceof GzipError) throw error;
      throw new GzipError(
        code,
        code === "gzip-truncated" ? "its end is missing" : "its data or their checksum are damaged",
      );
    }
  };

  const write = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    await settled("gzip-broken", writer.write(bytes));
    const both = new Uint8Array(tail.length + Math.min(TAIL_BYTES, bytes.length));
    both.set(tail);
    both.set(bytes.subarray(-TAIL_BYTES), tail.length);
    tail = both.slice(-TAIL_BYTES);
  };

  const isWhole = async (): Promise<boolean> => {
    // A write begins only when all earlier output was taken, so after an empty one all of it is counted.
    await write(new Uint8Array(0));
    if (tail.length < TAIL_BYTES) return false;
    const view = new DataView(tail.buffer);
    // The checksum and the length of nothing are zeros, as may be the byte before them; data of nothing end in 0 or 255.
    if (size === 0 && tail[0] !== 0 && tail[0] !== 0xff) return false;
    return view.getUint32(1, true) === crc && view.getUint32(5, true) === size % 0x1_0000_0000;
  };

  const end = async (): Promise<void> => {
    await settled("gzip-truncated", writer.close());
    await settled("gzip-truncated", pumped);
  };

  return { write, isWhole, end };
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  return crc;
});

/** The checksum of RFC 1952, 8: of what gave `crc` and then `bytes`; from 0 to 2³² − 1. */
function crc32(crc: number, bytes: Uint8Array): number {
  let state = ~crc;
  for (const byte of bytes) state = (state >>> 8) ^ CRC_TABLE[(state ^ byte) & 0xff];
  return ~state >>> 0;
}
