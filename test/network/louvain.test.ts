import { expect, test } from "vitest";
import { coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { louvainDivisions } from "../../src/network/louvain.ts";
import { connectedParts, standardLabels } from "../../src/network/standard-division.ts";
import { incidenceFrom, TWO_TRIANGLES } from "./small-incidences.ts";

const OPTIONS = { counting: "paper", largePaper: 2, large: "in" } as const;

test("a community in two parts becomes two, a tie through another community does not join them", () => {
  const network = coauthorNetwork(
    incidenceFrom(
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ],
      5,
    ),
    OPTIONS,
  );
  expect([...connectedParts(network, Int32Array.of(0, 0, 1, 0, 0))]).toEqual([0, 0, 2, 3, 3]);
});

test("the authors of an implicit paper are connected to each other", () => {
  const network = coauthorNetwork(
    incidenceFrom(
      [
        [0, 2, 4],
        [1, 3],
      ],
      5,
    ),
    OPTIONS,
    0,
  );
  expect(network.implicit?.papers.length).toBe(1);
  expect([...connectedParts(network, Int32Array.of(0, 0, 0, 0, 1))]).toEqual([0, 1, 0, 1, 4]);
});

test("standard labels number communities as they appear, so that equal divisions are equal arrays", () => {
  const everyone = () => true;
  expect([...standardLabels(Int32Array.of(9, 4, 9, 7), everyone)]).toEqual([0, 1, 0, 2]);
  expect([...standardLabels(Int32Array.of(1, 0, 1, 5), (i) => i !== 0)]).toEqual([-1, 0, 1, 2]);
});

test("starts are as many as asked for, whatever the orders", () => {
  const network = coauthorNetwork(incidenceFrom(TWO_TRIANGLES, 6), OPTIONS);
  expect([1, 5, 64].map((starts) => louvainDivisions(network, 1, starts, 3).length)).toEqual([1, 5, 64]);
});
