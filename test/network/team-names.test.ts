import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { incidenceOf } from "../../src/model/incidence.ts";
import { readVocabulary, type Vocabulary } from "../../src/network/paper-fields.ts";
import { scriptOf } from "../../src/network/script-of.ts";
import { nameTeams, type TeamNaming, type TeamsToName } from "../../src/network/team-names.ts";
import { seedTeams } from "./seed-teams.ts";

const FIELDS = join(import.meta.dirname, "../../src/network/fields.json");
const ours = readVocabulary(JSON.parse(readFileSync(FIELDS, "utf8")));

const small: Vocabulary = {
  fields: [
    { name: "machine learning", synonyms: ["machine learning"], broad: true },
    { name: "GNN", synonyms: ["GNN", "graph neural network"] },
    { name: "ecology", synonyms: ["ecology", "ecosystem"] },
  ],
};

interface SmallPaper {
  readonly id?: string;
  readonly title: string | null;
  readonly abstract?: string;
  /** Each a letter; the authors of one letter's case are one team: "a" to "i" team 0, "j" to "r" team 1, "s" to "z" 2. */
  readonly by: string;
  readonly large?: boolean;
}

const teamOf = (author: string) => Math.floor((author.charCodeAt(0) - 97) / 9);

/** Papers by one-letter authors, whose letters tell their teams. */
function world(papers: readonly SmallPaper[], vocabulary = small): TeamsToName {
  const authors = [...new Set(papers.flatMap(({ by }) => [...by]))].sort();
  const offsets = new Uint32Array(papers.length + 1);
  papers.forEach(({ by }, p) => {
    offsets[p + 1] = offsets[p] + by.length;
  });
  const rows = Uint32Array.from(papers.flatMap(({ by }) => [...by].map((author) => authors.indexOf(author))));
  const team = authors.map(teamOf);
  return {
    papers: papers.map(({ title, abstract }) => ({ title, abstract: abstract ?? null, venue: null })),
    paperIds: papers.map(({ id }, p) => id ?? `p${p}`),
    incidence: incidenceOf(offsets, rows, authors.length),
    team,
    teamCount: Math.max(...team) + 1,
    large: papers.map(({ large }) => large ?? false),
    authorIds: authors,
    authorNames: authors.map((author) => `Dr ${author.toUpperCase()}`),
    vocabulary,
  };
}

const namesOf = (...papers: SmallPaper[]) => nameTeams(world(papers)).map(({ name }) => name);

test("a team has the name of the field that its papers mention", () => {
  expect(namesOf({ title: "Graph neural networks", by: "ab" }, { title: "The ecology of ponds", by: "jk" })).toEqual([
    "GNN",
    "ecology",
  ]);
});

test("coverage is the share of the team's paper weight that mentions the field, by share of authors", () => {
  const [first] = nameTeams(
    world([
      { title: "A GNN", by: "abcj" }, // 3 of 4 authors
      { title: "Cooking", by: "ab" },
      { title: "More GNNs", by: "ajk" }, // 1 of 3 authors
      ...[1, 2, 3].map(() => ({ title: "Ecology", by: "jk" })),
    ]),
  );
  const [{ name, coverage }] = first.evidence.fields;
  expect(name).toBe("GNN");
  expect(coverage).toBeCloseTo((3 / 4 + 1 / 3) / (3 / 4 + 1 + 1 / 3), 8);
  expect(first.evidence.papers.map(({ paper }) => paper)).toEqual(["p0", "p2", "p1"]);
  expect(first.evidence.papers[0].share).toBe(0.75);
});

test("a field names one team, the one it fits best; the other has its own phrase", () => {
  const names = namesOf(
    { title: "A GNN for molecules", by: "ab" },
    { title: "A GNN for protein folding", abstract: "Protein folding by GNN.", by: "ab" },
    { title: "Soil bacteria", abstract: "We study soil bacteria with a GNN.", by: "jk" },
  );
  expect(names).toEqual(["GNN", "soil bacteria"]);
});

test("below 40 % coverage a field names no team", () => {
  const cooking = { title: "Pressure cookers", by: "ab" };
  expect(namesOf({ title: "A GNN", by: "ab" }, cooking)).toEqual(["GNN"]);
  expect(namesOf({ title: "A GNN", by: "ab" }, cooking, cooking)).toEqual(["pressure cookers"]);
});

