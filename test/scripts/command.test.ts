import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ensureBuilt, ROOT } from "../built.ts";

const COMMAND = join(ROOT, "scripts/coterie.mjs");
const PAPERS = `
@article{one, title={The first paper}, author={Ada Lovelace and Charles Babbage}, year={1843}}
@article{two, title={The second paper}, author={Ada Lovelace and Mary Somerville}, year={1844}}
`;
const MORE = "@article{three, title={The third paper}, author={Mary Somerville and Charles Babbage}, year={1845}}\n";

let folder: string;

beforeAll(() => {
  ensureBuilt(["dist/command/coterie.js"], ["src", "scripts", "vite.config.ts", "package.json"], "build:command");
}, 120_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coterie-test-"));
  writeFileSync(join(folder, "papers.bib"), PAPERS);
  writeFileSync(join(folder, "more.bib"), MORE);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a user does, in the test's folder. */
function coterie(args: readonly string[], input?: string) {
  return spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, encoding: "utf8", input });
}

function contents(path: string): Map<string, string> {
  const at = join(folder, path);
  return new Map(readdirSync(at).map((name) => [name, readFileSync(join(at, name)).toString("base64")]));
}

/** Many papers, so that a build takes a while and prints a lot. */
function manyPapers(count: number): string {
  const authors = (i: number) => `Author A${i % 997} and Author B${i % 887} and Author C${i % 661}`;
  return Array.from({ length: count }, (_, i) => `@article{k${i}, title={Paper ${i}}, author={${authors(i)}}}\n`).join(
    "",
  );
}

test("two builds, and two orders of the files, give the same bytes", () => {
  expect(coterie(["build", "papers.bib", "more.bib", "-o", "one"])).toMatchObject({
    status: 0,
    stderr: "",
    stdout: "one: 3 papers, 3 authors, 1 team, 0 findings (coterie check tells them)\n",
  });
  expect(coterie(["build", "more.bib", "papers.bib", "-o", "two"]).status).toBe(0);
  expect(coterie(["build", ".", "-o", "three"]).status).toBe(0);
  expect(coterie(["build", "*.bib", "-o", "four"]).status).toBe(0);
  expect(contents("two")).toEqual(contents("one"));
  // The folder holds the two datasets by then, whose files are skipped with a finding: only those may differ.
  expect(contents("three").get("authors.parquet")).toEqual(contents("one").get("authors.parquet"));
  expect(contents("four")).toEqual(contents("one"));
}, 60_000);

test.each(["tr_TR.UTF-8", "C"])(
  "the seeds give the dataset of the page in the locale %s as in any other",
  (locale) => {
    // Turkish has its own small i, and this zone is a day ahead of the other's: neither reaches a byte.
    const env = { ...process.env, LANG: locale, LC_ALL: locale, TZ: "Pacific/Kiritimati" };
    const built = spawnSync(process.execPath, [COMMAND, "build", join(ROOT, "seeds"), "-o", "seeds"], {
      cwd: folder,
      env,
    });
    expect(built.status).toBe(0);
    const page = join(ROOT, "public/data");
    expect(contents("seeds")).toEqual(
      new Map(readdirSync(page).map((name) => [name, readFileSync(join(page, name)).toString("base64")])),
    );
  },
  60_000,
);

