import { expect, test } from "vitest";
import { lengthOf } from "../../../src/network/layout/circles.ts";
import { layOutAuthors } from "../../../src/network/layout/lay-out.ts";
import { inputOf } from "./small-worlds.ts";

const COUNT = 800;
const authors = Array.from({ length: COUNT }, (_, author) => author);
const oneTeam = authors.map(() => 0);

/** Shapes that a layout made for usual networks may stumble over. */
test.each([
  [
    "a star",
    inputOf(
      authors.slice(1).map((author) => [0, author]),
      oneTeam,
    ),
  ],
  [
    "a path",
    inputOf(
      authors.slice(1).map((author) => [author - 1, author]),
      oneTeam,
    ),
  ],
  [
    "pairs only",
    inputOf(
      authors.filter((a) => a % 2 === 0).map((a) => [a, a + 1]),
      authors.map((a) => a >> 1),
    ),
  ],
  [
    "everybody in a team of their own",
    inputOf(
      authors.slice(1).map((author) => [author >> 1, author]),
      authors,
    ),
  ],
  [
    "a team in many parts, held together by a large paper only",
    inputOf(
      [authors.slice(0, 150), ...authors.filter((a) => a % 4 === 0).map((a) => [a, a + 1, a + 2, a + 3])],
      oneTeam,
    ),
  ],
  ["nobody tied by a usual paper", inputOf([authors, ...authors.map((author) => [author])], oneTeam)],
  [
    "papers of a hundred",
    inputOf(
      authors.filter((a) => a % 100 === 0).map((a) => authors.slice(a, a + 100)),
      authors.map((a) => (a / 100) | 0),
    ),
  ],
])("a large map of %s gives everyone a place, and no dot covers another", (_, input) => {
  const { x, y, scale } = layOutAuthors(input);
  expect(x.every((value) => Math.abs(value) <= 0.5) && y.every((value) => Math.abs(value) <= 0.5)).toBe(true);
  expect(new Set(authors.map((author) => `${x[author]} ${y[author]}`)).size).toBe(COUNT);
  let largest = 0;
  for (const a of authors) {
    for (let b = 0; b < a; b++) {
      const apart = scale * lengthOf(x[a] - x[b], y[a] - y[b]);
      largest = Math.max(largest, input.radius[a] + input.radius[b] - apart);
    }
  }
  expect(largest).toBeLessThanOrEqual(0);
});
