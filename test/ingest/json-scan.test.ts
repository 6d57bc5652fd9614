import fc from "fast-check";
import { expect, test } from "vitest";
import { readInvertedIndex, textOfInvertedIndex } from "../../src/ingest/inverted-index.ts";
import { JsonRecordSplitter } from "../../src/ingest/json/json-record-splitter.ts";
import { JsonScan } from "../../src/ingest/json/json-scan.ts";
import { jsonText } from "./json-text.ts";

const NO_QUESTIONS = { stops: () => false, apart: {} };

test("the end of an object is found in whatever JSON.stringify writes, and its line ends are counted", () => {
  const scan = new JsonScan();
  const object = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(object, fc.constantFrom(0, 1, "\t"), fc.string(), (value, indent, behind) => {
      const text = JSON.stringify(value, null, indent);
      expect(scan.objectEnd(`[${text}${behind}`, 1, 100, NO_QUESTIONS)).toBe(1 + text.length);
      expect(scan.lines).toBe(text.split("\n").length - 1);
      expect(scan.lastKey).toBe(JSON.stringify(Object.keys(value).at(-1))?.slice(1, -1));
    }),
  );
});

test("an object without its end, or deeper than is allowed, has none", () => {
  const scan = new JsonScan();
  const text = '{"a":{"b":[1,{"c":"}"}]}}';
  for (let length = 1; length < text.length; length++) {
    expect(scan.objectEnd(text.slice(0, length), 0, 4, NO_QUESTIONS)).toBe(-1);
  }
  expect(scan.objectEnd(text, 0, 4, NO_QUESTIONS)).toBe(text.length);
  expect(scan.objectEnd(text, 0, 3, NO_QUESTIONS)).toBe(-1);
});

interface Found {
  readonly records: { text: string; line: number }[];
  readonly lost: { line: number; why: string }[];
}

/** With a listener for keys every character is looked at, without one whole records are passed at once. */
function split(text: string, pieces: number, slowly: boolean): Found {
  const found: Found = { records: [], lost: [] };
  const splitter = new JsonRecordSplitter(new Set(["results", "inner"]), {
    record: ({ text: record, line }) => found.records.push({ text: record, line }),
    lost: (line, why) => found.lost.push({ line, why }),
    ...(slowly ? { key: () => undefined } : {}),
  });
  for (let at = 0; at < text.length; at += pieces) splitter.write(text.slice(at, at + pieces));
  splitter.end();
  return found;
}

test("quickly and slowly the same records are found, in order or broken, in whatever pieces", () => {
  fc.assert(
    fc.property(jsonText, fc.integer({ min: 1, max: 200 }), (text, pieces) => {
      const slow = split(text, text.length, true);
      expect(split(text, text.length, false)).toEqual(slow);
      expect(split(text, pieces, false)).toEqual(slow);
    }),
    // After an object without keys a list may begin whose key is broken: either way it is the list that went before.
    { numRuns: 1000, examples: [['{"results": [{}] \\ "b": [{}]}', 1]] },
  );
});

test("members that nobody reads are cut out of a record, and the others are what JSON.parse makes of them", () => {
  const member = fc.tuple(fc.constantFrom("a", "b", "unread", "read", "__proto__"), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(member), fc.integer({ min: 1, max: 50 }), (members, pieces) => {
      const text = `{${members.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(", ")}}`;
      const texts: string[] = [];
      const splitter = new JsonRecordSplitter(
        new Set(),
        { record: (raw) => texts.push(raw.text), lost: () => expect.fail() },
        { unread: new Set(["unread"]) },
      );
      for (let at = 0; at < text.length; at += pieces) splitter.write(text.slice(at, at + pieces));
      splitter.end();
      const whole = JSON.parse(text);
      if (typeof whole.unread === "object") whole.unread = null;
      expect(texts).toHaveLength(1);
      expect(JSON.parse(texts[0])).toEqual(whole);
    }),
  );
});

test("a text is read from its inverted index as from what JSON.parse makes of it", () => {
  const word = fc.string().filter((text) => !/^\d+$/.test(text) && text !== "__proto__");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.array(fc.nat(30)), (words, left) => {
      const index = new Map<string, number[]>();
      for (const [place, one] of words.entries()) {
        if (left.includes(place)) continue;
        index.set(one, [...(index.get(one) ?? []), place]);
      }
      const object = Object.fromEntries(index);
      const json = JSON.stringify(object);
      const read = readInvertedIndex(`:${json},`, 1);
      if (read === undefined) expect(json === "{}" || json.includes("\\")).toBe(true);
      else expect(read).toEqual({ end: 1 + json.length, text: textOfInvertedIndex(object) });
    }),
  );
});

test("an inverted index of another form is left to JSON.parse", () => {
  for (const json of [
    "{}",
    '{"a": [0]}',
    '{"a":[ 0]}',
    '{"a":[]}',
    '{"a":[0.5]}',
    '{"a":[01]}',
    '{"a":[-1]}',
    '{"a":["0"]}',
    '{"a":[0],"b":[0]}',
    '{"a":[5000]}',
    '{"a":[0]',
    '{"a":[0],}',
    '{"a\\u0062":[0]}',
    "[0]",
    "",
  ]) {
    expect(readInvertedIndex(json, 0), json).toBeUndefined();
  }
  expect(readInvertedIndex('{"the":[0,3],"":[1],"map":[2]}', 0)?.text).toBe("the  map the");
});
