import { expect, test } from "vitest";
import { COUNTINGS, pairWeight } from "../../src/model/counting.ts";
import { partitionOf } from "../../src/model/dataset.ts";
import { authorsOf, papersOf } from "../../src/model/incidence.ts";
import { authorFacts, tallyYears } from "../../src/scene/author-facts.ts";
import { sharesInWords, teamShares } from "../../src/scene/team-shares.ts";
import {
  ADA,
  BEN,
  BIG_ONE,
  CLEO,
  DORA,
  ELI,
  GNN,
  GUS,
  HANA,
  MLOPS,
  smallDataset,
  smallIncidence,
} from "./small-dataset.ts";

const dataset = smallDataset();
const incidence = smallIncidence();

test("tie weight goes to teams by the coauthors of each paper", () => {
  // Ada, by paper: p0 of 3 gives 1/3 twice, p1 of 2 gives 1, p3 of 3 gives 1/3 twice, p5 of 6 gives 1/15 five times.
  const shares = teamShares(incidence, partitionOf(dataset, "paper"), "paper", ADA);
  const all = 2 / 3 + 1 + 2 / 3 + 5 / 15;
  expect(shares.map((share) => share.team)).toEqual([MLOPS, GNN, BIG_ONE]);
  expect(shares[0].weight).toBeCloseTo(2 / 3 + 1, 12);
  expect(shares[1].weight).toBeCloseTo(2 / 3 + 1 / 15, 12);
  expect(shares[2].weight).toBeCloseTo(4 / 15, 12);
  expect(shares[0].share).toBeCloseTo((2 / 3 + 1) / all, 12);
});

test("the shares are those of a count pair by pair, and add up to 1", () => {
  for (const counting of COUNTINGS) {
    const partition = partitionOf(dataset, counting);
    for (let author = 0; author < dataset.authors.rowCount; author++) {
      const shares = teamShares(incidence, partition, counting, author);
      const slow = new Map<number | null, number>();
      for (const paper of papersOf(incidence, author)) {
        const authors = authorsOf(incidence, paper);
        for (const other of authors) {
          if (other === author) continue;
          const team = partition.team[other];
          slow.set(team, (slow.get(team) ?? 0) + pairWeight(counting, authors.length));
        }
      }
      expect(shares.length).toBe(slow.size);
      for (const { team, weight } of shares) expect(weight).toBeCloseTo(slow.get(team) ?? -1, 12);
      if (shares.length > 0) expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      const own = shares.find(({ team }) => team === partition.team[author]);
      expect(own?.share ?? 0).toBeCloseTo(partition.inside[author], 6);
    }
  }
});

test("an author is told with how sure the team is, and where the tie weight goes", () => {
  const facts = authorFacts(dataset, incidence, "paper", ADA);
  expect(facts.sureness).toBe("in MLOps in 48 of 64 starts");
  expect(sharesInWords(partitionOf(dataset, "paper"), facts.teamShares)).toBe("MLOps 63 %, GNN 28 %, The Big One 10 %");
  expect(sharesInWords(partitionOf(dataset, "paper"), facts.teamShares, 1)).toBe("MLOps 63 %, others 38 %");
  expect(facts.bridge).toBe(false);
});

test("papers stand newest first, each with the place in its author list", () => {
  const { papers } = authorFacts(dataset, incidence, "paper", ADA);
  expect(papers.map(({ paper, place, authors }) => [paper, place, authors])).toEqual([
    [5, 1, 6],
    [3, 3, 3],
    [1, 1, 2],
    [0, 1, 3],
  ]);
});

test("a name is told where this paper's list writes it otherwise", () => {
  const bent = smallDataset();
  const name = bent.authorships.name.map((written, k) => (k === 0 ? "Ada Nunez" : written));
  const facts = authorFacts({ ...bent, authorships: { ...bent.authorships, name } }, incidence, "paper", ADA);
  expect(facts.papers.map(({ writtenAs }) => writtenAs)).toEqual([null, null, null, "Ada Nunez"]);
});

test("coauthors of papers that are not large are listed, the others are one number", () => {
  const facts = authorFacts(dataset, incidence, "paper", ADA);
  expect(facts.coauthors.map(({ author, papers, lastYear }) => [author, papers, lastYear])).toEqual([
    [BEN, 2, 2019],
    [DORA, 1, 2021],
    [ELI, 1, 2021],
    [CLEO, 1, 2018],
  ]);
  // On the large paper are Dora, who is listed already, and four others.
  expect(facts.largeOnly).toEqual({ authors: 4, papers: [5] });
  expect(facts.coauthors.length + facts.largeOnly.authors).toBe(dataset.authors.coauthors[ADA]);
});

test("who is known only from a large paper has no listed coauthor", () => {
  const facts = authorFacts(dataset, incidence, "paper", HANA);
  expect(facts.coauthors).toEqual([]);
  expect(facts.largeOnly.authors).toBe(5);
  expect(facts.bridge).toBe(false);
});

test("an author without coauthors has papers but no team", () => {
  const facts = authorFacts(dataset, incidence, "paper", GUS);
  expect(facts).toMatchObject({ team: null, sureness: null, teamShares: [], coauthors: [], bridge: false });
  expect(facts.papers).toEqual([{ paper: 4, place: 1, authors: 1, writtenAs: null }]);
  expect(facts.papersByField).toEqual([]);
});

test("papers are counted by year without gaps, and by their first field", () => {
  const facts = authorFacts(dataset, incidence, "paper", ADA);
  expect(facts.papersByYear).toEqual([
    { key: 2018, count: 1 },
    { key: 2019, count: 1 },
    { key: 2020, count: 0 },
    { key: 2021, count: 1 },
    { key: 2022, count: 1 },
  ]);
  expect(facts.papersByField).toEqual([
    { key: "MLOps", count: 2 },
    { key: "GNN", count: 1 },
    { key: "LLM", count: 1 },
  ]);
  expect(tallyYears([null, null])).toEqual([]);
  expect(tallyYears([1, 2024]).length).toBe(200);
});

test("name forms are all told", () => {
  expect(authorFacts(dataset, incidence, "paper", ADA).nameForms).toEqual([
    { key: "Ada Núñez", count: 4 },
    { key: "Ada Nunez", count: 1 },
  ]);
});

test("affiliations have the years of their papers, the latest first, and one spelling each", () => {
  expect(authorFacts(dataset, incidence, "paper", ADA).affiliations).toEqual([
    { name: "Second University", firstYear: 2022, lastYear: 2022 },
    { name: "Lab of Trials", firstYear: 2018, lastYear: 2019 },
    { name: "first university", firstYear: 2018, lastYear: 2019 },
  ]);
  expect(authorFacts(dataset, incidence, "paper", BEN).affiliations).toEqual([]);
});
