/** What a compressed file may become: a bomb is refused long before the memory ends. */
const MOST_BYTES = 2_000_000_000;
const MOST_TIMES = 200;
/** Below this much output the ratio says nothing. */
const FREE_BYTES = 10_000_000;

/** Whether a file that begins with `head` is compressed by gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The unpacking of one file, chunk by chunk; rejects where the data is damaged, cut off or a bomb. */
export interface Gunzip {
  write(bytes: Uint8Array): Promise<void>;
  /** Call once, last. */
  end(): Promise<void>;
}

/**
 * Unpacks gzip of any number of members (RFC 1952, 2.2), checksums included. Browsers refuse what follows the first
 * member and do not say where it ended. So the data is cut wherever a member could begin: a cut within a member is
 * harmless, and at a cut where checksum and length of what came out stand right before it, a new member begins.
 */
export function gunzip(emit: (bytes: Uint8Array) => void): Gunzip {
  let member: Member | undefined;
  let rest = new Uint8Array(0);
  let taken = 0;
  let given = 0;

  const limited = (bytes: Uint8Array): void => {
    given += bytes.length;
    if (given > MOST_BYTES || (given > FREE_BYTES && given > MOST_TIMES * taken)) {
      throw new Error("it unpacks to more than is read");
    }
    emit(bytes);
  };

  const piece = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    if (bytes.length === 0) return;
    taken += bytes.length;
    if (member !== undefined && isMemberStart(bytes, 0) && (await member.isWhole())) {
      await member.end();
      member = undefined;
    }
    member ??= openMember(limited);
    await member.write(bytes);
  };

  const write = async (bytes: Uint8Array): Promise<void> => {
    const all = new Uint8Array(rest.length + bytes.length);
    all.set(rest);
    all.set(bytes, rest.length);
    let from = 0;
    // The last three bytes wait: a member's first four may be split over two chunks.
    const until = Math.max(0, all.length - 3);
    for (let at = all.indexOf(0x1f, 1); at >= 0 && at < until; at = all.indexOf(0x1f, at + 1)) {
      if (!isMemberStart(all, at)) continue;
      await piece(all.slice(from, at));
      from = at;
    }
    await piece(all.slice(from, until));
    rest = all.slice(until);
  };

  const end = async (): Promise<void> => {
    await piece(rest);
    await member?.end();
  };

  return { write, end };
}

/** Magic number, the one method there is, and no flag that is reserved. */
function isMemberStart(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && bytes[at + 3] < 0x20;
}

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

  const write = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    await Promise.race([writer.write(bytes), pumped]);
    const both = new Uint8Array(tail.length + Math.min(8, bytes.length));
    both.set(tail);
    both.set(bytes.subarray(-8), tail.length);
    tail = both.slice(-8);
  };

  const isWhole = async (): Promise<boolean> => {
    // A write begins only when all earlier output was taken, so after an empty one all of it is counted.
    await write(new Uint8Array(0));
    if (tail.length < 8) return false;
    const view = new DataView(tail.buffer);
    return view.getUint32(0, true) === crc && view.getUint32(4, true) === size % 0x1_0000_0000;
  };

  const end = async (): Promise<void> => {
    await Promise.race([writer.close(), pumped]);
    await pumped;
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
