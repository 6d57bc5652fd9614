import { expect, test } from "vitest";
import { circleOdds, circlesOf } from "../../src/identity/circles.ts";
import { identifyAuthors } from "../../src/identity/identify-authors.ts";
import type { Paper } from "../../src/model/paper.ts";

/** Papers of one name: who else wrote them, the year, and in which direction their surroundings point. */
function papersOfName(
  rows: readonly (readonly [coauthors: readonly number[], year: number, around: readonly number[]])[],
) {
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  return {
    coauthors: rows.map(([coauthors]) => coauthors),
    years: rows.map(([, year]) => year),
    surroundings: rows.map(([, , a]) => Float64Array.from(rows, ([, , b]) => dot(a, b))),
  };
}

const ONE: readonly number[] = [1, 0];
const OTHER: readonly number[] = [0, 1];

test("odds are what each thing weighs", () => {
  const facts = { expected: 1, likeness: 0.01, fewerCoauthors: 0, jointYears: 0 };
  expect(circleOdds(facts)).toEqual([-0, 0, -0, -0]);
  const [name, circle, coauthors, years] = circleOdds({ expected: 2, likeness: 1, fewerCoauthors: 3, jointYears: 1 });
  expect(name).toBeCloseTo(-Math.log(2), 12);
  expect(circle).toBeCloseTo(2 * Math.log(50.5), 12);
  expect(coauthors).toBeCloseTo(-Math.log(4), 12);
  expect(years).toBeCloseTo(-Math.log(2) / 2, 12);
});

test("papers of one circle come together, a stray stays alone, and each says whose it likeliest is", () => {
  const circles = circlesOf(
    papersOfName([
      [[1], 2001, ONE],
      [[2], 2001, OTHER],
      [[1], 2002, ONE],
      [[1], 2003, ONE],
      [[2], 2003, OTHER],
      [[3], 2020, [0.01, 1]],
      [[], Number.NaN, [0, 0]],
    ]),
    1,
  );
  expect(circles.map(({ papers }) => papers)).toEqual([[0, 2, 3], [1, 4, 5], [6]]);
  expect(circles[0].likeliest?.circle).toBe(2);
  expect(circles[0].likeliest?.facts).toEqual({ expected: 1, likeness: 0, fewerCoauthors: 0, jointYears: 0 });
});

test("years at work in two circles, and many coauthors of whom none is shared, keep circles apart", () => {
  const around: readonly number[] = [0.035, 1];
  const apart = (coauthors: readonly number[], year: number) =>
    circlesOf(
      papersOfName([
        [[1, 2, 3], 2001, ONE],
        [coauthors, year, around],
      ]),
      1,
    ).length === 2;
  expect(apart([1], 2010)).toBe(false);
  expect(apart([1], 2001)).toBe(false);
  expect(apart([4, 5, 6], 2010)).toBe(false);
  expect(apart([4, 5, 6], 2001)).toBe(true);
});

test("the more namesakes are expected, the more it takes to be one", () => {
  const papers = papersOfName([
    [[1], 2001, ONE],
    [[1], 2010, [0.06, 1]],
  ]);
  expect(circlesOf(papers, 5)).toHaveLength(1);
  expect(circlesOf(papers, 50)).toHaveLength(2);
});

test("the order of the papers does not matter", () => {
  const rows: (readonly [readonly number[], number, readonly number[]])[] = [
    [[1], 2001, [1, 0.001, 0]],
    [[1, 2], 2002, [0.9, 0, 0.001]],
    [[3], 2003, [0, 1, 0.001]],
    [[4], 2004, [0.002, 0.8, 0]],
    [[5], 2005, [0, 0.002, 1]],
  ];
  const partition = (order: readonly number[]) =>
    circlesOf(papersOfName(order.map((i) => rows[i])), 1)
      .map(({ papers }) => papers.map((at) => order[at]).sort())
      .sort((a, b) => a[0] - b[0]);
  expect(partition([4, 2, 0, 3, 1])).toEqual(partition([0, 1, 2, 3, 4]));
  expect(partition([0, 1, 2, 3, 4])).toEqual([[0, 1], [2, 3], [4]]);
});

/** Papers that "Y. Wang" wrote, in turn with one or the other of two teams. */
function twoOfAName(count: number, name: string): Paper[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `p${String(i).padStart(4, "0")}`,
    ids: {},
    year: 2000 + (i % 20),
    truncated: false,
    keywords: [],
    editors: [],
    groupAuthors: [],
    records: [],
    authors: [name, ...(i % 2 === 0 ? ["Ada Byron", "Mary Somerville"] : ["Otto Hahn", "Lise Meitner"])].map((own) => ({
      name: own,
      otherForms: [],
    })),
  }));
}

test("a common name with many papers is cut into its circles; the ledger has the odds, and a note says it", () => {
  const { authorOf, cases, findings } = identifyAuthors(twoOfAName(600, "Y. Wang"));
  expect(new Set([0, 6, 12].map((k) => authorOf[k])).size).toBe(1);
  expect(new Set([3, 9, 15].map((k) => authorOf[k])).size).toBe(1);
  expect(authorOf[0]).not.toBe(authorOf[3]);
  expect(cases.map(({ relation, outcome }) => [relation, outcome])).toEqual([["same-name", "open"]]);
  expect(cases[0].evidence.map(({ kind }) => kind)).toEqual(["relation", "circles", "coauthors", "joint-years"]);
  expect(cases[0].evidence[3].detail).toBe("at work in the same 18 years, in two circles");
  expect(findings.map(({ code }) => code)).toEqual(["namesakes-split"]);
  expect(findings[0].detail).toMatch(
    /^"Y\. Wang" seems to be the name of several people: its 600 papers .* 2 in all\.$/,
  );
});

test("a rare name is never cut, whatever its circles", () => {
  const { authors, cases } = identifyAuthors(twoOfAName(600, "Zorblax Quennerville"));
  expect(authors).toHaveLength(5);
  expect(cases).toEqual([]);
});