test("a broad field loses to a specific one, and to the team's own phrases", () => {
  const broad = { title: "Machine learning", abstract: "Machine learning is machine learning.", by: "ab" };
  expect(namesOf(broad, { title: "Machine learning in ecology", by: "ab" })).toEqual(["ecology"]);
  expect(namesOf(broad, { title: "Machine learning for soil bacteria", by: "ab" })).toEqual(["soil bacteria"]);
  expect(namesOf(broad)).toEqual(["machine learning"]);
});

test("a field that all are in names nobody, however many of a team's papers say so: it is said twice as often there as elsewhere", () => {
  const others = (saying: number) =>
    Array.from({ length: 12 }, (_, i) => ({
      id: `o${i}`,
      title: i < saying ? "Ecology, machine learning" : ["Boats", "Kites", "Locks"][i % 3],
      by: "jk",
    }));
  const own = ["Ecology, machine learning", "Cooking rice"].map((title, i) => ({ id: `a${i}`, title, by: "ab" }));
  const [first, second] = nameTeams(world([...own, ...others(3)]));
  expect([first.name, first.evidence.source]).toEqual(["ecology", "field"]);
  expect(second.name).not.toBe("ecology");
  const [among] = nameTeams(world([...own, ...others(4)]));
  expect(among.evidence.fields.map(({ name, coverage }) => [name, coverage])).toContainEqual(["ecology", 0.5]);
  expect(among.evidence.source).not.toBe("field");
});

test("large papers do not tell what a team is about, unless it has nothing else", () => {
  const large = { title: "Atlas: everything in the sky", by: "abjklmnopq", large: true };
  expect(namesOf({ title: "A GNN", by: "ab" }, large)).toEqual(["GNN", "Atlas"]);
  const [, second] = nameTeams(world([{ title: "A GNN", by: "ab" }, large]));
  expect(second.evidence).toMatchObject({ source: "paper", coverage: 1, papers: [{ paper: "p1", share: 0.8 }] });
});

test("a team whose papers have no text is named after its people, most tie weight first", () => {
  expect(namesOf({ title: null, by: "ab" })).toEqual(["Dr A & Dr B"]);
  const [{ name, evidence }] = nameTeams(
    world([null, null].map((title, p) => ({ title, by: p === 0 ? "abc" : "bc" }))),
  );
  expect(name).toBe("Dr B & others");
  expect(evidence).toMatchObject({ source: "person", coverage: 0, fields: [], phrases: [], core: ["b", "c", "a"] });
});

test("a phrase of less than a tenth of the papers names no team: the people do", () => {
  const about = (subject: string, i: number) => ({ title: `${subject} ${"qrstuvwxyz"[i % 10]}${i}x`, by: "ab" });
  const scattered = Array.from({ length: 100 }, (_, i) => about(i < 9 ? "tidal pools" : "", i));
  const other = { title: "River deltas", by: "jk" };
  expect(namesOf(...scattered, other)[0]).toBe("Dr A & Dr B");
  const common = Array.from({ length: 100 }, (_, i) => about(i < 10 ? "tidal pools" : "", i));
  expect(namesOf(...common, other)[0]).toBe("tidal pools");
});

test("a phrase that the others use more than a fifth as often, half as often where most use it, names no team", () => {
  const papers = (count: number, of: number, by: string) =>
    Array.from({ length: of }, (_, i) => ({ title: i < count ? "River deltas" : null, by }));
  const own = papers(7, 20, "ab");
  expect(namesOf(...own, ...papers(4, 50, "jk"), ...papers(4, 50, "st"))[0]).toBe("Dr A & Dr B");
  expect(namesOf(...own, ...papers(4, 50, "jk"), ...papers(3, 50, "st"))[0]).toBe("river deltas");
  const most = papers(10, 20, "ab");
  expect(namesOf(...most, ...papers(12, 50, "jk"), ...papers(12, 50, "st"))[0]).toBe("river deltas");
  expect(namesOf(...most, ...papers(13, 50, "jk"), ...papers(13, 50, "st"))[0]).toBe("Dr A & Dr B");
  expect(namesOf(...own, { title: "Soil bacteria", by: "jk" })[0]).toBe("river deltas");
});

