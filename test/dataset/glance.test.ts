import { expect, test } from "vitest";
import { DatasetError } from "../../src/dataset/dataset-error.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { readGlance } from "../../src/dataset/read-glance.ts";
import { datasetFiles, tableBytes } from "../../src/dataset/write-dataset.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { GLANCE_FROM, GLANCE_TIES, type Glance } from "../../src/model/glance.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { smallDataset, THREE_PAPERS } from "./small-dataset.ts";

type Files = ReadonlyMap<string, Uint8Array>;

const opener = (files: Files, asked: string[] = []) => {
  return async (file: string) => {
    asked.push(file);
    const bytes = files.get(file);
    if (!bytes) throw new Error(`no ${file}`);
    return Uint8Array.from(bytes).buffer;
  };
};

/** More authors than a glance needs, and more ties than one holds: 31,125 of one paper, and stronger ones of others. */
const MANY: Dataset = (() => {
  const authors = GLANCE_FROM + 1;
  const dataset = smallDataset({
    papers: [
      { title: "long", authors: Array.from({ length: 250 }, (_, i) => i) },
      ...Array.from({ length: 40 }, (_, i) => ({ title: null, authors: [i + 2400, 3 * i, 5 * i + 1] })),
    ],
    names: Array.from({ length: authors }, (_, i) => `name ${i % 977}`),
    variants: ["full"],
    largePaper: 1000,
  });
  const wide = (i: number) => Math.round(65_536 * (((i * 7919) % authors) / (authors - 1) - 0.5)) / 65_536;
  return {
    ...dataset,
    authors: {
      ...dataset.authors,
      papers: dataset.authors.papers.map((_, i) => i),
      x: dataset.authors.x.map((_, i) => wide(i)),
      y: dataset.authors.y.map((_, i) => wide(i + 1)),
    },
  };
})();

const FILES = datasetFiles(MANY);

async function glanceOf(files: Files): Promise<Glance> {
  const glance = await readGlance(opener(files));
  if (glance === null) throw new Error("There is no glance.");
  return glance;
}

test("a small dataset has no glance", async () => {
  const files = datasetFiles(smallDataset(THREE_PAPERS));
  expect([...files.keys()].filter((file) => file.startsWith("glance"))).toEqual([]);
  expect(await readGlance(opener(files))).toBeNull();
});

test("a glance asks for its own files and the manifest, and the whole dataset for all others", async () => {
  const asked: string[] = [];
  await readGlance(opener(FILES, asked));
  const own = ["glance_authors.parquet", "glance_teams.parquet", "glance_ties.parquet"];
  expect(asked.sort()).toEqual([...own, "manifest.json"]);
  const askedWhole: string[] = [];
  expect(await readDataset(opener(FILES, askedWhole))).toEqual(MANY);
  expect(askedWhole.sort()).toEqual([...FILES.keys()].filter((file) => !own.includes(file)).sort());
});

test("authors of a glance are those of the dataset, their places to within half a 4,096th", async () => {
  const { authors, teams, manifest } = await glanceOf(FILES);
  expect(manifest).toEqual(MANY.manifest);
  expect(authors.rowCount).toBe(MANY.authors.rowCount);
  expect(authors.team).toEqual(MANY.authors.team);
  expect(authors.onlyLarge).toEqual(MANY.authors.onlyLarge);
  for (const axis of ["x", "y"] as const) {
    authors[axis].forEach((place, row) => {
      expect(Math.abs(place - MANY.authors[axis][row])).toBeLessThanOrEqual(1 / 8192);
    });
    expect(Math.min(...MANY.authors[axis])).toBe(-0.5);
    expect(Math.max(...MANY.authors[axis])).toBe(0.5);
    expect(new Set(authors[axis]).size).toBeLessThanOrEqual(4096);
  }
  expect(teams.name).toEqual(MANY.teams.name);
  expect(teams.leaders).toEqual([["name 0"], ["name 0"]]);
});

