import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalDecisions } from "../../src/identity/canonical-decisions.ts";
import { DECISION_LIMITS, readDecisions, writeDecisions } from "../../src/identity/decisions.ts";
import { foldedName } from "../../src/identity/name-forms.ts";
import type { DecidedName, IdentityDecision } from "../../src/model/identity.ts";
import { cleanText } from "../../src/model/text.ts";

const same = (one: string, other: string): IdentityDecision => ({
  action: "same",
  one: { name: one, papers: [] },
  other: { name: other, papers: [] },
});

const anyText = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '"quoted"',
      '"',
      '""',
      "=1+1",
      "'=1",
      "# no comment",
      "a\tb",
      "김지훈",
      "Jung-Woo Ha",
      "same",
      "?",
      "action",
    ),
  )
  .map((text) => cleanText(text))
  .filter((text) => text !== "");
const anyPaper = fc
  .oneof(fc.constantFrom("P19-1023", "2404.01954", '"x"', "=p", "#1"), anyText)
  .map((text) => text.replace(/\s/gu, ""))
  .filter((text) => text !== "");
const anySide: fc.Arbitrary<DecidedName> = fc.record({ name: anyText, papers: fc.array(anyPaper, { maxLength: 3 }) });
const anyDecision: fc.Arbitrary<IdentityDecision> = fc.oneof(
  fc
    .record({ action: fc.constantFrom("same" as const, "different" as const), one: anySide, other: anySide })
    .filter(({ one, other }) => foldedName(one.name) !== foldedName(other.name)),
  fc.record({ action: fc.constant("display" as const), one: anySide, label: anyText }),
  fc
    .record(
      { action: fc.constant("split" as const), one: anySide, label: anyText },
      { requiredKeys: ["action", "one"] },
    )
    .filter(({ one }) => one.papers.length > 0),
);

test("what is written is read back, in canonical order", () => {
  fc.assert(
    fc.property(fc.array(anyDecision, { maxLength: 6 }), (decisions) => {
      const canonical = canonicalDecisions(decisions);
      expect(readDecisions(writeDecisions(decisions))).toEqual({ decisions: canonical, findings: [] });
      expect(writeDecisions(canonical)).toBe(writeDecisions(decisions));
    }),
  );
});

test("neither the order of lines nor the order of columns matters, nor what a spreadsheet adds", () => {
  fc.assert(
    fc.property(
      fc.array(anyDecision, { maxLength: 6 }).chain((decisions) =>
        fc.record({
          decisions: fc.constant(decisions),
          lines: fc.shuffledSubarray([...decisions.keys()], { minLength: decisions.length }),
        }),
      ),
      ({ decisions, lines }) => {
        const shuffled = lines.map((line) => decisions[line]);
        expect(writeDecisions(shuffled)).toBe(writeDecisions(decisions));
        const [header, ...rows] = writeDecisions(decisions).slice(0, -1).split("\n");
        const turned = [header, ...rows.toReversed()].map((row) => `note\t${row.split("\t").toReversed().join("\t")}`);
        expect(readDecisions(`\ufeff# mine\r\n\r\n${turned.join("\r\n")}`)).toEqual(
          readDecisions(writeDecisions(decisions)),
        );
      },
    ),
  );
});

test("the file is plain: a header, then one decision a line, by action and folded name", () => {
  const text = writeDecisions([
    { action: "split", one: { name: "Yang Liu", papers: ["P19-1023", "D14-1001"] }, label: "Yang Liu (Tsinghua)" },
    same("Na-Hyeon Ryu", "Nahyeon  Ryoo"),
    { action: "display", one: { name: "jung-woo ha", papers: [] }, label: "Jung-Woo Ha" },
    same("Jungwoo Ha", "Ha Jungwoo"),
    { action: "different", one: { name: "Wei Wang", papers: ["b"] }, other: { name: "Wei Wang", papers: ["a"] } },
  ]);
  expect(text.split("\n")).toEqual([
    "action\tname\tpapers\tother\tother_papers\tlabel",
    "different\tWei Wang\ta\tWei Wang\tb\t",
    "display\tjung-woo ha\t\t\t\tJung-Woo Ha",
    "same\tHa Jungwoo\t\tJungwoo Ha\t\t",
    "same\tNa-Hyeon Ryu\t\tNahyeon  Ryoo\t\t",
    "split\tYang Liu\tD14-1001 P19-1023\t\t\tYang Liu (Tsinghua)",
    "",
  ]);
});

