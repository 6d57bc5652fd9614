import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gunzip, isGzip } from "../../src/app/worker/gunzip.ts";

async function unpacked(packed: Uint8Array, chunk: number): Promise<string> {
  const parts: Uint8Array[] = [];
  const unpacking = gunzip((bytes) => parts.push(bytes.slice()));
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

test("a file that unpacks to far more than it has is refused before it has unpacked", async () => {
  let given = 0;
  const unpacking = gunzip((bytes) => {
    given += bytes.length;
  });
  await expect(unpacking.write(gzipSync(Buffer.alloc(100_000_000))).then(() => unpacking.end())).rejects.toThrow(
    "it unpacks to more than is read",
  );
  expect(given).toBeLessThan(30_000_000);
});
