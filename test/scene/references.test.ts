import { expect, test } from "vitest";
import { bibtexReferences, plainReferences } from "../../src/scene/references.ts";
import { smallDataset } from "./small-dataset.ts";

const dataset = smallDataset();

test("a list of papers becomes one reference a line, in its order", () => {
  expect(plainReferences(dataset, [1, 4])).toBe(
    [
      "Ada Núñez, Ben Kim (2019). PRUNE-It: Cutting the Cost of a Search. Proceedings of Trials & Errors. https://arxiv.org/abs/1902.00002",
      "Gus Ødegård (2021). Alone. https://arxiv.org/abs/2105.00005",
    ].join("\n"),
  );
});

test("a paper without authors or title is still a reference", () => {
  expect(plainReferences(dataset, [6])).toBe(
    "[no authors] (2022). Paper 2207.00007 (no title). https://arxiv.org/abs/2207.00007",
  );
});

test("a long author list is cut in the plain form and whole in BibTeX", () => {
  const names = Array.from({ length: 377 }, (_, i) => `Author ${i}`);
  const long = {
    ...dataset,
    papers: { ...dataset.papers, authors: Uint32Array.of(377), firstAuthorship: Uint32Array.of(0) },
    authorships: { ...dataset.authorships, name: names },
  };
  expect(plainReferences(long, [0])).toContain("Author 8, Author 9 et al. (377 authors) (2018).");
  expect(bibtexReferences(long, [0]).match(/Author \d+/g)?.length).toBe(377);
});

test("BibTeX keeps identifiers, and what TeX would act on is made plain", () => {
  expect(bibtexReferences(dataset, [1])).toBe(
    `@misc{1902.00002,
  title = {{PRUNE-It: Cutting the Cost of a Search}},
  author = {Ada Núñez and Ben Kim},
  year = {2019},
  howpublished = {Proceedings of Trials \\& Errors},
  eprint = {1902.00002},
  archiveprefix = {arXiv},
  doi = {10.1000/182},
  url = {https://arxiv.org/abs/1902.00002},
}`,
  );
  const hostile = {
    ...dataset,
    papers: { ...dataset.papers, title: ["\\input{/etc/passwd} 100 % {", ...dataset.papers.title.slice(1)] },
  };
  expect(bibtexReferences(hostile, [0])).toContain("{{\\textbackslash{}input\\{/etc/passwd\\} 100 \\% \\{}}");
});

test("a name with “and” in it stays one name", () => {
  const name = ["Rock and Roll Group", ...dataset.authorships.name.slice(1)];
  const grouped = { ...dataset, authorships: { ...dataset.authorships, name } };
  expect(bibtexReferences(grouped, [0])).toContain("author = {{Rock and Roll Group} and Ben Kim and Cléo Roy}");
});

test("two papers never have one key", () => {
  const paperId = ["a b", "a-b", ...dataset.papers.paperId.slice(2)];
  const keys = bibtexReferences({ ...dataset, papers: { ...dataset.papers, paperId } }, [0, 1]).match(
    /(?<=@misc\{).*(?=,)/g,
  );
  expect(keys).toEqual(["a-b", "a-b-2"]);
});
