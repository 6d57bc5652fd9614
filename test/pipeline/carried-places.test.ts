import { expect, test } from "vitest";
import { authorRadius } from "../../src/model/author-radius.ts";
import { incidenceOf } from "../../src/model/incidence.ts";
import { carriedPlaces } from "../../src/pipeline/carried-places.ts";
import { smallDataset } from "../dataset/small-dataset.ts";

const STEP = 1 / 65_536;

/** Three papers of authors 0 and 1, 0 and 2, 0: author i stands at (i, −i − 1) steps. */
const dataset = {
  ...smallDataset({
    papers: [
      { title: null, authors: [0, 1] },
      { title: null, authors: [0, 2] },
      { title: null, authors: [0] },
    ],
    names: ["Ada", "Ben", "Cleo"],
    variants: [],
    largePaper: 100,
  }),
};

/** The places in steps, of authors given anew for each of the five authorships. */
function placesOf(authorOf: readonly number[]): [number, number][] {
  const count = Math.max(...authorOf) + 1;
  const incidence = incidenceOf(Uint32Array.of(0, 2, 4, 5), Uint32Array.from(authorOf), count);
  const { x, y } = carriedPlaces(dataset, incidence, new Float32Array(count).fill(authorRadius(1, 1)));
  return Array.from(x, (at, author) => [at / STEP, y[author] / STEP]);
}

test("who stays who they were stays where they were, whatever their row", () => {
  expect(placesOf([0, 1, 0, 2, 0])).toEqual([
    [0, -1],
    [1, -2],
    [2, -3],
  ]);
  expect(placesOf([2, 0, 2, 1, 2])).toEqual([
    [1, -2],
    [2, -3],
    [0, -1],
  ]);
});

test("two who become one stand between, nearer to whom more authorships come from", () => {
  const far = { ...dataset, authors: { ...dataset.authors, x: Float32Array.of(0, 400 * STEP, 0) } };
  const incidence = incidenceOf(Uint32Array.of(0, 2, 4, 5), Uint32Array.of(0, 0, 0, 1, 0), 2);
  const { x } = carriedPlaces(far, incidence, Float32Array.of(4, 4));
  expect(x[0] / STEP).toBe(100);
});

test("of one who becomes three the largest part stays, and the others stand near without covering it or each other", () => {
  const places = placesOf([0, 1, 3, 2, 0]);
  expect(places[0]).toEqual([0, -1]);
  const apart = (one: number, other: number) => {
    const [dx, dy] = [places[one][0] - places[other][0], places[one][1] - places[other][1]];
    return Math.sqrt(dx * dx + dy * dy) * STEP * dataset.manifest.layoutScale;
  };
  const touching = 2 * authorRadius(1, 1);
  expect(apart(0, 3)).toBeGreaterThanOrEqual(touching);
  expect(apart(0, 3)).toBeLessThan(3 * touching);
  expect(placesOf([0, 1, 3, 2, 0])).toEqual(places);
});
