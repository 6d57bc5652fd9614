import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { MORE, manyPapers, PAPERS } from "./small-bibliography.ts";
import { COMMAND, workingFolder } from "./working-folder.ts";

const folder = workingFolder({ "papers.bib": PAPERS, "more.bib": MORE });

test("a file of no known format is skipped and told, and an error with --strict or where nothing else is there", () => {
  writeFileSync(folder.at("notes.txt"), "Remember the milk.\n");
  const checked = folder.coterie(["check", "papers.bib", "notes.txt", "missing.bib", "--json"]);
  expect(checked.status).toBe(0);
  const { inputs, findings } = JSON.parse(checked.stdout);
  expect(inputs).toMatchObject([
    { file: "notes.txt", format: null, records: 0 },
    { file: "papers.bib", format: "bibtex", records: 2 },
  ]);
  expect(findings).toMatchObject([
    { code: "file-unreadable", severity: "error", file: "missing.bib" },
    { code: "format-unknown", severity: "warning", file: "notes.txt" },
  ]);
  expect(folder.coterie(["build", "papers.bib", "notes.txt", "-o", "map"]).status).toBe(0);
  const strict = folder.coterie(["build", "papers.bib", "notes.txt", "-o", "strict", "--strict"]);
  expect(strict.status).toBe(1);
  expect(strict.stderr).toMatch(/^coterie: An input cannot be read: notes\.txt: .*\n$/);
  const none = folder.coterie(["build", "notes.txt", "-o", "none"]);
  expect(none.status).toBe(1);
  expect(none.stderr).toMatch(/^coterie: No input is readable: notes\.txt: .*\n$/);
  expect(folder.names()).toEqual(["map", "more.bib", "notes.txt", "papers.bib"]);
}, 60_000);

test("of files in no known format each is told in a sentence, and the formats that are read once", () => {
  for (const name of ["a.txt", "b.txt"]) writeFileSync(folder.at(name), "Remember the milk.\n");
  const { stdout } = folder.coterie(["check", "papers.bib", "a.txt", "b.txt"]);
  expect(stdout).toContain("b.txt: warning: The file is in no format that is read. It was skipped.\n");
  expect(stdout).toContain("2 findings:\n  files in no format that is read: 2\n");
  expect(stdout.match(/^Formats that are read: .*BibTeX/gm)).toHaveLength(1);
  expect(folder.coterie(["check", "a.txt", "b.txt"]).stderr.match(/Formats that are read: .*BibTeX/g)).toHaveLength(1);
});

test("the help names the formats that are read, as the page says it does", () => {
  const { stdout } = folder.coterie(["--help"]);
  for (const name of ["BibTeX", "RIS", "GEXF"]) expect(stdout).toContain(name);
  for (const line of stdout.split("\n").filter((one) => one.includes("BibTeX"))) expect(line.length).toBeLessThan(101);
});

test("check looks the bibliography over before its findings", () => {
  const anonymous = Array.from({ length: 7 }, (_, i) => `@misc{k${i}, title={Anonymous paper number ${i} of seven}}\n`);
  writeFileSync(folder.at("anonymous.bib"), anonymous.join(""));
  const text = folder.coterie(["check", "papers.bib", "anonymous.bib"]).stdout.split("\n");
  expect(text.slice(2, 10)).toEqual([
    "9 records, 9 papers, 3 authors, 1843–1844",
    "papers without authors: 7 (counted as papers, but nobody's)",
    ...[0, 1, 2, 3, 4].map((i) => `  anonymous.bib:${i + 1}: Anonymous paper number ${i} of seven`),
    "  and 2 more (--json lists all)",
  ]);
  const { diagnosis } = JSON.parse(folder.coterie(["check", "papers.bib", "--json", "--large-paper", "1000"]).stdout);
  expect(diagnosis).toEqual({ records: 2, papers: 2, authors: 3, first_year: 1843, last_year: 1844, symptoms: [] });
});

test("a compressed file is read as what it holds, and told by its own bytes", () => {
  const zipped = gzipSync(PAPERS);
  writeFileSync(folder.at("papers.gz"), zipped);
  const plain = folder.coterie(["read", "papers.bib"]).stdout;
  expect(folder.coterie(["read", "papers.gz"])).toMatchObject({ status: 0, stdout: plain.replaceAll(".bib", ".gz") });
  const { inputs, findings } = JSON.parse(folder.coterie(["check", "papers.gz", "--json"]).stdout);
  expect(findings).toEqual([]);
  const sha256 = createHash("sha256").update(zipped).digest("hex");
  expect(inputs).toEqual([{ file: "papers.gz", sha256, bytes: zipped.length, format: "bibtex", records: 2 }]);
});

