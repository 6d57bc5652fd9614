import fc from "fast-check";
import { expect, test } from "vitest";
import { identifyAuthors, settle } from "../../src/identity/identify-authors.ts";
import { uniteNodes } from "../../src/identity/settle.ts";
import { weighNames } from "../../src/identity/weigh-names.ts";
import { linkRecords } from "../../src/ingest/link-records.ts";
import { type IdentityDecision, PRESETS, THRESHOLDS } from "../../src/model/identity.ts";
import type { Paper } from "../../src/model/paper.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import { listedPapers } from "./listed-papers.ts";

const NAMES = [
  "Min Soo Kim",
  "Min-Soo Kim",
  "Minsoo Kim",
  "M. Kim",
  "M. S. Kim",
  "Kim Minsoo",
  "Wei Li",
  "Li Wei",
  "William B. Dolan",
  "Bill Dolan",
  "Hans Müller",
  "Hans Mueller",
  "Ada Byron",
  "Charles Babbage",
];

const papersOf = (lists: readonly (readonly string[])[]): Paper[] =>
  listedPapers(lists, () => ({ title: "Notes on the analytical engine" }));

const collections = fc
  .array(fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 10 })
  .map(papersOf);
const decisions = fc.array(
  fc.record({
    action: fc.constantFrom("same" as const, "different" as const),
    one: fc.constantFrom(...NAMES).map((name) => ({ name, papers: [] })),
    other: fc.constantFrom(...NAMES).map((name) => ({ name, papers: [] })),
  }),
  { maxLength: 4 },
);

test("two names of one paper are never one person, whatever the preset and the decisions", () => {
  fc.assert(
    fc.property(collections, decisions, fc.constantFrom(...PRESETS), (papers, decided, preset) => {
      const { authorOf } = identifyAuthors(papers, { decisions: decided, preset });
      let k = 0;
      for (const { authors } of papers) {
        expect(new Set(authorOf.subarray(k, k + authors.length)).size).toBe(authors.length);
        k += authors.length;
      }
    }),
  );
});

test("the persons of a stricter preset are parts of those of a readier one", () => {
  fc.assert(
    fc.property(collections, (papers) => {
      const weighed = weighNames(papers);
      const [strict, normal, generous] = PRESETS.map((preset) => settle(weighed, preset).authorOfNode);
      for (const [less, more] of [
        [strict, normal],
        [normal, generous],
      ]) {
        const whole = new Map<number, number>();
        less.forEach((author, node) => {
          expect(whole.get(author) ?? more[node]).toBe(more[node]);
          whole.set(author, more[node]);
        });
      }
    }),
  );
});

test("deciding what was found changes nothing", () => {
  fc.assert(
    fc.property(collections, (papers) => {
      const before = identifyAuthors(papers);
      const whole = before.nodes.map(
        ({ folded }) => before.nodes.filter((node) => node.folded === folded).length === 1,
      );
      const same = before.cases
        .filter(({ a, b, outcome }) => outcome === "merged" && whole[a] && whole[b])
        .map(({ a, b }): IdentityDecision => {
          return {
            action: "same",
            one: { name: before.nodes[a].folded, papers: [] },
            other: { name: before.nodes[b].folded, papers: [] },
          };
        });
      const after = identifyAuthors(papers, { decisions: same });
      expect(after.authors).toEqual(before.authors);
      expect(after.authorOf).toEqual(before.authorOf);
    }),
  );
});

test("where no decision is told to be idle or contradicted, all hold, and what follows from them", () => {
  const names = ["Ada Byron", "Charles Babbage", "Min-Soo Kim", "Minsoo Kim", "Hans Müller", "Hans Mueller"];
  const between = fc.record({
    action: fc.constantFrom("same" as const, "different" as const),
    one: fc.constantFrom(...names).map((name) => ({ name, papers: [] })),
    other: fc.constantFrom(...names).map((name) => ({ name, papers: [] })),
  });
  const apart = papersOf(names.map((name) => [name]));
  let held = 0;
  fc.assert(
    fc.property(fc.array(between, { minLength: 1, maxLength: 4 }), fc.constantFrom(...PRESETS), (decided, preset) => {
      const { authorOf, findings } = identifyAuthors(apart, { decisions: decided, preset });
      if (findings.some(({ code }) => code.startsWith("decision-"))) return;
      const personOf = (name: string) => authorOf[names.indexOf(name)];
      for (const { action, one, other } of decided) {
        expect(personOf(one.name) === personOf(other.name)).toBe(action === "same");
      }
      held++;
    }),
  );
  expect(held).toBeGreaterThan(20);
});

