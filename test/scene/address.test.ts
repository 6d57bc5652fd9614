import fc from "fast-check";
import { expect, test } from "vitest";
import { COUNTINGS } from "../../src/model/counting.ts";
import { partitionOf } from "../../src/model/dataset.ts";
import { jointPapers } from "../../src/model/incidence.ts";
import { addressCodec, LONGEST_ADDRESS, missingInWords } from "../../src/scene/address.ts";
import { CAMERA_RATIO, type Choice, initialView, type View } from "../../src/scene/view.ts";
import { ADA, BEN, GNN, MLOPS, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const incidence = smallIncidence();
const codec = addressCodec(dataset, incidence);
const first = initialView("paper");

test("the view that a dataset opens with has no address", () => {
  expect(codec.write(first)).toBe("");
  expect(codec.read("")).toEqual(first);
  expect(codec.read("#")).toEqual(first);
});

test("an address tells what it names and nobody has, and nothing where all is there or nothing is named", () => {
  expect(codec.missing("author=a00000000ffff")).toBe("author");
  expect(codec.missing("#paper=1999.99999&at=0~0~1")).toBe("paper");
  // Ben is in a team, but another stands for it; two who have no paper together are no tie.
  expect(codec.missing("team=a000000000001")).toBe("team");
  expect(codec.missing("part=nobody")).toBe("part");
  expect(codec.missing("tie=a000000000000~a000000000000")).toBe("tie");
  const there = [
    "",
    "#",
    "author=",
    "at=0~0~1",
    "hide=nobody",
    "author=a000000000000",
    "author=nobody&paper=1902.00002",
  ];
  for (const hash of there) expect(codec.missing(hash), hash).toBeNull();
  expect(codec.missing(`author=${"a".repeat(LONGEST_ADDRESS)}`)).toBeNull();
});

test("what is missing is told in a sentence", () => {
  const sentences = (["author", "paper", "team", "part", "tie"] as const).map(missingInWords);
  expect(sentences).toEqual([
    "The link names somebody who is not in this data.",
    "The link names a paper that is not in this data.",
    "The link names a team that is not in this data.",
    "The link names a part that is not in this data.",
    "The link names a tie that is not in this data.",
  ]);
});

test("people, papers, teams and ties are written by their ids", () => {
  const address = (choice: Choice) => codec.write({ ...first, choice });
  expect(address({ kind: "author", author: ADA })).toBe("author=a000000000000");
  expect(address({ kind: "paper", paper: 1 })).toBe("paper=1902.00002");
  expect(address({ kind: "team", team: GNN })).toBe("team=a000000000003");
  expect(address({ kind: "tie", a: ADA, b: BEN })).toBe("tie=a000000000000%7Ea000000000001");
});

test("years are written as they are held, and a span of all or none of them is none", () => {
  expect(codec.write({ ...first, years: { from: 2019, to: 2020 } })).toBe("years=2019%7E2020");
  expect(codec.read("years=2020~2019").years).toEqual({ from: 2019, to: 2020 });
  expect(codec.read("years=1066~2020").years).toEqual({ from: 2018, to: 2020 });
  for (const nothing of ["2018~2023", "1000~9999", "1000~1001", "2019", "a~b", "~"]) {
    expect(codec.read(`years=${nothing}`).years, nothing).toBeNull();
  }
});

/** Any view that the interface can bring about, with a camera in the steps in which it is written. */
const views: fc.Arbitrary<View> = fc.constantFrom(...COUNTINGS).chain((counting) => {
  const teams = Array.from({ length: partitionOf(dataset, counting).teams.rowCount }, (_, team) => team);
  const people = fc.nat(dataset.authors.rowCount - 1);
  const choice: fc.Arbitrary<Choice | null> = fc.oneof(
    fc.constant(null),
    people.map((author) => ({ kind: "author" as const, author })),
    fc.nat(dataset.papers.rowCount - 1).map((paper) => ({ kind: "paper" as const, paper })),
    fc.constantFrom(...teams).map((team) => ({ kind: "team" as const, team })),
    fc
      .tuple(people, people)
      .filter(([a, b]) => a < b && jointPapers(incidence, a, b).length > 0)
      .map(([a, b]) => ({ kind: "tie" as const, a, b })),
  );
  const step = (least: number, most: number) => fc.integer({ min: least, max: most }).map((value) => value / 10_000);
  return fc.record({
    counting: fc.constant(counting),
    choice,
    hiddenTeams: fc.subarray(teams).map((hidden) => new Set(hidden)),
    years: fc.option(
      fc
        .tuple(fc.integer({ min: 2018, max: 2023 }), fc.integer({ min: 2018, max: 2023 }))
        .filter(([from, to]) => from <= to && (from > 2018 || to < 2023))
        .map(([from, to]) => ({ from, to })),
    ),
    layoutMode: fc.constantFrom("teams" as const, "plain" as const),
    camera: fc.option(fc.record({ x: step(-10_000, 10_000), y: step(-10_000, 10_000), ratio: step(200, 100_000) })),
  });
});

test("reading what was written gives the same view", () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(codec.read(`#${codec.write(view)}`)).toEqual(view);
    }),
    { numRuns: 500 },
  );
});

