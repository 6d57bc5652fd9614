import { expect, test } from "vitest";
import { coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { toGraph } from "../../src/network/to-graph.ts";
import { incidenceFrom } from "./small-incidences.ts";

test("a graph has every author in order, loners too, and every tie once with weight and papers", () => {
  const incidence = incidenceFrom([[2, 0], [0, 2, 1], [3]], 4);
  const graph = toGraph(coauthorNetwork(incidence, { counting: "paper", largePaper: 100, large: "in" }));
  expect(graph.nodes()).toEqual(["n0", "n1", "n2", "n3"]);
  expect(graph.mapEdges((_, { weight, papers }, a, b) => [a, b, weight, papers])).toEqual([
    ["n0", "n1", 1 / 3, 1],
    ["n0", "n2", 1 + 1 / 3, 2],
    ["n1", "n2", 1 / 3, 1],
  ]);
});