test("whoever is the same as one and different from another makes the two different, however alike their names", () => {
  const side = (name: string) => ({ name, papers: [] });
  const papers = papersOf([["Hans Müller", "Ada Byron"], ["Hans Mueller", "Ada Byron"], ["Charles Babbage"]]);
  const { authorOf, cases } = identifyAuthors(papers, {
    decisions: [
      { action: "same", one: side("Charles Babbage"), other: side("Hans Müller") },
      { action: "different", one: side("Charles Babbage"), other: side("Hans Mueller") },
    ],
    preset: "generous",
  });
  expect(authorOf[4]).toBe(authorOf[0]);
  expect(authorOf[2]).not.toBe(authorOf[0]);
  expect(cases.find(({ relation }) => relation === "umlaut")?.outcome).toBe("decided-different");
});

test("two names that are decided to be different are two, and those decided to be the same are one", () => {
  const papers = papersOf([["Hans Müller", "Ada Byron"], ["Hans Mueller", "Ada Byron"], ["Charles Babbage"]]);
  const side = (name: string) => ({ name, papers: [] });
  expect(identifyAuthors(papers).authors).toHaveLength(3);
  const apart = identifyAuthors(papers, {
    decisions: [{ action: "different", one: side("Hans Müller"), other: side("Hans Mueller") }],
  });
  expect(apart.authors).toHaveLength(4);
  const joined = identifyAuthors(papers, {
    decisions: [{ action: "same", one: side("Charles Babbage"), other: side("Hans Müller") }],
  });
  expect(joined.authorOf[4]).toBe(joined.authorOf[0]);
});

test("a decision that nobody's name answers, and one that contradicts an earlier one, are told", () => {
  const side = (name: string, papers: string[] = []) => ({ name, papers });
  const { findings } = identifyAuthors(papersOf([["Ada Byron"], ["Charles Babbage"]]), {
    decisions: [
      { action: "same", one: side("Ada Byron"), other: side("Nobody Here") },
      { action: "same", one: side("Ada Byron"), other: side("Charles Babbage") },
      { action: "different", one: side("Charles Babbage"), other: side("Byron, Ada") },
    ],
  });
  expect(findings.map(({ code }) => code)).toEqual(["decision-idle", "decision-contradicted"]);
});

test("a decision about a name that nobody has in these words is about whoever has its letters", () => {
  const side = (name: string) => ({ name, papers: [] });
  const { authors, findings } = identifyAuthors(papersOf([["Jung-Woo Ha"], ["Ada Byron"]]), {
    decisions: [{ action: "same", one: side("Jungwoo Ha"), other: side("Ada Byron") }],
  });
  expect(findings).toEqual([]);
  expect(authors).toHaveLength(1);
  const apart = identifyAuthors(papersOf([["Jung-Woo Ha"], ["Jungwoo Ha"], ["Ada Byron"]]), {
    decisions: [
      { action: "same", one: side("Jungwoo Ha"), other: side("Ada Byron") },
      { action: "different", one: side("Jungwoo Ha"), other: side("Jung-Woo Ha") },
    ],
  });
  expect(apart.authorOf[1]).toBe(apart.authorOf[2]);
  expect(apart.authorOf[0]).not.toBe(apart.authorOf[1]);
});

