import { expect, test } from "vitest";
import { nameList } from "../../src/ingest/bibtex/name-list.ts";
import { LIMITS } from "../../src/ingest/limits.ts";

const names = (field: string) => nameList(field).authors.map((author) => author.name);

test.each([
  ["Jung-Woo Ha and Nako Sung", ["Jung-Woo Ha", "Nako Sung"]],
  ["Ha, Jung-Woo AND Sung, Nako", ["Jung-Woo Ha", "Nako Sung"]],
  ["Knuth, Donald\n   and\nLamport, Leslie", ["Donald Knuth", "Leslie Lamport"]],
  ["Anderson, Sandy and Brandt, Ferdinand", ["Sandy Anderson", "Ferdinand Brandt"]],
  ["{Barnes and Noble} and A. B.", ["Barnes and Noble", "A. B."]],
  ["{Barnes} and{Noble}", ["Barnes", "Noble"]],
  ["van der Berg, Jan", ["Jan van der Berg"]],
  ["King, Jr., Martin Luther", ["Martin Luther King Jr."]],
  ["King, Martin Luther, Jr.", ["Martin Luther King Jr."]],
  ["King Jr., Martin Luther", ["Martin Luther King Jr."]],
  ["d' Alembert, Jean", ["Jean d'Alembert"]],
  ["Smith,", ["Smith"]],
  [", Ada", ["Ada"]],
  ["and and A", ["A"]],
  ["", []],
  ["하정우 and 王伟", ["하정우", "王伟"]],
  ["family=Silva, given=Rafael Ferreira, prefix=da, useprefix=false", ["Rafael Ferreira da Silva"]],
  ['given=Hans, "family={Harman, Jr}"', ["Hans Harman, Jr"]],
])("“%s” is %o", (field, expected) => {
  expect(names(field)).toEqual(expected);
});

test("only commas tell given from family name", () => {
  expect(nameList("Ludwig van Beethoven").authors).toEqual([{ name: "Ludwig van Beethoven" }]);
  expect(nameList("van Beethoven, Ludwig").authors).toEqual([
    { name: "Ludwig van Beethoven", given: "Ludwig", family: "van Beethoven" },
  ]);
});

test("“others” and “et al.” are no authors but cut the list", () => {
  expect(nameList("A. B. and others")).toMatchObject({ authors: [{ name: "A. B." }], truncated: true });
  expect(nameList("A. B. and et al.")).toMatchObject({ authors: [{ name: "A. B." }], truncated: true });
  expect(nameList("A. Others").truncated).toBe(false);
});

test("a list with commas or semicolons in place of “and” is kept whole and doubted", () => {
  expect(nameList("Miller, D., Firby, J.")).toMatchObject({ authors: [{ name: "Miller, D., Firby, J." }] });
  expect(nameList("Miller, D., Firby, J.").doubtful.length).toBe(1);
  expect(nameList("D. Miller; J. Firby").doubtful.length).toBe(1);
});

test("of a name that is longer than any the beginning is kept, and it is doubtful", () => {
  const most = 4 * LIMITS.nameLength;
  expect(nameList("n".repeat(most)).doubtful).toEqual([]);
  const over = nameList(`${"n".repeat(most)}m and Ada Lovelace`);
  expect(over.authors.map(({ name }) => name)).toEqual(["n".repeat(most), "Ada Lovelace"]);
  expect(over.doubtful).toEqual(["n".repeat(most)]);
});
