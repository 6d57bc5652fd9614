import fc from "fast-check";
import { expect, test } from "vitest";
import { type Box, coversDisc, overlap } from "../../src/scene/box.ts";
import { DiscGrid } from "../../src/scene/disc-grid.ts";
import { groundOf } from "../../src/scene/frame.ts";
import type { Label } from "../../src/scene/label-scene.ts";
import { labelsOf } from "../../src/scene/labels.ts";
import { NAMES_AT_FIRST, peopleToName } from "../../src/scene/person-labels.ts";
import { castOf, pictureOf } from "../../src/scene/picture.ts";
import { type Placed, placeLabels } from "../../src/scene/place-labels.ts";
import { projectionOf, sizeFactor } from "../../src/scene/projection.ts";
import type { Choice } from "../../src/scene/view.ts";
import { ADA, BEN, DORA, smallDataset, smallIncidence } from "./small-dataset.ts";

const AREA: Box = { left: 10, top: 20, right: 900, bottom: 700 };

function expectTidy(boxes: readonly Box[], discs: readonly (readonly [number, number, number])[], area: Box): void {
  boxes.forEach((box, i) => {
    expect(box.left).toBeGreaterThanOrEqual(area.left);
    expect(box.right).toBeLessThanOrEqual(area.right);
    expect(box.top).toBeGreaterThanOrEqual(area.top);
    expect(box.bottom).toBeLessThanOrEqual(area.bottom);
    for (const [x, y, radius] of discs) expect(coversDisc(box, x, y, radius)).toBe(false);
    for (const other of boxes.slice(0, i)) expect(overlap(box, other)).toBe(false);
  });
}

