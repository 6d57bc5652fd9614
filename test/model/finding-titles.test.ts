import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingTitle, TITLED_CODES } from "../../src/model/finding-titles.ts";

const SOURCES = ["src/ingest", "src/identity", "src/pipeline", "scripts"].map((folder) =>
  join(import.meta.dirname, "../..", folder),
);
/** Where a code stands in the source: the first thing said of a finding. */
const CODE =
  /(?:\bcode: |\b(?:report|doubt|tell|finding|GzipError|problem)\(\s*|\bsource, )"([a-z\d]+(?:-[a-z\d]+)+)"/g;
/** Symptoms of the doctor, which have labels of their own. */
const SYMPTOMS =
  /^(?:records-no-paper|duplicates-linked|authors-truncated|group-authors|editors-as-authors|names-(?:capital|swapped)|large-papers|years-.*)$/;

test("every finding has a title in plain words, and no title is a code", () => {
  const codes = new Set<string>();
  for (const folder of SOURCES) {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      for (const [, code] of readFileSync(join(folder, file), "utf8").matchAll(CODE)) codes.add(code);
    }
  }
  expect(codes.size).toBeGreaterThan(70);
  expect([...codes].filter((code) => !TITLED_CODES.has(code) && !SYMPTOMS.test(code))).toEqual([]);
  for (const code of TITLED_CODES) expect(findingTitle(code)).not.toBe(code.replaceAll("-", " "));
});

test("a code of another version is still said", () => {
  expect(findingTitle("never-heard-of")).toBe("never heard of");
});
