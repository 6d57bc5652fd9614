import { expect, test } from "vitest";
import { partitionOf } from "../../src/model/dataset.ts";
import { addressCodec } from "../../src/scene/address.ts";
import { describeChoice } from "../../src/scene/describe-choice.ts";
import { focusOf } from "../../src/scene/focus.ts";
import { partFacts, partOf, partsOfTeam } from "../../src/scene/part-facts.ts";
import { remapChoice } from "../../src/scene/remap-choice.ts";
import { tipOf } from "../../src/scene/tip.ts";
import { initialView, sameChoice } from "../../src/scene/view.ts";
import { ADA, BEN, CLEO, DORA, GNN, LENA, MLOPS, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const incidence = smallIncidence();
const partition = partitionOf(dataset, "paper");
const ADA_AND_BEN = { kind: "part", part: 0 } as const;

test("a team lists its parts, and none where it has none or another counting has other teams", () => {
  expect(partsOfTeam(dataset, "paper", MLOPS)).toEqual([0, 1]);
  expect(partsOfTeam(dataset, "paper", GNN)).toEqual([]);
  expect(partsOfTeam(dataset, "full", MLOPS)).toEqual([]);
  expect([ADA, CLEO, DORA].map((author) => partOf(dataset, "paper", author))).toEqual([0, 1, null]);
  expect(partOf(dataset, "full", ADA)).toBe(null);
});

test("a part's panel has its people, its papers and the parts that it has ties to", () => {
  const facts = partFacts(dataset, incidence, 0);
  expect(facts.members).toEqual([ADA, BEN]);
  expect(facts.leaders).toBe(2);
  // Newest first: p7, p5, p3, p1, p0.
  expect(facts.papers.map(({ paper, members, authors }) => [paper, members, authors])).toEqual([
    [7, 1, 3],
    [5, 1, 6],
    [3, 1, 3],
    [1, 2, 2],
    [0, 2, 3],
  ]);
  // Cléo on p0 with both, on p7 with Ben, and Lena there: all ties to parts are to theirs.
  expect(facts.neighbours).toEqual([{ team: 1, papers: 2, share: 1 }]);
  expect(facts.why).toBe(
    "Named after those with most tie weight inside it. “platforms” is in 40 % of its titles, and sets them apart from those of the rest of the team.",
  );
  expect(partFacts(dataset, incidence, 1).why).toContain("No phrase sets its titles apart");
});

test("choosing a part brings forward its people and the ties among them", () => {
  const focus = focusOf(dataset, incidence, partition, ADA_AND_BEN);
  expect([...(focus?.authors ?? [])].flatMap((is, author) => (is === 1 ? author : []))).toEqual([ADA, BEN]);
  expect(focus?.names).toEqual([ADA, BEN]);
  const { a, b } = dataset.coauthorships;
  expect([...(focus?.ties ?? [])].map((row) => [a[row], b[row]])).toEqual([[ADA, BEN]]);
});

test("a part is told by its people, subject, size and team", () => {
  expect(describeChoice(dataset, "paper", ADA_AND_BEN)).toEqual({
    name: "Ada Núñez & Ben Kim · platforms",
    detail: "2 people, 5 papers, a part of the team MLOps",
  });
  expect(tipOf({ dataset, incidence, partition }, { kind: "part", part: 1 })).toEqual([
    "Cléo Roy & Lena Weiß",
    "2 people · 2 papers",
  ]);
  expect(sameChoice(ADA_AND_BEN, { kind: "part", part: 0 })).toBe(true);
  expect(sameChoice(ADA_AND_BEN, { kind: "part", part: 1 })).toBe(false);
  expect(sameChoice({ kind: "team", team: 0 }, ADA_AND_BEN)).toBe(false);
});

test("a part is kept in the address by its smallest author, in its own counting only", () => {
  const codec = addressCodec(dataset, incidence);
  const address = codec.write({ ...initialView("paper"), choice: { kind: "part", part: 1 } });
  expect(address).toBe(`part=${dataset.authors.authorId[CLEO]}`);
  expect(codec.read(`#${address}`).choice).toEqual({ kind: "part", part: 1 });
  expect(codec.read(`#count=full&${address}`).choice).toBe(null);
  expect(codec.read(`#part=${dataset.authors.authorId[LENA]}`).choice).toBe(null);
  expect(codec.read(`#part=${dataset.authors.authorId[DORA]}`).choice).toBe(null);
  expect(codec.read("#part=nobody").choice).toBe(null);
});

test("after names were decided anew a part is the one that most of its people are in, else their team", () => {
  const before = { dataset, partition };
  const moved = (part: (number | null)[]) => {
    const after = { ...dataset, authors: { ...dataset.authors, part } };
    return remapChoice({ kind: "part", part: 1 }, before, { dataset: after, partition });
  };
  expect(moved([...dataset.authors.part])).toEqual({ kind: "part", part: 1 });
  expect(moved(dataset.authors.part.map((own) => (own === null ? null : 1 - own)))).toEqual(ADA_AND_BEN);
  expect(moved(dataset.authors.part.map(() => null))).toEqual({ kind: "team", team: MLOPS });
});
