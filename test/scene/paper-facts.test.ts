import { expect, test } from "vitest";
import { paperFacts, recordInWords } from "../../src/scene/paper-facts.ts";
import { smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const incidence = smallIncidence();

test("the people of a paper are told by team, most first: a paper has no one team", () => {
  expect(paperFacts(dataset, incidence, "paper", 3).people).toBe("2 GNN, 1 MLOps");
  expect(paperFacts(dataset, incidence, "paper", 5).people).toBe("4 The Big One, 1 MLOps, 1 GNN");
  expect(paperFacts(dataset, incidence, "full", 3).people).toBe("3 LLM");
  expect(paperFacts(dataset, incidence, "paper", 4).people).toBe("1 no team");
});

test("every author of a paper is in exactly one group", () => {
  for (let paper = 0; paper < dataset.papers.rowCount; paper++) {
    const facts = paperFacts(dataset, incidence, "paper", paper);
    expect(facts.byTeam.flatMap((group) => group.authors).length).toBe(facts.authors);
    expect(facts.list.length).toBe(facts.authors);
  }
});

test("a paper without authors says which record gave none", () => {
  const facts = paperFacts(dataset, incidence, "paper", 6);
  expect(facts.people).toBeNull();
  expect(facts.title).toBe("Paper 2207.00007 (no title)");
  expect(facts.records.map(recordInWords)).toEqual([
    "record 2 of listing.txt, line 9",
    "record 7 of papers.bib, line 43",
  ]);
  expect(facts.records[0].findings).toEqual(["The entry 2207.00007 gives no authors."]);
});

test("a paper made from two records names both", () => {
  const { records } = paperFacts(dataset, incidence, "paper", 0);
  expect(records.map(({ file, record }) => [file, record])).toEqual([
    ["listing.txt", 1],
    ["papers.bib", 1],
  ]);
});

test("a hostile address of a record becomes no link", () => {
  expect(paperFacts(dataset, incidence, "paper", 1).links.map(({ label, href }) => [label, href])).toEqual([
    ["arXiv", "https://arxiv.org/abs/1902.00002"],
    ["DOI", "https://doi.org/10.1000/182"],
  ]);
});

test("what records say besides is told in words, with whose count the citations are", () => {
  expect(paperFacts(dataset, incidence, "paper", 1)).toMatchObject({
    keywords: ["trials", "errors"],
    editors: ["Iris Volume"],
    groups: ["The Trial Group"],
    cited: "Cited 12 times by OpenAlex’s count",
    cutShort: "The author list is cut short in the source: there are more authors than these.",
  });
  expect(paperFacts(dataset, incidence, "paper", 0)).toMatchObject({ keywords: [], cited: null, cutShort: null });
  const uncited = { ...dataset, papers: { ...dataset.papers, citations: dataset.papers.citations.map(() => 0) } };
  expect(paperFacts(uncited, incidence, "paper", 1).cited).toBe("Not cited by OpenAlex’s count");
});
