import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../built.ts";
import { MORE, PAPERS } from "./small-bibliography.ts";
import { COMMAND, workingFolder } from "./working-folder.ts";

const folder = workingFolder({ "papers.bib": PAPERS, "more.bib": MORE });

test("two builds, and two orders of the files, give the same bytes", () => {
  expect(folder.coterie(["build", "papers.bib", "more.bib", "-o", "one"])).toMatchObject({
    status: 0,
    stderr: "",
    stdout: "one: 3 papers, 3 authors, 1 team, 0 findings (coterie check tells them)\n",
  });
  expect(folder.coterie(["build", "more.bib", "papers.bib", "-o", "two"]).status).toBe(0);
  expect(folder.coterie(["build", ".", "-o", "three"]).status).toBe(0);
  expect(folder.coterie(["build", "*.bib", "-o", "four"]).status).toBe(0);
  expect(folder.contents("two")).toEqual(folder.contents("one"));
  // The folder holds the two datasets by then, whose files are skipped with a finding: only those may differ.
  expect(folder.contents("three").get("authors.parquet")).toEqual(folder.contents("one").get("authors.parquet"));
  expect(folder.contents("four")).toEqual(folder.contents("one"));
}, 60_000);

test.each(["tr_TR.UTF-8", "C"])(
  "the seeds give the dataset of the page in the locale %s as in any other",
  (locale) => {
    // Turkish has its own small i, and this zone is a day ahead of the other's: neither reaches a byte.
    const env = { ...process.env, LANG: locale, LC_ALL: locale, TZ: "Pacific/Kiritimati" };
    const built = spawnSync(process.execPath, [COMMAND, "build", join(ROOT, "seeds"), "-o", "seeds"], {
      cwd: folder.at(),
      env,
    });
    expect(built.status).toBe(0);
    const page = join(ROOT, "public/data");
    expect(folder.contents("seeds")).toEqual(
      new Map(readdirSync(page).map((name) => [name, readFileSync(join(page, name)).toString("base64")])),
    );
  },
  60_000,
);

