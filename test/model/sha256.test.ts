import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256, sha256Start, sha256Stream } from "../../src/model/sha256.ts";

const oracle = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("the examples of FIPS 180-4 have their published hashes", () => {
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  );
});

test("every length around the block size hashes as node:crypto does", () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + length) & 255);
    expect(sha256(bytes)).toBe(oracle(bytes));
  }
});

test("text is hashed as UTF-8", () => {
  expect(sha256("Łukasz 하정우 😀")).toBe(oracle(new TextEncoder().encode("Łukasz 하정우 😀")));
});

test("the pieces a message comes in do not matter", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 8 }), (pieces) => {
      const hash = sha256Stream();
      for (const piece of pieces) hash.update(piece);
      expect(hash.hex()).toBe(oracle(Buffer.concat(pieces)));
    }),
  );
});

test("the start of a hash is its first twelve digits, whatever the length and the script", () => {
  for (const text of ["", "jung woo ha", "a".repeat(55), "a".repeat(56), "z".repeat(300), "하정우", "müller"]) {
    expect(sha256Start(text).toString(16).padStart(12, "0")).toBe(sha256(text).slice(0, 12));
  }
});
