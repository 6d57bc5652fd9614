import fc from "fast-check";
import { expect, test } from "vitest";
import { weighNames } from "../../src/identity/weigh-names.ts";
import { bandOf } from "../../src/model/identity.ts";
import { naturalLog } from "../../src/model/logarithm.ts";
import type { Paper } from "../../src/model/paper.ts";
import { listedPapers } from "./listed-papers.ts";

const papersOf = (lists: readonly (readonly string[])[], years: readonly number[] = []): Paper[] =>
  listedPapers(lists, (index) => ({ title: "Notes on the analytical engine", year: years[index] }));

/** The steps of the case about two names, by kind. */
function stepsOf(papers: readonly Paper[], one: string, other: string) {
  const { cases, nodes } = weighNames(papers);
  const found = cases.find(({ a, b }) => [a, b].every((node) => [one, other].includes(nodes[node].name)));
  expect(found, `the case of ${one} and ${other}`).toBeDefined();
  return new Map(found?.evidence.map(({ kind, weight, detail }) => [kind, { weight, detail }]));
}

const rounded = (weight: number) => Math.round(weight * 1000) / 1000;
/** Enough others for chance to be small. */
const CROWD = Array.from({ length: 30 }, (_, i) => [`Ada Byron${"abcdefghij"[i % 10]}${"xyz"[i % 3]}`]);

test("a shorter name competes for as many persons as it fits, and names that are one person are one", () => {
  const fits = (lists: readonly string[][]) => stepsOf(papersOf([...lists, ...CROWD]), "M. Kowalski", "Maria Kowalski");
  expect(fits([["M. Kowalski"], ["Maria Kowalski"]]).get("competition")).toBeUndefined();
  const two = fits([["M. Kowalski"], ["Maria Kowalski"], ["Marek Kowalski"]]).get("competition");
  expect(two).toEqual({ weight: rounded(-1.3 * naturalLog(2)), detail: "the shorter name fits 2 people here" });
  const oneAgain = fits([["M. Kowalski"], ["Maria Kowalski"], ["Maria A. Kowalski"]]).get("competition");
  expect(oneAgain).toBeUndefined();
});

test("a name that is cut short does not compete", () => {
  const both = ["Ada Byron", "Mary Somerville"];
  const papers = papersOf([
    ["Ren Osinski", ...both],
    ["Renislaw Osinski", ...both],
    ["Renimir Osinski", ...both],
    ...CROWD,
  ]);
  const steps = stepsOf(papers, "Ren Osinski", "Renimir Osinski");
  expect(steps.get("relation")?.detail).toBe("a given name cut short");
  expect(steps.get("competition")).toBeUndefined();
});

test("coauthors who are known to be one person are shared, whatever they are called", () => {
  const papers = papersOf([["Jinwoong Kim", "Hans Müller"], ["Jingwoong Kim", "Hans Mueller"], ...CROWD]);
  const { detail } = stepsOf(papers, "Jinwoong Kim", "Jingwoong Kim").get("coauthors") ?? {};
  expect(detail).toMatch(/^1 shared coauthor where 0\.\d\d were expected$/);
});

test("a large paper lends nobody its coauthors", () => {
  const many = Array.from({ length: 101 }, (_, i) => `Coauthor${String.fromCharCode(97 + (i % 26))} Of${i % 7}x${i}`);
  const papers = papersOf([["Jinwoong Kim", ...many], ["Jingwoong Kim", ...many.slice(0, 3)], ...CROWD]);
  expect(stepsOf(papers, "Jinwoong Kim", "Jingwoong Kim").get("coauthors")?.detail ?? "no shared coauthors").toMatch(
    /^no shared coauthors/,
  );
});

test("a slip between two spellings that several people have says less", () => {
  const others = [["Jinwoong Lee"], ["Jinwoong Park"], ["Jingwoong Cho"], ["Jingwoong Ahn"], ["Jingwoong Yoo"]];
  const alone = stepsOf(
    papersOf([["Jinwoong Kim", "Ada Byron"], ["Jingwoong Kim", "Ada Byron"], ...CROWD]),
    "Jinwoong Kim",
    "Jingwoong Kim",
  );
  expect(alone.get("spelling")).toBeUndefined();
  const among = stepsOf(
    papersOf([
      ["Jinwoong Kim", "Ada Byron", "Mary Somerville"],
      ["Jingwoong Kim", "Ada Byron", "Mary Somerville"],
      ...others,
      ...CROWD,
    ]),
    "Jinwoong Kim",
    "Jingwoong Kim",
  );
  expect(among.get("spelling")).toEqual({
    weight: rounded(-0.7 * naturalLog(3)),
    detail: "both spellings are names: 3 people here have the rarer one",
  });
});

test("years between papers count from the twelfth on", () => {
  const between = (years: number) =>
    stepsOf(
      papersOf([["Hans Müller"], ["Hans Mueller"], ...CROWD], [1990, 1990 + years]),
      "Hans Müller",
      "Hans Mueller",
    ).get("years");
  expect(between(11)).toBeUndefined();
  expect(between(12)).toEqual({ weight: -0.7, detail: "12 years between their papers" });
  expect(between(25)).toEqual({ weight: -1.5, detail: "25 years between their papers" });
});

test("every waterfall adds up to its score, step by step in thousandths, and begins with the relation", () => {
  const names = [
    "Min Soo Kim",
    "Minsoo Kim",
    "M. Kim",
    "Kim Minsoo",
    "Minso Kim",
    "Hans Müller",
    "Hans Mueller",
    "Muhammad Ali",
    "Muhammad Asif Ali",
  ];
  const collections = fc
    .array(fc.array(fc.constantFrom(...names, "Ada Byron", "Mary Somerville"), { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 12,
    })
    .map((lists) => papersOf(lists));
  fc.assert(
    fc.property(collections, (papers) => {
      for (const { score, evidence } of weighNames(papers).cases) {
        const thousandths = evidence.reduce((sum, { weight }) => sum + Math.round(weight * 1000), 0);
        expect(thousandths).toBe(Math.round(score * 1000));
        expect(evidence[0].kind).toBe("relation");
        for (const { weight } of evidence) expect(rounded(weight)).toBe(weight);
        expect(bandOf(score)).not.toBe("hidden");
      }
    }),
  );
});
