import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "../../src/ingest/limits.ts";
import { READERS } from "../../src/ingest/readers.ts";
import { codes, fixture, readBytes, readText } from "./reading.ts";

const FIXTURES = [
  ["arxiv-listing.txt", "arxiv-author-listing"],
  ["arxiv-nasty.txt", "arxiv-author-listing"],
  ["acl-page.txt", "acl-author-page"],
  ["acl-nasty.txt", "acl-author-page"],
  ["happy.bib", "bibtex"],
  ["nasty.bib", "bibtex"],
] as const;
const utf8 = (text: string) => new TextEncoder().encode(text);
const ENTRY = "@misc{k, title = {Über Łódź: 하정우 😀}, author = {José Ñandú}}\n";

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

test.each(FIXTURES)("%s is recognised by its content as %s", (name, format) => {
  expect(readBytes(utf8(fixture(name))).format).toBe(format);
});

test.each(FIXTURES)("%s reads the same in chunks of 1, 7 and 4096", (name, format) => {
  const text = fixture(name);
  const reader = READERS.find((one) => one.format === format) ?? READERS[0];
  const whole = readText(reader, text);
  expect(whole.records.length).toBeGreaterThan(0);
  for (const size of [1, 7, 4096]) {
    expect(readText(reader, text, size)).toEqual(whole);
    const inBytes = readBytes(utf8(text), size);
    expect({ records: inBytes.list, findings: inBytes.findings }).toEqual(whole);
  }
});

test.each(FIXTURES)("%s reads the same with the line ends of other systems", (name) => {
  const text = fixture(name);
  const plain = readBytes(utf8(text));
  for (const end of ["\r\n", "\r"]) {
    for (const size of [1, 5, 4096]) expect(readBytes(utf8(text.replaceAll("\n", end)), size)).toEqual(plain);
  }
});

/** A comment that fills the head, so that what follows reaches the decoder in the chunks it is written in. */
const PADDING = `% ${"x".repeat(LIMITS.headBytes)}\n@comment{k}\n`;

test("beyond the head, no chunk's end splits a character, a line end or a byte of another encoding", () => {
  const text = `@comment{k}\n${PADDING}${ENTRY}@misc{l,\n\n title = {Two}}\n`;
  const plain = readBytes(utf8(text));
  expect(plain.list.map((record) => record.title)).toEqual(["Über Łódź: 하정우 😀", "Two"]);
  const windows = utf8(text.replaceAll("\n", "\r\n"));
  const foreign = Uint8Array.from([...utf8(text), 0xe9, 0xe9, 0x40, 0xf0, 0x9f]);
  const mixed = readBytes(foreign);
  expect(mixed.findings).toMatchObject([
    { code: "encoding-not-utf-8", line: 8, detail: expect.stringMatching(/: 4\.$/) },
  ]);
  for (const size of [1, 2, 3, 5]) {
    expect(readBytes(utf8(text), size)).toEqual(plain);
    expect(readBytes(windows, size)).toEqual(plain);
    expect(readBytes(utf16(text, true), size)).toEqual(plain);
    expect(readBytes(foreign, size)).toEqual(mixed);
  }
});

test("UTF-8 and UTF-16 with a byte order mark read as UTF-8 without one", () => {
  const plain = readBytes(utf8(ENTRY));
  expect(plain.list[0]).toMatchObject({ title: "Über Łódź: 하정우 😀", authors: [{ name: "José Ñandú" }] });
  for (const size of [1, 3, 4096]) {
    expect(readBytes(utf8(`\ufeff${ENTRY}`), size)).toEqual(plain);
    expect(readBytes(utf16(ENTRY, true), size)).toEqual(plain);
    expect(readBytes(utf16(ENTRY, false), size)).toEqual(plain);
  }
});

test("bytes that are no UTF-8 read as Windows-1252, and the finding counts them", () => {
  const bytes = Uint8Array.from(Buffer.from("@misc{k,\n title = {caf\xe9 \x93x\x94}}\n@misc{l, title = {", "latin1"));
  const both = new Uint8Array([...bytes, ...utf8("naïve}}")]);
  for (const size of [1, 2, 3, 4096]) {
    const result = readBytes(both, size);
    expect(result.list.map((record) => record.title)).toEqual(["café “x”", "naïve"]);
    expect(result.findings).toMatchObject([
      { code: "encoding-not-utf-8", line: 2, detail: expect.stringMatching(/: 3\.$/) },
    ]);
  }
});

test("valid UTF-8 is never taken for anything else, wherever it is cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (text, size) => {
      const bytes = utf8(`@misc{k, title = {x}}\n${text}`);
      expect(codes(readBytes(bytes, size))).not.toContain("encoding-not-utf-8");
    }),
  );
});

test("NULs are dropped and reported", () => {
  const result = readBytes(utf8("@misc{k, title = {a\0b}}\0"));
  expect(result.list[0].title).toBe("ab");
  expect(codes(result)).toEqual(["nul-characters"]);
});

test("an empty file and a file of no known format are findings", () => {
  expect(readBytes(new Uint8Array(0))).toMatchObject({
    format: null,
    findings: [{ code: "file-empty", file: "test" }],
  });
  expect(readBytes(utf8("\x7fELF and so on"))).toMatchObject({ format: null, findings: [{ code: "format-unknown" }] });
});

test("a file larger than the head is read to its end", () => {
  const count = 5_000;
  const text = Array.from({ length: count }, (_, i) => `@misc{k${i}, title = {Number ${i}}}\n`).join("");
  const result = readBytes(utf8(text), 1_000);
  expect(result.list.length).toBe(count);
  expect(result.list.at(-1)).toMatchObject({ title: `Number ${count - 1}`, source: { line: count, record: count } });
});

test("no bytes throw, and no text of theirs steers what is kept", () => {
  const starts = ["@misc{k, title = {", "arXiv:2101.00001\nCreated: 2021-01\n", "A\n2020\n\npdf\n", "\ufeff", ""];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), fc.nat(40), (start, bytes, size) => {
      const result = readBytes(new Uint8Array([...utf8(start), ...bytes]), size + 1);
      for (const record of result.list) {
        for (const text of [record.title, record.abstract, record.venue, ...record.authors.map((one) => one.name)]) {
          expect(text ?? "x").toMatch(/^[^\p{Cc}\u202e]+$/u);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("pieces of the formats in any order throw nothing and read alike in any chunks", () => {
  const pieces = fc.array(
    fc.constantFrom(
      ...'@ { } ( ) " # = , \\ % and @article{ @string{ @comment{ \n a author title = pdf 2020 | arXiv:2101.00001 Created:'.split(
        " ",
      ),
      "\n",
      "\n\n",
      "\n@misc{b,",
      "Created: 2020-01-01\n",
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 9 }), (parts, size) => {
      const text = parts.join("");
      for (const reader of READERS) expect(readText(reader, text, size)).toEqual(readText(reader, text));
    }),
    { numRuns: 500 },
  );
});
