import fc from "fast-check";
import { expect, test } from "vitest";
import { authorsOf, authorsOn, incidenceOf, jointPapers, papersOf } from "../../src/model/incidence.ts";

const AUTHORS = 7;
const lists = fc.array(fc.uniqueArray(fc.nat(AUTHORS - 1)), { maxLength: 12 });

function incidenceOfLists(papers: readonly (readonly number[])[]) {
  const offsets = [0];
  for (const authors of papers) offsets.push(offsets[offsets.length - 1] + authors.length);
  return incidenceOf(Uint32Array.from(offsets), Uint32Array.from(papers.flat()), AUTHORS);
}

test("both directions tell the same authorships", () => {
  fc.assert(
    fc.property(lists, (papers) => {
      const incidence = incidenceOfLists(papers);
      papers.forEach((authors, p) => {
        expect([...authorsOf(incidence, p)]).toEqual(authors);
        expect(authorsOn(incidence, p)).toBe(authors.length);
      });
      for (let a = 0; a < AUTHORS; a++) {
        expect([...papersOf(incidence, a)]).toEqual(papers.flatMap((authors, p) => (authors.includes(a) ? [p] : [])));
      }
    }),
  );
});

test("joint papers are the intersection of the two authors' papers", () => {
  fc.assert(
    fc.property(lists, fc.nat(AUTHORS - 1), fc.nat(AUTHORS - 1), (papers, a, b) => {
      const both = papers.flatMap((authors, p) => (authors.includes(a) && authors.includes(b) ? [p] : []));
      expect(jointPapers(incidenceOfLists(papers), a, b)).toEqual(both);
    }),
  );
});
