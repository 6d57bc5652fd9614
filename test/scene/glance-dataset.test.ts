import { expect, test } from "vitest";
import { COUNTINGS } from "../../src/model/counting.ts";
import { partitionOf } from "../../src/model/dataset.ts";
import type { Glance } from "../../src/model/glance.ts";
import { incidenceOf } from "../../src/model/incidence.ts";
import { addressCodec } from "../../src/scene/address.ts";
import { frameOf, groundOf } from "../../src/scene/frame.ts";
import { datasetOfGlance } from "../../src/scene/glance-dataset.ts";
import { authorHue } from "../../src/scene/looks.ts";
import { overviewOf } from "../../src/scene/overview.ts";
import { type Cast, castOf, pictureOf } from "../../src/scene/picture.ts";
import { teamFacts } from "../../src/scene/team-facts.ts";
import { tipOf } from "../../src/scene/tip.ts";
import type { Choice } from "../../src/scene/view.ts";
import { smallDataset } from "./small-dataset.ts";

/** The glance of the small dataset, as far as it is needed here: its ties strongest first. */
function smallGlance(): Glance {
  const { manifest, authors, teams, coauthorships: ties } = smallDataset();
  const rows = Array.from(ties.a, (_, row) => row).sort((s, t) => ties.weightPaper[t] - ties.weightPaper[s] || s - t);
  return {
    manifest,
    authors,
    ties: {
      rowCount: rows.length,
      a: Uint32Array.from(rows, (row) => ties.a[row]),
      b: Uint32Array.from(rows, (row) => ties.b[row]),
      weight: Float32Array.from(rows, (row) => ties.weightPaper[row]),
    },
    teams: { ...teams, leaders: teams.name.map(() => []) },
  };
}

const GLANCE = datasetOfGlance(smallGlance());
const NO_PAPERS = incidenceOf(new Uint32Array(1), new Uint32Array(), GLANCE.authors.rowCount);
const CALM = { hiddenTeams: new Set<number>(), years: null, choice: null, hover: null, near: false };
const SIZE = { width: 800, height: 600 };

test("a glance draws what the whole dataset draws, but for bridges", () => {
  const whole = smallDataset();
  const drawn = castOf(GLANCE, NO_PAPERS, "paper", "light");
  const { authors, coauthorships } = whole;
  const hues = (cast: Cast) => [...cast.radius.keys()].map((author) => authorHue(cast, author));
  expect(hues(drawn)).toEqual(hues(castOf(whole, NO_PAPERS, "paper", "light")));
  expect(Array.from(GLANCE.coauthorships.a)).toEqual(Array.from(coauthorships.a));
  expect(Array.from(GLANCE.coauthorships.b)).toEqual(Array.from(coauthorships.b));
  expect(Array.from(drawn.strength)).toEqual(Array.from(castOf(whole, NO_PAPERS, "paper", "light").strength));
  expect(GLANCE.authors.x).toEqual(authors.x);
  expect(drawn.bridges).toEqual([]);
});

test("all that draws, points and tells of teams works on a glance, by every counting", () => {
  const choices: readonly (Choice | null)[] = [
    null,
    { kind: "author", author: 0 },
    { kind: "tie", a: GLANCE.coauthorships.a[0], b: GLANCE.coauthorships.b[0] },
    { kind: "team", team: 0 },
  ];
  for (const counting of COUNTINGS) {
    const cast = castOf(GLANCE, NO_PAPERS, counting, "dark");
    for (const choice of choices) {
      const picture = pictureOf(cast, { ...CALM, choice, hover: choice });
      const { x, y } = GLANCE.authors;
      const frame = frameOf(
        picture,
        groundOf(picture, x, y),
        { x, y },
        {
          camera: { x: 0, y: 0, ratio: 1 },
          size: SIZE,
          area: { left: 0, top: 0, right: SIZE.width, bottom: SIZE.height },
          wholeRatio: 1,
          measure: (text) => 7 * text.length,
          choice,
        },
      );
      expect(frame.x).toBe(x);
      if (choice !== null) tipOf({ dataset: GLANCE, incidence: NO_PAPERS, partition: cast.partition }, choice);
    }
    expect(teamFacts(GLANCE, NO_PAPERS, counting, 0).team).toBe(0);
    const { teams, largeTeams } = overviewOf(GLANCE, NO_PAPERS, counting);
    expect(teams.length + largeTeams.length).toBe(partitionOf(GLANCE, counting).teams.rowCount);
  }
  addressCodec(GLANCE, NO_PAPERS);
});
