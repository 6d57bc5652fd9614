import { expect, test } from "vitest";
import { buildNeeds } from "../../src/pipeline/build-needs.ts";

test("ten times the authorships need ten times the memory, and time as n log n grows", () => {
  for (const authorships of [1e5, 1e6, 1e7]) {
    const one = buildNeeds({ papers: authorships / 3, authorships });
    const ten = buildNeeds({ papers: (10 * authorships) / 3, authorships: 10 * authorships });
    expect(ten.memory / one.memory).toBeLessThanOrEqual(10);
    expect(ten.heap / one.heap).toBeLessThanOrEqual(10);
    expect(ten.seconds / one.seconds).toBeLessThanOrEqual((10 * Math.log2(10 * authorships)) / Math.log2(authorships));
    expect(ten.heap).toBeLessThan(ten.memory);
  }
});

test("nothing at all needs little", () => {
  const { memory, seconds } = buildNeeds({ papers: 0, authorships: 0 });
  expect(memory).toBeLessThan(500e6);
  expect(seconds).toBeLessThan(30);
});
