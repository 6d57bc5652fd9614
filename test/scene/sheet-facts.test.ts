import { expect, test } from "vitest";
import { papersOf } from "../../src/model/incidence.ts";
import { PALETTES, teamColours } from "../../src/scene/palette.ts";
import { cameraOnTeam, elsewhereOf, isAllHere, teamOnSheet } from "../../src/scene/sheet-facts.ts";
import { BEES, MOSS, ORGANS, smallAtlas } from "./small-atlas.ts";
import { ADA, BEN, DORA, GNN, smallDataset, smallIncidence } from "./small-dataset.ts";

const atlas = smallAtlas();
const whole = smallDataset();
const incidence = smallIncidence();
/** The teams of the small dataset are the atlas's third, first and fourth here, and everybody but Dora and Eli is a member. */
const teamIds = ["t2", "t0", "t3"];
const members = Uint32Array.from(whole.authors.authorId.keys()).filter(
  (author) => author !== DORA && author !== DORA + 1,
);
const sheet = {
  ...whole,
  manifest: { ...whole.manifest, sheet: { sheet: 0, members } },
  teams: { ...whole.teams, teamId: teamIds },
  authors: { ...whole.authors, papers: whole.authors.papers.map((papers) => papers + 40) },
};

test("on a whole dataset everybody's papers are all there, on a sheet those of its members", () => {
  expect(isAllHere(whole, DORA)).toBe(true);
  expect(isAllHere(sheet, ADA)).toBe(true);
  expect(isAllHere(sheet, DORA)).toBe(false);
});

test("of somebody from elsewhere one is told how many papers are here, how many there are, and where", () => {
  expect(elsewhereOf(sheet, incidence, atlas, BEN)).toBeNull();
  const here = papersOf(incidence, DORA).length;
  expect(elsewhereOf(sheet, incidence, atlas, DORA)).toEqual({
    here,
    papers: here + 40,
    team: Number(teamIds[GNN].slice(1)),
    teamHere: GNN,
  });
});

test("a sheet opens with the camera on its team's place, no nearer than a camera comes", () => {
  expect(cameraOnTeam(atlas, BEES)).toMatchObject({ x: Math.fround(-0.2), y: 0 });
  expect(cameraOnTeam(atlas, BEES).ratio).toBeCloseTo(0.2 / 0.62, 6);
  expect(cameraOnTeam({ ...atlas, teams: { ...atlas.teams, radius: new Float32Array(4) } }, ORGANS).ratio).toBe(0.02);
});

test("a team of the atlas is known on a sheet by its id", () => {
  expect(teamOnSheet(sheet, atlas, MOSS)).toBe(0);
  expect(teamOnSheet(sheet, atlas, 1)).toBeNull();
});

test("a team keeps on a sheet the hue that it has among all teams, and the others have what is left", () => {
  const { hues, neutral } = PALETTES.light;
  const far = { ...sheet, teams: { ...sheet.teams, teamId: ["t2", "t55", "t60"] } };
  const { fill, onlyLarge } = teamColours(far, "paper", "light");
  expect(onlyLarge).toEqual([false, true, false]);
  expect(fill).toEqual([hues[2], neutral, hues[0]]);
});
