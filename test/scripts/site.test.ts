import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderSource } from "../../scripts/server/file-source.ts";
import { serveApp } from "../../scripts/server/serve-app.ts";
import { readAtlas } from "../../src/dataset/read-atlas.ts";
import { readSheet } from "../../src/dataset/read-sheet.ts";
import { ensureBuilt, ROOT } from "../built.ts";

const PAPERS = `
@article{one, title={The first paper}, author={Ada Lovelace and Charles Babbage}, year={1843}}
@article{two, title={The second paper}, author={Ada Lovelace and Mary Somerville}, year={1844}}
`;

let folder: string;
let command: string;

/** The command beside a page of one line, with a dataset of its own beside it, as the built page has. */
beforeAll(() => {
  ensureBuilt(["dist/command/coterie.js"], ["src", "scripts", "vite.config.ts", "package.json"], "build:command");
  folder = mkdtempSync(join(tmpdir(), "coterie-site-"));
  const project = join(folder, "project");
  mkdirSync(join(project, "scripts"), { recursive: true });
  mkdirSync(join(project, "dist/app/assets"), { recursive: true });
  mkdirSync(join(project, "dist/app/data"), { recursive: true });
  for (const file of ["scripts/coterie.mjs", "package.json"]) copyFileSync(join(ROOT, file), join(project, file));
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
  symlinkSync(join(ROOT, "dist/command"), join(project, "dist/command"));
  writeFileSync(join(project, "dist/app/index.html"), "<!doctype html>");
  writeFileSync(join(project, "dist/app/assets/app.js"), "0");
  writeFileSync(join(project, "dist/app/data/manifest.json"), "the seeds");
  command = join(project, "scripts/coterie.mjs");
  writeFileSync(join(folder, "papers.bib"), PAPERS);
  expect(coterie("build", "papers.bib", "-o", "map").status).toBe(0);
  expect(coterie("build", "papers.bib", "-o", "sheets", "--sheets").status).toBe(0);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function coterie(...args: string[]) {
  return spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });
}

function contents(path: string): Map<string, string> {
  const at = join(folder, path);
  return new Map(readdirSync(at).map((name) => [name, readFileSync(join(at, name)).toString("base64")]));
}

test("a site is the page with the dataset's files, and nothing that only lies beside them", () => {
  for (const dataset of ["map", "sheets"]) {
    const before = contents(dataset);
    writeFileSync(join(folder, dataset, "diary.txt"), "mine");
    writeFileSync(join(folder, dataset, ".key"), "mine");
    const output = `site-of-${dataset}`;
    expect(coterie("site", dataset, "-o", output)).toMatchObject({
      status: 0,
      stdout: `${output}: the page and ${before.size} files of the dataset\n`,
    });
    expect(readdirSync(join(folder, output)).sort()).toEqual(["assets", "data", "index.html"]);
    expect(readdirSync(join(folder, output, "assets"))).toEqual(["app.js"]);
    expect(contents(`${output}/data`)).toEqual(before);
    rmSync(join(folder, dataset, "diary.txt"));
    rmSync(join(folder, dataset, ".key"));
  }
}, 60_000);

test("an existing site is refused, and replaced with --force unless it holds other things", () => {
  expect(coterie("site", "map", "-o", "again").status).toBe(0);
  expect(coterie("site", "sheets", "-o", "again")).toMatchObject({
    status: 2,
    stderr: "coterie: again exists already; --force replaces it.\n",
  });
  expect(coterie("site", "sheets", "-o", "again", "--force").status).toBe(0);
  expect(contents("again/data")).toEqual(contents("sheets"));
  writeFileSync(join(folder, "again/diary.txt"), "mine");
  expect(coterie("site", "map", "-o", "again", "--force")).toMatchObject({
    status: 2,
    stderr: "coterie: again holds other things (diary.txt); choose another output.\n",
  });
  expect(contents("again/data")).toEqual(contents("sheets"));
}, 60_000);

