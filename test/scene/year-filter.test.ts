import fc from "fast-check";
import { expect, test } from "vitest";
import { jointPapers, papersOf } from "../../src/model/incidence.ts";
import { isTieVisible } from "../../src/scene/looks.ts";
import { castOf, pictureOf } from "../../src/scene/picture.ts";
import { countsIn, heldSpan, shownIn, yearsOnMap } from "../../src/scene/year-filter.ts";
import { ADA, BEN, DORA, ELI, GUS, HANA, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const incidence = smallIncidence();
const marked = (column: Uint8Array) => [...column.keys()].filter((row) => column[row] === 1);

test("the years on the map are those of papers with authors, gaps included", () => {
  expect(yearsOnMap(dataset).map(({ key, count }) => `${key}: ${count}`)).toEqual([
    ...["2018: 1", "2019: 1", "2020: 1", "2021: 2", "2022: 1", "2023: 1"],
  ]);
});

test("a span shows who wrote in it, also alone or on large papers, and the ties with a joint paper in it", () => {
  expect(marked(shownIn(dataset, incidence, { from: 2019, to: 2019 }).authors)).toEqual([ADA, BEN]);
  const of2021 = shownIn(dataset, incidence, { from: 2021, to: 2021 });
  expect(marked(of2021.authors)).toEqual([ADA, DORA, ELI, GUS]);
  const { a, b } = dataset.coauthorships;
  expect(marked(of2021.ties).map((row) => [a[row], b[row]])).toEqual([
    [ADA, DORA],
    [ADA, ELI],
    [DORA, ELI],
  ]);
  expect(marked(shownIn(dataset, incidence, { from: 2022, to: 2022 }).authors)).toContain(HANA);
  expect(marked(shownIn(dataset, incidence, { from: 2022, to: 2022 }).ties)).toEqual([]);
});

test("any span shows what the papers themselves say", () => {
  const year = fc.integer({ min: 2016, max: 2025 });
  fc.assert(
    fc.property(year, year, (one, other) => {
      const span = { from: Math.min(one, other), to: Math.max(one, other) };
      const isIn = (paper: number) => {
        const of = dataset.papers.year[paper];
        return of !== null && of >= span.from && of <= span.to;
      };
      const shown = shownIn(dataset, incidence, span);
      shown.authors.forEach((value, author) => {
        expect(value === 1).toBe(papersOf(incidence, author).some(isIn));
      });
      const { a, b } = dataset.coauthorships;
      shown.ties.forEach((value, row) => {
        const joint = jointPapers(incidence, a[row], b[row]).filter((paper) => !dataset.papers.large[paper]);
        expect(value === 1).toBe(joint.some(isIn));
      });
    }),
  );
});

test("a span is held inside the years of the map, and all of them are no span", () => {
  expect(heldSpan(dataset, { from: 1990, to: 2019 })).toEqual({ from: 2018, to: 2019 });
  expect(heldSpan(dataset, { from: 2021, to: 2020 })).toEqual({ from: 2020, to: 2021 });
  for (const span of [null, { from: 2018, to: 2023 }, { from: 1, to: 9999 }, { from: 1990, to: 1991 }]) {
    expect(heldSpan(dataset, span)).toBeNull();
  }
});

test("the counts of a span are counted by hand", () => {
  expect(countsIn(dataset, incidence, { from: 2020, to: 2021 })).toEqual({
    papers: 3,
    authors: 5,
    ties: 5,
    undated: 0,
  });
});

test("a picture of some years draws nobody else, whichever teams are hidden", () => {
  const cast = castOf(dataset, incidence, "paper", "light");
  const years = { from: 2019, to: 2019 };
  const moment = { hiddenTeams: new Set<number>(), years, choice: null, hover: null, near: true };
  const picture = pictureOf(cast, moment);
  expect(marked(picture.authorVisible)).toEqual([ADA, BEN]);
  const ties = [...cast.strength.keys()].filter((row) => isTieVisible(picture, row));
  expect(ties.map((row) => [dataset.coauthorships.a[row], dataset.coauthorships.b[row]])).toEqual([[ADA, BEN]]);
  // The same column as long as nothing changes, since whoever draws tells by it what to draw anew.
  expect(pictureOf(cast, { ...moment, near: false }).authorVisible).toBe(picture.authorVisible);
  expect(pictureOf(cast, { ...moment, years: null }).authorVisible).not.toBe(picture.authorVisible);
  const team = cast.partition.team[ADA] ?? 0;
  expect(marked(pictureOf(cast, { ...moment, hiddenTeams: new Set([team]) }).authorVisible)).toEqual([]);
});
