import { expect, test } from "vitest";
import { LIMITS } from "../../src/ingest/limits.ts";
import { NETWORK_READERS, READERS } from "../../src/ingest/readers.ts";
import { codes, readText } from "./reading.ts";

const LINE = `${"word ".repeat(20_000)}\n`;
const FILL = LINE.repeat(Math.ceil(LIMITS.recordLength / LINE.length) + 1);
/** The same on one line, for formats whose records have no more. */
const FLAT = FILL.replaceAll("\n", " ");
const CASES: Record<string, { readonly large: string; readonly next: string; readonly title?: string }> = {
  bibtex: { large: `@misc{big, note = {${FILL}}}\n`, next: "@misc{k, title = {After}}", title: "After" },
  "arxiv-author-listing": {
    large: `An abstract.\n${FILL}\narXiv:2101.00001\nCreated: 2021-01-01\n\n`,
    next: "After\nAda Lovelace\n\nAbstract.\n\narXiv:2101.00002\nCreated: 2021-01-01\n",
    title: "After",
  },
  "acl-author-page": {
    large: `Ada\n\n2021\n\npdf\nBig\nAda\nVenue\n\n${FILL}\n`,
    next: "pdf\nAfter\nAda\nVenue\n",
    title: "After",
  },
  ris: { large: `TY  - JOUR\nAB  - ${FILL}ER  - \n`, next: "TY  - JOUR\nTI  - After\nER  - \n", title: "After" },
  nbib: { large: `PMID- 1\nAB  - ${FILL}\n`, next: "PMID- 2\nTI  - After\n", title: "After" },
  wos: { large: `PT J\nAB ${FILL}ER\n`, next: "PT J\nTI After\nER\n", title: "After" },
  refer: { large: `%0 Book\n%X ${FILL}\n`, next: "%0 Book\n%T After\n", title: "After" },
  ovid: { large: `<1>\nAbstract\n  ${FILL}\n`, next: "<2>\nTitle\n  After\n", title: "After" },
  "arxiv-listing": {
    large: `\\\\\narXiv:2101.00001\nTitle: Big\n\\\\\n${FILL}\\\\\n`,
    next: "\\\\\narXiv:2101.00002\nTitle: After\n\\\\\n",
    title: "After",
  },
  csv: { large: `title,authors,year\n"${FILL}",A,2000\n`, next: "After,Ada,2001\n", title: "After" },
  "scopus-csv": {
    large: `Title,Authors,Source title,EID\nBig,"${FLAT}",J,1\n`,
    next: "After,Ada,J,2\n",
    title: "After",
  },
  "wos-tab": { large: `PT\tAU\tTI\tSO\nJ\t${FLAT}\tBig\tJ\n`, next: "J\tAda\tAfter\tJ\n", title: "After" },
  "pubmed-xml": {
    large: `<PubmedArticle><a>${FILL}</a></PubmedArticle>\n`,
    next: "<PubmedArticle><MedlineCitation><Article><ArticleTitle>After</ArticleTitle></Article></MedlineCitation></PubmedArticle>",
    title: "After",
  },
  "dblp-xml": { large: `<article>${FILL}</article>`, next: "<article><title>After</title></article>", title: "After" },
  "arxiv-atom": { large: `<entry>${FILL}</entry>`, next: "<entry><title>After</title></entry>", title: "After" },
  // The limit holds also where the record has no end.
  "acl-xml": { large: `<paper>${FILL}`, next: "<paper><title>After</title></paper>", title: "After" },
  "endnote-xml": {
    large: `<record>${FILL}</record>`,
    next: "<record><titles><title>After</title></titles></record>",
    title: "After",
  },
  openalex: {
    large: `{"id":"https://openalex.org/W1","x":"${FLAT}"}`,
    next: '{"id":"https://openalex.org/W2","title":"After"}',
    title: "After",
  },
  crossref: {
    large: `[{"DOI":"10.1000/a","x":"${FLAT}"},`,
    next: '{"DOI":"10.1000/b","title":["After"]}]',
    title: "After",
  },
  "semantic-scholar": {
    large: `{"paperId":"a","x":["${FLAT}"]}\n`,
    next: '{"paperId":"b","title":"After"}',
    title: "After",
  },
  "csl-json": { large: `{"type":"book","x":"${FLAT}"}`, next: '{"type":"book","title":"After"}', title: "After" },
  json: {
    large: `{"title":"Big","year":1,"x":"${FLAT}"}`,
    next: '{"title":"After","year":2001}',
    title: "After",
  },
  // The string has no end.
  "arxiv-jsonl": { large: `{"id":"1","x":"${FLAT}\n`, next: '{"id":"2101.00001","title":"After"}', title: "After" },
};

test.each(READERS.filter((reader) => !NETWORK_READERS.includes(reader)))(
  "a record of $name beyond its limit is cut or left out, and the next one is whole",
  (reader) => {
    const { large, next, title } = CASES[reader.format];
    const result = readText(reader, large + next, 1 << 20);
    expect(codes(result).filter((code) => code === "record-cut")).toEqual(["record-cut"]);
    expect(result.records.at(-1)?.title).toBe(title);
    const small = readText(reader, large.replace(FILL, LINE).replace(FLAT, LINE.trimEnd()) + next, 1 << 20);
    expect(codes(small)).not.toContain("record-cut");
  },
);