test("a team of more papers than are read speaks through all of its years, whatever their ids", () => {
  const old = Array.from({ length: 4_000 }, (_, i) => ({ title: "River deltas", by: "ab", id: `a${10_000 + i}` }));
  const late = Array.from({ length: 3_000 }, (_, i) => ({ title: "Soil bacteria", by: "ab", id: `b${10_000 + i}` }));
  const [{ name, evidence }] = nameTeams(world([...late, ...old, { title: "Ecology", by: "jk" }]));
  expect(name).toBe("river deltas");
  expect(evidence.coverage).toBeCloseTo(4 / 7, 3);
});

test("two teams with the same people's names, or the same large paper, still have two names", () => {
  const input = world([
    { title: null, by: "ab" },
    { title: null, by: "jk" },
  ]);
  const names = nameTeams({ ...input, authorNames: ["A", "B", "A", "B"] }).map(({ name }) => name);
  expect(names).toEqual(["A & B", "A & B (2)"]);
  expect(namesOf({ title: "Atlas", by: "abjk", large: true })).toEqual(["Atlas", "Atlas (2)"]);
});

test("a phrase is shown as the papers mostly write it: plural, acronym and capitals", () => {
  const abstract = "Convolutional codes; a convolutional code. Some convolutional codes.";
  expect(namesOf({ title: "Convolutional Codes", abstract, by: "ab" })).toEqual(["convolutional codes"]);
  const short = "Low-density lattice codes (LDLCs). An LDLC here, an LDLC there, and LDLC.";
  expect(namesOf({ title: "LDLC", abstract: short, by: "ab" })).toEqual(["LDLC"]);
  const names = "The Higgs boson, a Higgs boson.";
  expect(namesOf({ title: "The Higgs Boson", abstract: names, by: "ab" })).toEqual(["Higgs boson"]);
});

test("titles in other languages and scripts give something to read", () => {
  expect(
    namesOf(
      { title: "Die Rezeption der Dampfmaschine in Sachsen", by: "ab" },
      { title: "Eine Geschichte der Dampfmaschine", by: "ab" },
      { title: "基于深度学习的推荐系统研究与实现方法", by: "jk" },
      { title: "Анализ паровой машины", by: "st" },
    ),
  ).toEqual(["Dampfmaschine", "Dr J & Dr K", "паровой машины"]);
});

