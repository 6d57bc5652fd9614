import fc from "fast-check";
import { expect, test } from "vitest";
import { misfit, NO_MATCH, search } from "../../src/scene/search.ts";
import { RESULT_KINDS, type SearchIndex, searchIndex, searchIndexInSteps } from "../../src/scene/search-index.ts";
import { ADA, BEN, GNN, GUS, LENA, smallDataset } from "./small-dataset.ts";

const dataset = smallDataset();
const index = searchIndex(dataset, "paper");
const found = (query: string) =>
  search(index, query).groups.map((group) => [group.kind, group.results.map(({ label }) => label)]);

test.each(["Ada Núñez", "ada nunez", "ADANUNEZ", "nunez", "Núñez, Ada", " ada  nuñez "])(
  "%j finds Ada Núñez",
  (query) => {
    const answer = search(index, query);
    expect(answer.nearest).toBe(false);
    expect(answer.groups[0].results[0].choice).toEqual({ kind: "author", author: ADA });
  },
);

test("letters that accents do not explain are found by how people type them", () => {
  expect(search(index, "odegard").groups[0].results[0].choice).toEqual({ kind: "author", author: GUS });
  expect(search(index, "weiss").groups[0].results[0].choice).toEqual({ kind: "author", author: LENA });
});

test("a hyphen does not matter, in names or in what is typed", () => {
  expect(found("hana").at(0)).toEqual(["person", ["Kim Ha-Na", "Hana Sato"].sort((a, b) => (a < b ? -1 : 1))]);
  expect(found("kwalk")[0]).toEqual(["system", ["k-WALK"]]);
  expect(found("k walk")[0]).toEqual(["system", ["k-WALK"]]);
  const [answer] = search(index, "hana kim").groups;
  expect([answer.results[0].label, answer.misfit]).toEqual(["Kim Ha-Na", 4]);
});

test("a person is told from namesakes by papers, years and team", () => {
  expect(search(index, "Ben Kim").groups[0].results[0].context).toBe("3 papers · 2018–2023 · MLOps");
  expect(search(index, "Gus").groups[0].results[0].context).toBe("1 paper · 2021");
});

test("the better match comes first, then who has more papers", () => {
  // "kim" begins Kim Ha-Na's name and is a later word of Ben Kim's.
  expect(found("kim")[0]).toEqual(["person", ["Kim Ha-Na", "Ben Kim"]]);
  expect(search(index, "ben").groups[0].results[0].choice).toEqual({ kind: "author", author: BEN });
});

test("systems lead to the papers that name them", () => {
  expect(search(index, "ORCHARD").groups[0].results.map(({ label, choice }) => [label, choice])).toEqual([
    ["ORCHARD", { kind: "paper", paper: 7 }],
    ["ORCHARD", { kind: "paper", paper: 0 }],
  ]);
  expect(search(index, "bigone x").groups[0].results[0].choice).toEqual({ kind: "paper", paper: 5 });
});

test("teams and papers are found by name, papers by their identifiers too", () => {
  expect(search(index, "gnn").groups[0].results[0].choice).toEqual({ kind: "team", team: GNN });
  expect(search(index, "random walks").groups[0].results[0].choice).toEqual({ kind: "paper", paper: 2 });
  expect(search(index, "2003.00003").groups[0].results[0].choice).toEqual({ kind: "paper", paper: 2 });
  expect(search(index, "10.1000/182").groups[0].results[0].choice).toEqual({ kind: "paper", paper: 1 });
});

test("a part of a team is found by its subject, and by no other counting", () => {
  const [teams] = search(index, "platforms").groups.filter(({ kind }) => kind === "team");
  expect(teams.results).toMatchObject([
    { label: "platforms", choice: { kind: "part", part: 0 }, context: "Ada Núñez & Ben Kim · a part of MLOps" },
  ]);
  expect(search(searchIndex(dataset, "full"), "platforms").groups.map(({ kind }) => kind)).not.toContain("team");
});

test("where nothing matches, the nearest in spelling stands", () => {
  const answer = search(index, "Orcard");
  expect(answer.nearest).toBe(true);
  expect(answer.groups[0].results[0].label).toContain("ORCHARD");
  expect(search(index, "Nunes").groups[0].results[0].choice).toEqual({ kind: "author", author: ADA });
});

test("a query of no letters finds nothing, and one like nothing finds nothing near", () => {
  expect(search(index, " -?! ")).toEqual({ groups: [], nearest: false });
  expect(search(index, "zzzzzzzz")).toEqual({ groups: [], nearest: true });
});

test("everything is found by its own name, and no query throws", () => {
  for (const entry of index.kindOf.keys()) {
    const labels = search(index, index.label(entry)).groups.flatMap((group) => group.results.map(({ label }) => label));
    expect(labels).toContain(index.label(entry));
  }
  fc.assert(fc.property(fc.string({ unit: "binary" }), (query) => void search(index, query)));
});

test("one text fits a query as badly as the search among many has it", () => {
  const words = fc.array(fc.constantFrom("ada", "adan", "ha", "jung", "woo", "jungwoo", "a"), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(words, words, fc.constantFrom(" ", "-"), (name, asked, gap) => {
      const [text, query] = [name.join(gap), asked.join(" ")];
      const alone = searchIndex(
        {
          ...dataset,
          authors: { ...dataset.authors, rowCount: 1, name: [text] },
          names: { ...dataset.names, rowCount: 0 },
          papers: { ...dataset.papers, rowCount: 0 },
          teams: { ...dataset.teams, rowCount: 0 },
          parts: { ...dataset.parts, rowCount: 0 },
        },
        "paper",
      );
      const { groups, nearest } = search(alone, query);
      expect(misfit(text, query)).toBe(nearest ? NO_MATCH : groups[0].misfit);
    }),
  );
});

test("results are few, and what is left out is counted", () => {
  const names = Array.from({ length: 12 }, (_, i) => `Kim Number${i}`);
  const many = searchIndex({ ...dataset, authors: { ...dataset.authors, name: names } }, "paper");
  const [group] = search(many, "kim").groups;
  expect(group.results.length).toBe(6);
  expect(group.matched).toBe(12);
});

test("everything but systems can be searched for before these have been read", () => {
  const steps = [...searchIndexInSteps(dataset, "paper")].filter((step) => step !== undefined);
  expect(steps).toHaveLength(1);
  const kinds = new Set(Array.from(steps[0].kindOf, (kind) => RESULT_KINDS[kind]));
  expect([...kinds].sort()).toEqual(["paper", "person", "team"]);
  const found = (index: SearchIndex) => search(index, "ada").groups.map(({ kind }) => kind);
  expect(found(steps[0])).toEqual(found(searchIndex(dataset, "paper")));
});
