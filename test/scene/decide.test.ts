import { expect, test } from "vitest";
import type { IdentityDecision } from "../../src/model/identity.ts";
import { answerTo, decisionsAbout, decisionsOf, splitOff, withDecisions } from "../../src/scene/decide.ts";
import { datasetWithQuestions } from "./questions.ts";
import { ADA, BEN } from "./small-dataset.ts";

const dataset = datasetWithQuestions();

test("an answer is about names, and about papers only where a namesake stands beside", () => {
  expect(answerTo(dataset, 2, "same")).toEqual({
    action: "same",
    one: { name: "Ben Kim", papers: [] },
    other: { name: "Eli Park", papers: [] },
  });
  const folded = dataset.nodes.folded.map((name, node) => (node === 0 ? "ben kim" : name));
  const twins = { ...dataset, nodes: { ...dataset.nodes, folded } };
  expect(answerTo(twins, 2, "different")).toEqual({
    action: "different",
    one: { name: "Ben Kim", papers: ["1801.00001", "1902.00002", "2308.00008"] },
    other: { name: "Eli Park", papers: [] },
  });
});

test("papers that are split off take their part of the name along, and it stays away from the rest", () => {
  const gone = { name: "Ben Kim", papers: ["2308.00008"] };
  expect(splitOff(dataset, BEN, [7])).toEqual([
    { action: "split", one: gone },
    { action: "different", one: gone, other: { name: "Ben Kim", papers: ["1801.00001", "1902.00002"] } },
  ]);
});

test("names that leave together stay together", () => {
  const [first, second] = [
    { name: "Ada Núñez", papers: ["1801.00001"] },
    { name: "Núñez Ada", papers: ["2104.00004"] },
  ];
  const rest = { name: "Ada Núñez", papers: ["1902.00002", "2206.00006"] };
  expect(splitOff(dataset, ADA, [0, 3])).toEqual([
    { action: "split", one: first },
    { action: "split", one: second },
    { action: "same", one: first, other: second },
    { action: "different", one: first, other: rest },
    { action: "different", one: second, other: rest },
  ]);
});

test("nobody is left without papers by a split", () => {
  expect(splitOff(dataset, BEN, [])).toEqual([]);
  expect(splitOff(dataset, BEN, [0, 1, 7])).toEqual([]);
});

const name = (text: string, ...papers: string[]) => ({ name: text, papers });

test("the last word about two names is the one that counts, whatever their order and spelling", () => {
  const before: IdentityDecision[] = [
    { action: "same", one: name("Ann Lee"), other: name("Anne Lee") },
    { action: "display", one: name("Ann Lee"), label: "Ann" },
    { action: "same", one: name("Ann Lee", "p2", "p1"), other: name("Anne Lee") },
  ];
  const after: IdentityDecision = { action: "different", one: name("ANNE LEE"), other: name("Ann-Lee") };
  expect(withDecisions(before, [after])).toEqual([before[1], before[2], after]);
  const joined: IdentityDecision = { action: "display", one: name("Annlee"), label: "Annlee" };
  expect(withDecisions(before, [joined])).toEqual([...before, joined]);
  const onPapers: IdentityDecision = { action: "different", one: name("Anne Lee"), other: name("Ann Lee", "p1", "p2") };
  expect(withDecisions(before, [onPapers])).toEqual([before[0], before[1], onPapers]);
});

test("what a dataset was made with comes out as it went in", () => {
  const decisions: IdentityDecision[] = [
    { action: "different", one: name("A"), other: name("B", "p1") },
    { action: "display", one: name("A"), label: "Aa" },
    { action: "split", one: name("C", "p1", "p2") },
    { action: "split", one: name("D", "p1"), label: "Dd" },
  ];
  const table = {
    rowCount: 4,
    action: decisions.map(({ action }) => action),
    name: ["A", "A", "C", "D"],
    papers: [[], [], ["p1", "p2"], ["p1"]],
    other: ["B", null, null, null],
    otherPapers: [["p1"], [], [], []],
    label: [null, "Aa", null, "Dd"],
  };
  expect(decisionsOf({ ...dataset, decisions: table })).toEqual(decisions);
});

test("decisions go along to a map that has the people they are about", () => {
  const known: IdentityDecision = { action: "same", one: name("ada nunez"), other: name("Nobody") };
  const unknown: IdentityDecision = { action: "same", one: name("Nobody"), other: name("Somebody") };
  expect(decisionsAbout(dataset, [known, unknown])).toEqual([known]);
});
