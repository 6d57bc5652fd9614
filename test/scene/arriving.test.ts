import { expect, test } from "vitest";
import { viewAtGlance } from "../../src/scene/address.ts";
import { arrivalInWords, nameOrComing, namesAreComing, shareArrived, viewOnArrival } from "../../src/scene/arriving.ts";
import { initialView, type View } from "../../src/scene/view.ts";
import { ADA, smallDataset } from "./small-dataset.ts";

const dataset = smallDataset();
const nameless = { authors: { ...dataset.authors, name: dataset.authors.name.map(() => "") } };

test("a dataset without names is one whose names are coming, and one without authors is not", () => {
  expect(namesAreComing(dataset)).toBe(false);
  expect(namesAreComing(nameless)).toBe(true);
  expect(namesAreComing({ authors: { ...dataset.authors, rowCount: 0, name: [] } })).toBe(false);
  expect(nameOrComing(dataset, ADA)).toBe(dataset.authors.name[ADA]);
  expect(nameOrComing(nameless, ADA)).toBe("name still coming");
});

test("what has come is a share of what was announced, and no more than all of it", () => {
  expect(shareArrived({ fetched: 25, total: 100 })).toBe(0.25);
  expect(shareArrived({ fetched: 120, total: 100 })).toBe(1);
  expect(shareArrived({ fetched: 120, total: null })).toBeNull();
  expect(shareArrived({ fetched: 0, total: 0 })).toBeNull();
});

test("an arrival is told as a share where that is known, else in bytes", () => {
  expect(arrivalInWords({ fetched: 26_230_000, total: 61_000_000 })).toBe("43 % of 61 MB");
  expect(arrivalInWords({ fetched: 26_230_000, total: null })).toBe("26 MB so far");
  expect(arrivalInWords({ fetched: 61_000_000, total: 61_000_000 })).toBe("all fetched, being read");
});

const first = initialView("paper");
const linked: View = {
  counting: "full",
  choice: { kind: "author", author: 1 },
  hiddenTeams: new Set([1]),
  years: { from: 2019, to: 2020 },
  layoutMode: "plain",
  camera: { x: 0.1, y: 0.1, ratio: 0.5 },
};

test("whoever did nothing at a glance comes to where the link leads", () => {
  expect(viewOnArrival(first, first, linked)).toEqual(linked);
});

test("whoever chose or hid something keeps it with its counting, and the camera stays where it was moved to", () => {
  const camera = { x: 0, y: 0.2, ratio: 0.3 };
  const chosen: View = { ...first, choice: { kind: "team", team: 0 }, camera };
  expect(viewOnArrival(first, chosen, linked)).toEqual({
    ...linked,
    counting: "paper",
    choice: chosen.choice,
    hiddenTeams: chosen.hiddenTeams,
    camera,
  });
  const hidden: View = { ...first, hiddenTeams: new Set([0]) };
  expect(viewOnArrival(first, hidden, linked)).toMatchObject({ choice: null, hiddenTeams: hidden.hiddenTeams });
});

test("moving the camera alone keeps the camera alone", () => {
  const camera = { x: 0, y: 0.2, ratio: 0.3 };
  expect(viewOnArrival(first, { ...first, camera }, linked)).toEqual({ ...linked, camera });
});

test("of an address a glance knows the camera and nothing else", () => {
  const camera = { x: 0.1, y: -0.2, ratio: 0.5 };
  expect(viewAtGlance("#author=a000000000000&count=full&at=0.1~-0.2~0.5", "author")).toEqual({
    ...initialView("author"),
    camera,
  });
  expect(viewAtGlance("at=nowhere", "paper")).toEqual(initialView("paper"));
  expect(viewAtGlance(`at=0~0~1&x=${"y".repeat(9000)}`, "paper")).toEqual(initialView("paper"));
});
