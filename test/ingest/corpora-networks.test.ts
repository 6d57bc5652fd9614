import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readNetworks } from "./given-networks.ts";

const CORPORA = join(import.meta.dirname, "../../../shared/corpora");
const present = existsSync(join(CORPORA, "expected.json"));

interface Expected {
  readonly nodes?: number;
  readonly edges?: number;
  readonly links?: number;
  readonly lines?: number;
}

const all: Record<string, Expected> = present ? JSON.parse(readFileSync(join(CORPORA, "expected.json"), "utf8")) : {};
const FOLDERS = new Set(["gexf", "graph-other", "vosviewer"]);
const cases = Object.entries(all).filter(([path]) => FOLDERS.has(path.split("/")[0]));
const file = (path: string) => ({ name: path, bytes: readFileSync(join(CORPORA, "formats", path)) });

const FORMATS: Readonly<Record<string, string>> = {
  "vosviewer/JOI_2007-2016_co-authorship_map.txt": "vosviewer-map",
  "vosviewer/JOI_2007-2016_co-authorship_network.txt": "vosviewer-network",
};

test.skipIf(!present)("every ready network gives the nodes and ties expected of it (needs the corpora)", () => {
  expect(cases.length).toBe(10);
  for (const [path, expected] of cases) {
    const { parts, formats, records } = readNetworks([file(path)], 4096);
    const [folder] = path.split("/");
    const format = FORMATS[path] ?? { gexf: "gexf", "graph-other": "graphml", vosviewer: "vosviewer-json" }[folder];
    expect([path, formats, records, parts.length]).toEqual([path, [format], 0, 1]);
    const [{ ids, names, weights }] = parts;
    const named = names.filter((name) => name !== null).length;
    // A map file has a header.
    if (format === "vosviewer-map") expect([path, named, weights.length]).toEqual([path, (expected.lines ?? 0) - 1, 0]);
    else if (format === "vosviewer-network") expect([path, named, weights.length]).toEqual([path, 0, expected.lines]);
    else {
      const counted = [path, named, ids.length, weights.length];
      expect(counted).toEqual([path, expected.nodes, expected.nodes, expected.edges ?? expected.links]);
    }
  }
});

test.skipIf(!present)("map and network file of VOSviewer are the network of its JSON (needs the corpora)", () => {
  const base = "vosviewer/JOI_2007-2016_co-authorship_";
  const json = readNetworks([file(`${base}network.json`)]);
  const text = readNetworks([file(`${base}network.txt`), file(`${base}map.txt`)]);
  const { a, b, weights, ids, names, papers } = json.network ?? {};
  expect(text.network).toMatchObject({ a, b, weights, ids, names, papers });
  expect(names?.slice(0, 2)).toEqual(["abbasi, a", "ahlgren, p"]);
  expect(papers?.slice(0, 2)).toEqual([3, 4]);
});

test.skipIf(!present)("what the networks of the corpora suffer from is told (needs the corpora)", () => {
  const told = Object.fromEntries(
    cases.map(([path]) => [path, [...new Set(readNetworks([file(path)]).findings.map(({ code }) => code))].sort()]),
  );
  expect(told).toMatchInlineSnapshot(`
    {
      "gexf/Les_Miserables.gexf": [
        "own-layout-left",
        "weights-missing",
      ],
      "gexf/Software_2024.gexf": [],
      "gexf/celegans.gexf": [
        "ties-added-up",
        "weights-missing",
      ],
      "gexf/les_miserables.gexf": [
        "own-layout-left",
        "ties-directed",
        "weights-missing",
      ],
      "graph-other/miserables.graphml": [
        "own-layout-left",
      ],
      "vosviewer/JOI_2007-2016_co-authorship_map.txt": [
        "own-layout-left",
        "ties-missing",
      ],
      "vosviewer/JOI_2007-2016_co-authorship_network.json": [
        "own-layout-left",
      ],
      "vosviewer/JOI_2007-2016_co-authorship_network.txt": [
        "map-missing",
      ],
      "vosviewer/QSS_SM_2020-2021_co-authorship_network.json": [
        "own-layout-left",
      ],
      "vosviewer/seinecle-example.json": [
        "own-layout-left",
      ],
    }
  `);
});
