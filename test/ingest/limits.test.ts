import { expect, test } from "vitest";
import { LIMITS } from "../../src/ingest/limits.ts";
import { READERS } from "../../src/ingest/readers.ts";
import { codes, readText } from "./reading.ts";

const LINE = `${"word ".repeat(20_000)}\n`;
const FILL = LINE.repeat(Math.ceil(LIMITS.recordLength / LINE.length) + 1);
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
};

test.each(READERS)("a record of $name beyond its limit is cut or left out, and the next one is whole", (reader) => {
  const { large, next, title } = CASES[reader.format];
  const result = readText(reader, large + next, 1 << 20);
  expect(codes(result).filter((code) => code === "record-cut")).toEqual(["record-cut"]);
  expect(result.records.at(-1)?.title).toBe(title);
  const small = readText(reader, large.replace(FILL, LINE) + next, 1 << 20);
  expect(codes(small)).not.toContain("record-cut");
});
