import { expect, test } from "vitest";
import { systemNames } from "../../src/scene/system-names.ts";

const names = (title: string | null, abstract: string | null) => systemNames(title, abstract).map(({ name }) => name);

test("a short title before a colon is a name", () => {
  expect(names("Hop Sampling: A Simple Regularized Graph Learning", null)).toEqual(["Hop Sampling"]);
  expect(names("A Rather Long Way of Saying Things: Part One", null)).toEqual([]);
});

test("words written unlike words are names", () => {
  expect(names(null, "With MH-Aug, k-SALSA, GPT-3, HyperCLOVA and One4all we do well.")).toEqual([
    "MH-Aug",
    "k-SALSA",
    "GPT-3",
    "HyperCLOVA",
    "One4all",
  ]);
  expect(names(null, "Relation-Aware Self-Attention in large-scale data. I am. A 3D view.")).toEqual([]);
});

test("a letter after a name belongs to it", () => {
  expect(names("HyperCLOVA X Technical Report", null)).toEqual(["HyperCLOVA X"]);
  expect(names(null, "With HyperCLOVA I see. Then HyperCLOVA XL.")).toEqual(["HyperCLOVA", "XL"]);
});

test("what a paper proposes is its own, with the short form in brackets", () => {
  expect(
    systemNames(null, "Hence we propose a Deformable Graph Transformer (DGT) that attends. It beats BERT4."),
  ).toEqual([
    { name: "Deformable Graph Transformer", own: true },
    { name: "DGT", own: true },
    { name: "BERT4", own: false },
  ]);
});

test("a name with a plural is a kind of thing", () => {
  expect(names(null, "Graph neural networks (GNNs) are many; a GNN is one.")).toEqual([]);
});

test("each name stands once, and its own paper's claim outweighs a mention", () => {
  expect(systemNames("CHOPT: Search", "CHOPT is used. We introduce CHOPT.")).toEqual([{ name: "CHOPT", own: true }]);
});

test("long runs of capitals or hyphens take no time to speak of", () => {
  expect(names(null, "A".repeat(100_000)).length).toBe(1);
  expect(names(null, "a-".repeat(100_000)).length).toBe(0);
  expect(names(null, "we propose ".repeat(20_000)).length).toBe(0);
});
