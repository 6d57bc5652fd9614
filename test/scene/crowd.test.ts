import { expect, test } from "vitest";
import { carriedLabels } from "../../src/scene/carried-labels.ts";
import { authorsBySize, tiesByStrength, visibleAuthors, visibleTies } from "../../src/scene/crowd-order.ts";
import { frameOf, groundOf } from "../../src/scene/frame.ts";
import { teamLabels } from "../../src/scene/group-labels.ts";
import { authorsInSight, tiesInSight } from "../../src/scene/in-sight.ts";
import { isTieVisible } from "../../src/scene/looks.ts";
import { castOf, isCrowd, pictureOf } from "../../src/scene/picture.ts";
import { projectionOf } from "../../src/scene/projection.ts";
import type { Choice } from "../../src/scene/view.ts";
import { VisibleDiscs } from "../../src/scene/visible-discs.ts";
import { GNN, MLOPS, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const { x, y } = dataset.authors;
const cast = castOf(dataset, smallIncidence(), "paper", "light");
const picture = (hidden: readonly number[] = [], near = true) =>
  pictureOf(cast, { hiddenTeams: new Set(hidden), years: null, choice: null, hover: null, near });
const size = { width: 900, height: 900 };
const whole = projectionOf({ x: 0, y: 0, ratio: 1 }, size);
const everything = { left: 0, top: 0, right: 900, bottom: 900 };

test("twelve people are no crowd", () => {
  expect(isCrowd(cast)).toBe(false);
  expect(cast.crowding).toBe(1);
});

test("front to back are the visible ones only, the largest and strongest first, and a part is a beginning", () => {
  const shown = picture([MLOPS], false);
  const places = visibleAuthors(shown, x.length);
  const authors = Array.from(places, (place) => authorsBySize(cast)[place]);
  expect([...visibleAuthors(shown, 3)]).toEqual([...places.slice(0, 3)]);
  expect([...authors].sort((a, b) => a - b)).toEqual([...x.keys()].filter((i) => shown.authorVisible[i] === 1));
  authors.slice(1).forEach((author, i) => {
    expect(cast.radius[author]).toBeLessThanOrEqual(cast.radius[authors[i]]);
  });
  const ties = Array.from(visibleTies(shown, 1000), (place) => tiesByStrength(cast)[place]);
  expect([...visibleTies(shown, 2)]).toEqual([...visibleTies(shown, 1000).slice(0, 2)]);
  const visible = [...cast.between.keys()].filter((row) => isTieVisible(shown, row));
  expect([...ties].sort((a, b) => a - b)).toEqual(visible);
  ties.slice(1).forEach((tie, i) => {
    expect(cast.strength[tie]).toBeLessThanOrEqual(cast.strength[ties[i]] + 1 / 4096);
  });
});

test("in sight is who stands in the box, with all ties that end there", () => {
  const right = { ...everything, left: 450 };
  const seen = authorsInSight(picture(), { x, y }, whole, right).sort((a, b) => a - b);
  expect(seen).toEqual([...x.keys()].filter((i) => x[i] >= 0));
  const { a, b } = dataset.coauthorships;
  const rows = [...cast.between.keys()].filter((row) => seen.includes(a[row]) || seen.includes(b[row]));
  expect([...(tiesInSight(picture(), { x, y }, whole, right, 100) ?? [])]).toEqual(rows);
  expect(tiesInSight(picture(), { x, y }, whole, everything, 3)).toBeNull();
});

test("carried labels keep their size and their distance to whom they name", () => {
  const around = { size, area: everything, wholeRatio: 1, measure: (text: string) => 7 * text.length, choice: null };
  const from = frameOf(picture(), groundOf(picture(), x, y), { x, y }, { ...around, camera: { x: 0, y: 0, ratio: 1 } });
  expect(from.labels.some(({ label }) => label.choice.kind === "author")).toBe(true);
  carriedLabels(from, { x, y }, from.projection).forEach(({ label, box }, i) => {
    expect(label).toBe(from.labels[i].label);
    expect(box.left).toBeCloseTo(from.labels[i].box.left, 6);
    expect(box.bottom).toBeCloseTo(from.labels[i].box.bottom, 6);
  });
  const near = projectionOf({ x: 0.1, y: -0.2, ratio: 0.5 }, size);
  carriedLabels(from, { x, y }, near).forEach(({ label, box }, i) => {
    const before = from.labels[i].box;
    expect(box.right - box.left).toBeCloseTo(before.right - before.left, 6);
    if (label.choice.kind !== "author") return;
    const { author } = label.choice;
    const away = (left: number, to: typeof whole) => left - (to.left + x[author] * to.scale);
    expect(away(box.left, near)).toBeCloseTo(away(before.left, whole), 6);
  });
});

test("in a crowd names of teams may lie over people, but none over those of a team that was asked for instead", () => {
  const crowded = { ...cast, dataset: { ...dataset, coauthorships: { ...dataset.coauthorships, rowCount: 5000 } } };
  expect(isCrowd(crowded)).toBe(true);
  const overPeople = (choice: Choice | null) => {
    const shown = pictureOf(crowded, { hiddenTeams: new Set(), years: null, choice, hover: null, near: true });
    const ground = groundOf(shown, x, y);
    const measure = (text: string) => 7 * text.length;
    const scene = { picture: shown, x, y, ...ground, projection: whole, area: everything, zoom: 1, measure };
    const wanted = [...teamLabels(scene, new VisibleDiscs(scene))];
    return wanted.flatMap(({ label, lastSpots }) =>
      label.choice.kind === "team" && lastSpots !== undefined ? [label.choice.team] : [],
    );
  };
  expect(overPeople(null)).toEqual([MLOPS, GNN]);
  expect(overPeople({ kind: "team", team: GNN })).toEqual([GNN]);
});
