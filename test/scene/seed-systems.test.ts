import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { search } from "../../src/scene/search.ts";
import { searchIndex } from "../../src/scene/search-index.ts";

const folder = join(import.meta.dirname, "../../public/data");
const dataset = await readDataset(async (file) => {
  const bytes = readFileSync(join(folder, file));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
});
const index = searchIndex(dataset, "paper");

/** What people call each of the 21 papers, and its arXiv id. */
test.each([
  ["NAVER Smart Machine Learning", "1712.05902"],
  ["CHOPT", "1810.03527"],
  ["NSML", "1810.09957"],
  ["HGP", "1908.02569"],
  ["GESM", "2005.08485"],
  ["Hop Sampling", "2006.14897"],
  ["Multi-Manifold Learning", "2007.02334"],
  ["CareCall", "2007.02642"],
  ["ShopperBERT", "2106.00573"],
  ["HyperCLOVA", "2109.04650"],
  ["CLUE", "2111.11294"],
  ["MH-Aug", "2203.14082"],
  ["Effect of Pretraining Corpora", "2204.13509"],
  ["DGT", "2206.14337"],
  ["Ask Me What You Need", "2207.02516"],
  ["AlphaTuning", "2210.03858"],
  ["Keep Me Updated", "2210.08750"],
  ["QAT", "2212.00975"],
  ["Pivotal Role of Language Modeling", "2212.03760"],
  ["k-SALSA", "2303.10824"],
  ["HyperCLOVA X", "2404.01954"],
])("%s leads to %s", (name, arxiv) => {
  const results = search(index, name).groups.flatMap((group) => group.results);
  const papers = results.flatMap(({ choice }) => (choice.kind === "paper" ? [dataset.papers.arxiv[choice.paper]] : []));
  expect(papers.at(0)).toBe(arxiv);
});

test("a name that several papers share finds them all", () => {
  const systems = search(index, "NSML").groups.find((group) => group.kind === "system");
  const papers = systems?.results.map(({ choice }) => choice.kind === "paper" && dataset.papers.arxiv[choice.paper]);
  expect(papers?.sort()).toEqual(["1712.05902", "1810.09957"]);
});
