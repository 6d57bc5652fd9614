import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fieldsOfPapers, readVocabulary, type Vocabulary } from "../../src/network/paper-fields.ts";
import { phraseKey } from "../../src/network/phrase-finder.ts";
import { seedPapers } from "./seed-teams.ts";

const FIELDS = join(import.meta.dirname, "../../src/network/fields.json");
const ours = readVocabulary(JSON.parse(readFileSync(FIELDS, "utf8")));

const small: Vocabulary = {
  fields: [
    { name: "machine learning", synonyms: ["machine learning"], broad: true },
    { name: "GNN", synonyms: ["GNN", "graph neural network"] },
    { name: "law", synonyms: ["legal text"] },
  ],
};

const paper = (title: string | null, abstract: string | null = null, venue: string | null = null) => ({
  title,
  abstract,
  venue,
});

const names = (...papers: ReturnType<typeof paper>[]) =>
  fieldsOfPapers(papers, small).map((fields) => fields.map(({ name }) => name));

test("a paper has the fields that its title or abstract names, and none where they name none", () => {
  expect(names(paper("Cooking with gas"), paper(null), paper("On GNNs"), paper(null, "Reading legal texts."))).toEqual([
    [],
    [],
    ["GNN"],
    ["law"],
  ]);
});

test("only synonyms are looked for: the name of a field may be a common word", () => {
  expect(names(paper("A scaling law"))).toEqual([[]]);
});

test("the title says more than the abstract, a broad field less than any other", () => {
  expect(names(paper("Legal texts", "With a graph neural network."))).toEqual([["law", "GNN"]]);
  expect(names(paper("Machine learning", "With machine learning and legal texts."))).toEqual([
    ["law", "machine learning"],
  ]);
});

test("the score is the mass of the mentions times the rarity of the field", () => {
  // In the title (1.5) and twice in the abstract (2/4); one of two papers: √ln 3.
  const [[field]] = fieldsOfPapers([paper("On GNNs", "A GNN is a graph neural network."), paper("Else")], small);
  expect(field.score).toBeCloseTo((1.5 + 2 / 4) * Math.sqrt(Math.log(3)), 8);
});

test("what a title says a method is for comes before the method, however the two are ordered elsewhere", () => {
  expect(names(paper("GNNs for legal texts"))).toEqual([["law", "GNN"]]);
  expect(names(paper("Legal texts for GNNs"))).toEqual([["GNN", "law"]]);
});

test("what a paper says again and again outweighs one word that no other paper has", () => {
  const others = Array.from({ length: 6 }, () => paper("On GNNs"));
  const abstract = "A GNN reads. A GNN writes. A GNN counts. A GNN sees one legal text.";
  expect(names(paper("A report", abstract), ...others)[0]).toEqual(["GNN", "law"]);
});

test("the venue speaks where title and abstract are silent", () => {
  expect(names(paper("Minutes", null, "Journal of Machine Learning"))).toEqual([["machine learning"]]);
  expect(names(paper("Legal texts", null, "Journal of Machine Learning"))).toEqual([["law"]]);
});

test("the vocabulary has at least sixty fields, and each its own phrases", () => {
  expect(ours.fields.length).toBeGreaterThanOrEqual(60);
  for (const { name, synonyms } of ours.fields) {
    const keys = synonyms.map(phraseKey);
    expect(keys.length, name).toBeGreaterThanOrEqual(2);
    expect(keys, name).not.toContain("");
  }
});

test("the papers of the seeds are about what their titles say", () => {
  const papers = seedPapers().map(({ id, title, abstract }) => ({ id, title, abstract, venue: null }));
  const fields = new Map(fieldsOfPapers(papers, ours).map((of, p) => [papers[p].id, of.map(({ name }) => name)]));
  expect(fields.get("1712.05902")?.[0]).toBe("MLOps");
  expect(fields.get("2109.04650")?.[0]).toBe("LLM");
  expect(fields.get("2203.14082")?.[0]).toBe("GNN");
  expect(fields.get("2007.02334")?.[0]).toBe("recommender systems");
  expect(fields.get("2007.02642")?.[0]).toBe("dialogue systems");
  expect(fields.get("2210.03858")?.[0]).toBe("model compression");
  expect(fields.get("2303.10824")?.[0]).toBe("medical imaging");
  expect(fields.get("1908.02569")).toEqual(expect.arrayContaining(["recommender systems", "GNN"]));
});

test.each([
  [null, "not an object"],
  [{ fields: {} }, "not an object with a list"],
  [{ fields: [3] }, "Field 1 of the vocabulary is not an object"],
  [{ fields: [{ synonyms: ["a"] }] }, "has no name"],
  [{ fields: [{ name: "x" }] }, "no list of synonyms"],
  [{ fields: [{ name: "x", synonyms: [] }] }, "no list of synonyms"],
  [{ fields: [{ name: "x", synonyms: ["–"] }] }, "with a letter or digit"],
  [{ fields: [{ name: "x", synonyms: ["a"], broad: 1 }] }, "neither true nor false"],
  [{ fields: [1, 2].map(() => ({ name: "x", synonyms: ["a"] })) }, "the name of another field"],
])("a malformed vocabulary is refused with a sentence: %j", (json, sentence) => {
  expect(() => readVocabulary(json)).toThrow(sentence);
});
