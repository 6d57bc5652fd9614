import fc from "fast-check";
import { expect, test } from "vitest";
import { oddsInWords, stepsInWords } from "../../src/scene/identity-wording.ts";

const stepsOf = (...weights: number[]) => weights.map((weight) => ({ kind: "relation", weight, detail: "" }));

test("odds have one decimal and a true minus", () => {
  expect([3.149, -0.04, -0.05, 0].map(oddsInWords)).toEqual(["+3.1", "0.0", "−0.1", "0.0"]);
});

test("where rounded steps do not add up to the rounded sum, those nearest to the next tenth give way", () => {
  // Jinwoong and Jingwoong Kim of the seeds: 3.745, and −0.6 + 2.7 + 0.5 + 1.2 would be 3.8.
  expect(stepsInWords(stepsOf(-0.6, 2.694, 0.459, 1.192))).toEqual(["−0.6", "+2.7", "+0.4", "+1.2"]);
  expect(stepsInWords(stepsOf(0.04, 0.03, 0.04))).toEqual(["+0.1", "0.0", "0.0"]);
  expect(stepsInWords(stepsOf(1, -0.5))).toEqual(["+1.0", "−0.5"]);
  expect(stepsInWords([])).toEqual([]);
});

test("the steps that are shown add up to what is shown of the sum, and none is off by a tenth or more", () => {
  const weights = fc.array(fc.integer({ min: -4500, max: 4500 }), { minLength: 1, maxLength: 10 });
  const read = (odds: string) => Number(odds.replace("−", "-"));
  fc.assert(
    fc.property(weights, (thousandths) => {
      const evidence = stepsOf(...thousandths.map((weight) => weight / 1000));
      const shown = stepsInWords(evidence).map(read);
      const sum = thousandths.reduce((total, weight) => total + weight, 0) / 1000;
      const added = shown.reduce((total, odds) => total + odds, 0);
      expect(added).toBeCloseTo(read(oddsInWords(sum)), 9);
      shown.forEach((odds, i) => {
        expect(Math.abs(odds - evidence[i].weight)).toBeLessThan(0.1);
      });
    }),
  );
});
