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

test("the rows of more authors than are counted at once are the papers of each, ascending", () => {
  const paperCount = 100_000;
  const authorCount = 300_001;
  // Coprime steps, so that the authors of neighbouring papers are far from each other.
  const authors = Uint32Array.from({ length: 5 * paperCount }, (_, k) => (k * 70_003) % authorCount);
  const { papers, authorOffsets } = incidenceOf(
    Uint32Array.from({ length: paperCount + 1 }, (_, p) => 5 * p),
    authors,
    authorCount,
  );
  const expected: number[][] = Array.from({ length: authorCount }, () => []);
  authors.forEach((author, k) => {
    expected[author].push(Math.floor(k / 5));
  });
  expect([...papers]).toEqual(expected.flat());
  expect(authorOffsets[authorCount]).toBe(authors.length);
  expect(expected.every((own, a) => authorOffsets[a + 1] - authorOffsets[a] === own.length)).toBe(true);
});

test("papers of several ranges stand in the rows of their authors, ascending", () => {
  // A block of so many authors has 2^13, which leaves 19 bits for a paper's number.
  const authorCount = 2 ** 22 + 1;
  const paperCount = 2 ** 19 + 1000;
  const authorOf = (p: number) => (p % 3 === 0 ? authorCount - 1 : (p * 70_003) % (authorCount - 1));
  const { papers, authorOffsets } = incidenceOf(
    Uint32Array.from({ length: paperCount + 1 }, (_, p) => p),
    Uint32Array.from({ length: paperCount }, (_, p) => authorOf(p)),
    authorCount,
  );
  const misplaced = papers.filter((p, k) => k < authorOffsets[authorOf(p)] || k >= authorOffsets[authorOf(p) + 1]);
  expect(misplaced.length).toBe(0);
  const ofLast = papers.subarray(authorOffsets[authorCount - 1], authorOffsets[authorCount]);
  expect([...ofLast]).toEqual(Array.from({ length: Math.ceil(paperCount / 3) }, (_, k) => 3 * k));
});
