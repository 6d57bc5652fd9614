import { expect, test } from "vitest";
import { partitionOf } from "../../src/model/dataset.ts";
import type { Glance } from "../../src/model/glance.ts";
import { describeChoice } from "../../src/scene/describe-choice.ts";
import { glanceOverview, glancePeople, glanceTeam } from "../../src/scene/glance-facts.ts";
import { RESULT_KINDS, searchIndex } from "../../src/scene/search-index.ts";
import { tipOf } from "../../src/scene/tip.ts";
import { ADA, BEN, smallDataset, smallIncidence } from "./small-dataset.ts";

const whole = smallDataset();
const { authors, teams } = whole;
/** As a glance has it: nobody has a name, sizes above 16 are rounded. */
const dataset = {
  ...whole,
  authors: {
    ...authors,
    name: authors.name.map(() => ""),
    papers: authors.papers.map((papers, author) => (author === ADA ? 48 : papers)),
  },
};
const leaders = [["Ada Moth", "Ben Fly"], ...Array.from({ length: teams.rowCount - 1 }, () => ["Somebody"])];
const glance: Glance = {
  manifest: {
    ...whole.manifest,
    counts: { ...whole.manifest.counts, papers: 1234, authors: 3000, teams: teams.rowCount },
  },
  authors,
  ties: { rowCount: 0, a: new Uint32Array(), b: new Uint32Array(), weight: new Float32Array() },
  teams: { ...teams, leaders },
};
const partition = partitionOf(dataset, "paper");

test("the whole is counted by the manifest, and teams of large papers alone are not listed", () => {
  const all = glanceOverview(
    glance,
    leaders.map(() => false),
  );
  expect(all.headline.slice(0, 2)).toEqual(["1,234 papers", "3,000 authors"]);
  expect(all.teams.map(({ team }) => team)).toEqual([...teams.name.keys()]);
  expect(
    glanceOverview(
      glance,
      leaders.map((_, team) => team === 0),
    ).teams.at(0)?.team,
  ).toBe(1);
});

test("a team has its leaders by name, and papers unless the network was given", () => {
  expect(glanceTeam(glance, 0)).toMatchObject({
    authors: teams.authors[0],
    papers: teams.papers[0],
    leaders: leaders[0],
  });
  const network = { file: "a.gexf", format: "gexf", weights: "given", countsPapers: false } as const;
  expect(glanceTeam({ ...glance, manifest: { ...glance.manifest, network } }, 0).papers).toBeNull();
});

test("a person has no name yet, and a rounded count is called about", () => {
  const [ada, ben] = glancePeople(dataset, partition, { kind: "tie", a: ADA, b: BEN });
  expect(ada).toMatchObject({ name: "name still coming", figures: "about 48 papers", team: partition.team[ADA] });
  expect(ben.figures).toMatch(/^\d+ papers?$/);
  expect(glancePeople(dataset, partition, { kind: "team", team: 0 })).toEqual([]);
});

test("tips and announcements do not make up names or joint papers", () => {
  const cast = { dataset, incidence: smallIncidence(), partition };
  expect(tipOf(cast, { kind: "author", author: ADA })[0]).toBe("name still coming");
  expect(tipOf(cast, { kind: "tie", a: ADA, b: BEN })).toEqual(["A tie", "its people and papers are still coming"]);
  expect(describeChoice(dataset, "paper", { kind: "author", author: ADA }).name).toBe("name still coming");
});

test("at a glance people cannot be searched for, and teams can", () => {
  const nothing = { papers: { ...whole.papers, rowCount: 0 }, parts: { ...whole.parts, rowCount: 0 } };
  const { kindOf } = searchIndex({ ...dataset, ...nothing }, "paper");
  expect(kindOf.length).toBe(teams.rowCount);
  expect(new Set(kindOf)).toEqual(new Set([RESULT_KINDS.indexOf("team")]));
});