test("a compressed file whose end is missing keeps what could be read, and is an error that names it", () => {
  const zipped = gzipSync(PAPERS);
  writeFileSync(folder.at("cut.gz"), zipped.subarray(0, -3));
  writeFileSync(folder.at("junk.gz"), Buffer.concat([zipped, Buffer.from("junk")]));
  const { inputs, findings } = JSON.parse(folder.coterie(["check", "cut.gz", "junk.gz", "--json"]).stdout);
  expect(inputs).toMatchObject([
    { file: "cut.gz", bytes: zipped.length - 3, records: 2 },
    { file: "junk.gz", bytes: zipped.length + 4, records: 2 },
  ]);
  expect(findings).toContainEqual(
    expect.objectContaining({ code: "gzip-truncated", severity: "error", file: "cut.gz" }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ code: "gzip-broken", severity: "error", file: "junk.gz" }));
  expect(folder.coterie(["read", "cut.gz"]).stderr).toMatch(/^coterie: cut\.gz: .*its end is missing.*\n$/);
  expect(folder.coterie(["build", "cut.gz", "-o", "map", "--strict"])).toMatchObject({ status: 1 });
});

test("columns of a table can be named, and an encoding", () => {
  writeFileSync(
    folder.at("t.csv"),
    Buffer.from("Heading,Writers,When\nCaf\xe9,Ada Lovelace; Mary Somerville,1843\n", "latin1"),
  );
  expect(folder.coterie(["read", "t.csv"]).status).toBe(1);
  const named = folder.coterie([
    "read",
    "t.csv",
    "--map",
    "title=Heading,authors=Writers,year=When",
    "--encoding",
    "latin1",
  ]);
  expect(JSON.parse(named.stdout)).toMatchObject({
    title: "Café",
    year: 1843,
    authors: [{ name: "Ada Lovelace" }, { name: "Mary Somerville" }],
  });
  writeFileSync(folder.at("t.json"), '[{"Heading": "One", "Writers": ["Ada Lovelace"]}]');
  const json = folder.coterie(["read", "t.json", "--map", "title=Heading,authors=Writers"]);
  expect(JSON.parse(json.stdout)).toMatchObject({ title: "One", authors: [{ name: "Ada Lovelace" }] });
  const absent = folder.coterie(["read", "t.csv", "--map", "title=Title"]);
  expect(absent).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("no table with every column that was named"),
  });
  expect(
    folder.coterie(["build", "papers.bib", "t.csv", "--map", "title=Heading,authors=Writers", "-o", "map"]).stdout,
  ).toMatch(/^map: 3 papers/);
}, 60_000);

test("read prints one record a line with every key, and takes standard input", () => {
  const { status, stdout } = folder.coterie(["read", "-"], PAPERS);
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  const record = JSON.parse(lines[0]);
  expect(Object.keys(record)).toEqual([
    "id",
    "ids",
    "title",
    "year",
    "date",
    "venue",
    "type",
    "abstract",
    "url",
    "authors",
    "truncated",
    "group_authors",
    "editors",
    "keywords",
    "citations",
    "source",
  ]);
  expect(record).toMatchObject({
    title: "The first paper",
    year: 1843,
    authors: [{ name: "Ada Lovelace" }, { name: "Charles Babbage" }],
    source: { file: "stdin", format: "bibtex", record: 1, line: 2 },
  });
});

test("a reader that stops early is no failure", () => {
  writeFileSync(folder.at("many.bib"), manyPapers(20_000));
  const piped = spawnSync(
    "bash",
    ["-c", `set -o pipefail; "${process.execPath}" "${COMMAND}" read many.bib | head -1`],
    {
      cwd: folder.at(),
      encoding: "utf8",
    },
  );
  expect(piped).toMatchObject({ status: 0, stderr: "" });
  expect(JSON.parse(piped.stdout)).toMatchObject({ title: "Paper 0" });
}, 60_000);

test("two inputs of one name are told apart by as much of their path as it takes", () => {
  for (const name of ["a", "b"]) {
    mkdirSync(folder.at(name));
    writeFileSync(folder.at(join(name, "same.bib")), name === "a" ? PAPERS : MORE);
  }
  const { stdout } = folder.coterie(["read", "a", "b", "papers.bib"]);
  const files = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).source.file);
  expect([...new Set(files)].sort()).toEqual(["a/same.bib", "b/same.bib", "papers.bib"]);
});
