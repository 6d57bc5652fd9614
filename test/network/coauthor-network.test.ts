import fc from "fast-check";
import { expect, test } from "vitest";
import { COUNTINGS, type Counting, pairWeight } from "../../src/model/counting.ts";
import type { Network } from "../../src/model/network.ts";
import { coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { countings, incidenceFrom, smallPapers, weightBetween } from "./small-incidences.ts";

const THREE_PAPERS = [
  [0, 1, 2],
  [1, 0],
  [2, 1, 3, 4],
];

const AUTHORS = 7;

/** Rows as [i, j, weight, papers], each tie twice, in the order of the columns. */
function rows({ nodeCount, offsets, neighbors, weights, papers }: Network): [number, number, number, number][] {
  const all: [number, number, number, number][] = [];
  for (let i = 0; i < nodeCount; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) all.push([i, neighbors[k], weights[k], papers[k]]);
  }
  return all;
}

/** The same rows from a map of pairs, the obvious way. */
function slowRows(papers: number[][], counting: Counting, most: number): [number, number, number, number][] {
  const ties = new Map<string, [number, number, number, number]>();
  for (const authors of papers) {
    if (authors.length > most) continue;
    for (const i of authors) {
      for (const j of authors) {
        if (i === j) continue;
        const [, , weight, count] = ties.get(`${i} ${j}`) ?? [i, j, 0, 0];
        ties.set(`${i} ${j}`, [i, j, weight + pairWeight(counting, authors.length), count + 1]);
      }
    }
  }
  return [...ties.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

test.each([
  ["full", [2, 1, 2, 1]],
  ["author", [1 / 2 + 1, 1 / 2, 1 / 2 + 1 / 3, 1 / 3]],
  ["paper", [1 / 3 + 1, 1 / 3, 1 / 3 + 1 / 6, 1 / 6]],
] as const)("by %s counting the ties of three papers have the weights worked out by hand", (counting, expected) => {
  const network = coauthorNetwork(incidenceFrom(THREE_PAPERS, 6), { counting, largePaper: 100, large: "in" });
  const [weight01, weight02, weight12, weightOther] = expected;
  expect(weightBetween(network, 0, 1)).toBe(weight01);
  expect(weightBetween(network, 0, 2)).toBe(weight02);
  expect(weightBetween(network, 1, 2)).toBe(weight12);
  for (const [i, j] of [
    [1, 3],
    [1, 4],
    [2, 3],
    [2, 4],
    [3, 4],
  ]) {
    expect(weightBetween(network, i, j)).toBe(weightOther);
  }
  expect([...network.offsets]).toEqual([0, 2, 6, 10, 13, 16, 16]);
  expect([...network.papers.subarray(0, 2)]).toEqual([2, 1]);
});

test("a network has the rows that a map of pairs gives, in ascending order", () => {
  fc.assert(
    fc.property(
      smallPapers(AUTHORS),
      countings,
      fc.nat({ max: AUTHORS }),
      fc.constantFrom("in" as const, "out" as const),
      (papers, counting, largePaper, large) => {
        const network = coauthorNetwork(incidenceFrom(papers, AUTHORS), { counting, largePaper, large });
        expect(rows(network)).toEqual(slowRows(papers, counting, large === "in" ? AUTHORS : largePaper));
        expect(network.implicit).toBeUndefined();
      },
    ),
  );
});

test("by paper counting an author's strength is twice the sum of 1/n over papers with two authors or more", () => {
  fc.assert(
    fc.property(smallPapers(AUTHORS), (papers) => {
      const options = { counting: "paper", largePaper: 100, large: "in" } as const;
      const network = coauthorNetwork(incidenceFrom(papers, AUTHORS), options);
      for (let i = 0; i < AUTHORS; i++) {
        const strength = network.weights
          .subarray(network.offsets[i], network.offsets[i + 1])
          .reduce((sum, weight) => sum + weight, 0);
        const expected = papers
          .filter((authors) => authors.length >= 2 && authors.includes(i))
          .reduce((sum, authors) => sum + 2 / authors.length, 0);
        expect(strength).toBeCloseTo(expected, 12);
      }
    }),
  );
});

test("authors in another order have the same ties", () => {
  const orders = fc.shuffledSubarray([...Array(AUTHORS).keys()], { minLength: AUTHORS });
  fc.assert(
    fc.property(smallPapers(AUTHORS), countings, orders, (papers, counting, moved) => {
      const options = { counting, largePaper: 100, large: "in" } as const;
      const network = coauthorNetwork(incidenceFrom(papers, AUTHORS), options);
      const renamed = papers.map((authors) => authors.map((i) => moved[i]));
      const other = coauthorNetwork(incidenceFrom(renamed, AUTHORS), options);
      const expected = rows(network).map(([i, j, weight, count]) => [moved[i], moved[j], weight, count]);
      expect(rows(other)).toEqual(expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
    }),
  );
});

test("above the limit of pairs large papers are left implicit, and only they", () => {
  const papers = [[0, 1, 2, 3], [0, 1], [4], [5, 4, 3, 2, 1]];
  const incidence = incidenceFrom(papers, 6);
  const options = { counting: "paper", largePaper: 3, large: "in" } as const;

  expect(coauthorNetwork(incidence, options, 17).implicit).toBeUndefined();
  const network = coauthorNetwork(incidence, options, 16);
  expect([...(network.implicit?.papers ?? [])]).toEqual([0, 3]);
  expect(rows(network)).toEqual([
    [0, 1, 1, 1],
    [1, 0, 1, 1],
  ]);
  const allLarge = coauthorNetwork(incidence, { ...options, largePaper: 0 }, 16);
  expect([...(allLarge.implicit?.papers ?? [])], "a one-author paper has no pair").toEqual([0, 1, 3]);
  expect(coauthorNetwork(incidence, { ...options, large: "out" }, 16).implicit).toBeUndefined();
});

test.each(COUNTINGS)("by %s counting no papers make no ties", (counting) => {
  const network = coauthorNetwork(incidenceFrom([], 0), { counting, largePaper: 100, large: "in" });
  expect(network.nodeCount).toBe(0);
  expect([...network.offsets]).toEqual([0]);
});
