import { expect, test } from "vitest";
import { nameParts, type PartsToName } from "../../src/network/part-names.ts";
import { incidenceFrom } from "./small-incidences.ts";

/** Two parts of one team, of authors 0 to 3 and 4 to 6, and a third team's, 7 and 8, by titles and author lists. */
function world(papers: readonly { title: string | null; by: readonly number[]; abstract?: string }[]): PartsToName {
  const names = ["Ada", "Ben", "Cléo", "Dora", "Eli", "Finn", "Gus", "Hana", "Ivan"];
  return {
    papers: papers.map(({ title, abstract }) => ({ title, abstract: abstract ?? null, venue: null })),
    incidence: incidenceFrom(
      papers.map(({ by }) => by),
      names.length,
    ),
    large: papers.map(() => false),
    authorIds: names.map((_, author) => `a${author}`),
    authorNames: names,
    counting: "paper",
    part: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 2, 2),
    team: Uint32Array.of(0, 0, 4),
  };
}

const times = (count: number, title: string | null, by: readonly number[]) =>
  Array.from({ length: count }, () => ({ title, by }));

test("a part is named after the two with most tie weight inside, or both where there are two", () => {
  const names = nameParts(
    world([
      ...times(2, null, [2, 1]),
      ...times(1, null, [2, 0, 3]),
      ...times(3, null, [0, 4]),
      ...times(1, null, [4, 5, 6]),
      ...times(2, null, [6, 5]),
      ...times(1, null, [7, 8]),
    ]),
  );
  // Ada's three papers with Eli are across, and so inside of neither part.
  expect(names.map(({ name }) => name)).toEqual(["Cléo, Ben & others", "Finn, Gus & others", "Hana & Ivan"]);
  expect(names[0]).toMatchObject({
    subject: null,
    evidence: { coverage: 0, phrases: [], core: ["a2", "a1", "a0", "a3"] },
  });
});

test("a part's subject is what its titles say, and not those of the rest of its team", () => {
  const papers = [
    ...times(4, "River deltas of the Rhine", [0, 1]),
    ...times(6, "Soil bacteria in winter", [0, 1, 2, 3]),
    ...times(8, "Soil bacteria under stress", [4, 5, 6]),
    ...times(40, "River deltas abroad", [7, 8]),
  ];
  const [first, second] = nameParts(world(papers));
  expect(first.subject).toBe("river deltas");
  expect(first.evidence.coverage).toBe(0.4);
  expect(second.subject).not.toBe("soil bacteria");
});

test("what stands in two titles alone, or in abstracts, is no subject", () => {
  const two = [...times(2, "River deltas", [0, 1]), ...times(4, "Soil bacteria", [4, 5, 6])];
  expect(nameParts(world(two)).map(({ subject }) => subject)).toEqual([null, "soil bacteria", null]);
  const abstract = "We study river deltas.";
  const inAbstracts = times(5, null, [0, 1]).map((paper) => ({ ...paper, abstract }));
  expect(nameParts(world(inAbstracts))[0].subject).toBe(null);
});

test("two parts led by people of the same names still have two names", () => {
  const same = { ...world([...times(2, null, [0, 1]), ...times(2, null, [4, 5])]), authorNames: Array(9).fill("Ada") };
  expect(nameParts(same).map(({ name }) => name)).toEqual(["Ada, Ada & others", "Ada, Ada & others (2)", "Ada & Ada"]);
});

test("teams without parts have no names of parts", () => {
  expect(nameParts({ ...world([]), part: new Int32Array(9).fill(-1), team: new Uint32Array() })).toEqual([]);
});
