import { expect, test } from "vitest";
import { csvFiles } from "../../src/dataset/export-csv.ts";
import { gexfExport } from "../../src/dataset/export-gexf.ts";
import { jsonExport } from "../../src/dataset/export-json.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { datasetFiles } from "../../src/dataset/write-dataset.ts";
import { COUNTINGS } from "../../src/model/counting.ts";
import { type Dataset, partitionOf } from "../../src/model/dataset.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { buildDataset } from "../../src/pipeline/build-dataset.ts";
import { type NetworkFile, readNetworks } from "../ingest/given-networks.ts";
import { fixture } from "../ingest/reading.ts";

/** Two triangles of heavy ties and a light one between them; one who has no tie at all. */
const TWO_TEAMS = `*Vertices 7
1 "Ann"
2 "Bo"
3 "Cy"
4 "Dee"
5 "Eve"
6 "Fay"
7 "Gus"
*Edges
1 2 5
1 3 5
2 3 4
4 5 5
4 6 5
5 6 4
3 4 1
`;

const sorted = (files: readonly NetworkFile[]) => {
  const { parts, findings, formats } = readNetworks(files);
  const inputs = files.map(({ name }, i) => ({ file: name, sha256: name, bytes: 1, format: formats[i], records: 0 }));
  const own = findings.filter(({ code }) => !["network-left-out", "ties-missing"].includes(code));
  return { inputs, findings: own, networks: parts };
};
const build = (...files: readonly NetworkFile[]) => buildDataset({ ...sorted(files), records: [] }, DEFAULT_PARAMETERS);
const opened = (dataset: Dataset) => {
  const files = new Map(datasetFiles(dataset));
  return readDataset((file) => Promise.resolve(Uint8Array.from(files.get(file) ?? []).buffer));
};
const two = build({ name: "two.net", bytes: TWO_TEAMS });
const byName = (name: string) => two.authors.name.indexOf(name);

test("a network is a dataset of its people and ties, with one weight for every counting, and no papers", () => {
  expect(two.manifest.counts).toMatchObject({ papers: 0, records: 0, authors: 7, coauthorships: 7, teams: 2 });
  expect(two.manifest.network).toEqual({ file: "two.net", format: "pajek", weights: "given", countsPapers: false });
  const { a, b, weightFull, weightAuthor, weightPaper } = two.coauthorships;
  const ties = Array.from(weightFull, (weight, row) =>
    [two.authors.name[a[row]], two.authors.name[b[row]]].sort().concat(String(weight)).join(" "),
  );
  expect(ties.sort()).toEqual(["Ann Bo 5", "Ann Cy 5", "Bo Cy 4", "Cy Dee 1", "Dee Eve 5", "Dee Fay 5", "Eve Fay 4"]);
  expect([weightAuthor, weightPaper]).toEqual([weightFull, weightFull]);
});

test("its teams are found on the given weights", () => {
  const together = (one: string, other: string) => two.authors.team[byName(one)] === two.authors.team[byName(other)];
  expect([together("Ann", "Cy"), together("Dee", "Fay"), together("Cy", "Dee")]).toEqual([true, true, false]);
  expect(two.authors.team[byName("Gus")]).toBeNull();
  // 9 of Cy's 10.
  expect(two.authors.inside[byName("Cy")]).toBeCloseTo(0.9, 6);
  expect(two.authors.coauthors[byName("Cy")]).toBe(3);
  // 2m = 58; each triangle keeps 28 of its 29: 2 (28/58 − (29/58)²).
  expect(two.manifest.communities.paper.modularity).toBeCloseTo(2 * (28 / 58 - 0.25), 12);
  expect([...two.teams.name].sort()).toEqual(["Ann & others", "Dee & others"]);
  for (const counting of COUNTINGS) expect(partitionOf(two, counting).teams).toBe(two.teams);
});

test("everybody has a place of their own on the map", () => {
  const places = new Set(Array.from(two.authors.x, (x, author) => `${x} ${two.authors.y[author]}`));
  expect(places.size).toBe(7);
});

test("the dataset is the same when it is written and opened again, and its exports hold no paper", async () => {
  expect(await opened(two)).toEqual(two);
  for (const pieces of [...csvFiles(two).values(), jsonExport(two), gexfExport(two)]) {
    expect([...pieces].join("")).not.toContain("undefined");
  }
});

test.each(["happy.gexf", "happy-vosviewer.json", "happy.net"])(
  "%s exported as GEXF and read back is the same people, ties, teams and places",
  (name) => {
    const first = build({ name, bytes: fixture(name) });
    const again = build({ name: "again.gexf", bytes: [...gexfExport(first)].join("") });
    const { authors, coauthorships, teams } = first;
    expect([again.authors, again.coauthorships, again.teams]).toEqual([authors, coauthorships, teams]);
  },
);

test("the order of the files changes no byte", () => {
  const map = { name: "map.txt", bytes: fixture("happy-vosviewer-map.txt") };
  const ties = { name: "network.txt", bytes: fixture("happy-vosviewer-network.txt") };
  expect(build(ties, map)).toEqual(build(map, ties));
});

test("papers the file counts are kept as the file's", () => {
  const dataset = build({ name: "a.json", bytes: fixture("happy-vosviewer.json") });
  expect(dataset.manifest.network?.countsPapers).toBe(true);
  expect([...dataset.authors.papers].sort()).toEqual([0, 0, 3, 4]);
});

test("beside papers a network is left out and told", () => {
  const source = { file: "a.bib", format: "bibtex", record: 1, line: 1 };
  const records = [{ source, ids: {}, title: "Tides", authors: [{ name: "Ann Shore" }, { name: "Bo Reef" }] }];
  const dataset = buildDataset({ ...sorted([{ name: "two.net", bytes: TWO_TEAMS }]), records }, DEFAULT_PARAMETERS);
  expect(dataset.manifest.counts).toMatchObject({ papers: 1, authors: 2 });
  expect(dataset.manifest.network).toBeUndefined();
  expect(dataset.findings.code).toContain("network-left-out");
});

test("a network of nobody, of one, and without ties is a dataset", async () => {
  for (const bytes of ["*Vertices 0\n", '*Vertices 1\n1 "Ann"\n', '*Vertices 2\n1 "Ann"\n2 "Bo"\n']) {
    const dataset = build({ name: "few.net", bytes });
    expect(dataset.manifest.counts.teams).toBe(0);
    expect(await opened(dataset)).toEqual(dataset);
  }
});