test("the order of the records does not matter", () => {
  const records = papersOf([
    ["Min Soo Kim", "Ada Byron", "Hans Müller"],
    ["Minsoo Kim", "Ada Byron"],
    ["M. Kim", "Hans Mueller"],
    ["Kim Minsoo", "Charles Babbage"],
    ["Wei Li", "Li Wei"],
    ["Wei Li", "Wei Li"],
  ]).map(({ id, title, authors }, at): SourceRecord => {
    const source = { file: "a.bib", format: "bibtex", record: at + 1, line: at + 1 };
    return { source, ids: {}, title: `${title} ${id}`, authors };
  });
  const described = (order: readonly SourceRecord[]): unknown => {
    const { papers } = linkRecords(order);
    return { papers: papers.map(({ id }) => id), ...identifyAuthors(papers) };
  };
  const inOrder = described(records);
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
      expect(described(shuffled)).toEqual(inOrder);
    }),
    { numRuns: 30 },
  );
});

test("identifying twice finds the same, and joining again what is joined changes nothing", () => {
  fc.assert(
    fc.property(collections, (papers) => {
      const weighed = weighNames(papers);
      const once = settle(weighed, "normal");
      expect(settle(weighed, "normal")).toEqual(once);
      const joined = uniteNodes(weighed, THRESHOLDS.normal);
      const links = { ...weighed.links, same: [...joined.personOf].map((person, node) => [person, node] as const) };
      expect(uniteNodes({ ...weighed, links }, THRESHOLDS.normal).personOf).toEqual(joined.personOf);
    }),
  );
});

test("a split by papers makes an author of its own, with its label", () => {
  const papers = papersOf([["Ada Byron"], ["Ada Byron"], ["Ada Byron"]]);
  const { authors, authorOf } = identifyAuthors(papers, {
    decisions: [{ action: "split", one: { name: "Ada Byron", papers: ["p001"] }, label: "Ada Byron (2)" }],
  });
  expect(authors.map(({ name }) => name).sort()).toEqual(["Ada Byron", "Ada Byron (2)"]);
  expect(authorOf[0]).toBe(authorOf[2]);
  expect(authorOf[1]).not.toBe(authorOf[0]);
});

test("ids of one kind that differ keep one name apart, and equal ones join names that nothing relates", () => {
  const papers = papersOf([["Ada Byron"], ["Ada Byron"], ["Augusta King"]]).map((paper, i) => ({
    ...paper,
    authors: paper.authors.map((author) => ({ ...author, orcid: ["0000-0001", "0000-0002", "0000-0001"][i] })),
  }));
  const { authorOf, cases } = identifyAuthors(papers);
  expect(authorOf[0]).not.toBe(authorOf[1]);
  expect(authorOf[0]).toBe(authorOf[2]);
  expect(cases.map(({ relation, outcome }) => `${relation} ${outcome}`)).toContain("same-id merged");
});

test("two names with two ids in common are one case, which tells both", () => {
  const ids = { orcid: "0000-0001", ids: ["s2:15"] };
  const papers = papersOf([["Ada Byron"], ["Augusta King"]]).map((paper) => ({
    ...paper,
    authors: paper.authors.map((author) => ({ ...author, ...ids })),
  }));
  const same = identifyAuthors(papers).cases.filter(({ relation }) => relation === "same-id");
  expect(same.map(({ evidence }) => evidence.map(({ detail }) => detail))).toEqual([
    ["both are orcid:0000-0001 and s2:15 to their source"],
  ]);
});

test("a name whose first word is elsewhere a family name and whose last a given name is told, and stays", () => {
  const lees = ["Anna Lee", "Boram Lee", "Sujin Lee", "Daun Lee", "Jieun Lee", "Erin Lee", "Hodong Lee", "Injae Lee"];
  const names = [...lees, "Juhan Lee", "Junwoo Lee", "Mingu Lee", "Nayeon Lee", "Sujung Lee", "Yesol Lee", "Yebin Lee"];
  const { findings, authors } = identifyAuthors(papersOf([[...names, "Jonghyun Kim"], ["Lee Jonghyun"]]));
  expect(findings.map(({ code }) => code)).toEqual(["name-inverted"]);
  expect(findings[0].detail).toMatch(/^"Lee Jonghyun" may be/);
  expect(authors.map(({ name }) => name)).toContain("Lee Jonghyun");
});