test("papers of a glance are exact up to 16, and within one in seventeen above", async () => {
  const { papers } = (await glanceOf(FILES)).authors;
  papers.forEach((count, row) => {
    if (row <= 16) expect(count).toBe(row);
    expect(Math.abs(count - row) / Math.max(1, row)).toBeLessThanOrEqual(1 / 17);
  });
  expect(new Set(papers).size).toBeLessThan(80);
});

test("ties of a glance are the strongest by the dataset's own counting", async () => {
  const { ties } = await glanceOf(FILES);
  const { a, b, weightPaper } = MANY.coauthorships;
  const sorted = Array.from(weightPaper, (weight, row) => ({ a: a[row], b: b[row], weight: Math.fround(weight) }))
    .sort((one, other) => other.weight - one.weight || one.a - other.a || one.b - other.b)
    .slice(0, GLANCE_TIES);
  expect(MANY.coauthorships.rowCount).toBeGreaterThan(GLANCE_TIES);
  expect(Array.from(ties.weight, (weight, row) => ({ a: ties.a[row], b: ties.b[row], weight }))).toEqual(sorted);
});

/** The files with a glance's table made of other values, hash and all. */
function withTable(table: "glanceAuthors" | "glanceTies" | "glanceTeams", file: string, values: object): Files {
  const bytes = tableBytes(table, values as { rowCount: number });
  const manifest = new TextDecoder().decode(FILES.get("manifest.json"));
  const rehashed = manifest.replace(sha256(FILES.get(file) ?? new Uint8Array()), sha256(bytes));
  return new Map(FILES).set(file, bytes).set("manifest.json", new TextEncoder().encode(rehashed));
}

test("a glance whose tables do not hold together is refused", async () => {
  const { authors, ties } = await glanceOf(FILES);
  const far = { ...authors, team: authors.team.map(() => 2) };
  await expect(readGlance(opener(withTable("glanceAuthors", "glance_authors.parquet", far)))).rejects.toThrow(
    "glance_authors.parquet: team in row 0 is no row of glance_teams.",
  );
  const short = { ...authors, rowCount: 1, x: [0], y: [0], team: [0], papers: [1], onlyLarge: [false] };
  await expect(readGlance(opener(withTable("glanceAuthors", "glance_authors.parquet", short)))).rejects.toThrow(
    "glance_authors.parquet: it has 1 rows, the manifest counts 2501.",
  );
  for (const wrong of [
    { ...ties, b: ties.b.map(() => 2501) },
    { ...ties, b: ties.a },
    { ...ties, weight: ties.weight.toReversed() },
  ]) {
    await expect(readGlance(opener(withTable("glanceTies", "glance_ties.parquet", wrong)))).rejects.toThrow(
      "is out of order, or no tie of two authors",
    );
  }
});

test("a changed byte of a glance is refused", async () => {
  for (const file of ["glance_authors.parquet", "glance_ties.parquet", "glance_teams.parquet"]) {
    const bytes = Uint8Array.from(FILES.get(file) ?? []);
    bytes[bytes.length >> 1] ^= 1;
    await expect(readGlance(opener(new Map(FILES).set(file, bytes)))).rejects.toThrow(DatasetError);
  }
});

test("more than a hundred inputs have a table of their own, and are read back as they were", async () => {
  for (const count of [100, 101]) {
    const inputs = Array.from({ length: count }, (_, i) => ({
      file: `${i}.bib`,
      sha256: String(i).padStart(64, "0"),
      bytes: i * 4_000_000_000,
      format: i % 2 === 0 ? null : "bibtex",
      records: i,
    }));
    const small = smallDataset(THREE_PAPERS);
    const dataset = { ...small, manifest: { ...small.manifest, inputs } };
    const files = datasetFiles(dataset);
    expect(files.has("inputs.parquet")).toBe(count > 100);
    expect(new TextDecoder().decode(files.get("manifest.json")).includes('"0.bib"')).toBe(count <= 100);
    expect(await readDataset(opener(files))).toEqual(dataset);
  }
});
