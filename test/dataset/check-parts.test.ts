import { expect, test } from "vitest";
import { checkParts } from "../../src/dataset/check-parts.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { smallDataset, THREE_PAPERS } from "./small-dataset.ts";

/** Authors 0 and 2 are the two parts of team t0, author 1 is team t1, author 3 too. */
const whole = smallDataset(THREE_PAPERS);

const withParts = (parts: Partial<Dataset["parts"]>, part = whole.authors.part): Dataset => ({
  ...whole,
  parts: { ...whole.parts, ...parts },
  authors: { ...whole.authors, part },
});

test("parts that are in order and hold the people of their team are let through", () => {
  expect(() => checkParts(whole)).not.toThrow();
});

test("somebody of a divided team without a part, in two teams, or miscounted is told", () => {
  expect(() => checkParts(withParts({}, [0, null, null, null]))).toThrow(/part in row 2/);
  expect(() => checkParts(withParts({}, [0, 1, 1, null]))).toThrow(/part in row 1/);
  expect(() => checkParts(withParts({}, [0, null, 0, null]))).toThrow(/authors in row/);
  expect(() => checkParts(withParts({ authors: Uint32Array.of(1, 2) }))).toThrow(/authors in row 1 is 2/);
});

test("parts out of order or with other numbers are told", () => {
  expect(() => checkParts(withParts({ partId: ["t0.0", "t0.2"] }))).toThrow(/part_id in row 1/);
  expect(() => checkParts(withParts({ partId: ["t1.0", "t0.1"] }))).toThrow(/part_id in row 0/);
  expect(() => checkParts(withParts({ partId: ["t1.0", "t0.0"], team: Uint32Array.of(1, 0) }))).toThrow(
    /team in row 1/,
  );
});

test("a sheet may lack parts and people of a part, but nobody has the part of another team", () => {
  const sheet = { sheet: 0, members: Uint32Array.of(0) };
  const some = (dataset: Dataset): Dataset => ({ ...dataset, manifest: { ...dataset.manifest, sheet } });
  expect(() => checkParts(some(withParts({ partId: ["t0.1", "t0.4"], authors: Uint32Array.of(7, 9) })))).not.toThrow();
  expect(() => checkParts(some(withParts({ partId: ["t0.4", "t0.1"] })))).toThrow(/part_id in row 1/);
  expect(() => checkParts(some(withParts({}, [0, 1, 1, null])))).toThrow(/part in row 1/);
  const empty = { partId: ["t0.1", "t0.4", "t0.5"], team: new Uint32Array(3), authors: Uint32Array.of(1, 1, 3) };
  expect(() => checkParts(some(withParts({ rowCount: 3, ...empty })))).toThrow(/authors in row 2/);
});
