import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workingFolder } from "./working-folder.ts";

const FILES = ["happy.gexf", "happy-vosviewer-map.txt", "happy-vosviewer-network.txt"];
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures/ingest", name), "utf8");
const folder = workingFolder(Object.fromEntries(FILES.map((name) => [name, fixture(name)])));
const coterie = (...args: readonly string[]) => folder.coterie(args);

test("build, stats, check and read take a ready network and say that it has no papers", () => {
  const built = coterie("build", "happy.gexf", "-o", "map");
  expect(built).toMatchObject({ status: 0, stderr: "" });
  expect(built.stdout).toMatch(/^map: a ready network without papers, 4 authors, 2 ties, 1 team, /);
  expect(JSON.parse(readFileSync(folder.at("map/manifest.json"), "utf8")).network).toEqual({
    file: "happy.gexf",
    format: "gexf",
    weights: "given",
    counts_papers: true,
  });
  expect(coterie("stats", "map").stdout).toMatch(/^A ready network \(GEXF\) that came without papers\n/);
  expect(coterie("stats", "map").stdout).toContain("Weights as given, resolution 1");
  expect(coterie("check", "happy.gexf").stdout).toMatch(
    /^happy\.gexf: 4 nodes, 2 ties, GEXF\na ready network without papers: 4 authors, 2 ties\n/,
  );
  expect(JSON.parse(coterie("check", "happy.gexf", "--json").stdout).network).toEqual({
    file: "happy.gexf",
    people: 4,
    ties: 2,
  });
  const lines = coterie("read", "happy.gexf").stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).kind)).toEqual(["person", "person", "person", "person", "tie", "tie"]);
  expect(JSON.parse(lines[4])).toMatchObject({ a: "x1", b: "x2", weight: 3 });
});

test("two files that belong together give the same bytes in any order", () => {
  expect(coterie("build", FILES[1], FILES[2], "-o", "one").stdout).toContain("4 authors, 2 ties");
  expect(coterie("build", FILES[2], FILES[1], "-o", "two").status).toBe(0);
  for (const file of ["manifest.json", "authors.parquet", "coauthorships.parquet", "findings.parquet"]) {
    expect(readFileSync(folder.at(join("one", file))).equals(readFileSync(folder.at(join("two", file))))).toBe(true);
  }
});

test("beside a bibliography a network is left out, and check and read say so", () => {
  writeFileSync(folder.at("a.bib"), "@article{a, title={Tides}, author={Ann Shore and Bo Reef}}\n");
  expect(coterie("build", "a.bib", "happy.gexf", "-o", "map").stdout).toMatch(/^map: 1 paper, 2 authors, /);
  expect(coterie("check", "a.bib", "happy.gexf").stdout).toContain("networks left out beside papers: 1");
  const read = coterie("read", "a.bib", "happy.gexf");
  expect(read.stderr).toContain("cannot be merged with papers");
  expect(read.stdout.trimEnd().split("\n")).toHaveLength(1);
});