const randomWorld = fc
  .array(
    fc.record({
      title: fc.constantFrom("A GNN for ponds", "Ecology of ponds", "Pressure cookers", "Machine learning", null),
      abstract: fc.constantFrom("Soil bacteria eat ponds.", "A graph neural network (GNN) in an ecosystem.", ""),
      by: fc.uniqueArray(fc.constantFrom(..."abcjklstu"), { minLength: 1, maxLength: 5 }).map((by) => by.join("")),
      large: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .filter((papers) => papers.some(({ by }) => /[stu]/u.test(by)));

test("a name is of one script, that of most of the team's papers", () => {
  const written = (...titles: string[]) => titles.map((title, i): SmallPaper => ({ id: `p${i}`, title, by: "ab" }));
  const other: SmallPaper = { title: "Rivers", by: "jk" };
  // The most said phrase is of the script of fewer papers, and says too little to stand alone.
  const turtles = ["Pond turtles", "Pond turtles", "Pond turtles"];
  const korean = ["연합 학습", "연합 학습", "추천 시스템", "대화 모델", "음성 인식"];
  const [fewer] = namesOf(...written(...turtles, ...korean), other);
  const learning = ["연합 학습", "연합 학습", "연합 학습"];
  const english = ["Pond turtles", "Pond turtles", "Marsh frogs", "Moor hens", "Lake trout"];
  const [more] = namesOf(...written(...learning, ...english), other);
  expect([fewer, more].map(scriptOf)).toEqual(["Hangul", "Latin"]);
  expect([fewer, more].join("")).not.toContain(",");
});

test("the script of a text is that of most of its letters", () => {
  expect(["Pond turtles", "연합 학습 AI", "見る夢", "Ωmega", "42", "ⵣⵣ"].map(scriptOf)).toEqual([
    "Latin",
    "Hangul",
    "Han",
    "Latin",
    null,
    "other",
  ]);
});

test("names are unique and not empty, and a field names at most one team", () => {
  fc.assert(
    fc.property(randomWorld, (papers) => {
      const named = nameTeams(world(papers));
      expect(named.every(({ name }) => name !== "")).toBe(true);
      expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    }),
  );
});

test("what is stored is finite, and shares lie between 0 and 1", () => {
  fc.assert(
    fc.property(randomWorld, (papers) => {
      for (const { evidence } of nameTeams(world(papers))) {
        const shares = [
          evidence.coverage,
          ...evidence.fields.map((f) => f.coverage),
          ...evidence.papers.map((p) => p.share),
        ];
        for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
        for (const { score } of [...evidence.fields, ...evidence.phrases]) expect(score >= 0 && score < 1e9).toBe(true);
      }
    }),
  );
});

test("the order of papers does not matter", () => {
  fc.assert(
    fc.property(randomWorld, (random) => {
      const papers = random.map((paper, p) => ({ ...paper, id: `p${p}` }));
      const there = nameTeams(world(papers)).map(({ name }) => name);
      const back = nameTeams(world([...papers].reverse())).map(({ name }) => name);
      expect(back).toEqual(there);
    }),
  );
});

test("exactly four fifths of a team's weight by large papers are enough, in any order of these", () => {
  const text = { title: "A GNN for ponds", abstract: "Soil bacteria eat ponds." };
  const small = ["alku", "jbas"].map((by) => ({ ...text, by }));
  const large = ["as", "tau", "tal", "at"].map((by) => ({ ...text, by, large: true }));
  const papers = [...small, ...large].map((paper, p) => ({ ...paper, id: `p${p}` }));
  for (const order of [papers, [...papers].reverse()]) {
    expect(nameTeams(world(order)).map(({ evidence }) => evidence.source)[2]).toBe("paper");
  }
});

test("numbering the teams otherwise numbers the names otherwise", () => {
  const { vocabulary, ...input } = { ...seedTeams(), vocabulary: ours };
  const names = nameTeams({ ...input, vocabulary }).map(({ name }) => name);
  const turned = (t: number) => input.teamCount - 1 - t;
  const team = input.team.map((t) => (t === null ? null : turned(t)));
  const others = nameTeams({ ...input, team, vocabulary }).map(({ name }) => name);
  expect(names.map((_, t) => others[turned(t)])).toEqual(names);
});

/** By paper, the name of the team with the largest share in it. */
function byPaper(named: readonly TeamNaming[]): Map<string, string> {
  const papers = named.flatMap(({ name, evidence }) =>
    evidence.papers.map(({ paper, share }) => ({ paper, share, name })),
  );
  return new Map(papers.sort((a, b) => a.share - b.share).map(({ paper, name }) => [paper, name]));
}

test("the teams of the seeds are named by their fields", () => {
  const names = byPaper(nameTeams({ ...seedTeams(), vocabulary: ours }));
  expect(names.get("2109.04650")).toBe("LLM");
  expect(names.get("2106.00573")).toBe("recommender systems");
  expect(names.get("2206.14337")).toBe("GNN");
  expect(names.get("1810.09957")).toBe("MLOps");
  expect(names.get("2007.02642")).toBe("dialogue systems");
  expect(names.get("2210.03858")).toBe("model compression");
  expect(names.get("2404.01954")).toBe("HyperCLOVA X");
});

test("without their fields in the vocabulary the teams of the seeds are named by their own phrases", () => {
  const answers = new Set(["LLM", "recommender systems", "GNN", "MLOps"]);
  const vocabulary = { fields: ours.fields.filter(({ name }) => !answers.has(name)) };
  const named = nameTeams({ ...seedTeams(), vocabulary });
  const names = byPaper(named);
  expect(names.get("2109.04650")).toMatch(/language model|in-context learning/u);
  expect(names.get("2212.03760")).toMatch(/recommend|user/u);
  expect(names.get("2206.14337")).toMatch(/graph/u);
  expect(names.get("1810.09957")).toMatch(/machine learning platform/u);
  expect(named.filter(({ evidence }) => evidence.source === "phrase")).toHaveLength(4);
});
