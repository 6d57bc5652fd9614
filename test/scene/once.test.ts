import { expect, test } from "vitest";
import { COUNTINGS } from "../../src/model/counting.ts";
import { once, onceByCounting } from "../../src/scene/once.ts";
import { smallDataset, smallIncidence } from "./small-dataset.ts";

test("what follows from an object is made once for it, also where it is nothing", () => {
  let asked = 0;
  const nothing = once((_: object) => {
    asked += 1;
  });
  const [one, other] = [{}, {}];
  for (const key of [one, other, one, other]) nothing(key);
  expect(asked).toBe(2);
});

test("what follows from dataset and counting is made once for each counting", () => {
  const asked: string[] = [];
  const told = onceByCounting((dataset, _, counting) => {
    asked.push(counting);
    return `${dataset.papers.rowCount} ${counting}`;
  });
  const dataset = smallDataset();
  for (const counting of [...COUNTINGS, ...COUNTINGS]) {
    expect(told(dataset, smallIncidence(), counting)).toBe(`${dataset.papers.rowCount} ${counting}`);
  }
  expect(asked).toEqual([...COUNTINGS]);
  expect(told(smallDataset(), smallIncidence(), "paper")).toBe(told(dataset, smallIncidence(), "paper"));
  expect(asked.length).toBe(COUNTINGS.length + 1);
});