test("an existing output is refused, and replaced with --force unless it holds other things", () => {
  expect(coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  const before = contents("map");
  expect(coterie(["build", "more.bib", "-o", "map"])).toMatchObject({
    status: 2,
    stderr: "coterie: map exists already; --force replaces it.\n",
  });
  expect(contents("map")).toEqual(before);
  expect(coterie(["build", "more.bib", "-o", "map", "--force"]).status).toBe(0);
  expect(contents("map")).not.toEqual(before);
  const replaced = contents("map");
  writeFileSync(join(folder, "map/diary.txt"), "mine");
  expect(coterie(["build", "papers.bib", "-o", "map", "--force"])).toMatchObject({
    status: 2,
    stderr: "coterie: map holds other things (diary.txt); choose another output.\n",
  });
  rmSync(join(folder, "map/diary.txt"));
  expect(contents("map")).toEqual(replaced);
}, 60_000);

test("sheets are written where they are asked for, beside the files that are there without them", () => {
  expect(coterie(["build", "papers.bib", "-o", "plain"]).status).toBe(0);
  expect(coterie(["build", "papers.bib", "-o", "sheets", "--sheets"]).status).toBe(0);
  const plain = contents("plain");
  const sheets = contents("sheets");
  const more = ["atlas_teams", "atlas_ties", "people_blocks", "sheets"].map((name) => `${name}.parquet`);
  expect([...sheets.keys()].sort()).toEqual([...plain.keys(), ...more, "people.bin", "sheets.bin"].sort());
  for (const [name, bytes] of plain) if (name !== "manifest.json") expect(sheets.get(name), name).toBe(bytes);
  expect(coterie(["build", "papers.bib", "-o", "sheets", "--force"]).status).toBe(0);
  expect(contents("sheets")).toEqual(plain);
}, 60_000);

test("a link is not followed: it is refused, and with --force the link itself is replaced", () => {
  mkdirSync(join(folder, "victim"));
  writeFileSync(join(folder, "victim/keep.json"), "{}");
  symlinkSync("victim", join(folder, "map"));
  expect(coterie(["build", "papers.bib", "-o", "map"])).toMatchObject({
    status: 2,
    stderr: "coterie: map is a link; --force replaces it.\n",
  });
  expect(coterie(["build", "papers.bib", "-o", "map", "--force"]).status).toBe(0);
  expect(readdirSync(join(folder, "victim"))).toEqual(["keep.json"]);
  expect(readdirSync(join(folder, "map"))).toContain("manifest.json");
}, 60_000);

test("what killed runs have left is cleared away, and an output that had stepped aside comes back", () => {
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  expect(coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  mkdirSync(join(folder, `.map.${dead}.0123abcd.tmp`));
  mkdirSync(join(folder, `.map.${process.pid}.0123abcd.tmp`));
  expect(coterie(["build", "papers.bib", "-o", "map", "--force"]).status).toBe(0);
  // The temporary folder of a process that still runs is its own business.
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([`.map.${process.pid}.0123abcd.tmp`]);
}, 60_000);

test("a file of no known format is skipped and told, and an error with --strict or where nothing else is there", () => {
  writeFileSync(join(folder, "notes.txt"), "Remember the milk.\n");
  const checked = coterie(["check", "papers.bib", "notes.txt", "missing.bib", "--json"]);
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
  expect(coterie(["build", "papers.bib", "notes.txt", "-o", "map"]).status).toBe(0);
  const strict = coterie(["build", "papers.bib", "notes.txt", "-o", "strict", "--strict"]);
  expect(strict.status).toBe(1);
  expect(strict.stderr).toMatch(/^coterie: An input cannot be read: notes\.txt: .*\n$/);
  const none = coterie(["build", "notes.txt", "-o", "none"]);
  expect(none.status).toBe(1);
  expect(none.stderr).toMatch(/^coterie: No input is readable: notes\.txt: .*\n$/);
  expect(readdirSync(folder).sort()).toEqual(["map", "more.bib", "notes.txt", "papers.bib"]);
}, 60_000);

test("of files in no known format each is told in a sentence, and the formats that are read once", () => {
  for (const name of ["a.txt", "b.txt"]) writeFileSync(join(folder, name), "Remember the milk.\n");
  const { stdout } = coterie(["check", "papers.bib", "a.txt", "b.txt"]);
  expect(stdout).toContain("b.txt: warning: The file is in no format that is read. It was skipped.\n");
  expect(stdout).toContain("2 findings:\n  files in no format that is read: 2\n");
  expect(stdout.match(/^Formats that are read: .*BibTeX/gm)).toHaveLength(1);
  expect(coterie(["check", "a.txt", "b.txt"]).stderr.match(/Formats that are read: .*BibTeX/g)).toHaveLength(1);
});

test("the help names the formats that are read, as the page says it does", () => {
  const { stdout } = coterie(["--help"]);
  for (const name of ["BibTeX", "RIS", "GEXF"]) expect(stdout).toContain(name);
  for (const line of stdout.split("\n").filter((one) => one.includes("BibTeX"))) expect(line.length).toBeLessThan(101);
});

test("check looks the bibliography over before its findings", () => {
  const anonymous = Array.from({ length: 7 }, (_, i) => `@misc{k${i}, title={Anonymous paper number ${i} of seven}}\n`);
  writeFileSync(join(folder, "anonymous.bib"), anonymous.join(""));
  const text = coterie(["check", "papers.bib", "anonymous.bib"]).stdout.split("\n");
  expect(text.slice(2, 10)).toEqual([
    "9 records, 9 papers, 3 authors, 1843–1844",
    "papers without authors: 7 (counted as papers, but nobody's)",
    ...[0, 1, 2, 3, 4].map((i) => `  anonymous.bib:${i + 1}: Anonymous paper number ${i} of seven`),
    "  and 2 more (--json lists all)",
  ]);
  const { diagnosis } = JSON.parse(coterie(["check", "papers.bib", "--json", "--large-paper", "1000"]).stdout);
  expect(diagnosis).toEqual({ records: 2, papers: 2, authors: 3, first_year: 1843, last_year: 1844, symptoms: [] });
});

test("a compressed file is read as what it holds, and told by its own bytes", () => {
  const zipped = gzipSync(PAPERS);
  writeFileSync(join(folder, "papers.gz"), zipped);
  const plain = coterie(["read", "papers.bib"]).stdout;
  expect(coterie(["read", "papers.gz"])).toMatchObject({ status: 0, stdout: plain.replaceAll(".bib", ".gz") });
  const { inputs, findings } = JSON.parse(coterie(["check", "papers.gz", "--json"]).stdout);
  expect(findings).toEqual([]);
  const sha256 = createHash("sha256").update(zipped).digest("hex");
  expect(inputs).toEqual([{ file: "papers.gz", sha256, bytes: zipped.length, format: "bibtex", records: 2 }]);
});

test("a compressed file whose end is missing keeps what could be read, and is an error that names it", () => {
  const zipped = gzipSync(PAPERS);
  writeFileSync(join(folder, "cut.gz"), zipped.subarray(0, -3));
  writeFileSync(join(folder, "junk.gz"), Buffer.concat([zipped, Buffer.from("junk")]));
  const { inputs, findings } = JSON.parse(coterie(["check", "cut.gz", "junk.gz", "--json"]).stdout);
  expect(inputs).toMatchObject([
    { file: "cut.gz", bytes: zipped.length - 3, records: 2 },
    { file: "junk.gz", bytes: zipped.length + 4, records: 2 },
  ]);
  expect(findings).toContainEqual(
    expect.objectContaining({ code: "gzip-truncated", severity: "error", file: "cut.gz" }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ code: "gzip-broken", severity: "error", file: "junk.gz" }));
  expect(coterie(["read", "cut.gz"]).stderr).toMatch(/^coterie: cut\.gz: .*its end is missing.*\n$/);
  expect(coterie(["build", "cut.gz", "-o", "map", "--strict"])).toMatchObject({ status: 1 });
});

test("columns of a table can be named, and an encoding", () => {
  writeFileSync(
    join(folder, "t.csv"),
    Buffer.from("Heading,Writers,When\nCaf\xe9,Ada Lovelace; Mary Somerville,1843\n", "latin1"),
  );
  expect(coterie(["read", "t.csv"]).status).toBe(1);
  const named = coterie(["read", "t.csv", "--map", "title=Heading,authors=Writers,year=When", "--encoding", "latin1"]);
  expect(JSON.parse(named.stdout)).toMatchObject({
    title: "Café",
    year: 1843,
    authors: [{ name: "Ada Lovelace" }, { name: "Mary Somerville" }],
  });
  writeFileSync(join(folder, "t.json"), '[{"Heading": "One", "Writers": ["Ada Lovelace"]}]');
  const json = coterie(["read", "t.json", "--map", "title=Heading,authors=Writers"]);
  expect(JSON.parse(json.stdout)).toMatchObject({ title: "One", authors: [{ name: "Ada Lovelace" }] });
  const absent = coterie(["read", "t.csv", "--map", "title=Title"]);
  expect(absent).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("no table with every column that was named"),
  });
  expect(
    coterie(["build", "papers.bib", "t.csv", "--map", "title=Heading,authors=Writers", "-o", "map"]).stdout,
  ).toMatch(/^map: 3 papers/);
}, 60_000);

