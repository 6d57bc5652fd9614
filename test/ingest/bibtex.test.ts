import { expect, test } from "vitest";
import { bibtex } from "../../src/ingest/bibtex/bibtex.ts";
import { LIMITS } from "../../src/ingest/limits.ts";
import { codes, fixture, readText } from "./reading.ts";

const read = (text: string) => readText(bibtex, text);
const first = (text: string) => read(text).records[0];

test("an entry gives its names, its text in Unicode, and canonical identifiers", () => {
  const { records, findings } = read(fixture("happy.bib"));
  expect(findings).toEqual([]);
  expect(records.length).toBe(3);
  expect(records[0]).toEqual({
    source: { file: "test", format: "bibtex", record: 1, line: 5 },
    ids: { doi: "10.1000/abc.1" },
    title: "The LaTeX of École naïve: α–β & H₂O",
    authors: [
      { name: "Jung-Woo Ha", given: "Jung-Woo", family: "Ha" },
      { name: "Donald E. Knuth" },
      { name: "Microsoft Research" },
      { name: "Ludwig van Beethoven", given: "Ludwig", family: "van Beethoven" },
      { name: "Martin Luther King Jr.", given: "Martin Luther", family: "King", suffix: "Jr." },
    ],
    truncated: true,
    year: 2013,
    date: "2013-02",
    venue: "Journal of Knots",
    type: "article",
  });
});

test("parentheses, quotation marks, extended names, date ranges and addresses are understood", () => {
  const [, record, last] = read(fixture("happy.bib")).records;
  expect(record.title).toBe('Quotes "inside" a value');
  expect(record.authors).toEqual([
    { name: "Paul Erdős" },
    { name: "Marcel de Duchamp", given: "Marcel", family: "de Duchamp" },
  ]);
  expect(record.ids).toEqual({ acl: "P19-1023", arxiv: "1706.03762" });
  expect(record.date).toBe("2017-12-15");
  expect(record.venue).toBe("Proceedings of Parentheses (PoP)");
  expect(last.ids).toEqual({ arxiv: "2101.00001" });
});

test("one broken entry costs one entry, and the findings name file, line and reason", () => {
  const { records, findings } = read(fixture("nasty.bib"));
  expect(records.map((record) => [record.title, record.authors.map((author) => author.name)])).toEqual([
    ["This one lacks its end", ["Kept Author"]],
    ["Fine", ["A. One", "B. Two"]],
    ["Too many braces", []],
    ["No commas", ["Jane Roe"]],
    ["undefined macro", []],
    ["First", ["Solo"]],
    [undefined, []],
    ["Unclosed at the end", ["End Author"]],
  ]);
  expect(findings.map((finding) => [finding.code, finding.line])).toEqual([
    ["entry-unclosed", 1],
    ["field-unclosed", 4],
    ["entry-closed-early", 8],
    ["string-unknown", 15],
    ["date-unreadable", 15],
    ["field-repeated", 16],
    ["entry-empty", 17],
    ["entry-unclosed", 19],
  ]);
  expect(findings.every((finding) => finding.file === "test" && finding.detail !== "")).toBe(true);
});

test("a comment without end ends where the next entry begins", () => {
  const { records } = read(
    "@comment{ never closed\n@article{a,\n title={A}}\n@comment{ again\n@article{b, title={B}}\n",
  );
  expect(records.map((record) => record.title)).toEqual(["A", "B"]);
});

test("a comma after an entry is no finding unless a field follows", () => {
  expect(codes(read("@misc{a, title={A}},\n@misc{b, title={B}},\n"))).toEqual([]);
  expect(codes(read("@misc{a, title={A}},\nauthor={X}}"))).toEqual(["entry-closed-early"]);
});

test("an escaped brace that unbalances an entry does not cost its authors", () => {
  const { records } = read(
    "@article(a, author = {Sylvie Thi\\{'ebaux and Jo Po},\n title = {T},\n)\n@misc{b, title={B}}",
  );
  expect(records.map((record) => record.authors.length)).toEqual([2, 0]);
  expect(records[0].title).toBe("T");
});

test("doubling a string over and over stays within the limit", () => {
  const laughs = ['@string{s0 = "ha"}'];
  for (let i = 1; i <= 40; i++) laughs.push(`@string{s${i} = s${i - 1} # s${i - 1}}`);
  const result = read(`${laughs.join("\n")}\n@article{a, title = s40, author = {Ha Ha}}`);
  expect(result.records.length).toBe(1);
  expect((result.records[0].title ?? "").length).toBeLessThanOrEqual(LIMITS.fieldLength);
  expect(codes(result)).toContain("expansion-cut");
});

