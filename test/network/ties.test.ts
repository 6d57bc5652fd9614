import fc from "fast-check";
import { expect, test } from "vitest";
import { COUNTINGS, pairWeight } from "../../src/model/counting.ts";
import { networkRows, type Ties, tiesOf, tieWeights } from "../../src/network/ties.ts";
import { inventedIncidence } from "../bench/network/incidences.ts";
import { incidenceFrom, smallPapers, weightBetween } from "./small-incidences.ts";

const AUTHORS = 7;

function rows(ties: Ties): number[][] {
  const all: number[][] = [];
  for (let a = 0; a + 1 < ties.offsets.length; a++) {
    for (let k = ties.offsets[a]; k < ties.offsets[a + 1]; k++) {
      all.push([a, ties.others[k], ties.papers[k], ties.byAuthor[k], ties.byPaper[k]]);
    }
  }
  return all;
}

function slowRows(papers: readonly (readonly number[])[]): number[][] {
  const found = new Map<number, number[]>();
  for (const authors of papers) {
    for (const a of authors) {
      for (const b of authors) {
        if (a >= b) continue;
        const row = found.get(a * 2 ** 24 + b) ?? [a, b, 0, 0, 0];
        row[2] += 1;
        row[3] += pairWeight("author", authors.length);
        row[4] += pairWeight("paper", authors.length);
        found.set(a * 2 ** 24 + b, row);
      }
    }
  }
  return [...found.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

test("ties stand once each, in order, with the papers and weights that a map of pairs gives to the last bit", () => {
  fc.assert(
    fc.property(smallPapers(AUTHORS), (papers) => {
      expect(rows(tiesOf(incidenceFrom(papers, AUTHORS)))).toEqual(slowRows(papers));
    }),
  );
});

test("rows too long to be put in order by insertion come out in order too", () => {
  const everyone = [...Array(80).keys()];
  const papers = [everyone.filter((a) => a % 2 === 0), everyone.filter((a) => a % 3 === 0), everyone];
  expect(rows(tiesOf(incidenceFrom(papers, 80)))).toEqual(slowRows(papers));
});

/** The ties and rows of author lists are those of a map of pairs, to the last bit. */
function expectSlowRows(papers: readonly (readonly number[])[], authorCount: number): void {
  const incidence = incidenceFrom(papers, authorCount);
  const expected = slowRows(papers);
  expect(rows(tiesOf(incidence))).toEqual(expected);
  const network = networkRows(incidence, "paper");
  const ends = expected.flatMap(([a, b, count, , weight]) => [
    [a, b, count, weight],
    [b, a, count, weight],
  ]);
  ends.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  expect([...network.neighbors]).toEqual(ends.map(([, b]) => b));
  expect([...network.papers]).toEqual(ends.map(([, , count]) => count));
  expect([...network.weights]).toEqual(ends.map(([, , , weight]) => weight));
  expect(ends.every(([a], k) => network.offsets[a] <= k && k < network.offsets[a + 1])).toBe(true);
}

test("authors of several blocks have the ties and rows that a map of pairs gives, to the last bit", () => {
  const incidence = inventedIncidence({ papers: 5000, huge: { papers: 2, authors: 60 } });
  const { authors, paperOffsets, paperCount, authorCount } = incidence;
  expect(authorCount, "authors of one block would prove nothing").toBeGreaterThan(4096);
  const papers = Array.from({ length: paperCount }, (_, p) => [
    ...authors.subarray(paperOffsets[p], paperOffsets[p + 1]),
  ]);
  expectSlowRows(papers, authorCount);
});

test("authors of several ranges, on papers of many sizes, have the ties and rows that a map of pairs gives", () => {
  // Of 21 bits for an author and 5 for a size, 15 are left for an author within a range.
  const authorCount = 1_500_000;
  const papers = Array.from({ length: 60 }, (_, p) => {
    const circle = p % 4;
    return Array.from({ length: 2 + (p % 20) }, (_, i) => (circle + 4 * i * (1 + (p % 3)) * 17_011) % authorCount);
  });
  expect(papers.every((authors) => new Set(authors).size === authors.length)).toBe(true);
  expectSlowRows(papers, authorCount);
});

test("more than 32 bits of authors and sizes, and more than 536 million pairs, are refused", () => {
  const lists = { paperCount: 3, paperOffsets: Uint32Array.of(0, 2, 5, 9), authors: new Uint32Array(9) };
  expect(() => networkRows({ ...lists, authorCount: 2 ** 31 }, "paper")).toThrow(RangeError);
  const everyone = Uint32Array.from({ length: 32_769 }, (_, author) => author);
  const one = { paperCount: 1, paperOffsets: Uint32Array.of(0, everyone.length), authors: everyone };
  expect(() => tiesOf({ ...one, authorCount: everyone.length })).toThrow(RangeError);
});

test("papers that are not counted make no ties", () => {
  const papers = [
    [0, 1],
    [0, 1, 2],
    [1, 2],
  ];
  const ties = tiesOf(incidenceFrom(papers, 3), Uint8Array.of(1, 0, 1));
  expect(rows(ties)).toEqual([
    [0, 1, 1, 1, 1],
    [1, 2, 1, 1, 1],
  ]);
});

test("by paper counting all ties together weigh as much as there are papers of two or more", () => {
  fc.assert(
    fc.property(smallPapers(AUTHORS), (papers) => {
      const { byPaper } = tiesOf(incidenceFrom(papers, AUTHORS));
      const counted = papers.filter((authors) => authors.length > 1).length;
      expect(byPaper.reduce((a, b) => a + b, 0)).toBeCloseTo(counted, 12);
    }),
  );
});

test("a network has each tie from both ends with the same bits, neighbours ascending", () => {
  fc.assert(
    fc.property(smallPapers(AUTHORS), fc.constantFrom(...COUNTINGS), (papers, counting) => {
      const ties = tiesOf(incidenceFrom(papers, AUTHORS));
      const network = networkRows(incidenceFrom(papers, AUTHORS), counting);
      const weights = tieWeights(ties, counting);
      expect(network.neighbors.length).toBe(2 * ties.others.length);
      for (let a = 0; a < AUTHORS; a++) {
        const row = network.neighbors.subarray(network.offsets[a], network.offsets[a + 1]);
        expect([...row]).toEqual([...row].sort((x, y) => x - y));
        for (let k = ties.offsets[a]; k < ties.offsets[a + 1]; k++) {
          expect(weightBetween(network, a, ties.others[k])).toBe(weights[k]);
          expect(weightBetween(network, ties.others[k], a)).toBe(weights[k]);
        }
      }
    }),
  );
});
