import { expect, test } from "vitest";
import { incidenceOf } from "../../src/model/incidence.ts";
import { tieFacts } from "../../src/scene/tie-facts.ts";
import { ADA, BEN, CLEO, DORA, GUS, HANA, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const incidence = smallIncidence();

test("the weight of a tie is told as the sum of its papers", () => {
  const facts = tieFacts(dataset, incidence, "paper", ADA, BEN);
  expect(facts.terms.map(({ paper }) => paper)).toEqual([1, 0]);
  expect(facts.sum).toBe("1 (2 authors) + 1/3 (3 authors) = 1.33");
  expect(facts.weight).toBeCloseTo(4 / 3, 12);
});

test("each counting has its own sum", () => {
  expect(tieFacts(dataset, incidence, "author", ADA, CLEO).sum).toBe("1/2 (3 authors) = 0.50");
  expect(tieFacts(dataset, incidence, "full", ADA, BEN).sum).toBe("1 (2 authors) + 1 (3 authors) = 2");
  expect(tieFacts(dataset, incidence, "paper", ADA, DORA).sum).toBe("1/15 (6 authors) + 1/3 (3 authors) = 0.40");
});

test("papers of 7 and 8 authors make the sum of the example", () => {
  const sizes = [7, 8];
  const offsets = Uint32Array.from([0, 7, 15]);
  const authors = Uint32Array.from(sizes.flatMap((size) => Array.from({ length: size }, (_, a) => a)));
  expect(tieFacts(dataset, incidenceOf(offsets, authors, 8), "paper", 0, 1).sum).toBe(
    "1/28 (8 authors) + 1/21 (7 authors) = 0.083",
  );
});

test("a tie by one large paper is one of its pairs, never a bare small number", () => {
  const authors = Uint32Array.from({ length: 377 }, (_, a) => a);
  const large = incidenceOf(Uint32Array.from([0, 377]), authors, 377);
  expect(tieFacts(dataset, large, "paper", 3, 5).sum).toBe("1 of 70,876 pairs (377 authors)");
});

test("two people without a joint paper have no terms", () => {
  expect(tieFacts(dataset, incidence, "paper", GUS, HANA)).toMatchObject({ terms: [], weight: 0 });
});