test("stats tells counts, teams and modularity, as text and as JSON", () => {
  expect(folder.coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  const text = folder.coterie(["stats", "map"]);
  expect(text.stdout).toMatch(/^2 papers, 3 authors, 1 team, 1843–1844\n/);
  const json = JSON.parse(folder.coterie(["stats", "map", "--json"]).stdout);
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
  expect(folder.coterie(["build", "papers.bib", "-o", "map", ...options]).status).toBe(0);
  expect(JSON.parse(folder.coterie(["stats", "map", "--json"]).stdout).parameters).toEqual({
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
      folder.coterie(["build", "papers.bib", "-o", "map", "--force", ...options, "--resolution", resolution]).status,
    ).toBe(0);
    return JSON.parse(folder.coterie(["stats", "map", "--json"]).stdout);
  };
  expect(teamsAt("0.001")).toMatchObject({ parameters: { quality: "cpm", resolution: 0.001 }, counts: { teams: 1 } });
  // Nobody has written more than two papers with anybody.
  expect(teamsAt("2.5")).toMatchObject({ counts: { authors: 3, teams: 3 } });
  expect(folder.coterie(["stats", "map"]).stdout).toContain("constant Potts model, resolution 2.5 a pair: modularity ");
  expect(folder.coterie(["export", "map", "--format", "json", "-o", "map.json"]).status).toBe(0);
  expect(JSON.parse(readFileSync(folder.at("map.json"), "utf8")).parameters).toEqual({
    large_paper: 100,
    quality: "cpm",
    resolution: 2.5,
    seed: 1,
  });
  expect(folder.coterie(["build", "papers.bib", "-o", "map", "--force"]).status).toBe(0);
  expect(JSON.parse(folder.coterie(["stats", "map", "--json"]).stdout).parameters).not.toHaveProperty("quality");
});

test("export writes tables, JSON and GEXF, and refuses what is there", () => {
  expect(folder.coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  expect(folder.coterie(["export", "map", "--format", "csv", "-o", "tables"])).toMatchObject({ status: 0, stderr: "" });
  expect(readdirSync(folder.at("tables")).sort()).toEqual([
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
  expect(folder.coterie(["export", "map", "--format", "gexf", "-o", "map.gexf"]).status).toBe(0);
  expect(readFileSync(folder.at("map.gexf"), "utf8")).toContain('label="Ada Lovelace"');
  expect(folder.coterie(["export", "map", "--format", "gexf", "-o", "map.gexf"]).status).toBe(2);
  expect(JSON.parse(folder.coterie(["export", "map", "--format", "json", "-o", "-"]).stdout).nodes).toHaveLength(3);
  expect(folder.coterie(["export", "map", "--format", "xlsx", "-o", "x"])).toMatchObject({
    status: 2,
    stderr: 'coterie: --format is one of csv, json, gexf, not "xlsx".\n',
  });
}, 60_000);

test("a broken dataset, and a folder that is none, are refused in one line", () => {
  expect(folder.coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  const path = folder.at("map/authors.parquet");
  const bytes = readFileSync(path);
  bytes[20] ^= 1;
  writeFileSync(path, bytes);
  expect(folder.coterie(["stats", "map"])).toMatchObject({
    status: 1,
    stderr:
      "coterie: map is a broken dataset: authors.parquet: it is not the file that the manifest describes (its SHA-256 differs).\n",
  });
  expect(folder.coterie(["stats", "."])).toMatchObject({
    status: 1,
    stderr: "coterie: . is no dataset: it has no manifest.json. Make one: coterie build <inputs> -o <dir>\n",
  });
  expect(folder.coterie(["stats"]).status).toBe(2);
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
    const { status, stderr, stdout } = folder.coterie(args);
    expect([args.join(" "), status, stdout]).toEqual([args.join(" "), 2, ""]);
    expect(stderr).toMatch(/^coterie: [^\n]*\.\n$|^coterie: [^\n]*all\.\n$/);
  }
}, 60_000);

test("every command explains itself with its options and an example", () => {
  const all = folder.coterie(["--help"]);
  expect(all.status).toBe(0);
  for (const name of ["build", "read", "check", "stats", "export", "serve", "site", "limits"]) {
    expect(all.stdout).toContain(`  ${name}`);
    const { status, stdout } = folder.coterie([name, "--help"]);
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: coterie ${name} `);
    expect(stdout).toContain(`  coterie ${name} `);
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(folder.coterie(["--version"]).stdout).toBe(`${version}\n`);
}, 60_000);

test("text from files cannot steer the terminal", () => {
  const hostile = "\u001b[31m\u0007\u009b2J\u202e";
  writeFileSync(folder.at("hostile.bib"), `@article{x${hostile}, title={A${hostile}B}, author={Eve${hostile} Doe`);
  writeFileSync(folder.at(`name\u001b[2J.txt`), "no format");
  for (const args of [
    ["check", "."],
    ["check", ".", "--json"],
    ["read", "."],
    ["read", "name\u001b[2J.txt"],
  ]) {
    const { stdout, stderr } = folder.coterie(args);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  }
});

/** A project with the real command and a page of one line, so that this test needs no built app. */
function projectWithPage(): string {
  const project = folder.at("project");
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
    if (input === "map") folder.coterie(["build", "papers.bib", "-o", "map"]);
    const child = spawn(process.execPath, [command, "serve", input, "--port", "0"], { cwd: folder.at() });
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
  folder.coterie(["build", "papers.bib", "-o", "map"]);
  const shaped = spawnSync(process.execPath, [command, "serve", "map", "--seed", "3"], {
    cwd: folder.at(),
    encoding: "utf8",
  });
  expect(shaped).toMatchObject({
    status: 2,
    stderr: "coterie: --seed shapes a dataset while it is built, and map is one already.\n",
  });
  rmSync(folder.at("project/dist/command"));
  expect(spawnSync(process.execPath, [command, "--help"], { encoding: "utf8" })).toMatchObject({
    status: 1,
    stderr: 'coterie: the command is not built yet; run "npm ci" or "npm run build" in its folder first.\n',
  });
}, 60_000);