test("no label covers a disc or another label or leaves the area, and what is left out had no free spot", () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const disc = fc.tuple(number(0, 1000), number(0, 800), number(1, 30));
  const want = fc.record({
    width: number(1, 200),
    height: number(1, 40),
    spots: fc.array(fc.tuple(number(0, 1000), number(0, 800)), { maxLength: 8 }),
  });
  fc.assert(
    fc.property(fc.array(disc, { maxLength: 60 }), fc.array(want, { maxLength: 40 }), (discs, wants) => {
      const single = discs.map(([x, y, r]): [number, number, number] => [
        Math.fround(x),
        Math.fround(y),
        Math.fround(r),
      ]);
      const columns = {
        x: Float32Array.from(single, ([x]) => x),
        y: Float32Array.from(single, ([, y]) => y),
        radius: Float32Array.from(single, ([, , r]) => r),
      };
      const wanted = wants.map((one, label) => ({ label, ...one }));
      const placed = placeLabels(wanted, new DiscGrid(columns, AREA), [], AREA, Number.POSITIVE_INFINITY);
      const boxes = placed.map(({ box }) => box);
      expectTidy(boxes, single, AREA);

      const labels = new Set(placed.map(({ label }) => label));
      for (const { label, width, height, spots } of wanted) {
        if (labels.has(label)) continue;
        for (const [left, top] of spots) {
          const box = { left, top, right: left + width, bottom: top + height };
          expect(() => expectTidy([...boxes, box], single, AREA)).toThrow();
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a label takes its best free spot, its other form where it has none, and none beyond the limit", () => {
  const discs = { x: Float32Array.of(50), y: Float32Array.of(50), radius: Float32Array.of(10) };
  const area = { left: 0, top: 0, right: 200, bottom: 200 };
  const small = { label: "small", width: 10, height: 10, spots: [[0, 0] as const] };
  const wanted = [
    { label: "first", width: 40, height: 10, spots: [[45, 45] as const, [70, 45] as const] },
    { label: "wide", width: 500, height: 10, spots: [[0, 0] as const], orElse: () => small },
    { label: "late", width: 10, height: 10, spots: [[150, 150] as const] },
  ];
  const placed = placeLabels(wanted, new DiscGrid(discs, area), [], area, 2);
  expect(placed.map(({ label, box }) => [label, box.left])).toEqual([
    ["first", 70],
    ["small", 0],
  ]);
});

test("a label with last spots lies on a disc rather than nowhere, but never on another label", () => {
  const discs = { x: Float32Array.of(50), y: Float32Array.of(50), radius: Float32Array.of(40) };
  const area = { left: 0, top: 0, right: 100, bottom: 100 };
  const spots = [[45, 45] as const, [45, 60] as const];
  const one = { label: "one", width: 20, height: 10, spots };
  const placed = placeLabels(
    [one, { ...one, label: "two", lastSpots: spots }, { ...one, label: "three", lastSpots: spots }],
    new DiscGrid(discs, area),
    [],
    area,
    9,
  );
  expect(placed.map(({ label, box }) => [label, box.top])).toEqual([
    ["two", 45],
    ["three", 60],
  ]);
});

test("a label that alone stands in the way moves to another free spot, and nothing else moves", () => {
  const none = { x: new Float32Array(0), y: new Float32Array(0), radius: new Float32Array(0) };
  const area = { left: 0, top: 0, right: 100, bottom: 100 };
  const wanted = [
    { label: "first", width: 20, height: 10, spots: [[0, 0] as const, [50, 50] as const] },
    { label: "stubborn", width: 20, height: 10, spots: [[0, 80] as const] },
    { label: "second", width: 20, height: 10, spots: [[5, 82] as const, [5, 5] as const] },
    { label: "third", width: 20, height: 10, spots: [[5, 82] as const] },
  ];
  const placed = placeLabels(wanted, new DiscGrid(none, area), [], area, 4);
  expect(placed.map(({ label, box }) => [label, box.left, box.top])).toEqual([
    ["first", 50, 50],
    ["stubborn", 0, 80],
    ["second", 5, 5],
  ]);
});

const dataset = smallDataset();
const incidence = smallIncidence();
const cast = castOf(dataset, incidence, "paper", "light");

function labelled(x: Float32Array, y: Float32Array, zoom: number, hover: Choice | null = null): Placed<Label>[] {
  const picture = pictureOf(cast, { hiddenTeams: new Set(), years: null, choice: null, hover, near: zoom > 1 });
  const projection = projectionOf({ x: 0, y: 0, ratio: 1 / zoom }, { width: 910, height: 720 });
  const labels = labelsOf({
    picture,
    x,
    y,
    ...groundOf(picture, x, y),
    projection,
    area: AREA,
    zoom,
    measure: (text, size) => text.length * size * 0.55,
  });
  const factor = sizeFactor(projection.scale);
  const discs = Array.from(x, (_, author): [number, number, number] => [
    projection.left + x[author] * projection.scale,
    projection.top - y[author] * projection.scale,
    cast.radius[author] * factor,
  ]);
  expectTidy(
    labels.map(({ box }) => box),
    discs,
    AREA,
  );
  return labels;
}

test("names of teams and people lie clear of all authors and of each other wherever the authors stand", () => {
  const places = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(places, fc.constantFrom(0.7, 1, 2, 5), (values, zoom) => {
      labelled(Float32Array.from(values.slice(0, 12)), Float32Array.from(values.slice(12)), zoom);
    }),
    { numRuns: 100 },
  );
});

test("at first teams, large papers and at most fourteen people are named", () => {
  const { x, y } = dataset.authors;
  const labels = labelled(x, y, 1);
  const kinds = labels.map(({ label }) => label.choice.kind);
  expect(kinds.filter((kind) => kind === "team")).toHaveLength(2);
  expect(kinds.filter((kind) => kind === "paper")).toHaveLength(1);
  expect(kinds.filter((kind) => kind === "author").length).toBeLessThanOrEqual(NAMES_AT_FIRST);
});

test("team names are 16 to 20 pixels high and names of people 12", () => {
  for (const { label } of labelled(dataset.authors.x, dataset.authors.y, 1)) {
    const { size, weight } = label.lines[0];
    if (label.choice.kind === "author") expect(size).toBe(12);
    else {
      expect(size).toBeGreaterThanOrEqual(16);
      expect(size).toBeLessThanOrEqual(20);
      expect(weight).toBe(600);
    }
  }
});

test("bridges are named first, then two of each team, and more people only when nearer", () => {
  const picture = pictureOf(cast, { hiddenTeams: new Set(), years: null, choice: null, hover: null, near: false });
  const atFirst = peopleToName(picture, NAMES_AT_FIRST);
  const bridges = cast.bridges.map(({ author }) => author);
  expect(atFirst.slice(0, bridges.length)).toEqual(bridges);
  expect(atFirst.length).toBeLessThanOrEqual(bridges.length + 2 * cast.partition.teams.rowCount);
  expect(peopleToName(picture, 30).slice(0, atFirst.length)).toEqual(atFirst);
  expect(peopleToName(picture, 30)).toHaveLength(dataset.authors.rowCount);
});

test("whoever is chosen is named wherever the others stand, and nothing is written over them or their name", () => {
  const places = fc.array(fc.double({ min: -0.05, max: 0.05, noNaN: true }), { minLength: 24, maxLength: 24 });
  const chosen: fc.Arbitrary<Choice> = fc.constantFrom(
    { kind: "author", author: DORA },
    { kind: "tie", a: ADA, b: BEN },
  );
  fc.assert(
    fc.property(places, chosen, fc.constantFrom(1, 2, 5), (values, choice, zoom) => {
      const [x, y] = [Float32Array.from(values.slice(0, 12)), Float32Array.from(values.slice(12))];
      const picture = pictureOf(cast, { hiddenTeams: new Set(), years: null, choice, hover: null, near: zoom > 1 });
      const projection = projectionOf({ x: 0, y: 0, ratio: 1 / zoom }, { width: 910, height: 720 });
      const measure = (text: string, size: number) => text.length * size * 0.55;
      const labels = labelsOf({ picture, x, y, ...groundOf(picture, x, y), projection, area: AREA, zoom, measure });
      const factor = sizeFactor(projection.scale);
      const about = choice.kind === "tie" ? [choice.a, choice.b] : [DORA];
      const isOf = (label: Label) => label.choice.kind === "author" && about.includes(label.choice.author);
      const own = labels.filter(({ label }) => isOf(label));
      expect(own).toHaveLength(about.length);
      for (const { label, box } of labels) {
        for (const other of own) expect(other.box !== box && overlap(other.box, box)).toBe(false);
        if (isOf(label) && about.length > 1) continue;
        for (const author of about) {
          const [px, py] = [
            projection.left + x[author] * projection.scale,
            projection.top - y[author] * projection.scale,
          ];
          expect(coversDisc(box, px, py, cast.radius[author] * factor + 3)).toBe(false);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("while something is hovered only what belongs to it is named", () => {
  const labels = labelled(dataset.authors.x, dataset.authors.y, 1, { kind: "author", author: DORA });
  const people = labels.flatMap(({ label }) => (label.choice.kind === "author" ? [label.choice.author] : []));
  expect(people[0]).toBe(DORA);
  const focus = pictureOf(cast, {
    hiddenTeams: new Set(),
    years: null,
    choice: null,
    hover: { kind: "author", author: DORA },
    near: false,
  }).focus;
  for (const author of people) expect(focus?.authors[author]).toBe(1);
});
