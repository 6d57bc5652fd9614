import { expect, test } from "vitest";
import { largePaperGlyphs, paperName } from "../../src/scene/large-paper-glyph.ts";
import { HANA, smallDataset, smallIncidence } from "./small-dataset.ts";

test("a large paper says how many it has, how many are only here and how many are in teams", () => {
  const dataset = smallDataset();
  const { x, y } = dataset.authors;
  const [glyph, ...rest] = largePaperGlyphs(dataset, smallIncidence(), x, y);
  expect(rest).toEqual([]);
  expect(glyph.name).toBe("The Big One");
  expect(glyph.detail).toBe("6 authors: 4 only here, 2 in teams");
  expect(glyph.people).toEqual([HANA, HANA + 1, HANA + 2, HANA + 3]);
});

test("who is on a second large paper is not only here", () => {
  const dataset = smallDataset();
  const { x, y } = dataset.authors;
  dataset.authors.papers[HANA] = 2;
  const [glyph] = largePaperGlyphs(dataset, smallIncidence(), x, y);
  expect(glyph.people).toContain(HANA);
  expect(glyph.detail).toBe("6 authors: 3 only here, 1 on other large papers, 2 in teams");
});

test("its sheet lies in the middle of those who are only here", () => {
  const dataset = smallDataset();
  const { x, y } = dataset.authors;
  const [glyph] = largePaperGlyphs(dataset, smallIncidence(), x, y);
  const mean = (column: Float32Array) => glyph.people.reduce((sum, author) => sum + column[author] / 4, 0);
  expect(glyph.x).toBeCloseTo(mean(x), 6);
  expect(glyph.y).toBeCloseTo(mean(y), 6);
});

test("a label calls a paper by its short title, and one without title untitled", () => {
  expect(paperName("HyperCLOVA X Technical Report")).toBe("HyperCLOVA X");
  expect(paperName("")).toBe("Untitled paper");
  expect(paperName(null)).toBe("Untitled paper");
});
