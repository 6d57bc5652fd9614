import { expect, test } from "vitest";
import { identifyAuthors } from "../../src/identity/identify-authors.ts";
import { PRESETS, THRESHOLDS } from "../../src/model/identity.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { identityDataset } from "../../src/pipeline/identity-dataset.ts";
import { authorsCalled } from "../../src/scene/explain-name.ts";
import { listedPapers } from "../identity/listed-papers.ts";
import { readFolder, SEED_FILES, SEEDS } from "../read-folder.ts";

const [strict, normal, generous] = PRESETS.map((identity) =>
  identityDataset(readFolder(SEEDS, SEED_FILES), { ...DEFAULT_PARAMETERS, identity }, []),
);

test("by the presets the seeds name 443, 442 and 441 authors", () => {
  expect([strict, normal, generous].map(({ authors }) => authors.rowCount)).toEqual([443, 442, 441]);
});

/** The author who is called so; there is one. */
function authorCalled(name: string, dataset = normal): number {
  const authors = authorsCalled(dataset, name);
  expect(authors, `who is called ${name}`).toHaveLength(1);
  return authors[0];
}

test.each([
  ["Jinwoong Kim", "Jingwoong Kim"],
  ["Max Nihlen Ramstrom", "Max-Lasse Nihlenramstroem"],
  ["Jeon Dong Hyeon", "Dong Hyeon Jeon"],
])("%s and %s are one person", (one, other) => {
  expect(authorCalled(one)).toBe(authorCalled(other));
});

test.each([
  ["Hyunwoo J. Kim", "Hyunwook Kim"],
  ["Jaewoo Kang", "Jaewook Kang"],
  ["KyungHyun Kim", "Kyung-Min Kim"],
  ["Jeonghoon Kim", "Joonghoon Kim"],
  ["Seunghyun Park", "Sunghyun Park"],
  ["Su Young Kim", "Sooyoung Kim"],
  ["Su Young Kim", "Sunyoung Kim"],
  ["Su Young Kim", "Sukyoung Kim"],
  ["Sooyoung Kim", "Sunyoung Kim"],
  ["Sooyoung Kim", "Sukyoung Kim"],
  ["Sunyoung Kim", "Sukyoung Kim"],
  ["Jung Hyun Lee", "Jeonghyun Lee"],
  ["Jung Hyun Lee", "Lee Jonghyun"],
  ["Jeonghyun Lee", "Lee Jonghyun"],
])("%s and %s look alike and are two people", (one, other) => {
  expect(authorCalled(one)).not.toBe(authorCalled(other));
});

test("generous joins the one pair of look-alikes for which more speaks than against it: it is asked about otherwise", () => {
  expect(authorCalled("Jaewoo Kang", generous)).toBe(authorCalled("Jaewook Kang", generous));
  const { cases, nodes } = normal;
  const row = cases.a.findIndex((a, i) => nodes.name[a] === "Jaewoo Kang" && nodes.name[cases.b[i]] === "Jaewook Kang");
  expect(cases.outcome[row]).toBe("open");
  expect(cases.score[row]).toBeGreaterThan(THRESHOLDS.generous);
  expect(cases.score[row]).toBeLessThan(THRESHOLDS.normal);
});

test("Daehee and Dae Hee Kim have nearly one name and stand on one paper, and stay two however ready one is", () => {
  for (const dataset of [strict, normal, generous]) {
    // Their letters are the same, so that either name finds both.
    const both = ["Daehee Kim", "Dae Hee Kim"].map((name) => dataset.authors.name.indexOf(name));
    expect(Math.min(...both)).toBeGreaterThanOrEqual(0);
    expect(both[0]).not.toBe(both[1]);
  }
});

test("Lee Jonghyun is said to be possibly inverted, and nobody else is", () => {
  const { code, detail } = normal.findings;
  const inverted = detail.filter((_, row) => code[row] === "name-inverted");
  expect(inverted).toEqual([expect.stringContaining('"Lee Jonghyun" may be written family name first')]);
});

test.each([
  ["one coauthor", [["Jaewoo Kang", "Jung-Woo Ha"]], [["Jaewook Kang", "Jung-Woo Ha"]]],
  [
    "two coauthors, on a paper each",
    [["Jaewoo Kang", "Jung-Woo Ha", "Jisu Jeong"]],
    [["Jaewook Kang", "Jung-Woo Ha", "Jisu Jeong"]],
  ],
  [
    "two coauthors, among people who share nobody",
    [["Jaewoo Kang", "Jung-Woo Ha", "Jisu Jeong", "Nako Sung"]],
    [
      ["Jaewook Kang", "Jung-Woo Ha", "Jisu Jeong"],
      ["Jaewook Kang", "Jisu Jeong"],
      ["Ada Byron", "Mary Somerville"],
      ["Ada Byron", "Charles Babbage"],
    ],
  ],
])("Jaewoo and Jaewook Kang are two also in a collection of few papers, with %s in common", (_, ofJaewoo, others) => {
  const titles = ["Graphs that are transformed", "Prompts at scale", "Soil", "Weaving by numbers", "Tides"];
  const papers = listedPapers([...ofJaewoo, ...others], (index) => ({ title: titles[index] }));
  const { authors } = identifyAuthors(papers);
  expect(authors.map(({ name }) => name)).toEqual(expect.arrayContaining(["Jaewoo Kang", "Jaewook Kang"]));
});
