import { expect, test } from "vitest";
import { canonicalDecisions } from "../../src/identity/canonical-decisions.ts";
import type { IdentityDecision, Preset } from "../../src/model/identity.ts";
import { splitOff } from "../../src/scene/decide.ts";
import { decisionGroups, groupInWords, stepInWords } from "../../src/scene/decision-groups.ts";
import { datasetWithQuestions } from "./questions.ts";
import { ADA, BEN } from "./small-dataset.ts";

const name = (text: string, ...papers: string[]) => ({ name: text, papers });
const same = (one: string, other: string): IdentityDecision => ({ action: "same", one: name(one), other: name(other) });
const different = (one: string, other: string): IdentityDecision => ({
  action: "different",
  one: name(one),
  other: name(other),
});

test("papers that are split off are one decision, however many names they bear, also out of a file", () => {
  const split = splitOff(datasetWithQuestions(), ADA, [0, 3]);
  expect(split).toHaveLength(5);
  for (const decisions of [split, canonicalDecisions(split)]) {
    const groups = decisionGroups(decisions);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ kind: "split", staying: [{ name: "Ada Núñez" }], label: null });
    expect(new Set(groups[0].decisions)).toEqual(new Set(decisions));
    expect(groupInWords(groups[0])).toBe("2 papers of Ada Núñez are another person’s");
  }
});

test("splits of two people are two decisions, and what was answered besides stays by itself", () => {
  const dataset = datasetWithQuestions();
  const decisions = [
    different("Ann Lee", "Anne Lee"),
    ...splitOff(dataset, ADA, [0, 3]),
    same("Bo Kim", "Bob Kim"),
    ...splitOff(dataset, BEN, [7]),
    // About the same name, but all of it: an answer, not part of the split.
    { action: "different", one: name("Ben Kim", "2308.00008"), other: name("Eli Park") } as const,
  ];
  expect(decisionGroups(decisions).map(({ kind }) => kind)).toEqual([
    "different",
    "split",
    "same",
    "split",
    "different",
  ]);
  expect(decisionGroups(decisions).map(groupInWords)).toEqual([
    "Ann Lee and Anne Lee are two people",
    "2 papers of Ada Núñez are another person’s",
    "Bo Kim and Bob Kim are one person",
    "1 paper of Ben Kim is another person’s",
    "Ben Kim and Eli Park are two people",
  ]);
});

test("a name and what it is shown as are one decision, in either order", () => {
  const show: IdentityDecision = { action: "display", one: name("j ha"), label: "Jung-Woo Ha" };
  for (const decisions of [
    [same("J. Ha", "Jung-Woo Ha"), show],
    [show, same("Jung-Woo Ha", "J. Ha")],
  ]) {
    const groups = decisionGroups(decisions);
    expect(groups).toMatchObject([{ kind: "same", label: "Jung-Woo Ha" }]);
    expect(groups[0].decisions).toHaveLength(2);
  }
  expect(decisionGroups([show])).toMatchObject([{ kind: "display", label: "Jung-Woo Ha" }]);
});

test("no decision is lost or told twice", () => {
  const dataset = datasetWithQuestions();
  const decisions: IdentityDecision[] = [
    ...splitOff(dataset, ADA, [0, 3]),
    { action: "split", one: name("Gus", "p1"), label: "Gus the other" },
    { action: "display", one: name("Gus", "p1"), label: "Gus II" },
    same("A", "B"),
    same("B", "C"),
    { action: "display", one: name("B"), label: "Bee" },
    { action: "display", one: name("A"), label: "Ay" },
    different("D", "E"),
  ];
  const told = decisionGroups(decisions).flatMap((group) => group.decisions);
  expect(told).toHaveLength(decisions.length);
  expect(new Set(told)).toEqual(new Set(decisions));
});

test("what is undone is told by what it was about", () => {
  const at = (decisions: IdentityDecision[], preset: Preset = "normal") => ({ decisions, preset });
  const one = [same("A", "B")];
  const both = [...one, ...splitOff(datasetWithQuestions(), BEN, [7])];
  expect(stepInWords(at(one), at(both))).toBe("1 paper of Ben Kim is another person’s");
  expect(stepInWords(at([]), at(both))).toBe("2 decisions");
  expect(stepInWords(at(both), at(one))).toBe("taken back that 1 paper of Ben Kim is another person’s");
  expect(stepInWords(at(both), at([]))).toBe("2 decisions taken back");
  expect(stepInWords(at(one), at([different("A", "B")]))).toBe("A and B are two people");
  expect(stepInWords(at(one), at(one, "strict"))).toBe("names joined by the strict preset");
});
