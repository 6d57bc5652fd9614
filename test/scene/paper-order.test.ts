import { expect, test } from "vitest";
import { newestFirst } from "../../src/scene/paper-order.ts";
import { smallDataset } from "./small-dataset.ts";

const { papers } = smallDataset();

test("papers stand newest first, those without a year last, equals by id", () => {
  const bent = {
    ...papers,
    year: [2020, 2020, 2020, null, 2024, 2020],
    date: ["2020-03-01", "2020-11-02", "2020", null, null, "2020-11-02"],
  };
  expect(newestFirst(bent, [5, 3, 0, 1, 2, 4])).toEqual([4, 1, 5, 0, 2, 3]);
});
