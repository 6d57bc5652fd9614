import { expect, test } from "vitest";
import { partitionOf } from "../../src/model/dataset.ts";
import { authorsOf } from "../../src/model/incidence.ts";
import { focusOf } from "../../src/scene/focus.ts";
import { type Choice, type Shown, sameChoice } from "../../src/scene/view.ts";
import { ADA, BEN, CLEO, DORA, ELI, MLOPS, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const focus = (choice: Shown) => focusOf(dataset, smallIncidence(), partitionOf(dataset, "paper"), choice);
const authorsIn = (choice: Shown) =>
  [...(focus(choice)?.authors ?? [])].flatMap((marked, author) => (marked === 1 ? [author] : []));

test("an author brings forward those they wrote with on papers that are not large, and is the center", () => {
  expect(authorsIn({ kind: "author", author: ADA })).toEqual([ADA, BEN, CLEO, DORA, ELI]);
  expect(focus({ kind: "author", author: ADA })?.about).toEqual([ADA]);
  expect(focus({ kind: "author", author: ADA })?.names[0]).toBe(ADA);
});

test("a tie, a team and a paper are about nobody alone", () => {
  expect(focus({ kind: "tie", a: ADA, b: BEN })?.about).toEqual([ADA, BEN]);
  expect(focus({ kind: "team", team: MLOPS })?.about).toEqual([]);
  expect(focus({ kind: "paper", paper: 0 })?.about).toEqual([]);
});

test("a paper without authors fades nothing", () => {
  expect(focus({ kind: "paper", paper: 6 })).toBeNull();
});

test("the ties in focus are those that the definition picks out of all", () => {
  const { team } = partitionOf(dataset, "paper");
  const { a, b, rowCount } = dataset.coauthorships;
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const ties = (choice: Choice) => [...(focus(choice)?.ties ?? [])].sort((one, other) => one - other);
  for (let author = 0; author < dataset.authors.rowCount; author++) {
    expect(ties({ kind: "author", author })).toEqual(rows.filter((row) => a[row] === author || b[row] === author));
  }
  for (let row = 0; row < rowCount; row++) expect(ties({ kind: "tie", a: a[row], b: b[row] })).toEqual([row]);
  for (let own = 0; own < dataset.teams.rowCount; own++) {
    const inside = rows.filter((row) => team[a[row]] === own && team[b[row]] === own);
    expect(ties({ kind: "team", team: own })).toEqual(inside);
  }
  for (let paper = 0; paper < dataset.papers.rowCount; paper++) {
    const people = authorsOf(smallIncidence(), paper);
    const among = rows.filter((row) => people.includes(a[row]) && people.includes(b[row]));
    expect(ties({ kind: "paper", paper })).toEqual(dataset.papers.large[paper] ? [] : among);
  }
});

test("two who may be one are joined by a line and ringed, and both bring their coauthors", () => {
  const question = { kind: "question", a: BEN, b: ELI } as const;
  expect(authorsIn(question)).toEqual(
    [...new Set([BEN, ELI].flatMap((author) => authorsIn({ kind: "author", author })))].sort((a, b) => a - b),
  );
  expect(focus(question)).toMatchObject({ joining: [BEN, ELI], ringed: new Set([BEN, ELI]) });
  // Ada wrote with both.
  expect(focus(question)?.names.slice(0, 3)).toEqual([BEN, ELI, ADA]);
});

test("whoever may be two stands as one does, and the coauthors of the part that would leave are ringed", () => {
  const parting = { kind: "parting", author: ADA, coauthors: [DORA, ELI] } as const;
  expect(focus(parting)).toEqual({ ...focus({ kind: "author", author: ADA }), ringed: new Set([DORA, ELI]) });
  expect(sameChoice(parting, { ...parting, coauthors: [DORA, ELI] })).toBe(true);
  expect(sameChoice(parting, { ...parting, coauthors: [DORA] })).toBe(false);
  expect(sameChoice(parting, { kind: "author", author: ADA })).toBe(false);
});
