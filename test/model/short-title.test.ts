import { expect, test } from "vitest";
import { shortTitle } from "../../src/model/short-title.ts";

test.each([
  ["HyperCLOVA X Technical Report", "HyperCLOVA X"],
  ["PaLM: Scaling Language Modeling with Pathways", "PaLM"],
  ["Gemini – A Family of Models", "Gemini"],
  ["Report", "Report"],
  ["A 2:1 split", "A 2:1 split"],
  ["Observation of a new particle in the search for the Higgs boson", "Observation of a new particle in the…"],
])("%s is %s on a label", (title, short) => {
  expect(shortTitle(title, 40)).toBe(short);
});

test("a short title has at most the letters allowed", () => {
  expect(shortTitle("x".repeat(100), 40)).toHaveLength(40);
});
