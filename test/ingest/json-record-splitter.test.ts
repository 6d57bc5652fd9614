import fc from "fast-check";
import { expect, test } from "vitest";
import { JsonRecordSplitter } from "../../src/ingest/json/json-record-splitter.ts";
import { LIMITS } from "../../src/ingest/limits.ts";

function split(text: string, size = text.length + 1) {
  const texts: string[] = [];
  const lines: number[] = [];
  const lost: string[] = [];
  const splitter = new JsonRecordSplitter(new Set(["results", "inner"]), {
    record: (raw) => {
      texts.push(raw.text);
      lines.push(raw.line);
    },
    lost: (line, why) => void lost.push(`${why}:${line}`),
  });
  for (let at = 0; at < text.length; at += size) splitter.write(text.slice(at, at + size));
  splitter.end();
  return { texts, lines, lost };
}

const RECORDS = fc.array(
  fc.dictionary(
    fc.string({ maxLength: 5 }).filter((key) => key !== "results" && key !== "inner"),
    fc.jsonValue({ maxDepth: 3 }),
    { maxKeys: 4 },
  ),
  { maxLength: 5 },
);

test("whatever valid JSON the records stand in, each is found as it was written", () => {
  fc.assert(
    fc.property(RECORDS, fc.constantFrom(0, 1, 4), fc.integer({ min: 1, max: 50 }), (records, space, size) => {
      // Node's own writer; through it `__proto__` and the like stay ordinary keys.
      const written = records.map((record) => JSON.stringify(record));
      const expected = written.map((text) => JSON.parse(text));
      const found = (text: string) => {
        const { texts, lost } = split(text, size);
        expect(lost).toEqual([]);
        return texts.map((one) => JSON.parse(one));
      };
      expect(found(written.join("\n"))).toEqual(expected);
      expect(found(JSON.stringify(records, null, space))).toEqual(expected);
      expect(found(JSON.stringify({ meta: { a: [{}] }, results: records, after: [{ x: 1 }] }, null, space))).toEqual(
        expected,
      );
      const around = { results: records.map((record) => ({ n: 1, inner: record, m: {} })) };
      expect(found(JSON.stringify(around, null, space))).toEqual(expected);
      expect(found(JSON.stringify([{ a: 1, results: records }, { results: records }], null, space))).toEqual([
        ...expected,
        ...expected,
      ]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [
    "an unclosed string on a line of its own",
    '{"a": "x\n{"b": 1}\n{"c": 1}',
    ['{"b": 1}', '{"c": 1}'],
    ["json-malformed:1"],
  ],
  ["an indented one in a list", '[\n  {"a": "x},\n  {"b": 1}\n]', ['{"b": 1}'], ["json-malformed:2"]],
  ["a missing bracket at the end", '{"a": {"x": 1}\n{"b": 1}', ['{"b": 1}'], ["json-malformed:1"]],
  ["a missing bracket in the middle", '[{"a": [1, 2}, {"b": 1}]', ['{"b": 1}'], ["json-malformed:1"]],
  ["a bracket too many", '[{"a": 1}}, {"b": 1}]', ['{"a": 1}', '{"b": 1}'], []],
  [
    "a list that closes over a record",
    '{"results": [{"a": {"x": 1], "y": [{"z": 1}]}\n{"b": 1}',
    ['{"b": 1}'],
    ["json-malformed:1"],
  ],
  ["a file cut off in a record", '[{"a": 1}, {"b', ['{"a": 1}'], ["json-unclosed:1"]],
  ["a file cut off between records", '{"results": [{"a": 1},\n', ['{"a": 1}'], ["list-unclosed:2"]],
  [
    "a missing bracket that makes what follows a part",
    '[\n{"a": [1,\n{"b": {"x": 1}},\n{"c": [\n{"d": 1}]},\n{"e": 1}]',
    ['{"b": {"x": 1}}', '{"d": 1}', '{"e": 1}'],
    ["json-unclosed:2", "json-malformed:4"],
  ],
])("%s costs no other record", (_, text, texts, lost) => {
  for (const size of [1, 3, 100]) expect(split(text, size)).toMatchObject({ texts, lost });
});

test("lines are those of the opening braces", () => {
  expect(split('\n[\n{"a":\n1},\n\n{"b": "\\n"}, {"c": 1}]').lines).toEqual([3, 6, 6]);
});

test("after a record beyond the limit the next line of its kind is read, also where brackets are missing", () => {
  const count = Math.ceil(LIMITS.recordLength / 1_000) + 2_000;
  const many = Array.from({ length: count }, (_, i) => `{"n": ${i}, "x": "${"y".repeat(1_000)}"},\n`).join("");
  const { texts, lost } = split(`[\n{"a": [1,\n${many}{"z": 1}]`, 65_536);
  expect(lost.slice(0, 1)).toEqual(["record-cut:2"]);
  expect(lost.length).toBeLessThan(4);
  expect(texts.length).toBeGreaterThan(count - 3);
  expect(texts.at(-1)).toBe('{"z": 1}');
});
