import { crc32, createInflateRaw } from "node:zlib";
import { GzipError, type GzipLimits, gzipBudget, isGzip } from "../src/ingest/gzip.ts";
import { LIMITS } from "../src/ingest/limits.ts";

/** Given to the decompressor at a time: a bomb can make at most a thousand times as much of it before it is noticed. */
const PIECE_BYTES = 32_768;
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;

/**
 * What a gzip file (RFC 1952) holds, all its members one after another, as a stream. Everything that could be unpacked is
 * given before the `GzipError` that tells what is wrong: the end is missing, the data, their length or their checksum are
 * damaged, something else follows, or it unpacks to more than the limits allow. Zeros at the end are padding.
 */
export async function* gunzip(
  source: AsyncIterable<Uint8Array>,
  limits: GzipLimits = LIMITS,
): AsyncGenerator<Uint8Array> {
  const input = new ByteQueue(source);
  const hold = gzipBudget(limits);
  for (let members = 0; await input.has(1); members++) {
    if (members > 0 && (await input.isPadding())) return;
    await skipHeader(input, members);
    let checksum = 0;
    let length = 0;
    for await (const chunk of inflated(input)) {
      length += chunk.length;
      hold(chunk.length, input.taken);
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    const { buffer, byteOffset } = await taken(input, TRAILER_BYTES);
    const trailer = new DataView(buffer, byteOffset);
    if (trailer.getUint32(0, true) !== checksum) throw new GzipError("gzip-broken", "its checksum does not fit");
    if (trailer.getUint32(4, true) !== length % 2 ** 32) throw new GzipError("gzip-broken", "its length does not fit");
  }
}

const FLAG_CHECKSUM = 2;
const FLAG_EXTRA = 4;
const FLAG_NAME = 8;
const FLAG_COMMENT = 16;

async function skipHeader(input: ByteQueue, members: number): Promise<void> {
  if (members > 0 && !((await input.has(2)) && isGzip(input.peek(2)))) {
    throw new GzipError("gzip-broken", "something else follows the compressed data");
  }
  const [, , method, flags] = await taken(input, HEADER_BYTES);
  if (method !== 8) throw new GzipError("gzip-broken", "its method of compression is unknown");
  if ((flags & FLAG_EXTRA) !== 0) {
    const [low, high] = await taken(input, 2);
    await taken(input, low + 256 * high);
  }
  for (const flag of [FLAG_NAME, FLAG_COMMENT]) {
    if ((flags & flag) === 0) continue;
    while ((await taken(input, 1))[0] !== 0);
  }
  if ((flags & FLAG_CHECKSUM) !== 0) await taken(input, 2);
}

async function taken(input: ByteQueue, count: number): Promise<Uint8Array> {
  if (!(await input.has(count))) throw new GzipError("gzip-truncated", "its end is missing");
  return input.take(count);
}

/** The data of one member; what follows it is left in `input`. */
async function* inflated(input: ByteQueue): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  const chunks: Uint8Array[] = [];
  let failed = false;
  let written = (): void => {};
  inflate.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  inflate.on("error", () => {
    failed = true;
    written();
  });
  try {
    // It leaves what follows the end of the data.
    for (let consumed = PIECE_BYTES, piece = PIECE_BYTES; consumed === piece; ) {
      if (!(await input.has(1))) throw new GzipError("gzip-truncated", "its end is missing");
      const bytes = input.peek(PIECE_BYTES);
      const before = inflate.bytesWritten;
      await new Promise<void>((resolve) => {
        // After an error it calls no write back.
        written = resolve;
        inflate.write(bytes, () => resolve());
      });
      yield* chunks.splice(0);
      if (failed) throw new GzipError("gzip-broken", "its compressed data are damaged");
      piece = bytes.length;
      consumed = inflate.bytesWritten - before;
      input.take(consumed);
    }
  } finally {
    inflate.destroy();
  }
}

/** Bytes that arrive in chunks and are taken in other amounts. */
class ByteQueue {
  /** How many bytes were taken. */
  taken = 0;
  readonly #source: AsyncIterator<Uint8Array>;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Waits until `count` bytes are there, or the source has ended. */
  async has(count: number): Promise<boolean> {
    while (this.#bytes.length < count) {
      const next = await this.#source.next();
      if (next.done === true) return false;
      this.#bytes = this.#bytes.length === 0 ? next.value : Buffer.concat([this.#bytes, next.value]);
    }
    return true;
  }

  /** At most `count` of the bytes that are there. */
  peek(count: number): Uint8Array {
    return this.#bytes.subarray(0, count);
  }

  take(count: number): Uint8Array {
    const bytes = this.peek(count);
    this.#bytes = this.#bytes.subarray(count);
    this.taken += count;
    return bytes;
  }

  /** Whether nothing but zeros is left; takes them. */
  async isPadding(): Promise<boolean> {
    while (await this.has(1)) {
      if (this.#bytes.some((byte) => byte !== 0)) return false;
      this.take(this.#bytes.length);
    }
    return true;
  }
}
