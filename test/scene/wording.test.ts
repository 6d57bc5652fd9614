import { expect, test } from "vitest";
import {
  briefName,
  counted,
  decimal,
  listed,
  percent,
  startsOf,
  thousands,
  wholeName,
  yearSpan,
} from "../../src/scene/wording.ts";

test("thousands are grouped by commas", () => {
  expect([0, 7, 999, 1000, 70_876, 1_234_567].map(thousands)).toEqual([
    "0",
    "7",
    "999",
    "1,000",
    "70,876",
    "1,234,567",
  ]);
});

test("one is singular, all else is plural", () => {
  expect([0, 1, 2].map((count) => counted(count, "paper"))).toEqual(["0 papers", "1 paper", "2 papers"]);
  expect(counted(336, "person", "people")).toBe("336 people");
});

test("a share that is there is never said to be 0 %", () => {
  expect([0, 0.001, 0.005, 0.324, 1].map(percent)).toEqual(["0 %", "< 1 %", "1 %", "32 %", "100 %"]);
});

test("a span of years is one year where both are the same, and nothing where none is known", () => {
  expect(yearSpan(2017, 2024)).toBe("2017–2024");
  expect(yearSpan(2017, 2017)).toBe("2017");
  expect(yearSpan(null, 2024)).toBe("2024");
  expect(yearSpan(null, null)).toBeNull();
});

test("agreement is told in starts", () => {
  expect(startsOf(Math.fround(58 / 64), 64)).toBe("58 of 64 starts");
  expect(startsOf(1, 1)).toBe("1 of 1 start");
});

test("a weight keeps the digits that tell something", () => {
  expect([1 / 12, 2, 1.5, 0.5].map(decimal)).toEqual(["0.083", "2", "1.5", "0.50"]);
});

test("a list ends with and", () => {
  expect(listed([])).toBe("");
  expect(listed(["A"])).toBe("A");
  expect(listed(["A", "B", "C"])).toBe("A, B and C");
});

test("a name that may be cut is told whole, and no other is told twice", () => {
  expect([wholeName("n".repeat(60)), wholeName("n".repeat(61))]).toEqual([undefined, "n".repeat(61)]);
});

test("a very long name is cut within sentences, and between whole characters", () => {
  expect(briefName("Speech and dialogue")).toBe("Speech and dialogue");
  expect(briefName("x".repeat(60))).toBe("x".repeat(60));
  expect(briefName("x".repeat(61))).toBe(`${"x".repeat(59)}…`);
  expect(briefName(`${"x".repeat(58)}😀${"y".repeat(9)}`).isWellFormed()).toBe(true);
});