test("read prints one record a line with every key, and takes standard input", () => {
  const { status, stdout } = coterie(["read", "-"], PAPERS);
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
  writeFileSync(join(folder, "many.bib"), manyPapers(20_000));
  const piped = spawnSync(
    "bash",
    ["-c", `set -o pipefail; "${process.execPath}" "${COMMAND}" read many.bib | head -1`],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  expect(piped).toMatchObject({ status: 0, stderr: "" });
  expect(JSON.parse(piped.stdout)).toMatchObject({ title: "Paper 0" });
}, 60_000);

test("two inputs of one name are told apart by as much of their path as it takes", () => {
  for (const name of ["a", "b"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "same.bib"), name === "a" ? PAPERS : MORE);
  }
  const { stdout } = coterie(["read", "a", "b", "papers.bib"]);
  const files = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).source.file);
  expect([...new Set(files)].sort()).toEqual(["a/same.bib", "b/same.bib", "papers.bib"]);
});

test("stats tells counts, teams and modularity, as text and as JSON", () => {
  expect(coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  const text = coterie(["stats", "map"]);
  expect(text.stdout).toMatch(/^2 papers, 3 authors, 1 team, 1843–1844\n/);
  const json = JSON.parse(coterie(["stats", "map", "--json"]).stdout);
  expect(json).toMatchObject({
    counts: { papers: 2, authors: 3 },
    parameters: { counting: "paper", large_paper: 100 },
  });
  expect(json.teams).toHaveLength(1);
});

test("the options of build reach the dataset", () => {
  const options = [
    "--counting",
    "full",
    "--large-paper",
    "2",
    "--resolution=1.5",
    "--starts",
    "3",
    "--seed",
    "9",
    "--preset",
    "strict",
  ];
  expect(coterie(["build", "papers.bib", "-o", "map", ...options]).status).toBe(0);
  expect(JSON.parse(coterie(["stats", "map", "--json"]).stdout).parameters).toEqual({
    counting: "full",
    large_paper: 2,
    resolution: 1.5,
    starts: 3,
    seed: 9,
    identity: "strict",
  });
});

test("teams by the constant Potts model: the resolution is the tie weight of a pair, and all that tells of teams says so", () => {
  const options = ["--quality", "cpm", "--counting", "full", "--threads", "2"];
  const teamsAt = (resolution: string) => {
    expect(
      coterie(["build", "papers.bib", "-o", "map", "--force", ...options, "--resolution", resolution]).status,
    ).toBe(0);
    return JSON.parse(coterie(["stats", "map", "--json"]).stdout);
  };
  expect(teamsAt("0.001")).toMatchObject({ parameters: { quality: "cpm", resolution: 0.001 }, counts: { teams: 1 } });
  // Nobody has written more than two papers with anybody.
  expect(teamsAt("2.5")).toMatchObject({ counts: { authors: 3, teams: 3 } });
  expect(coterie(["stats", "map"]).stdout).toContain("constant Potts model, resolution 2.5 a pair: modularity ");
  expect(coterie(["export", "map", "--format", "json", "-o", "map.json"]).status).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, "map.json"), "utf8")).parameters).toEqual({
    large_paper: 100,
    quality: "cpm",
    resolution: 2.5,
    seed: 1,
  });
  expect(coterie(["build", "papers.bib", "-o", "map", "--force"]).status).toBe(0);
  expect(JSON.parse(coterie(["stats", "map", "--json"]).stdout).parameters).not.toHaveProperty("quality");
});