test("a value takes a thousand substitutions and not one more", () => {
  const value = (count: number) => `@string{a = {x}}@misc{k, title = ${Array(count).fill("a").join(" # ")}}`;
  expect(first(value(LIMITS.substitutions)).title).toHaveLength(LIMITS.substitutions);
  expect(codes(read(value(LIMITS.substitutions)))).toEqual([]);
  expect(codes(read(value(LIMITS.substitutions + 1)))).toEqual(["expansion-cut"]);
});

test("a value grows by its strings to a megabyte and no further", () => {
  const value = (length: number) =>
    `@misc{big, note = {${"x".repeat(200_000)}}}@string{a = {${"x".repeat(length)}}}` +
    `@misc{k, title = ${Array(512).fill("a").join(" # ")}}`;
  expect(codes(read(value(LIMITS.expansionLength / 512)))).not.toContain("expansion-cut");
  expect(codes(read(value(LIMITS.expansionLength / 512 + 1)))).toContain("expansion-cut");
});

test("strings that add up beyond their share of the file are cut", () => {
  const result = read(`@string{a = {${"x".repeat(200_000)}}}${"@misc{k, title = a}".repeat(100)}`);
  expect(result.records.length).toBe(100);
  expect(codes(result)).toContain("expansion-cut");
});

test("braces nest to their limit, and one deeper is an entry given up", () => {
  const nested = (depth: number) => `@misc{k, title = ${"{".repeat(depth)}x${"}".repeat(depth)}}\n@misc{l, title={L}}`;
  expect(read(nested(LIMITS.nesting)).records.map((record) => record.title)).toEqual(["x", "L"]);
  const deep = read(nested(LIMITS.nesting + 1));
  expect(deep.records.map((record) => record.title)).toEqual(["L"]);
  expect(codes(deep)).toEqual(["nesting-deep"]);
});

test("long titles, long names and long lists are cut and reported", () => {
  const title = (length: number) => read(`@misc{k, title = {${"x".repeat(length)}}, author = {A B}}`);
  expect(codes(title(LIMITS.fieldLength))).toEqual([]);
  const long = title(LIMITS.fieldLength + 1);
  expect(long.records[0].title).toHaveLength(LIMITS.fieldLength);
  expect(long.records[0].title?.endsWith("…")).toBe(true);
  expect(codes(long)).toEqual(["field-cut"]);

  const list = (count: number) => read(`@misc{k, author = {${Array(count).fill("A B").join(" and ")}}}`);
  expect(list(LIMITS.authors).records[0].authors).toHaveLength(LIMITS.authors);
  const longer = list(LIMITS.authors + 1);
  expect(longer.records[0].authors).toHaveLength(LIMITS.authors);
  expect(longer.records[0].truncated).toBe(true);
  expect(codes(longer)).toContain("authors-cut");
});

test.each([
  ["a hundred thousand at signs", "@".repeat(100_000), 0],
  ["open braces", `@a{k, t = ${"{".repeat(50_000)}`, 0],
  ["entries that never end", "@a{x,\n".repeat(20_000), 0],
  ["comments that never end", "@comment{\n@a{x, t={T}}\n".repeat(2_000), 2_000],
  ["nothing but and", `@a{x, author={${" and".repeat(50_000)}}}`, 1],
  ["open quotation marks", `@a{x, t="${'" '.repeat(50_000)}`, 1],
])("%s are read and lose nothing silently", (_, text, records) => {
  const result = read(text);
  expect(result.records.length).toBe(records);
});

test("a name like a property of every object is text", () => {
  const record = first(
    "@string{__proto__ = {P}}@misc{constructor, title = __proto__, author = {toString and __proto__}}",
  );
  expect(record.title).toBe("P");
  expect(record.authors.map((author) => author.name)).toEqual(["toString", "__proto__"]);
});

test.each([
  ["eprint = {2101.00001}, eprinttype = {arxiv}", { arxiv: "2101.00001" }],
  ["journal = {arXiv preprint arXiv:1706.03762}", { arxiv: "1706.03762" }],
  ["journal = {CoRR}, volume = {abs/1706.03762}", { arxiv: "1706.03762" }],
  ["pmid = {123}", { pmid: "123" }],
  ["url = {\\url{https://doi.org/10.1000/a\\_b}}", { doi: "10.1000/a_b" }],
  ["note = {doi 10.1000/x}", {}],
])("the identifiers of “%s” are found", (fields, ids) => {
  expect(first(`@misc{k, title={T}, ${fields}}`).ids).toEqual(ids);
});

test("an address that is no web address is left out and reported", () => {
  const result = read("@misc{k, title={T}, url={javascript:alert(1)}}");
  expect(result.records[0].url).toBeUndefined();
  expect(codes(result)).toEqual(["url-dropped"]);
});
