import { expect, test } from "vitest";
import { addressCodec } from "../../src/scene/address.ts";
import { atlasCodec, sheetAddress, sheetCodec, sheetInAddress } from "../../src/scene/atlas-address.ts";
import { atlasHeadline, atlasNeighbours, atlasTeam, describeTeam, teamById } from "../../src/scene/atlas-facts.ts";
import { atlasIndexInSteps, foundGroup } from "../../src/scene/atlas-search.ts";
import { bestGroupsFirst, search } from "../../src/scene/search.ts";
import { initialView } from "../../src/scene/view.ts";
import { BEES, LOCKS, MOSS, ORGANS, smallAtlas } from "./small-atlas.ts";
import { ADA, smallDataset, smallIncidence } from "./small-dataset.ts";

const atlas = smallAtlas();

test("the whole is counted by its manifest, and nobody is taken for a team", () => {
  expect(atlasHeadline(atlas)).toEqual(["1,200,000 papers", "2,100,000 authors", "4 teams"]);
});

test("a team has its figures, years and core people", () => {
  expect(atlasTeam(atlas, BEES)).toEqual({
    team: BEES,
    name: "Bees",
    authors: 400,
    papers: 500,
    years: "1990–2020",
    leaders: ["Ada Hive", "Ben Comb"],
  });
  expect(atlasTeam(atlas, MOSS).years).toBeNull();
  expect(describeTeam(atlas, LOCKS)).toEqual({ name: "Team Locks", detail: "100 people, 120 papers, 2000–2001" });
});

test("neighbours come by weight, with their share of all of the team's ties and the joint papers", () => {
  expect(atlasNeighbours(atlas, LOCKS)).toEqual([
    { team: BEES, papers: 5, share: 0.8 },
    { team: MOSS, papers: 2, share: 0.2 },
  ]);
  expect(atlasNeighbours(atlas, ORGANS)).toEqual([{ team: BEES, papers: 1, share: 1 }]);
});

test("a team is found by its id as it is written, and by nothing else", () => {
  expect(teamById(atlas, "t3")).toBe(3);
  for (const id of [null, "", "t4", "t03", "t-1", "3", "t1.5", "t99999999999"]) {
    expect(teamById(atlas, id), String(id)).toBeNull();
  }
});

test("an address on the atlas tells the team and the camera, and what it says otherwise is passed over", () => {
  const codec = atlasCodec(atlas);
  const view = {
    ...initialView("paper"),
    choice: { kind: "team", team: MOSS } as const,
    camera: { x: 0.1, y: 0, ratio: 0.5 },
  };
  expect(codec.write(view)).toBe("team=t2&at=0.1%7E0%7E0.5");
  expect(codec.read(codec.write(view))).toEqual(view);
  expect(codec.write(initialView("paper"))).toBe("");
  expect(codec.read("#team=a000000000000&author=x&at=1")).toEqual(initialView("paper"));
});

test("an address on the atlas that names a team or a sheet that is not there is told from one that names none", () => {
  const codec = atlasCodec(atlas);
  expect(codec.missing("#team=t99")).toBe("team");
  expect(codec.missing("sheet=t99&author=a000000000000")).toBe("team");
  for (const hash of ["", "team=t2", "sheet=t2&author=nobody", "at=0~0~1"]) expect(codec.missing(hash)).toBeNull();
  const onSheet = sheetCodec(addressCodec(smallDataset(), smallIncidence()), atlas, MOSS);
  expect(onSheet.missing("sheet=t2&author=nobody")).toBe("author");
  expect(onSheet.missing("sheet=t2&author=a000000000000")).toBeNull();
});

test("an address on a sheet says for which team it was opened, and behind that what the sheet's own says", () => {
  const dataset = smallDataset();
  const codec = sheetCodec(addressCodec(dataset, smallIncidence()), atlas, MOSS);
  const view = { ...initialView("paper"), choice: { kind: "author", author: ADA } as const };
  expect(codec.write(view)).toBe("sheet=t2&author=a000000000000");
  expect(codec.read(codec.write(view))).toEqual(view);
  expect(codec.write(initialView("paper"))).toBe("sheet=t2");
  expect(sheetInAddress(atlas, "#sheet=t2&author=a000000000000")).toBe(MOSS);
  expect(sheetInAddress(atlas, sheetAddress(atlas, LOCKS, ""))).toBe(LOCKS);
  expect(sheetInAddress(atlas, "#team=t2")).toBeNull();
  expect(sheetInAddress(atlas, "#sheet=t9")).toBeNull();
});

test("teams are found by name and by who is at their core", () => {
  const steps = atlasIndexInSteps(atlas, true);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const found = (query: string) => search(step.value as Exclude<typeof step.value, undefined>, query).groups;
  expect(found("moss")).toMatchObject([
    {
      kind: "team",
      results: [{ label: "Moss", choice: { kind: "team", team: MOSS }, context: "90 people · 80 papers" }],
    },
  ]);
  expect(found("comb")).toMatchObject([
    { kind: "person", results: [{ label: "Ben Comb", choice: { kind: "team", team: BEES }, context: "in Bees" }] },
  ]);
});

test("people who were found in the whole are told with their papers and team, and that there are more", () => {
  const people = [
    { name: "Ada Hive", authorId: "a1", team: BEES, papers: 1, sheet: 0 },
    { name: "Ada Hill", authorId: "a2", team: null, papers: 12, sheet: 1 },
  ];
  const { title, results } = foundGroup(atlas, { people, more: true }, "ada");
  expect(title).toBe("People, the first of many");
  expect(results.map(({ label, context, choice }) => [label, context, choice])).toEqual([
    ["Ada Hive", "1 paper · Bees", { kind: "author", author: 0 }],
    ["Ada Hill", "12 papers", { kind: "author", author: 1 }],
  ]);
});

test("among those who were found, whom the query fits best comes first and keeps their place as a choice", () => {
  const people = ["Grace Adamson", "Hive, A.", "Ada Hives", "Ada Hive"].map((name, i) => ({
    name,
    authorId: `a${i}`,
    team: BEES,
    papers: 9 - i,
    sheet: 0,
  }));
  const { results, misfit } = foundGroup(atlas, { people, more: false }, "Ada Hive");
  expect(results.map(({ label }) => label)).toEqual(["Ada Hive", "Ada Hives", "Grace Adamson", "Hive, A."]);
  expect(results[0].choice).toEqual({ kind: "author", author: 3 });
  expect(misfit).toBe(0);
});

test("a person comes before the team that is named after them, however little of both names is typed", () => {
  const steps = atlasIndexInSteps(
    { ...atlas, teams: { ...atlas.teams, name: ["Ada Hive & others", "Locks", "Moss", "Organs"] } },
    false,
  );
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const index = step.value;
  const people = [{ name: "Ada Hive", authorId: "a1", team: BEES, papers: 1, sheet: 0 }];
  const kinds = (query: string) =>
    bestGroupsFirst([...search(index, query).groups, foundGroup(atlas, { people, more: false }, query)]).map(
      ({ kind }) => kind,
    );
  for (const query of ["ada", "ada hive", "hive", "hive ad", "hiv a"]) {
    expect(kinds(query), query).toEqual(["person", "team"]);
  }
});
