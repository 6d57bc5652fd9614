import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MORE, PAPERS } from "./small-bibliography.ts";
import { workingFolder } from "./working-folder.ts";

const folder = workingFolder({ "papers.bib": PAPERS, "more.bib": MORE });

test("an existing output is refused, and replaced with --force unless it holds other things", () => {
  expect(folder.coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  const before = folder.contents("map");
  expect(folder.coterie(["build", "more.bib", "-o", "map"])).toMatchObject({
    status: 2,
    stderr: "coterie: map exists already; --force replaces it.\n",
  });
  expect(folder.contents("map")).toEqual(before);
  expect(folder.coterie(["build", "more.bib", "-o", "map", "--force"]).status).toBe(0);
  expect(folder.contents("map")).not.toEqual(before);
  const replaced = folder.contents("map");
  writeFileSync(folder.at("map/diary.txt"), "mine");
  expect(folder.coterie(["build", "papers.bib", "-o", "map", "--force"])).toMatchObject({
    status: 2,
    stderr: "coterie: map holds other things (diary.txt); choose another output.\n",
  });
  rmSync(folder.at("map/diary.txt"));
  expect(folder.contents("map")).toEqual(replaced);
}, 60_000);

test("sheets are written where they are asked for, beside the files that are there without them", () => {
  expect(folder.coterie(["build", "papers.bib", "-o", "plain"]).status).toBe(0);
  expect(folder.coterie(["build", "papers.bib", "-o", "sheets", "--sheets"]).status).toBe(0);
  const plain = folder.contents("plain");
  const sheets = folder.contents("sheets");
  const more = ["atlas_teams", "atlas_ties", "people_blocks", "sheets"].map((name) => `${name}.parquet`);
  expect([...sheets.keys()].sort()).toEqual([...plain.keys(), ...more, "people.bin", "sheets.bin"].sort());
  for (const [name, bytes] of plain) if (name !== "manifest.json") expect(sheets.get(name), name).toBe(bytes);
  expect(folder.coterie(["build", "papers.bib", "-o", "sheets", "--force"]).status).toBe(0);
  expect(folder.contents("sheets")).toEqual(plain);
}, 60_000);

test("a link is not followed: it is refused, and with --force the link itself is replaced", () => {
  mkdirSync(folder.at("victim"));
  writeFileSync(folder.at("victim/keep.json"), "{}");
  symlinkSync("victim", folder.at("map"));
  expect(folder.coterie(["build", "papers.bib", "-o", "map"])).toMatchObject({
    status: 2,
    stderr: "coterie: map is a link; --force replaces it.\n",
  });
  expect(folder.coterie(["build", "papers.bib", "-o", "map", "--force"]).status).toBe(0);
  expect(readdirSync(folder.at("victim"))).toEqual(["keep.json"]);
  expect(readdirSync(folder.at("map"))).toContain("manifest.json");
}, 60_000);

test("what killed runs have left is cleared away, and an output that had stepped aside comes back", () => {
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  expect(folder.coterie(["build", "papers.bib", "-o", "map"]).status).toBe(0);
  mkdirSync(folder.at(`.map.${dead}.0123abcd.tmp`));
  mkdirSync(folder.at(`.map.${process.pid}.0123abcd.tmp`));
  expect(folder.coterie(["build", "papers.bib", "-o", "map", "--force"]).status).toBe(0);
  // The temporary folder of a process that still runs is its own business.
  expect(folder.names().filter((name) => name.startsWith("."))).toEqual([`.map.${process.pid}.0123abcd.tmp`]);
}, 60_000);
