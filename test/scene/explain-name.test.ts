import { expect, test } from "vitest";
import { incidenceOfDataset } from "../../src/dataset/tie-papers.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import {
  authorsCalled,
  explainAuthor,
  explainCase,
  namesLike,
  waterfallInWords,
} from "../../src/scene/explain-name.ts";
import { ADA, BEN, CLEO, DORA, smallDataset } from "./small-dataset.ts";

/** The small dataset with two cases: Ada and Ben perhaps one, Cléo and Dora ruled out. */
const dataset: Dataset = {
  ...smallDataset(),
  cases: {
    rowCount: 2,
    a: Uint32Array.of(ADA, CLEO),
    b: Uint32Array.of(BEN, DORA),
    relation: ["initial", "spacing"],
    score: Float64Array.of(1.6, 0.5),
    evidence: [
      [
        { kind: "relation", weight: 2.64, detail: "an initial written out" },
        { kind: "competition", weight: -1.04, detail: "2 candidates" },
      ],
      [],
    ],
    outcome: ["open", "refused-names"],
    against: [null, "“Cléo M. Roy” contradicts"],
  },
};
const incidence = incidenceOfDataset(dataset);

test("a name means whoever is written so, up to case, accents, hyphens and spaces", () => {
  expect(authorsCalled(dataset, "ADA NUNEZ")).toEqual([ADA]);
  expect(authorsCalled(dataset, "Cleo-Roy")).toEqual([CLEO]);
  expect(authorsCalled(dataset, "Nobody")).toEqual([]);
  expect(authorsCalled(dataset, "")).toEqual([]);
});

test("for a name that nobody has, those that hold all its words are offered, most authorships first", () => {
  expect(namesLike(dataset, "nunez", 5)).toEqual(["Ada Núñez", "Ada Nunez"]);
  expect(namesLike(dataset, "Núñez, Ada", 1)).toEqual(["Ada Núñez"]);
  expect(namesLike(dataset, "  ", 5)).toEqual([]);
});

test("an author is explained by name forms, papers, team and every case", () => {
  const ada = explainAuthor(dataset, incidence, ADA);
  expect(ada).toMatchObject({ name: "Ada Núñez", team: "MLOps", joined: [], firstYear: 2018 });
  expect(ada.forms).toEqual([
    { name: "Ada Núñez", authorships: dataset.authors.papers[ADA] },
    { name: "Ada Nunez", authorships: 1 },
  ]);
  expect(ada.apart).toHaveLength(1);
  expect(explainAuthor(dataset, incidence, DORA).apart[0]).toEqual(explainCase(dataset, incidence, 1));
});

test("a case has both sides, the band of its score, and what the other answer would change", () => {
  expect(explainCase(dataset, incidence, 0)).toMatchObject({
    one: { name: "Ada Núñez", team: "MLOps" },
    other: { name: "Ben Kim", team: "MLOps" },
    band: "likely",
    outcome: "open",
    joined: false,
    jointCoauthors: ["Cléo Roy"],
    effect: { authors: -1, ties: -1 },
  });
  expect(explainCase(dataset, incidence, 1)).toMatchObject({ against: "“Cléo M. Roy” contradicts", band: "suggested" });
});

test("the waterfall is one line with every weight", () => {
  expect(waterfallInWords(dataset.cases.evidence[0])).toBe("an initial written out +2.6; 2 candidates −1.0");
  expect(waterfallInWords([])).toBe("");
});
