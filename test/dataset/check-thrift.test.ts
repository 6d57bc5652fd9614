import { expect, test } from "vitest";
import { checkThrift } from "../../src/dataset/check-thrift.ts";

const check = (...bytes: number[]) => checkThrift(Uint8Array.from(bytes), 0, bytes.length);

const BINARY = 0x18;
const I64 = 0x16;
const LIST = 0x19;
const STRUCT = 0x1c;
const repeated = (count: number, ...bytes: number[]): number[] => Array<number[]>(count).fill(bytes).flat();

test("the walk ends behind the struct's stop, whatever follows", () => {
  expect(check(0x00, 0xff)).toBe(1);
  // Field 1: the text "ab"; field 2: the number 1; field 3: a list of two bytes; field 4: an empty struct; stop.
  expect(check(BINARY, 2, 97, 98, I64, 2, LIST, 0x23, 7, 7, STRUCT, 0, 0, 0xff)).toBe(13);
});

test("lengths beyond the file, numbers without end and depth without end are refused", () => {
  expect(() => check(BINARY, 0xff, 0xff, 0xff, 0x7f, 97, 0)).toThrow("longer than the file");
  expect(() => check(LIST, 0xf3, 0xff, 0xff, 0xff, 0x7f, 0)).toThrow("longer than the file");
  expect(() => check(I64, ...repeated(1000, 0x80), 0, 0)).toThrow("too long");
  expect(() => check(...repeated(1000, STRUCT))).toThrow("too deep");
  expect(() => check(LIST, ...repeated(1000, 0x19))).toThrow("too deep");
  expect(() => check(BINARY)).toThrow("ends early");
});
