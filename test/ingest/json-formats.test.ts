import { expect, test } from "vitest";
import { arxivJsonl } from "../../src/ingest/arxiv-jsonl.ts";
import { crossref } from "../../src/ingest/crossref.ts";
import { cslJson } from "../../src/ingest/csl-json.ts";
import { genericJson } from "../../src/ingest/generic-json.ts";
import { parseObject } from "../../src/ingest/json/json-values.ts";
import { openalex } from "../../src/ingest/openalex.ts";
import { withoutMarkup } from "../../src/ingest/plain-markup.ts";
import { semanticScholar } from "../../src/ingest/semantic-scholar.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import { codes, fixture, readBytes, readText } from "./reading.ts";

const titles = (records: readonly SourceRecord[]) => records.map((record) => record.title);

test("OpenAlex gives ids of people, institutions, the abstract in its order, and what it cut off", () => {
  expect(readText(openalex, fixture("happy-openalex.json"))).toEqual({
    records: [
      {
        source: { file: "test", format: "openalex", record: 1, line: 2 },
        ids: { openalex: "W1", doi: "10.1000/eng.5", pmid: "123" },
        title: "Steam & looms",
        authors: [
          {
            name: "Ada Lovelace",
            orcid: "0000-0002-1825-0097",
            ids: ["openalex:A9"],
            affiliations: ["Ockham Park"],
          },
          { name: "Charles Babbage", affiliations: ["London"] },
        ],
        truncated: true,
        year: 2020,
        date: "2020-05-06",
        venue: "J Eng",
        type: "article",
        abstract: "Engines turn and turn",
        url: "https://doi.org/10.1000/ENG.5",
        keywords: ["Steam"],
        citations: 7,
      },
    ],
    findings: [],
  });
});

test("a broken line costs its record, and no key of a file reaches a prototype", () => {
  const { records, findings } = readText(openalex, fixture("nasty-openalex.jsonl"));
  expect(titles(records)).toEqual(["One", "Three", "Six"]);
  expect(records.map(({ source }) => [source.record, source.line])).toEqual([
    [1, 1],
    [3, 3],
    [5, 7],
  ]);
  expect(findings.map(({ code, line, record }) => [code, line, record])).toEqual([
    ["json-malformed", 2, 2],
    ["json-malformed", 4, 4],
    ["text-between-records", 6, undefined],
    ["objects-skipped", 5, undefined],
  ]);
  expect("title" in {}).toBe(false);
});

test("Crossref's lists and single works are read; a name without family name is a group", () => {
  const { records, findings } = readText(crossref, fixture("happy-crossref.json"));
  expect(findings).toEqual([]);
  expect(records).toEqual([
    {
      source: { file: "test", format: "crossref", record: 1, line: 2 },
      ids: { doi: "10.1000/eng.6" },
      title: "Steam 2: a history",
      authors: [
        {
          name: "Ada Lovelace",
          given: "Ada",
          family: "Lovelace",
          orcid: "0000-0002-1825-0097",
          affiliations: ["Ockham Park"],
        },
      ],
      groupAuthors: ["ENGINE Consortium"],
      editors: [{ name: "Grace Hopper", given: "Grace", family: "Hopper" }],
      year: 2012,
      date: "2012-03",
      venue: "J Eng",
      type: "journal-article",
      abstract: "If x < y & z.",
      url: "http://dx.doi.org/10.1000/eng.6",
      keywords: ["History"],
      citations: 3,
    },
    {
      source: { file: "test", format: "crossref", record: 2, line: 6 },
      ids: { doi: "10.1000/eng.7" },
      title: "A preprint",
      authors: [],
      year: 2019,
      date: "2019-12-31",
      type: "preprint",
    },
  ]);
  const one = '{"status":"ok","message-type":"work","message":{"DOI":"10.1000/a","title":["Alone"],"items-count":1}}';
  expect(titles(readText(crossref, one).records)).toEqual(["Alone"]);
});

test("Semantic Scholar's pages are read, also where the paper stands inside another object", () => {
  const { records, findings } = readText(semanticScholar, fixture("happy-s2.json"));
  expect(findings).toEqual([]);
  expect(records).toMatchObject([
    {
      ids: { doi: "10.18653/v1/p19-1001", arxiv: "1901.00003", acl: "P19-1001", pmid: "77" },
      authors: [{ name: "Ada Lovelace", ids: ["s2:81"], affiliations: ["Ockham Park"] }, { name: "C. Babbage" }],
      date: "2019-07-28",
      venue: "ACL",
      citations: 4,
    },
    { title: "Cites it", authors: [] },
  ]);
  const nasty = readText(semanticScholar, fixture("nasty-s2.jsonl"));
  expect(titles(nasty.records)).toEqual(["5", 'Odd }{ " text \\', "In a list"]);
  expect(codes(nasty)).toEqual(["text-between-records", "json-unclosed", "objects-skipped"]);
});

