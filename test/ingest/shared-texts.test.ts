import { expect, test } from "vitest";
import { SharedTexts } from "../../src/ingest/shared-texts.ts";
import type { SourceRecord } from "../../src/model/record.ts";

const WHOLE: Required<SourceRecord> = {
  source: { file: "a.bib", format: "bibtex", record: 1, line: 2 },
  ids: { doi: "10.1/x" },
  title: "A Title",
  authors: [
    {
      name: "Ada Lovelace",
      given: "Ada",
      family: "Lovelace",
      suffix: "Jr",
      orcid: "0000-0002-1825-0097",
      ids: ["s2:1"],
      affiliations: ["Analytical Society"],
    },
    { name: "Charles Babbage" },
  ],
  truncated: true,
  groupAuthors: ["The Engine Group"],
  editors: [{ name: "Grace Hopper" }],
  year: 1843,
  date: "1843-09",
  venue: "Memoirs",
  type: "article",
  abstract: "Notes.",
  url: "https://example.org/",
  keywords: ["engine"],
  citations: 3,
};

test("a record of shared texts says what it said, in every field, and its list of editors is the same list", () => {
  const texts = new SharedTexts();
  expect(texts.share(WHOLE)).toEqual(WHOLE);
  expect(texts.share(texts.share(WHOLE))).toEqual(WHOLE);
  expect(texts.share(WHOLE).editors).toBe(WHOLE.editors);
  const bare: SourceRecord = { source: WHOLE.source, ids: {}, authors: [] };
  expect(texts.share(bare)).toEqual(bare);
});

test("where no more texts may be shared, records still say what they said", () => {
  const texts = new SharedTexts(1);
  expect(texts.share(WHOLE)).toEqual(WHOLE);
  expect(texts.share(WHOLE)).toEqual(WHOLE);
});
