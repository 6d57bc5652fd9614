import { expect, test } from "vitest";
import { cutLine, inTwoLines } from "../../src/scene/short-lines.ts";

test("a text breaks at the space nearest to its middle, and one without a space does not", () => {
  expect(inTwoLines("transparent ZnO-based inverter circuits")).toEqual(["transparent ZnO-based", "inverter circuits"]);
  expect(inTwoLines("MLOps")).toBeNull();
});

test("a line ends in an ellipsis after 28 characters, which may be outside the first plane", () => {
  expect(cutLine("abcdefghijklmnopqrstuvwxyzäö")).toBe("abcdefghijklmnopqrstuvwxyzäö");
  expect(cutLine("abcdefghijklmnopqrstuvwxyzäöü")).toBe("abcdefghijklmnopqrstuvwxyzä…");
  expect(cutLine("𠀀".repeat(30))).toBe(`${"𠀀".repeat(27)}…`);
});
