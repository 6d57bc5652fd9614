import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gunzip } from "../../src/app/worker/gunzip.ts";
import { type GzipLimits, isGzip } from "../../src/ingest/gzip.ts";

async function unpacked(packed: Uint8Array, chunk: number, limits?: GzipLimits): Promise<string> {
  const parts: Uint8Array[] = [];
  const unpacking = gunzip((bytes) => parts.push(bytes.slice()), limits);
  for (let at = 0; at < packed.length; at += chunk) await unpacking.write(packed.subarray(at, at + chunk));
  await unpacking.end();
  return Buffer.concat(parts).toString();
}

const LONG = "Who writes with whom? ".repeat(20_000);
// What looks like the beginning of a member, stored as it is within one.
const DECOY = gzipSync(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 0x1f, 0x8b, 8, 0]), { level: 0 });

test("gzip is known by its first two bytes", () => {
  expect(isGzip(gzipSync("a"))).toBe(true);
  expect(isGzip(Buffer.from("@article{a,"))).toBe(false);
  expect(isGzip(Buffer.from(""))).toBe(false);
});

test.each([1, 2, 3, 5, 64, 1_000_000])("members give one text however they are cut: every %i bytes", async (chunk) => {
  const members = Buffer.concat([gzipSync("one, "), gzipSync(""), gzipSync(LONG), gzipSync("three")]);
  expect(await unpacked(members, chunk)).toBe(`one, ${LONG}three`);
  expect(await unpacked(Buffer.concat([DECOY, gzipSync("end")]), chunk)).toMatch(/end$/);
});

test("what is cut off, or has another checksum or length than it says, is refused", async () => {
  const whole = gzipSync("Who writes with whom?");
  const changed = (at: number) => whole.map((byte, i) => (i === whole.length - at ? byte ^ 1 : byte));
  for (const damaged of [whole.subarray(0, -1), whole.subarray(0, -12), changed(8), changed(4), changed(12)]) {
    await expect(unpacked(damaged, 7)).rejects.toThrow();
  }
});

test.each([1, 7, 1_000_000])("zeros at the end are padding, however they come: every %i bytes", async (chunk) => {
  const zeros = (count: number) => Buffer.alloc(count);
  for (const text of ["", "one", LONG, "\0\0\0\0\0\0\0\0\0\0"]) {
    for (const count of [1, 3, 512, 1_000]) {
      const padded = Buffer.concat([gzipSync("before, "), gzipSync(text), zeros(count)]);
      expect(await unpacked(padded, chunk)).toBe(`before, ${text}`);
    }
  }
  // Zeros within the data are data.
  const within = gzipSync(Buffer.concat([zeros(5_000), Buffer.from("end")]), { level: 0 });
  expect(await unpacked(within, chunk)).toBe(`${zeros(5_000)}end`);
  await expect(unpacked(Buffer.concat([gzipSync(LONG).subarray(0, -9), zeros(70_000)]), chunk)).rejects.toThrow();
});

test("a file that is cut off has the code that the command gives it", async () => {
  const whole = gzipSync(LONG);
  for (const length of [2, 9, 15, whole.length - 9, whole.length - 8, whole.length - 1]) {
    await expect(unpacked(whole.subarray(0, length), 1_000)).rejects.toMatchObject({ code: "gzip-truncated" });
  }
});

test("a file that unpacks to far more than it has is refused before it has unpacked", async () => {
  let given = 0;
  const unpacking = gunzip((bytes) => {
    given += bytes.length;
  });
  await expect(unpacking.write(gzipSync(Buffer.alloc(100_000_000))).then(() => unpacking.end())).rejects.toThrow(
    "it unpacks to more than 200 times its size",
  );
  expect(given).toBeLessThan(30_000_000);
});

test("in a page too a file may unpack to as much as the limits allow, and to no byte more", async () => {
  const zeros = (count: number) => gzipSync(Buffer.alloc(count));
  const ratio = { gzipRatio: 2, gzipFreeBytes: 1_000, gzipBytes: 1_000_000 };
  const total = { gzipRatio: 1_000, gzipFreeBytes: 1_000, gzipBytes: 1_000 };
  for (const limits of [ratio, total]) {
    expect(await unpacked(zeros(1_000), 64, limits)).toHaveLength(1_000);
    await expect(unpacked(zeros(1_001), 64, limits)).rejects.toMatchObject({ code: "gzip-too-large" });
  }
});
