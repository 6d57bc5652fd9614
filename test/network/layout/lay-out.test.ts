import { expect, test } from "vitest";
import { layOutAuthors } from "../../../src/network/layout/lay-out.ts";
import { betweenTwoTeams, ownTeamShareOfNearest } from "../../../src/network/layout/layout-quality.ts";
import { inputOf, ringOfTeams, seedsExist, seedsInput } from "./small-worlds.ts";

type Input = ReturnType<typeof ringOfTeams>;
type Layout = ReturnType<typeof layOutAuthors>;

/** What holds for every layout of anything. */
function expectSound(input: Input, { x, y, scale }: Layout): void {
  expect(x.length).toBe(input.team.length);
  expect(scale).toBeGreaterThan(0);
  for (const value of [...x, ...y]) {
    expect(Math.abs(value)).toBeLessThanOrEqual(0.5);
    expect(Number.isInteger(value * 65_536)).toBe(true);
  }
  expect(new Set(Array.from(x, (value, author) => `${value} ${y[author]}`)).size).toBe(x.length);
}

function circleAround(members: number[], { x, y }: Layout) {
  const cx = members.reduce((sum, author) => sum + x[author], 0) / members.length;
  const cy = members.reduce((sum, author) => sum + y[author], 0) / members.length;
  return { x: cx, y: cy, radius: Math.max(...members.map((author) => Math.hypot(x[author] - cx, y[author] - cy))) };
}

const range = (values: ArrayLike<number>) => Math.max(...Array.from(values)) - Math.min(...Array.from(values));

/** The only-large authors of one paper lie in a disc on at most an eighth of the map, and nobody else does. */
function expectDisc(input: Input, layout: Layout): void {
  const authors = input.team.map((_, author) => author);
  const disc = circleAround(
    authors.filter((author) => input.onlyLarge[author]),
    layout,
  );
  expect(Math.PI * disc.radius ** 2).toBeLessThanOrEqual((range(layout.x) * range(layout.y)) / 8);
  for (const author of authors.filter((a) => !input.onlyLarge[a])) {
    expect(Math.hypot(layout.x[author] - disc.x, layout.y[author] - disc.y)).toBeGreaterThan(disc.radius);
  }
  // The paper's own sign stands in the middle.
  for (const author of authors.filter((a) => input.onlyLarge[a])) {
    expect(Math.hypot(layout.x[author] - disc.x, layout.y[author] - disc.y)).toBeGreaterThan(disc.radius / 10);
  }
}

test.each([
  ["nobody", inputOf([], [])],
  ["one author", inputOf([[0]], [null])],
  ["two authors", inputOf([[0, 1]], [0, 0])],
  ["two strangers", inputOf([[0], [1]], [null, null])],
  [
    "many strangers",
    inputOf(
      [],
      Array.from({ length: 300 }, () => null),
    ),
  ],
  ["one team", ringOfTeams(1, 30, 0)],
  [
    "a large paper alone",
    inputOf(
      [Array.from({ length: 150 }, (_, a) => a)],
      Array.from({ length: 150 }, () => 0),
    ),
  ],
  ["a crowd and one pair", ringOfTeams(1, 2, 900)],
  [
    "hundreds of pairs",
    inputOf(
      Array.from({ length: 250 }, (_, p) => [2 * p, 2 * p + 1]),
      Array.from({ length: 500 }, (_, a) => a >> 1),
    ),
  ],
  ["teams in a ring", ringOfTeams(6, 14, 60)],
])("everyone has a place of their own within the map: %s", (_, input) => {
  expectSound(input, layOutAuthors(input));
});

test("an author who is in a team without any tie of a usual paper still has a place", () => {
  const crowd = Array.from({ length: 120 }, (_, author) => author);
  const input = inputOf([crowd, [0], [120, 121]], [...crowd.map(() => 0), 1, 1]);
  expectSound(input, layOutAuthors(input));
});

test("those of one large paper lie in a disc beside the rest", () => {
  const input = ringOfTeams(5, 12, 80);
  expectDisc(input, layOutAuthors(input));
});

test("teams keep together, and who writes with two lies between them", () => {
  const input = ringOfTeams(7, 15, 0);
  const { x, y } = layOutAuthors(input);
  expect(ownTeamShareOfNearest(x, y, input.team, () => true)).toBeGreaterThan(0.9);
  const between = betweenTwoTeams(x, y, input);
  expect(between.authors).toBeGreaterThanOrEqual(14);
  expect(between.share).toBeGreaterThanOrEqual(0.8);
});

test("dots do not cover each other", () => {
  const input = ringOfTeams(4, 20, 0);
  const { x, y, scale } = layOutAuthors(input);
  for (let a = 0; a < x.length; a++) {
    for (let b = 0; b < a; b++) {
      const distance = Math.hypot(x[a] - x[b], y[a] - y[b]) * scale;
      expect(distance).toBeGreaterThanOrEqual(input.radius[a] + input.radius[b] - 0.5);
    }
  }
});

test("the same input gives the same bits", () => {
  const first = layOutAuthors(ringOfTeams(4, 9, 30));
  const second = layOutAuthors(ringOfTeams(4, 9, 30));
  expect(second).toEqual(first);
});

test("another seed gives another map", () => {
  const input = ringOfTeams(6, 9, 0);
  expect(layOutAuthors({ ...input, seed: 2 })).not.toEqual(layOutAuthors(input));
});

test.skipIf(!seedsExist).each([1, 2, 3, 4, 5])("the seeds are a readable map (seed %i)", (seed) => {
  const { input } = seedsInput(seed);
  const layout = layOutAuthors(input);
  expectSound(input, layout);
  expectDisc(input, layout);
  const usual = (author: number) => !input.onlyLarge[author];
  expect(ownTeamShareOfNearest(layout.x, layout.y, input.team, usual)).toBeGreaterThanOrEqual(0.9);
  const between = betweenTwoTeams(layout.x, layout.y, input);
  expect(between.authors).toBe(27);
  expect(between.share).toBeGreaterThanOrEqual(0.8);
});
