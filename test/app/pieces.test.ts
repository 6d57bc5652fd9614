import { expect, test } from "vitest";
import { givenAway, Pieces, piecesOf } from "../../src/app/worker/pieces.ts";
import { smallDataset } from "../scene/small-dataset.ts";

function handedOver(value: unknown): unknown {
  const pieces = new Pieces();
  for (const piece of piecesOf(value)) pieces.add(structuredClone(piece, { transfer: givenAway(piece) }));
  return pieces.value;
}

test("a dataset that is handed over in pieces is the same dataset, and the giver keeps its own", () => {
  const dataset = smallDataset();
  expect(handedOver(dataset)).toEqual(dataset);
  expect(dataset).toEqual(smallDataset());
});

test("long columns go in runs, and empty ones and absent values arrive too", () => {
  const long = Array.from({ length: 12_345 }, (_, i) => (i % 7 === 0 ? null : [`${i}`]));
  const value = { long, empty: [], none: null, nested: { counts: Uint32Array.of(1, 2, 3), rowCount: 3 }, void: {} };
  expect(handedOver(value)).toEqual(value);
  expect([...piecesOf(value)].filter(({ path }) => path[0] === "long").map(({ from }) => from)).toEqual([
    0, 5000, 10_000,
  ]);
});

test("of a view into a larger buffer only what is seen is given away", () => {
  const whole = Float32Array.of(1, 2, 3, 4);
  const [, piece] = [...piecesOf({ part: whole.subarray(1, 3) })];
  expect(givenAway(piece)).toEqual([expect.objectContaining({ byteLength: 8 })]);
  expect(Array.from(whole)).toEqual([1, 2, 3, 4]);
});