test("CSL-JSON keeps particles where they stand, literals as groups, and dates in any of their forms", () => {
  const { records, findings } = readText(cslJson, fixture("happy-csl.json"));
  expect(findings).toEqual([]);
  expect(records).toMatchObject([
    {
      ids: { doi: "10.1000/eng.8", pmid: "78" },
      authors: [
        { name: "Jean de La Fontaine III", given: "Jean de", family: "La Fontaine", suffix: "III" },
        { name: "Jean d'Alembert", given: "Jean d'", family: "Alembert" },
      ],
      truncated: true,
      groupAuthors: ["ENGINE Group"],
      editors: [{ name: "Grace Hopper" }],
      date: "2012-03-21",
      keywords: ["steam", "looms"],
    },
    { ids: { arxiv: "2101.00009" }, title: "Looms", date: "1999-10", type: "thesis" },
  ]);
  const nasty = readText(cslJson, fixture("nasty-csl.json"));
  expect(titles(nasty.records)).toEqual(["One", "Three"]);
  expect(nasty.records[1].year).toBeUndefined();
  expect(new Set(codes(nasty))).toEqual(
    new Set(["json-malformed", "url-dropped", "text-between-records", "list-unclosed", "objects-skipped"]),
  );
});

test("arXiv's lines give the first version's date and names without LaTeX", () => {
  const { records, findings } = readText(arxivJsonl, fixture("happy-arxiv.jsonl"));
  expect(findings).toEqual([]);
  expect(records).toMatchObject([
    {
      ids: { arxiv: "0704.0001", doi: "10.1000/eng.9" },
      title: "Steam at α",
      authors: [
        { name: "C. Balázs", given: "C.", family: "Balázs", affiliations: ["Ockham Park"] },
        { name: "L. Smith Jr.", given: "L.", family: "Smith", suffix: "Jr." },
      ],
      groupAuthors: ["ENGINE Collaboration"],
      date: "2007-04-02",
      venue: "J. Eng. 1 (2007)",
      keywords: ["hep-ph", "math.CO"],
      url: "https://arxiv.org/abs/0704.0001",
    },
    { ids: { arxiv: "math/0309136" }, date: "2009-01-02", authors: [{ name: "Ada" }] },
  ]);
  const nasty = readText(arxivJsonl, fixture("nasty-arxiv.jsonl"));
  expect(titles(nasty.records)).toEqual(["One", "Three", "Four"]);
  expect(nasty.records[0]).toMatchObject({ authors: [{ name: "Ono" }], truncated: true });
  expect(nasty.records[2].authors).toEqual([{ name: "A Ono", given: "A", family: "Ono" }]);
});

test.each([
  ["H<sub>2</sub>O &amp; more", "H2O & more"],
  ["<jats:p>One.</jats:p><jats:p>Two.</jats:p>", " One.  Two. "],
  ["x < y and z > w", "x < y and z > w"],
  ["a &amp;amp; b &lt;i&gt;", "a & b <i>"],
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["M&uuml;ller &#252; &#xFC; &nope; &#0; &#x110000;", "Müller ü ü &nope; &#0; &#x110000;"],
])("of %s without markup there remains %s", (text, plain) => {
  expect(withoutMarkup(text)).toBe(plain);
});

test("JSON of any program is read by the names of its keys, which is told", () => {
  const { records, findings } = readText(genericJson, fixture("happy-generic.json"));
  expect(records).toMatchObject([
    {
      ids: { doi: "10.1000/eng.10" },
      title: "Steam & looms",
      authors: [
        { name: "Ada Lovelace", given: "Ada", family: "Lovelace", orcid: "0000-0002-1825-0097" },
        { name: "Charles Babbage", given: "Charles", family: "Babbage" },
        { name: "Grace Hopper" },
      ],
      truncated: true,
      year: 2020,
      venue: "J Eng",
      keywords: ["steam", "looms"],
    },
    { title: "Looms", authors: [{ name: "Ada Lovelace" }, { name: "Charles Babbage" }], year: 1999 },
  ]);
  expect(new Set(codes({ findings }))).toEqual(new Set(["columns-guessed"]));
  expect(findings[0].detail).toBe("“Title” is read as title.");
  const nasty = readText(genericJson, fixture("nasty-generic.jsonl"));
  expect(titles(nasty.records)).toEqual(["A list", "An object"]);
  expect(nasty.records[0].authors).toEqual([{ name: "Ada" }]);
  expect(codes(nasty)).toEqual(expect.arrayContaining(["json-malformed", "objects-skipped"]));
});

test.each(['{"__proto__": {"a": 1}, "b": 2}', '{"\\u005f_proto__": {"a": 1}, "b": 2}'])("%s has one key", (text) => {
  expect(Object.keys(parseObject(text) ?? {})).toEqual(["b"]);
});

test("CSL-JSON by id gives its items in order, each at its line, in chunks of any size", () => {
  const item = (title: string, year: number) => ({
    type: "article-journal",
    title,
    author: [{ family: "Lovelace", given: "Ada" }],
    issued: { "date-parts": [[year, 3]] },
    "container-title": "Tea",
  });
  const text = JSON.stringify({ "lovelace 1": item("One", 1842), message: item("Two", 1843) }, null, 1);
  for (const size of [1, 7, 10_000]) {
    const { format, list, findings } = readBytes(new TextEncoder().encode(text), size);
    expect(format).toBe("csl-json");
    expect(findings).toEqual([]);
    expect(list.map(({ title, date, venue }) => [title, date, venue])).toEqual([
      ["One", "1842-03", "Tea"],
      ["Two", "1843-03", "Tea"],
    ]);
    expect(list.map(({ source }) => [source.record, source.line])).toEqual([
      [1, 2],
      [2, 21],
    ]);
  }
});