test("export writes tables, JSON and GEXF, and refuses what is there", () => {
  expect(coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  expect(coterie(["export", "map", "--format", "csv", "-o", "tables"])).toMatchObject({ status: 0, stderr: "" });
  expect(readdirSync(join(folder, "tables")).sort()).toEqual([
    "affiliations.csv",
    "authors.csv",
    "authorships.csv",
    "coauthorships.csv",
    "identity.csv",
    "papers.csv",
    "part_authors.csv",
    "parts.csv",
    "teams.csv",
  ]);
  expect(coterie(["export", "map", "--format", "gexf", "-o", "map.gexf"]).status).toBe(0);
  expect(readFileSync(join(folder, "map.gexf"), "utf8")).toContain('label="Ada Lovelace"');
  expect(coterie(["export", "map", "--format", "gexf", "-o", "map.gexf"]).status).toBe(2);
  expect(JSON.parse(coterie(["export", "map", "--format", "json", "-o", "-"]).stdout).nodes).toHaveLength(3);
  expect(coterie(["export", "map", "--format", "xlsx", "-o", "x"])).toMatchObject({
    status: 2,
    stderr: 'coterie: --format is one of csv, json, gexf, not "xlsx".\n',
  });
}, 60_000);

test("a broken dataset, and a folder that is none, are refused in one line", () => {
  expect(coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  const path = join(folder, "map/authors.parquet");
  const bytes = readFileSync(path);
  bytes[20] ^= 1;
  writeFileSync(path, bytes);
  expect(coterie(["stats", "map"])).toMatchObject({
    status: 1,
    stderr:
      "coterie: map is a broken dataset: authors.parquet: it is not the file that the manifest describes (its SHA-256 differs).\n",
  });
  expect(coterie(["stats", "."])).toMatchObject({
    status: 1,
    stderr: "coterie: . is no dataset: it has no manifest.json. Make one: coterie build <inputs> -o <dir>\n",
  });
  expect(coterie(["stats"]).status).toBe(2);
});

test("wrong usage ends with 2 and one line that says what to do", () => {
  for (const args of [
    [],
    ["bild"],
    ["build"],
    ["build", "papers.bib"],
    ["build", "-o", "map"],
    ["build", "papers.bib", "-o", "map", "--starts", "many"],
    ["build", "papers.bib", "-o", "map", "--starts", "-1"],
    ["build", "papers.bib", "-o", "map", "--counting", "half"],
    ["build", "papers.bib", "-o", "map", "--quality", "cpm"],
    ["build", "papers.bib", "-o", "map", "--quality", "good", "--resolution", "1"],
    ["build", "papers.bib", "-o", "map", "--resolution", "0.001"],
    ["build", "papers.bib", "-o", "map", "--threads", "0"],
    ["build", "papers.bib", "-o", "map", "--colour"],
    ["export", "map", "-o", "x"],
    ["serve", "papers.bib", "--port", "70000"],
    ["check", "papers.bib", "--encoding", "klingon"],
    ["read", "papers.bib", "--map", "writers=A"],
    ["read", "papers.bib", "--map", "title"],
    ["read", "papers.bib", "--map", "title=A,title=B"],
    ["limits", "papers.bib"],
  ]) {
    const { status, stderr, stdout } = coterie(args);
    expect([args.join(" "), status, stdout]).toEqual([args.join(" "), 2, ""]);
    expect(stderr).toMatch(/^coterie: [^\n]*\.\n$|^coterie: [^\n]*all\.\n$/);
  }
}, 60_000);

test("every command explains itself with its options and an example", () => {
  const all = coterie(["--help"]);
  expect(all.status).toBe(0);
  for (const name of ["build", "read", "check", "stats", "export", "serve", "site", "limits"]) {
    expect(all.stdout).toContain(`  ${name}`);
    const { status, stdout } = coterie([name, "--help"]);
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: coterie ${name} `);
    expect(stdout).toContain(`  coterie ${name} `);
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(coterie(["--version"]).stdout).toBe(`${version}\n`);
}, 60_000);

test("text from files cannot steer the terminal", () => {
  const hostile = "\u001b[31m\u0007\u009b2J\u202e";
  writeFileSync(join(folder, "hostile.bib"), `@article{x${hostile}, title={A${hostile}B}, author={Eve${hostile} Doe`);
  writeFileSync(join(folder, `name\u001b[2J.txt`), "no format");
  for (const args of [
    ["check", "."],
    ["check", ".", "--json"],
    ["read", "."],
    ["read", "name\u001b[2J.txt"],
  ]) {
    const { stdout, stderr } = coterie(args);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  }
});

test("an interrupt leaves neither a half-written output nor a temporary one", async () => {
  writeFileSync(join(folder, "many.bib"), manyPapers(2_000));
  for (const [signal, code, after] of [
    ["SIGINT", 130, 250],
    ["SIGTERM", 143, 700],
    ["SIGINT", 130, 1500],
  ] as const) {
    const child = spawn(process.execPath, [COMMAND, "build", "many.bib", "-o", "map"], {
      cwd: folder,
      stdio: "ignore",
    });
    setTimeout(() => child.kill(signal), after);
    const [exitCode, endedBy] = await once(child, "exit");
    // Where no handler of ours was needed yet, the system ends the process; a shell shows the same number for it.
    expect([code, null, 0]).toContain(exitCode);
    if (exitCode === null) expect(endedBy).toBe(signal);
    if (exitCode !== 0) expect(readdirSync(folder).sort()).toEqual(["many.bib", "more.bib", "papers.bib"]);
    rmSync(join(folder, "map"), { recursive: true, force: true });
  }
}, 60_000);

test("an interrupt leaves no half-written export, and nothing of a reading that prints", async () => {
  writeFileSync(join(folder, "many.bib"), manyPapers(200));
  expect(coterie(["build", "many.bib", "-o", "map", "--starts", "1"]).status).toBe(0);
  const before = readdirSync(folder).sort();
  for (const [args, after] of [
    [["export", "map", "--format", "csv", "-o", "tables"], 300],
    [["export", "map", "--format", "gexf", "-o", "map.gexf"], 500],
    [["read", "many.bib"], 300],
  ] as const) {
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, stdio: "ignore" });
    setTimeout(() => child.kill("SIGINT"), after);
    const [exitCode] = await once(child, "exit");
    expect([130, null, 0]).toContain(exitCode);
    // What was done in time is whole.
    const written = exitCode === 0 && args[0] === "export" ? [args[5]] : [];
    expect(readdirSync(folder).sort()).toEqual([...before, ...written].sort());
    for (const name of written) rmSync(join(folder, name), { recursive: true });
  }
}, 120_000);

/** A project with the real command and a page of one line, so that this test needs no built app. */
function projectWithPage(): string {
  const project = join(folder, "project");
  mkdirSync(join(project, "scripts"), { recursive: true });
  mkdirSync(join(project, "dist/app"), { recursive: true });
  copyFileSync(COMMAND, join(project, "scripts/coterie.mjs"));
  symlinkSync(join(ROOT, "dist/command"), join(project, "dist/command"));
  writeFileSync(join(project, "dist/app/index.html"), "<!doctype html>");
  return join(project, "scripts/coterie.mjs");
}

test("serve builds in memory, says where it is, and an interrupt ends it", async () => {
  const command = projectWithPage();
  for (const [input, signal, code] of [
    ["papers.bib", "SIGINT", 130],
    ["map", "SIGTERM", 143],
  ] as const) {
    if (input === "map") coterie(["build", "papers.bib", "-o", "map"]);
    const child = spawn(process.execPath, [command, "serve", input, "--port", "0"], { cwd: folder });
    const [said] = await Promise.race([once(child.stdout, "data"), once(child.stderr, "data")]);
    expect(String(said)).toMatch(/^Coterie is at http:\/\/127\.0\.0\.1:\d+\/\nCtrl\+C stops it\.\n$/);
    const address = /http:\S+/.exec(String(said))?.[0] ?? "";
    expect(await (await fetch(address)).text()).toBe("<!doctype html>");
    expect(await (await fetch(`${address}data/manifest.json`)).json()).toMatchObject({ counts: { papers: 2 } });
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([code, null]);
  }
}, 60_000);

test("a command that is not built, and a dataset that is one already, are told in one line", () => {
  const command = projectWithPage();
  coterie(["build", "papers.bib", "-o", "map"]);
  const shaped = spawnSync(process.execPath, [command, "serve", "map", "--seed", "3"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(shaped).toMatchObject({
    status: 2,
    stderr: "coterie: --seed shapes a dataset while it is built, and map is one already.\n",
  });
  rmSync(join(folder, "project/dist/command"));
  expect(spawnSync(process.execPath, [command, "--help"], { encoding: "utf8" })).toMatchObject({
    status: 1,
    stderr: 'coterie: the command is not built yet; run "npm ci" or "npm run build" in its folder first.\n',
  });
}, 60_000);
