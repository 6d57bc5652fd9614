import { expect, test } from "vitest";
import { companyWhereAsked } from "../../src/identity/company.ts";

const [ADA, MARY, OTTO, LISE] = [0, 1, 2, 3];

function company(papers: readonly (readonly number[])[]) {
  const from = [0];
  for (const paper of papers) from.push(from[from.length - 1] + paper.length);
  const of = companyWhereAsked(Uint32Array.from(papers.flat()), 4, Uint32Array.from(from), 3);
  return (node: number) => {
    const { others, shares } = of(node);
    return Array.from(others, (other, i) => [other, shares[i]]);
  };
}

test("the others of a paper share its one vote, and who wrote much with somebody is more of their company", () => {
  const of = company([[ADA, MARY], [MARY, OTTO, ADA], [ADA]]);
  expect(of(ADA)).toEqual([
    [MARY, 0.75],
    [OTTO, 0.25],
  ]);
  expect(of(OTTO)).toEqual([
    [MARY, 0.5],
    [ADA, 0.5],
  ]);
  expect(of(LISE)).toEqual([]);
  expect(of(ADA)).toEqual(of(ADA));
});

test("a large paper makes nobody company, nor does somebody who stands twice on one make their own", () => {
  const of = company([
    [ADA, MARY, OTTO, LISE],
    [ADA, ADA, LISE],
  ]);
  expect(of(ADA)).toEqual([[LISE, 1]]);
  expect(of(MARY)).toEqual([]);
});