test("two lines that say the same of the same folded names, either way round, are one decision", () => {
  const { decisions } = readDecisions("same\tHa Jung Woo\t\tJUNG-WOO HA\nsame\tJung-Woo Ha\t\tHa Jung-Woo\n");
  expect(decisions).toEqual([same("Ha Jung Woo", "JUNG-WOO HA")]);
});

test("a line without an action, or with a question mark, decides nothing and is no fault", () => {
  const text = "score\taction\tname\tother\n2.5\t?\tA Kim\tB Kim\n2.4\t\tA Kim\tC Kim\n2.3\tsame\tA Kim\tD Kim\n";
  expect(readDecisions(text)).toEqual({ decisions: [same("A Kim", "D Kim")], findings: [] });
});

test("a line that cannot be followed is told with its number, and the others are followed", () => {
  const long = "x".repeat(DECISION_LIMITS.nameLength + 1);
  const text = [
    "action\tname\tpapers\tother\tother_papers\tlabel",
    "join\tA Kim\t\tB Kim",
    "same\tA Kim",
    "same\t\t\tB Kim",
    "different\tA Kim\t\tA-Kim",
    "split\tA Kim",
    "display\tA Kim",
    `display\t${long}\t\t\t\tAda`,
    `split\tA Kim\t${"p ".repeat(DECISION_LIMITS.papers + 1)}`,
    "different\tA Kim\tp1\tA Kim\tp2",
  ].join("\n");
  const { decisions, findings } = readDecisions(text, "identity.tsv");
  expect(decisions).toEqual([
    { action: "different", one: { name: "A Kim", papers: ["p1"] }, other: { name: "A Kim", papers: ["p2"] } },
  ]);
  expect(findings.map(({ line, detail }) => `${line}: ${detail}`)).toEqual([
    "2: This decision is not followed: “join” is none of different, display, same, split.",
    "3: This decision is not followed: it lacks the name of the other side.",
    "4: This decision is not followed: it lacks the name.",
    "5: This decision is not followed: its two sides are the same.",
    "6: This decision is not followed: it lacks the papers to split off.",
    "7: This decision is not followed: it lacks the label to display.",
    `8: This decision is not followed: “${"x".repeat(59)}…” has more than 1000 characters.`,
    "9: This decision is not followed: it names 20001 papers, more than can be kept.",
  ]);
  expect(findings.every((one) => one.file === "identity.tsv" && one.code === "decision-skipped")).toBe(true);
});

test("whoever says that two are the same and gives a label has decided both", () => {
  expect(readDecisions("same\tA Kim\t\tB Kim\t\tAda Kim\n").decisions).toEqual([
    { action: "display", one: { name: "A Kim", papers: [] }, label: "Ada Kim" },
    same("A Kim", "B Kim"),
  ]);
});

test("a text that is no file of decisions is one finding, however long it is", () => {
  const { decisions, findings } = readDecisions("@article{one,\n  title={The first}\n}\n", "papers.bib");
  expect(decisions).toEqual([]);
  expect(findings).toEqual([
    {
      code: "decisions-unknown",
      severity: "error",
      file: "papers.bib",
      line: 1,
      detail:
        "This is no file of decisions about names: it begins with “@article{one,”, neither a header nor an action.",
    },
  ]);
});

test("of very many bad lines the first are told and the others counted", () => {
  const { findings } = readDecisions(`action\tname\n${"same\n".repeat(DECISION_LIMITS.findings + 5)}`);
  expect(findings).toHaveLength(DECISION_LIMITS.findings + 1);
  expect(findings.at(-1)?.detail).toBe("5 more lines are not followed.");
});

test("any text is read without an exception", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => void readDecisions(text)));
});
