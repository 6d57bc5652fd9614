import { expect, test } from "vitest";
import { StringTable } from "../../src/ingest/bibtex/string-table.ts";
import { LIMITS } from "../../src/ingest/limits.ts";
import { finishRecord } from "../../src/ingest/record-draft.ts";
import { codes, readBytes } from "./reading.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

test("strings of BibTeX may make a file longer by their ratio, and by no character more", () => {
  const read = 1_000;
  const problemsOf = (length: number): string[] => {
    const problems: string[] = [];
    const strings = new StringTable();
    strings.define("free", "x".repeat(LIMITS.expansionLength));
    strings.define("more", "x".repeat(length));
    for (const name of ["free", "more"]) strings.expand([{ name }], read, (code) => problems.push(code));
    return problems;
  };
  expect(problemsOf(LIMITS.expansionRatio * read)).toEqual([]);
  expect(problemsOf(LIMITS.expansionRatio * read + 1)).toEqual(["expansion-cut"]);
});

test("an entry of BibTeX may be as long as its limit, and is left out one character over", () => {
  const entry = (length: number) => {
    const [begin, end] = ["@misc{k, title = {T}, note = {", "}}"];
    return `${begin}${"x".repeat(length - begin.length - end.length)}${end}\n@misc{l, title = {L}}\n`;
  };
  const titles = (length: number) => {
    const result = readBytes(utf8(entry(length)));
    return [result.list.map(({ title }) => title), codes(result)];
  };
  // Counted is what stands behind the brace that opens it.
  const head = "@misc{".length;
  expect(titles(head + LIMITS.recordLength)).toEqual([["T", "L"], []]);
  expect(titles(head + LIMITS.recordLength + 1)).toEqual([["L"], ["record-cut"]]);
});

const DEEP: readonly (readonly [string, (depth: number) => string])[] = [
  // The list and the record itself are levels too; in XML the list is not.
  ["JSON", (depth) => `[{"DOI":"10.1000/a","title":["T"],"x":${"[".repeat(depth - 2)}${"]".repeat(depth - 2)}}]`],
  [
    "XML",
    (depth) =>
      `<PubmedArticleSet><PubmedArticle>${"<a>".repeat(depth - 1)}${"</a>".repeat(depth - 1)}<MedlineCitation><Article>` +
      "<ArticleTitle>T</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>",
  ],
];

test.each(DEEP)("%s nests to the limit, and a record one level deeper is given up", (_, text) => {
  const deep = (depth: number) => codes(readBytes(utf8(text(depth)))).filter((code) => code === "nesting-deep");
  expect(deep(LIMITS.nesting)).toEqual([]);
  expect(deep(LIMITS.nesting + 1)).toEqual(["nesting-deep"]);
});

test("a URL may be as long as the limit of a field, and is cut beyond", () => {
  const found = (length: number) => {
    const list: string[] = [];
    const source = { file: "test", format: "test", record: 1, line: 1 };
    const url = "https://example.org/".padEnd(length, "x");
    finishRecord({ source, ids: {}, authors: [], url }, { record: () => {}, finding: ({ code }) => list.push(code) });
    return list;
  };
  expect([found(LIMITS.fieldLength), found(LIMITS.fieldLength + 1)]).toEqual([[], ["field-cut"]]);
});
