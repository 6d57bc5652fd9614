import { expect, test } from "vitest";
import { phraseFinder } from "../../src/network/phrase-finder.ts";
import { readTexts } from "../../src/network/text-units.ts";

/** The groups met in a title, in order. */
function groupsIn(title: string, ...groups: string[][]): number[] {
  const texts = readTexts([{ title, abstract: null, venue: null }]);
  const met: number[] = [];
  phraseFinder(groups, texts).find(0, texts.units.length, (group) => met.push(group));
  return met;
}

test("a phrase is met in any form of its words", () => {
  expect(groupsIn("On Graph Neural Networks", ["graph neural network"])).toEqual([0]);
  expect(groupsIn("optimisation of Hyper-parameters", ["hyper parameter"], ["optimization"])).toEqual([1, 0]);
});

test("the longest phrase at a place is met, and nothing inside it", () => {
  const groups = [["neural network"], ["graph neural network"], ["network"], ["graph"]];
  expect(groupsIn("a graph neural network", ...groups)).toEqual([1]);
  expect(groupsIn("a deep neural network", ...groups)).toEqual([0]);
});

test("a phrase does not run over the end of a clause", () => {
  expect(groupsIn("On machines, learning", ["machine learning"])).toEqual([]);
});

test("an acronym is met as it is written and inside a hyphenated word, never in small letters", () => {
  expect(groupsIn("GNN-based ranking with two GNNs", ["GNN"])).toEqual([0, 0]);
  expect(groupsIn("how people see ads", ["ADS"])).toEqual([]);
  expect(groupsIn("a rag doll, an ir spectrum", ["RAG"], ["IR"])).toEqual([]);
});

test("in a text all in capitals no word is an acronym", () => {
  expect(groupsIn("HOW PEOPLE SEE ADS AND RAG DOLLS", ["ADS"], ["RAG"])).toEqual([]);
  expect(groupsIn("ON GRAPH NEURAL NETWORKS", ["graph neural network"])).toEqual([0]);
});

test("two groups may have one phrase", () => {
  expect(groupsIn("pruning", ["pruning"], ["pruning", "gardening"])).toEqual([0, 1]);
});

test("it tells which units a phrase takes up", () => {
  const texts = readTexts([{ title: "Deep graph-based neural networks", abstract: null, venue: null }]);
  const places: number[][] = [];
  phraseFinder([["based neural network"]], texts).find(0, texts.units.length, (_, from, to) => places.push([from, to]));
  expect(places).toEqual([[1, 4]]);
});
