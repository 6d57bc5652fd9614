import { expect, test } from "vitest";
import { atlasCast, atlasFrame, teamAt, teamLookedAt } from "../../src/scene/atlas-picture.ts";
import { overlap } from "../../src/scene/box.ts";
import { PALETTES } from "../../src/scene/palette.ts";
import { projectionOf } from "../../src/scene/projection.ts";
import type { CameraView } from "../../src/scene/view.ts";
import { BEES, LOCKS, MOSS, ORGANS, smallAtlas } from "./small-atlas.ts";

const atlas = smallAtlas();
const cast = atlasCast(atlas, "light");
const size = { width: 1000, height: 1000 };
const area = { left: 0, top: 0, right: 1000, bottom: 1000 };
const measure = (text: string, px: number) => text.length * px * 0.6;
const WHOLE: CameraView = { x: 0, y: 0, ratio: 1 };

const frameAt = (camera: CameraView, shown: number | null = null) =>
  atlasFrame(cast, { projection: projectionOf(camera, size), size, area, measure, shown });

test("the largest teams have the hues of the map, in its order", () => {
  expect(cast.fill).toEqual(PALETTES.light.hues.slice(0, 4));
});

test("every team in sight is a disc of its size at its place", () => {
  const { discs } = frameAt(WHOLE);
  expect(discs.map(({ team }) => team)).toEqual([BEES, LOCKS, MOSS, ORGANS]);
  const [bees] = discs;
  expect([bees.x, bees.y, bees.radius].map(Math.round)).toEqual([300, 500, 100]);
  const near = frameAt({ x: 0.2, y: 0.2, ratio: 0.2 });
  expect(near.discs.map(({ team }) => team)).toEqual([MOSS]);
  expect(frameAt({ x: 0, y: 0, ratio: 10 }).discs.every(({ radius }) => radius >= 1)).toBe(true);
});

test("lines are the ties, heaviest last and widest; those of a shown team alone where one is shown", () => {
  const { lines, focus } = frameAt(WHOLE);
  expect(lines.map(({ tie }) => tie)).toEqual([2, 1, 0]);
  expect(lines[2].width).toBeGreaterThan(lines[1].width);
  expect(focus).toBeNull();
  const shown = frameAt(WHOLE, MOSS);
  expect(shown.lines.map(({ tie }) => tie)).toEqual([1]);
  expect(shown.focus).toEqual({ team: MOSS, neighbours: new Set([LOCKS]) });
});

test("no name lies over another or outside the area, and the shown team is named first", () => {
  const { names } = frameAt(WHOLE, ORGANS);
  expect(names[0].team).toBe(ORGANS);
  names.forEach(({ box }, i) => {
    expect(box.left >= 0 && box.top >= 0 && box.right <= 1000 && box.bottom <= 1000).toBe(true);
    for (const other of names.slice(i + 1)) expect(overlap(box, other.box)).toBe(false);
  });
  expect(new Set(names.map(({ team }) => team)).size).toBe(names.length);
});

test("a pixel means the name or the disc on it, of discs over each other the smaller, and nothing beside them", () => {
  const frame = { ...frameAt(WHOLE), names: [] };
  expect(teamAt(frame, 250, 560, 12)).toBe(BEES);
  expect(teamAt(frame, 300, 480, 12)).toBe(ORGANS);
  expect(teamAt(frame, 300, 489, 12)).toBe(ORGANS);
  expect(teamAt(frame, 500, 900, 12)).toBeNull();
  const named = frameAt(WHOLE);
  const [{ team, box }] = named.names;
  expect(teamAt(named, box.left + 1, box.top + 1, 0)).toBe(team);
});

test("a team is looked at once its disc is around the pixel and a third of the view wide", () => {
  expect(teamLookedAt(frameAt(WHOLE), [300, 560])).toBeNull();
  const near = frameAt({ x: -0.2, y: 0, ratio: 0.5 });
  expect(teamLookedAt(near, [500, 560])).toBe(BEES);
  expect(teamLookedAt(near, [990, 10])).toBeNull();
  // The small team inside is too small to be meant.
  expect(teamLookedAt(near, [500, 460])).toBe(BEES);
});
