import fc from "fast-check";
import { expect, test } from "vitest";
import { READERS } from "../../src/ingest/readers.ts";
import { codes, fixture, readBytes, readText } from "./reading.ts";
import { STRUCTURED_FIXTURES, STRUCTURED_FORMATS } from "./structured-formats.ts";

const STRUCTURED_READERS = READERS.filter((reader) => STRUCTURED_FORMATS.has(reader.format));
const utf8 = (text: string) => new TextEncoder().encode(text);
const detecting = (text: string) => READERS.filter((reader) => reader.detects(text)).map((reader) => reader.format);
const readerOf = (format: string) => READERS.find((one) => one.format === format) ?? READERS[0];

test("every format in XML or JSON is in the list of readers", () => {
  expect([...new Set(STRUCTURED_READERS.map((reader) => reader.format))].sort()).toEqual(
    [...STRUCTURED_FORMATS].sort(),
  );
});

test.each(STRUCTURED_FIXTURES)("%s is recognised as %s and as nothing else", (name, format) => {
  expect(detecting(fixture(name))).toEqual([format]);
});

test.each([
  ["an empty file", ""],
  ["a page", "<!DOCTYPE html><html><head><title>PubmedArticle</title></head><body>https://openalex.org/</body></html>"],
  ["a drawing", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><record/><article key="a"/></svg>'],
  ["a network", '<?xml version="1.0"?><gexf version="1.3"><graph><nodes><node id="1"/></nodes></graph></gexf>'],
  [
    "a feed of news",
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>x</title></entry></feed>',
  ],
  ["an article in DocBook", '<article version="5.0"><title>A book</title><author/></article>'],
  ["a map of VOSviewer", '{"network": {"items": [{"id": 1, "label": "Ada"}], "links": []}}'],
  ["a package", '{"name": "coterie", "version": "1.0.0", "type": "module", "author": "Ada"}'],
  ["numbers", "[1, 2, 3]"],
  ["objects of something else", '[{"id": 1, "title": "Shirt", "type": "garment"}]'],
  ["text that looks like a link", "https://openalex.org/W1 and PubmedArticle"],
])("%s is of no format in XML or JSON", (_, text) => {
  expect(STRUCTURED_READERS.filter((reader) => reader.detects(text)).map((reader) => reader.format)).toEqual([]);
});

test.each(STRUCTURED_FIXTURES)("%s reads the same in chunks of 1, 2, 7 and 4096", (name, format) => {
  const text = fixture(name);
  const whole = readText(readerOf(format), text);
  expect(whole.records.length).toBeGreaterThan(0);
  for (const size of [1, 2, 7, 4096]) {
    expect(readText(readerOf(format), text, size)).toEqual(whole);
    const inBytes = readBytes(utf8(text.replaceAll("\n", "\r\n")), size);
    expect({ records: inBytes.list, findings: inBytes.findings }).toEqual(whole);
  }
});

/** Pieces of the formats, to be put together in any order. */
const PIECES = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(...STRUCTURED_FIXTURES.flatMap(([name]) => fixture(name).split(/(?<=[>\n,{}\]])/))),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        ...'< > <!-- --> <![CDATA[ ]]> <? ?> </ /> " \' { } [ ] : , \\ & &amp; &#x41; &#0; \n \n{ "a":'.split(" "),
        ...["<!DOCTYPE a [", '<!ENTITY a "b">', "<PubmedArticle>", "</PubmedArticle>", "<paper", "</record ", "<hit>"],
        ...['"__proto__":', '{"id":"https://openalex.org/W1",', '"results":[', '"message":{', '"items":[', "null"],
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  ),
  { maxLength: 40 },
);

test("text of any pieces reads alike in any chunks, throws nowhere, and loses no line", () => {
  fc.assert(
    fc.property(PIECES, fc.integer({ min: 1, max: 30 }), (pieces, size) => {
      const text = pieces.join("");
      const lines = text.split("\n").length;
      for (const reader of STRUCTURED_READERS) {
        const whole = readText(reader, text);
        expect(readText(reader, text, size)).toEqual(whole);
        for (const { source, authors } of whole.records) {
          expect(source.line).toBeGreaterThan(0);
          expect(source.line).toBeLessThanOrEqual(lines);
          for (const { name } of authors) expect(name).toMatch(/^[^\p{Cc}\u202e]+$/u);
        }
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("no bytes throw", () => {
  const starts = STRUCTURED_FIXTURES.map(([name]) => fixture(name).slice(0, 300));
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), fc.nat(40), (start, bytes, size) => {
      readBytes(new Uint8Array([...utf8(start), ...bytes]), size + 1);
    }),
    { numRuns: 500 },
  );
});

const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`).join("")}]>`;
const ATTACKS: readonly (readonly [string, string, string, string])[] = [
  [
    "entities within entities",
    "pubmed-xml",
    `${LAUGHS}<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>&a19;</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
    "declarations-ignored",
  ],
  [
    "an external entity",
    "dblp-xml",
    '<!DOCTYPE dblp [<!ENTITY e SYSTEM "file:///etc/passwd">]><dblp><article key="a"><title>&e;</title></article></dblp>',
    "declarations-ignored",
  ],
  ["100,000 elements deep", "pubmed-xml", `<PubmedArticle>${"<a>".repeat(100_000)}`, "nesting-deep"],
  ["100,000 brackets deep", "crossref", `{"DOI":"10.1/a","title":${"[".repeat(100_000)}`, "nesting-deep"],
  ["100,000 brackets", "openalex", "[".repeat(100_000), "nesting-deep"],
  ["100,000 braces", "openalex", `{"id":"https://openalex.org/W1","x":${'{"a":'.repeat(100_000)}`, "nesting-deep"],
  ["an unclosed string", "openalex", `{"id":"https://openalex.org/W1","x":"${"a".repeat(1_000_000)}`, "json-unclosed"],
  ["an unclosed comment", "pubmed-xml", `<PubmedArticleSet><!--${"-".repeat(1_000_000)}`, "comment-unclosed"],
  ["an unclosed section", "acl-xml", `<paper><![CDATA[${"]".repeat(1_000_000)}`, "cdata-unclosed"],
  ["an unclosed document type", "dblp-xml", `<!DOCTYPE dblp [${'"'.repeat(999_999)}`, "doctype-unclosed"],
  ["an unclosed tag", "endnote-xml", `<record ${'a="'.repeat(300_000)}`, "xml-malformed"],
  ["an unclosed attribute", "dblp-xml", `<article key="${"<".repeat(1_000_000)}`, "xml-malformed"],
  ["a million end tags", "pubmed-xml", `<PubmedArticle>${"</a>".repeat(250_000)}</PubmedArticle>`, "xml-malformed"],
  [
    "half a million unclosed elements",
    "dblp-xml",
    `<article>${"<i>".repeat(200)}${"</b>".repeat(250_000)}`,
    "record-unclosed",
  ],
  ["a million ampersands", "dblp-xml", `<article><title>${"&".repeat(1_000_000)}</title></article>`, "xml-malformed"],
];

test.each(ATTACKS)("%s end in a finding of the %s reader, not in a hang", (_, format, text, code) => {
  const result = readText(readerOf(format), text, 65_536);
  expect(codes(result)).toContain(code);
  for (const { title } of result.records) expect(title ?? "").not.toMatch(/haha|root:/);
  expect(JSON.stringify(result).length).toBeLessThan(100_000);
});
