import fc from "fast-check";
import { expect, test } from "vitest";
import { readInput } from "../../src/ingest/read-input.ts";
import type { Reader } from "../../src/ingest/reader.ts";
import { READERS } from "../../src/ingest/readers.ts";
import { asText, boundedSink, brokenPromise, chunkSizes, type FuzzResult, fuzzed, mutatedFiles } from "./fuzzing.ts";

const FILE = "any.file";

function readAs(reader: Reader, text: string, size: number): FuzzResult {
  const result: FuzzResult = { records: [], findings: [], networks: [] };
  const parser = reader.open(FILE, boundedSink(result, text.length));
  for (let at = 0; at < text.length; at += size) parser.write(text.slice(at, at + size));
  parser.end();
  return result;
}

function read(bytes: Uint8Array, size: number): FuzzResult {
  const result: FuzzResult = { records: [], findings: [], networks: [] };
  const reading = readInput(FILE, boundedSink(result, bytes.length));
  for (let at = 0; at < bytes.length; at += size) reading.write(bytes.subarray(at, at + size));
  reading.end();
  return result;
}

// Six in ten cases of all, the same for every reader.
test.each(READERS)("a damaged file of $name throws nothing, ends, and reads alike in any chunks", (reader) => {
  fc.assert(
    fc.property(mutatedFiles(reader.format), chunkSizes, (bytes, size) => {
      const text = asText(bytes);
      const whole = readAs(reader, text, text.length + 1);
      expect(brokenPromise(whole, text.split("\n").length, FILE)).toBe(null);
      // As text, since comparing trees takes longer than reading twice.
      expect(JSON.stringify(readAs(reader, text, size))).toBe(JSON.stringify(whole));
    }),
    fuzzed(0.6 / READERS.length),
  );
});

// Two in ten.
test("bytes of any file, damaged, throw nothing, whatever they are taken for", () => {
  fc.assert(
    fc.property(mutatedFiles(), chunkSizes, (bytes, size) => {
      const whole = read(bytes, bytes.length + 1);
      expect(brokenPromise(whole, bytes.length + 1, FILE)).toBe(null);
      expect(JSON.stringify(read(bytes, size))).toBe(JSON.stringify(whole));
    }),
    fuzzed(0.2),
  );
});
