import { expect, test } from "vitest";
import type { Dataset } from "../../src/model/dataset.ts";
import { authorsOf, incidenceOf } from "../../src/model/incidence.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { findCommunities } from "../../src/network/communities.ts";
import { buildDataset } from "../../src/pipeline/build-dataset.ts";
import { readFolder, SEED_FILES, SEEDS } from "../read-folder.ts";

const reading = readFolder(SEEDS, SEED_FILES);
const dataset = buildDataset(reading, DEFAULT_PARAMETERS);

function teamOf(data: Dataset, name: string): string {
  const author = data.authors.name.indexOf(name);
  const team = data.authors.team[author];
  expect(author, `${name} is an author`).toBeGreaterThanOrEqual(0);
  return team === null ? "none" : data.teams.name[team];
}

function incidenceOfDataset({ papers, authorships, authors }: Dataset) {
  const offsets = Uint32Array.from([...papers.firstAuthorship, authorships.rowCount]);
  return incidenceOf(offsets, authorships.author, authors.rowCount);
}

test("28 entries and 21 BibTeX entries are 21 papers with 569 authorships by 442 authors", () => {
  expect(dataset.manifest.counts).toMatchObject({
    records: 49,
    papers: 21,
    papersWithoutAuthors: 0,
    authorships: 569,
    authors: 442,
    teams: 7,
    largePapers: 1,
  });
});

test("the 449 name strings of papers.bib are 442 authors, and Daehee and Dae Hee Kim stay two", () => {
  const { papers } = { papers: readFolder(SEEDS, ["papers.bib"]).records };
  expect(new Set(papers.flatMap((paper) => paper.authors.map((author) => author.name))).size).toBe(449);
  const alone = buildDataset(readFolder(SEEDS, ["papers.bib"]), { ...DEFAULT_PARAMETERS, starts: 1 });
  expect(alone.authors.rowCount).toBe(442);
  expect(alone.authors.name).toEqual(expect.arrayContaining(["Daehee Kim", "Dae Hee Kim"]));
  const formsOf = (name: string) =>
    alone.names.name.filter((_, row) => alone.names.author[row] === alone.authors.name.indexOf(name)).sort();
  expect(formsOf("Kyung-Min Kim")).toEqual(["Kyung-Min Kim", "Kyungmin Kim"]);
  expect(formsOf("Na-Hyeon Ryu")).toEqual(["Na-Hyeon Ryu", "Nahyeon Ryu"]);
});

test("the anthology's word order is a form of the same authorship", () => {
  const author = dataset.authors.name.indexOf("Dong Hyeon Jeon");
  const forms = dataset.names.name.filter((_, row) => dataset.names.author[row] === author);
  expect(forms).toEqual(expect.arrayContaining(["Dong Hyeon Jeon", "Jeon Dong Hyeon"]));
  expect(dataset.findings.detail.some((detail) => detail.includes("Jeon Dong Hyeon"))).toBe(true);
});

test("without papers.bib five papers have authors, sixteen are reported without, and there is still a map", () => {
  const texts = SEED_FILES.filter((file) => file !== "papers.bib");
  const { manifest, papers, authors, findings } = buildDataset(readFolder(SEEDS, texts), DEFAULT_PARAMETERS);
  expect(manifest.counts).toMatchObject({ records: 28, papers: 21, papersWithoutAuthors: 16, authorships: 377 + 68 });
  expect(papers.authors.filter((count) => count > 0)).toHaveLength(5);
  expect(findings.code.filter((code) => code === "authors-missing")).toHaveLength(16);
  expect(authors.x.every(Number.isFinite) && authors.y.every(Number.isFinite)).toBe(true);
});

test.each([
  ["Nako Sung", "MLOps"],
  ["Minkyu Kim", "MLOps"],
  ["Sang-Woo Lee", "LLM"],
  ["Boseop Kim", "LLM"],
  ["Hyunwoo J. Kim", "GNN"],
  ["Jinyoung Park", "GNN"],
  ["Kyuyong Shin", "recommender systems"],
  ["Kyung-Min Kim", "recommender systems"],
])("%s is in the team named %s", (name, team) => {
  expect(teamOf(dataset, name)).toBe(team);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  "from base seed %i the best start reaches modularity 0.499 and keeps the four teams apart",
  (seed) => {
    const network = coauthorNetwork(incidenceOfDataset(dataset), { counting: "paper", largePaper: 100, large: "in" });
    const { modularity, community } = findCommunities(network, { resolution: 1, starts: 0, seed });
    expect(modularity).toBeGreaterThanOrEqual(0.499);
    const apart = ["Nako Sung", "Sang-Woo Lee", "Hyunwoo J. Kim", "Kyuyong Shin"];
    expect(new Set(apart.map((name) => community[dataset.authors.name.indexOf(name)])).size).toBe(4);
  },
);

test("the order of the files does not matter", () => {
  const reversed = readFolder(SEEDS, SEED_FILES.toReversed());
  expect(buildDataset({ ...reversed, records: reversed.records.toReversed() }, DEFAULT_PARAMETERS)).toEqual(dataset);
});

test("ties are what the papers that are not large say, each pair once", () => {
  const { a, b, papers, weightFull, weightAuthor, weightPaper, rowCount } = dataset.coauthorships;
  const incidence = incidenceOfDataset(dataset);
  const pairs = new Map<string, { papers: number; byAuthor: number; byPaper: number }>();
  for (let p = 0; p < incidence.paperCount; p++) {
    const authors = [...authorsOf(incidence, p)].sort((x, y) => x - y);
    if (authors.length > 100) continue;
    for (const [i, one] of authors.entries()) {
      for (const other of authors.slice(i + 1)) {
        const tie = pairs.get(`${one} ${other}`) ?? { papers: 0, byAuthor: 0, byPaper: 0 };
        tie.papers += 1;
        tie.byAuthor += 1 / (authors.length - 1);
        tie.byPaper += 2 / (authors.length * (authors.length - 1));
        pairs.set(`${one} ${other}`, tie);
      }
    }
  }
  expect(rowCount).toBe(pairs.size);
  for (let row = 0; row < rowCount; row++) {
    const tie = pairs.get(`${a[row]} ${b[row]}`);
    expect(papers[row]).toBe(tie?.papers);
    expect(weightFull[row]).toBe(tie?.papers);
    expect(weightAuthor[row]).toBeCloseTo(tie?.byAuthor ?? Number.NaN, 12);
    expect(weightPaper[row]).toBeCloseTo(tie?.byPaper ?? Number.NaN, 12);
  }
});

test("every counting scheme has its own teams", () => {
  expect(Object.keys(dataset.variants).sort()).toEqual(["author", "full"]);
  expect(dataset.manifest.communities.full.modularity).toBeLessThan(0.1);
  expect(dataset.manifest.communities.paper.modularity).toBeGreaterThan(0.499);
});
