import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gunzip } from "../../scripts/gunzip.ts";
import { GzipError, isGzip } from "../../src/ingest/gzip.ts";
import { LIMITS } from "../../src/ingest/limits.ts";

const TEXT = Array.from({ length: 5_000 }, (_, i) => `${i}: ${(i * 2_654_435_761) % 4_294_967_296}\n`).join("");
const ZIPPED = gzipSync(TEXT);

/** What is unpacked of bytes that arrive `size` at a time, and the code of what stopped it. */
async function unpacked(bytes: Uint8Array, size = bytes.length, limits = LIMITS) {
  async function* source() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of gunzip(source(), limits)) chunks.push(chunk);
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    return { text: Buffer.concat(chunks).toString(), code: error.code };
  }
  return { text: Buffer.concat(chunks).toString(), code: null };
}

test("gzip is known by its first two bytes", () => {
  expect(isGzip(ZIPPED)).toBe(true);
  expect(isGzip(Uint8Array.of(0x1f))).toBe(false);
  expect(isGzip(Buffer.from("@article"))).toBe(false);
});

test.each([1, 7, 4096, 1_000_000])("all members are unpacked, wherever the chunks of %i bytes end", async (size) => {
  const short = gzipSync("the second");
  expect(await unpacked(ZIPPED, size)).toEqual({ text: TEXT, code: null });
  expect(await unpacked(Buffer.concat([ZIPPED, short, gzipSync("")]), size)).toEqual({
    text: `${TEXT}the second`,
    code: null,
  });
  expect(await unpacked(Buffer.concat([short, Buffer.alloc(1_000)]), size)).toEqual({ text: "the second", code: null });
});

test("a name, a comment and other things in the header are passed over", async () => {
  const plain = gzipSync("x");
  const flags = 2 + 4 + 8 + 16;
  const header = Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3, 97, 0, 98, 99, 0, 1, 2]);
  expect(await unpacked(Buffer.concat([header, plain.subarray(10)]), 1)).toEqual({ text: "x", code: null });
});

test("a file cut anywhere is truncated, and gives what came before", async () => {
  for (const length of [2, 9, 10, 11, 1_000, ZIPPED.length - 9, ZIPPED.length - 8, ZIPPED.length - 1]) {
    const { text, code } = await unpacked(ZIPPED.subarray(0, length));
    expect([length, code, TEXT.startsWith(text)]).toEqual([length, "gzip-truncated", true]);
    if (length >= ZIPPED.length - 8) expect(text).toBe(TEXT);
  }
  expect(await unpacked(Buffer.concat([ZIPPED, ZIPPED.subarray(0, 5)]))).toEqual({
    text: TEXT,
    code: "gzip-truncated",
  });
});

test("a wrong checksum, a wrong length, damaged data and anything that follows are told", async () => {
  for (const at of [ZIPPED.length - 8, ZIPPED.length - 1]) {
    const bytes = Buffer.from(ZIPPED);
    bytes[at] ^= 1;
    expect(await unpacked(bytes)).toEqual({ text: TEXT, code: "gzip-broken" });
  }
  const damaged = Buffer.from(ZIPPED).fill(0xff, 5_000, 5_100);
  expect((await unpacked(damaged)).code).toBe("gzip-broken");
  for (const junk of ["junk", "\0\0junk", "\u001f", "\u001fx"]) {
    expect(await unpacked(Buffer.concat([ZIPPED, Buffer.from(junk)]))).toEqual({ text: TEXT, code: "gzip-broken" });
  }
  expect((await unpacked(Buffer.concat([Buffer.from([0x1f, 0x8b, 7]), ZIPPED.subarray(3)]))).code).toBe("gzip-broken");
});

test("a file may unpack to as much as the limits allow, and to no byte more", async () => {
  const zeros = gzipSync(Buffer.alloc(1_000));
  const limits = { ...LIMITS, gzipRatio: 2, gzipFreeBytes: 1_000, gzipBytes: 1_000_000 };
  expect((await unpacked(zeros, zeros.length, limits)).code).toBe(null);
  expect((await unpacked(gzipSync(Buffer.alloc(1_001)), 100, limits)).code).toBe("gzip-too-large");
  const many = { ...limits, gzipRatio: 1_000, gzipBytes: 1_000 };
  expect((await unpacked(zeros, zeros.length, many)).code).toBe(null);
  expect((await unpacked(gzipSync(Buffer.alloc(1_001)), 100, many)).code).toBe("gzip-too-large");
});

test("a bomb is noticed long before it has unpacked", async () => {
  const { text, code } = await unpacked(gzipSync(Buffer.alloc(200_000_000), { level: 9 }));
  expect(code).toBe("gzip-too-large");
  expect(text.length).toBeLessThan(64_000_000);
});