test("what is no dataset, or a broken one, makes no site", () => {
  mkdirSync(join(folder, "empty"), { recursive: true });
  expect(coterie("site", "empty", "-o", "none")).toMatchObject({ status: 1 });
  expect(coterie("site", "map")).toMatchObject({ status: 2 });
  expect(coterie("site", "-o", "none")).toMatchObject({ status: 2 });
  for (const [dataset, file] of [
    ["map", "papers.parquet"],
    ["sheets", "atlas_teams.parquet"],
    ["sheets", "sheets.bin"],
  ]) {
    const copy = `broken-${file}`;
    mkdirSync(join(folder, copy));
    for (const name of readdirSync(join(folder, dataset))) {
      copyFileSync(join(folder, dataset, name), join(folder, copy, name));
    }
    truncateSync(join(folder, copy, file), 100);
    const { status, stderr } = coterie("site", copy, "-o", "none");
    expect(status).toBe(1);
    expect(stderr).toContain(`coterie: ${copy} is a broken dataset: ${file}`);
  }
  expect(readdirSync(folder)).not.toContain("none");
}, 60_000);

test("who is who may be decided for a site, in sheets where the dataset is", () => {
  for (const dataset of ["map", "sheets"]) {
    const output = `strict-${dataset}`;
    expect(coterie("site", dataset, "-o", output, "--preset", "strict").status).toBe(0);
    const manifest = JSON.parse(readFileSync(join(folder, output, "data/manifest.json"), "utf8"));
    expect(manifest.parameters.identity).toBe("strict");
    expect(readdirSync(join(folder, output, "data")).sort()).toEqual([...contents(dataset).keys()].sort());
  }
}, 60_000);

/** Reads one sheet of the dataset that an address serves, asking for no more of `sheets.bin` than that. */
async function firstSheet(address: string) {
  const atlas = await readAtlas(async (file) => (await fetch(`${address}data/${file}`)).arrayBuffer());
  if (atlas === null) throw new Error("There is no atlas.");
  const statuses: number[] = [];
  const sheet = await readSheet(
    async (file, from, to) => {
      const response = await fetch(`${address}data/${file}`, { headers: { range: `bytes=${from}-${to - 1}` } });
      statuses.push(response.status);
      expect(response.headers.get("content-range")).toMatch(new RegExp(`^bytes ${from}-${to - 1}/\\d+$`));
      return response.arrayBuffer();
    },
    atlas,
    0,
  );
  expect(statuses).toEqual([206]);
  return sheet;
}

test("a sheet is had from a site by one range request", async () => {
  expect(coterie("site", "sheets", "-o", "hosted").status).toBe(0);
  const at = folderSource(join(folder, "hosted"));
  const serving = await serveApp(at, (segments) => at(["data", ...segments]), 0, false);
  try {
    expect((await firstSheet(serving.address)).papers.title).toEqual(["The first paper", "The second paper"]);
  } finally {
    await serving.close();
  }
}, 60_000);

test("serve hands out a dataset in sheets without reading it whole", async () => {
  // Nobody looks into the papers: a dataset read whole would be refused.
  mkdirSync(join(folder, "unread"));
  for (const name of readdirSync(join(folder, "sheets"))) {
    copyFileSync(join(folder, "sheets", name), join(folder, "unread", name));
  }
  writeFileSync(join(folder, "unread/papers.parquet"), "not looked at");
  const child = spawn(process.execPath, [command, "serve", "unread", "--port", "0"], { cwd: folder });
  try {
    const [said] = await Promise.race([once(child.stdout, "data"), once(child.stderr, "data")]);
    const address = /http:\S+/.exec(String(said))?.[0] ?? "";
    expect((await firstSheet(address)).manifest.counts.authors).toBe(3);
  } finally {
    child.kill("SIGTERM");
  }
}, 60_000);
