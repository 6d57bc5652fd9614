import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { generator } from "../../src/model/generator.ts";
import { incidenceOf } from "../../src/model/incidence.ts";
import { distanceToBox, overlap } from "../../src/scene/box.ts";
import { frameOf, groundOf } from "../../src/scene/frame.ts";
import { teamLabels, teamsAtOnce, teamsToName } from "../../src/scene/group-labels.ts";
import { type LabelScene, toPixels } from "../../src/scene/label-scene.ts";
import { authorRing } from "../../src/scene/looks.ts";
import { castOf, hasOwnHue, pictureOf } from "../../src/scene/picture.ts";
import { gapBetween, pixelRegion } from "../../src/scene/pixel-region.ts";
import { sizeFactor } from "../../src/scene/projection.ts";
import { LONGEST_LINE } from "../../src/scene/short-lines.ts";
import { CLEARLY_NEARER, WIDEST_GAP } from "../../src/scene/team-label-spots.ts";
import { VisibleDiscs } from "../../src/scene/visible-discs.ts";

const folder = join(import.meta.dirname, "../../public/data");
const seeds = await readDataset(async (file) => {
  const bytes = readFileSync(join(folder, file));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
});
const { papers, authorships, authors } = seeds;
const offsets = new Uint32Array(papers.rowCount + 1);
for (let paper = 0; paper < papers.rowCount; paper++) offsets[paper + 1] = offsets[paper] + papers.authors[paper];
const cast = castOf(seeds, incidenceOf(offsets, authorships.author, authors.rowCount), "paper", "light");

interface Case {
  readonly name: string;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly size: { readonly width: number; readonly height: number };
  readonly zoom: number;
}

const DESK = { width: 1060, height: 780 };
const PHONE = { width: 390, height: 620 };

/** The seeds' people on a map of chance: each team somewhere, more or less scattered. */
function scattered(seed: number): { x: Float32Array; y: Float32Array } {
  const chance = generator(seed);
  const spread = 0.05 + 0.2 * chance();
  const middle = Array.from(cast.partition.teams.name, () => [0.8 * chance() - 0.4, 0.8 * chance() - 0.4]);
  const place = (axis: 0 | 1) =>
    Float32Array.from(
      cast.partition.team,
      (team) => (team === null ? 0 : middle[team][axis]) + spread * (chance() - 0.5),
    );
  return { x: place(0), y: place(1) };
}

const CASES: Case[] = [DESK, PHONE].flatMap((size) => [
  ...[1, 2, 4].map((zoom) => ({ name: `seeds at ${size.width}, zoom ${zoom}`, ...positions(), size, zoom })),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((seed) => ({
    name: `chance ${seed} at ${size.width}`,
    ...scattered(seed),
    size,
    zoom: seed % 2 === 0 ? 1 : 2.6,
  })),
]);

function positions() {
  return { x: authors.x, y: authors.y };
}

const measure = (text: string, size: number) => text.length * size * 0.6;

function drawn({ x, y, size, zoom }: Case) {
  const picture = pictureOf(cast, { hiddenTeams: new Set(), years: null, choice: null, hover: null, near: zoom > 1.6 });
  const ground = groundOf(picture, x, y);
  const area = { left: 10, top: 60, right: size.width - 10, bottom: size.height - 40 };
  const camera = { x: 0, y: 0, ratio: 1.1 / zoom };
  const frame = frameOf(picture, ground, { x, y }, { camera, size, area, wholeRatio: 1.1, measure, choice: null });
  const { projection } = frame;
  const scene: LabelScene = { picture, x, y, ...ground, projection, area, zoom, measure };
  return { frame, scene };
}

test.each(CASES)("a team's name is at its own region and clearly farther from any other ($name)", (one) => {
  const { frame, scene } = drawn(one);
  const inPixels = scene.regions.map(({ team, outline }) => ({
    team,
    region: pixelRegion(outline.map((point) => toPixels(frame.projection, point))),
  }));
  for (const { label, box } of frame.labels) {
    const { choice } = label;
    if (choice.kind !== "team") continue;
    const own = inPixels.find(({ team }) => team === choice.team);
    const gap = own === undefined ? Number.POSITIVE_INFINITY : gapBetween(own.region, box);
    expect(gap).toBeLessThanOrEqual(WIDEST_GAP);
    for (const { team, region } of inPixels) {
      if (team === choice.team || !hasOwnHue(cast, team)) continue;
      expect(gapBetween(region, box)).toBeGreaterThanOrEqual(gap + CLEARLY_NEARER);
    }
  }
});

