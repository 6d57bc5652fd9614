import fc from "fast-check";
import { expect, test } from "vitest";
import { choiceFrom, historyFrom, historyText } from "../../src/app/store/kept-decisions.ts";
import type { IdentityChoice, IdentityDecision } from "../../src/model/identity.ts";

const name = (text: string, ...papers: string[]) => ({ name: text, papers });
const A: IdentityDecision = { action: "same", one: name("A"), other: name("B", "p1") };
const B: IdentityDecision = { action: "display", one: name("A"), label: "Aa" };
const C: IdentityDecision = { action: "split", one: name("C", "p1") };
const choice = (decisions: readonly IdentityDecision[], preset: IdentityChoice["preset"] = "normal") => ({
  preset,
  decisions,
});

test("what is decided comes back with every step back and forward", () => {
  const history = {
    choice: choice([A, B]),
    past: [choice([]), choice([C]), choice([C, A]), choice([A], "strict"), choice([A])],
    future: [choice([A, B, C]), choice([B, C]), choice([], "generous")],
  };
  expect(historyFrom(JSON.parse(historyText(history)))).toEqual(history);
});

test("steps cost what they change, however many decisions there are", () => {
  const many = Array.from({ length: 300 }, (_, i): IdentityDecision => ({ ...A, one: name(`A ${i}`) }));
  const past = many.map((_, i) => choice(many.slice(0, i)));
  const text = historyText({ choice: choice(many), past, future: [] });
  expect(text.length).toBeLessThan(1.2 * JSON.stringify(choice(many)).length);
  // The farthest steps are left out, and the nearest are as they were.
  expect(historyFrom(JSON.parse(text))?.past).toEqual(past.slice(-100));
});

test("steps that are too much to keep are left out, and what is decided is not", () => {
  const some = (letter: string) =>
    Array.from({ length: 3000 }, (_, i): IdentityDecision => ({ ...A, one: name(`${letter} ${i}`) }));
  const [first, second, third] = ["A", "B", "C"].map((letter) => choice(some(letter)));
  const read = historyFrom(JSON.parse(historyText({ choice: third, past: [first, second], future: [] })));
  expect(read).toEqual({ choice: third, past: [second], future: [] });
});

test("decisions that were kept without their history are read", () => {
  expect(historyFrom(choice([A]))).toEqual({ choice: choice([A]), past: [], future: [] });
});

test("whatever stands there is read without an exception, and only what is a decision is taken", () => {
  const broken = { ...choice([A]), past: [{ preset: "normal", keep: 7, rest: [] }], future: [{ keep: 0 }, 3] };
  expect(historyFrom(broken)).toEqual({ choice: choice([A]), past: [], future: [] });
  expect(historyFrom({ preset: "lax", decisions: [] })).toBeNull();
  expect(choiceFrom({ preset: "strict", decisions: [A, { action: "same", one: name("A") }, 1] })).toEqual(
    choice([A], "strict"),
  );
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (decisions, past, future) => {
      historyFrom({ preset: "normal", decisions, past, future });
      historyFrom({ preset: "normal", decisions: [A], past: [past, { preset: "strict", keep: past, rest: future }] });
    }),
  );
});
