import { expect, test } from "vitest";
import { describeChoice } from "../../src/scene/describe-choice.ts";
import { ADA, BEN, GNN, GUS, smallDataset } from "./small-dataset.ts";

const dataset = smallDataset();

test("every kind of choice is told by name and figures", () => {
  expect(describeChoice(dataset, "paper", { kind: "author", author: ADA })).toEqual({
    name: "Ada Núñez",
    detail: "4 papers, 8 coauthors, team MLOps",
  });
  expect(describeChoice(dataset, "paper", { kind: "author", author: GUS }).detail).toBe(
    "1 paper, 0 coauthors, no team",
  );
  expect(describeChoice(dataset, "paper", { kind: "team", team: GNN })).toEqual({
    name: "Team GNN",
    detail: "3 people, 3 papers, 2020–2022",
  });
  expect(describeChoice(dataset, "paper", { kind: "paper", paper: 6 })).toEqual({
    name: "Paper 2207.00007 (no title)",
    detail: "2022, 0 authors",
  });
  expect(describeChoice(dataset, "paper", { kind: "tie", a: ADA, b: BEN }).name).toBe("Ada Núñez and Ben Kim");
});