test.each(CASES)("a larger team is without a name only where it had no free spot ($name)", (one) => {
  const { frame, scene } = drawn(one);
  const named = frame.labels.flatMap(({ label }) => (label.choice.kind === "team" ? [label.choice.team] : []));
  if (named.length >= teamsAtOnce(scene)) return;
  const boxesOfTeams = frame.labels.filter(({ label }) => label.choice.kind === "team").map(({ box }) => box);
  const discs = new VisibleDiscs(scene);
  for (const wanted of teamLabels(scene, discs)) {
    if (wanted.label.choice.kind === "team" && named.includes(wanted.label.choice.team)) continue;
    for (const [left, top] of wanted.spots) {
      const box = { left, top, right: left + wanted.width, bottom: top + wanted.height };
      const onSheet = scene.glyphs.some(({ x, y }) => {
        const [px, py] = toPixels(frame.projection, [x, y]);
        return overlap(box, { left: px - 11, top: py - 11, right: px + 11, bottom: py + 11 });
      });
      const isFree = !onSheet && !discs.grid.touches(box) && !boxesOfTeams.some((other) => overlap(other, box));
      expect(isFree).toBe(false);
    }
  }
});

test.each(CASES)(
  "nobody and nothing is named twice, and no line of a name is longer than 28 characters ($name)",
  (one) => {
    const { frame } = drawn(one);
    const choices = frame.labels.map(({ label }) => JSON.stringify(label.choice));
    expect(new Set(choices).size).toBe(choices.length);
    for (const { label } of frame.labels) {
      if (label.choice.kind === "paper") continue;
      expect(label.lines.length).toBeLessThanOrEqual(2);
      for (const { text } of label.lines) expect([...text].length).toBeLessThanOrEqual(LONGEST_LINE);
    }
  },
);

test.each(CASES)("a person's name is nearer to its bearer than to anybody else ($name)", (one) => {
  const { frame } = drawn(one);
  const { scale, left, top } = frame.projection;
  for (const { label, box } of frame.labels) {
    const { choice } = label;
    if (choice.kind !== "author") continue;
    const gaps = Array.from(one.x, (x, author) => {
      const ring = authorRing(frame.picture, author) === null ? 1 : 4;
      const radius = cast.radius[author] * sizeFactor(scale) + ring;
      return distanceToBox(box, left + x * scale, top - one.y[author] * scale) - radius;
    });
    const own = gaps[choice.author];
    expect(own).toBeLessThan(10);
    expect(gaps.every((gap, author) => author === choice.author || gap > own + 1.9)).toBe(true);
  }
});

test("on the seeds' map all six teams are named at a desk", () => {
  const { frame } = drawn(CASES[0]);
  const named = frame.labels.flatMap(({ label }) => (label.choice.kind === "team" ? [label.choice.team] : []));
  expect(named.sort()).toEqual(teamsOfSeeds());
});

function teamsOfSeeds(): number[] {
  return teamsToName(drawn(CASES[0]).scene).map(({ team }) => team);
}

test("grey teams wait until one is near, the smallest longest, unless they are asked for", () => {
  const grey = "#8a9099";
  const greyed = {
    ...cast,
    colours: { ...cast.colours, fill: cast.colours.fill.map((hue, team) => (team <= 2 ? hue : grey)) },
  };
  const calm = { hiddenTeams: new Set<number>(), years: null, choice: null, hover: null, near: false };
  const { x, y } = authors;
  const named = (zoom: number, hover: number | null = null) => {
    const picture = pictureOf(greyed, { ...calm, hover: hover === null ? null : { kind: "team", team: hover } });
    return teamsToName({ picture, regions: groundOf(picture, x, y).regions, zoom }).map(({ team }) => team);
  };
  expect(named(1)).toEqual([1, 2]);
  expect(named(1, 4)).toEqual([1, 2, 4]);
  expect(named(3).length).toBeGreaterThan(2);
});

test("grey regions are drawn only where they are named or asked for", () => {
  const grey = "#8a9099";
  const greyed = {
    ...cast,
    colours: { ...cast.colours, fill: cast.colours.fill.map((hue, team) => (team <= 2 ? hue : grey)) },
  };
  const { x, y } = authors;
  const regionsAt = (team: number | null) => {
    const choice = team === null ? null : ({ kind: "team", team } as const);
    const picture = pictureOf(greyed, { hiddenTeams: new Set(), years: null, choice, hover: null, near: false });
    const area = { left: 0, top: 0, right: 1, bottom: 1 };
    const camera = { x: 0, y: 0, ratio: 1 };
    const around = { camera, size: DESK, area, wholeRatio: 1, measure, choice };
    return frameOf(picture, groundOf(picture, x, y), { x, y }, around).regions.map((region) => region.team);
  };
  expect(regionsAt(null)).toEqual([1, 2]);
  expect(regionsAt(4)).toEqual([1, 2, 4]);
});
