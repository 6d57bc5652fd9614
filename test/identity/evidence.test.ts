import { expect, test } from "vitest";
import { commonnessOf } from "../../src/identity/commonness.ts";
import { explain, type PairFacts, scoreOf, weigh } from "../../src/identity/evidence.ts";
import { parseName } from "../../src/identity/parse-name.ts";

/** Two nodes that share nothing and were not to be expected to. */
const NOTHING: PairFacts = {
  relation: "middle-initial",
  circles: undefined,
  shared: {
    coauthors: 0,
    coauthorsExpected: 0,
    fewerCoauthors: 0,
    titleWords: 3,
    titleWordsExpected: 0,
    venues: 2,
    venuesExpected: 0,
    yearGap: 0,
  },
  syllablesJoined: false,
  sameAuthorships: 0,
  competitors: 1,
  expectedNamesakes: 0.15,
  rarerSpelling: 1,
  orderDoubt: 0,
};

const kindsOf = (facts: PairFacts) => weigh(facts).map(([kind]) => kind);

test("two who share nobody are never sure by names alone, unless the name is rare", () => {
  expect(scoreOf(weigh(NOTHING))).toBe(2.999);
  expect(explain(weigh(NOTHING), NOTHING).map(({ kind }) => kind)).toContain("names-alone");
  expect(scoreOf(weigh({ ...NOTHING, expectedNamesakes: 0.01 }))).toBeGreaterThan(3);
  expect(scoreOf(weigh({ ...NOTHING, shared: { ...NOTHING.shared, coauthors: 1 } }))).toBeGreaterThan(3);
  expect(scoreOf(weigh({ ...NOTHING, sameAuthorships: 1 }))).toBeGreaterThan(3);
});

test("what is not sure anyway is left as it is", () => {
  const doubtful: PairFacts = { ...NOTHING, relation: "inverted" };
  expect(kindsOf(doubtful)).not.toContain("names-alone");
  expect(kindsOf({ ...doubtful, relation: "spacing" })).toContain("names-alone");
});

test("syllables written together or apart speak against, until a coauthor is shared", () => {
  const facts: PairFacts = { ...NOTHING, relation: "spacing", syllablesJoined: true };
  expect(kindsOf(facts)).toContain("syllables");
  expect(kindsOf({ ...facts, shared: { ...facts.shared, coauthors: 1 } })).not.toContain("syllables");
});

test("a given name is as common written together as written apart", () => {
  const names = ["Minyoung Kim", "Min Young Kim", "Min-Young Lee", "Min Young Park", "Soo Lee"].map((name) =>
    parseName(name),
  );
  const { expectedNamesakes } = commonnessOf(names);
  expect(expectedNamesakes(parseName("Minyoung Kim"))).toBe(expectedNamesakes(parseName("Min Young Kim")));
});

test("a score that rounds to nothing is 0, from either side", () => {
  expect(scoreOf([["relation", -0.0001]])).toBe(0);
  expect(scoreOf([["relation", 0.0001]])).toBe(0);
});
