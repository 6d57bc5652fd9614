import { expect, test } from "vitest";
import { boundedFindings } from "../../src/ingest/bounded-findings.ts";
import { LIMITS } from "../../src/ingest/limits.ts";
import type { Finding } from "../../src/model/finding.ts";
import { readBytes } from "./reading.ts";

const broken = (count: number) => new TextEncoder().encode("@misc{k, note = {x}}\n".repeat(count));

test("as many findings of a code as the limit are listed, and one more is counted", () => {
  const fits = readBytes(broken(LIMITS.findings));
  expect(fits.findings.map(({ code }) => code)).toEqual(Array(LIMITS.findings).fill("entry-empty"));
  const over = readBytes(broken(LIMITS.findings + 1));
  expect(over.records).toBe(LIMITS.findings + 1);
  expect(over.findings).toHaveLength(LIMITS.findings + 1);
  expect(over.findings.at(-1)).toEqual({
    code: "findings-cut",
    severity: "warning",
    file: "test",
    line: LIMITS.findings + 1,
    detail: `The file has ${LIMITS.findings + 1} findings “entry-empty”; the first ${LIMITS.findings} are listed, 1 are not.`,
  });
});

test("each code has its own limit, and the gravest of those that are not listed gives the severity", () => {
  const passed: Finding[] = [];
  const { finding, end } = boundedFindings("f", (one) => passed.push(one));
  for (let i = 0; i < LIMITS.findings; i++) finding({ code: "b", severity: "note", file: "f", line: i, detail: "" });
  finding({ code: "a", severity: "error", file: "f", detail: "" });
  finding({ code: "b", severity: "note", file: "f", line: 7, detail: "" });
  finding({ code: "b", severity: "error", file: "f", line: 8, detail: "" });
  finding({ code: "b", severity: "note", file: "f", line: 9, detail: "" });
  expect(passed).toHaveLength(LIMITS.findings + 1);
  end();
  expect(passed.slice(LIMITS.findings + 1)).toEqual([
    expect.objectContaining({ code: "findings-cut", severity: "error", line: 7 }),
  ]);
  expect(passed.at(-1)?.detail).toContain(`${LIMITS.findings + 3} findings “b”`);
});
