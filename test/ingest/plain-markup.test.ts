import { expect, test } from "vitest";
import { LIMITS } from "../../src/ingest/limits.ts";
import { withoutMarkup } from "../../src/ingest/plain-markup.ts";

test("markup goes, and what is escaped is read, once more where it was escaped twice", () => {
  expect(withoutMarkup("H<sub>2</sub>O &amp; more, a &amp;lt; b")).toBe("H2O & more, a < b");
  expect(withoutMarkup("<jats:p>One.</jats:p><jats:p>Two.</jats:p>")).toBe(" One.  Two. ");
});

test("far beyond the limit of a field markup stays, so that the field is still too long and is told of", () => {
  const text = "<b>".repeat(16 * LIMITS.fieldLength);
  const left = withoutMarkup(text) ?? "";
  expect(left.length).toBeGreaterThan(16 * LIMITS.fieldLength);
  expect(text.endsWith(left)).toBe(true);
});