const KEYS = ["count", "author", "paper", "team", "tie", "hide", "layout", "at", "__proto__", "constructor", "url"];
const VALUES = [
  "full",
  "plain",
  "a000000000000",
  "a000000000003~a000000000000",
  "a000000000000~a000000000000",
  "1902.00002",
  "%E0%A4%A",
  "NaN~Infinity~-0",
  "1e999~0~0",
  "9999~-9999~0.000000001",
  "-0~-0.00001~1",
  "__proto__",
  "<img src=x onerror=alert(1)>",
  "~~~~~~~~",
];
const hashes = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(fc.tuple(fc.constantFrom(...KEYS), fc.oneof(fc.constantFrom(...VALUES), fc.string())), { maxLength: 8 })
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join("&")),
);

test("whatever stands in the address, the view is one that the interface can bring about", () => {
  fc.assert(
    fc.property(hashes, (hash) => {
      const view = codec.read(hash);
      const { teams } = partitionOf(dataset, view.counting);
      for (const team of view.hiddenTeams) expect(team).toBeLessThan(teams.rowCount);
      if (view.camera !== null) {
        const { x, y, ratio } = view.camera;
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
        expect(ratio).toBeGreaterThanOrEqual(CAMERA_RATIO.min);
        expect(ratio).toBeLessThanOrEqual(CAMERA_RATIO.max);
      }
      // Written again it is canonical: reading and writing once more changes nothing.
      const canonical = codec.write(view);
      expect(codec.read(canonical)).toEqual(view);
      expect(codec.write(codec.read(canonical))).toBe(canonical);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["author=nobody", first],
  ["author=constructor", first],
  ["team=a000000000001", first],
  ["tie=a000000000000", first],
  ["tie=a000000000000~a000000000000", first],
  ["tie=a000000000006~a000000000007", first],
  ["hide=a000000000001~nobody~", first],
  ["count=weighted&layout=round&at=1~2", first],
  ["at=NaN~0~1", first],
  ["at=0~0~1e9", first],
  [`author=a000000000000&pad=${"x".repeat(LONGEST_ADDRESS)}`, first],
])("%.60s says nothing", (hash, view) => {
  expect(codec.read(hash)).toEqual(view);
});

test("numbers out of range are brought into it, and a tie is found from either end", () => {
  expect(codec.read("at=9999~-9999~0").camera).toEqual({ x: 1, y: -1, ratio: CAMERA_RATIO.min });
  expect(codec.read("tie=a000000000001~a000000000000").choice).toEqual({ kind: "tie", a: ADA, b: BEN });
});

test("a camera that is no number is written as one", () => {
  const view = { ...first, camera: { x: Number.NaN, y: Number.POSITIVE_INFINITY, ratio: -1 } };
  expect(codec.write(view)).toBe("at=0%7E0%7E0.02");
});

test("a team belongs to its counting", () => {
  expect(codec.read("count=full&team=a000000000001").choice).toEqual({ kind: "team", team: 1 });
  expect(codec.read("count=full&team=a000000000003").choice).toBeNull();
  expect(codec.read("hide=a000000000000").hiddenTeams).toEqual(new Set([MLOPS]));
});

test("a counting that the dataset lacks is not taken", () => {
  const bare = addressCodec({ ...dataset, variants: {} }, incidence);
  expect(bare.read("count=full").counting).toBe("paper");
});
