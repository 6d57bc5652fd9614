import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { grouped, limits } from "../../scripts/commands/limits.ts";
import { LIMIT_TABLE, LIMITS } from "../../src/ingest/limits.ts";

/** What the command prints. */
async function printed(...switches: readonly string[]): Promise<string> {
  const pieces: string[] = [];
  const terminal = {
    print: async (more: Iterable<string>) => {
      pieces.push(...more);
    },
    warn: () => {},
    progress: () => {},
  };
  const values = new Map(switches.map((name) => [name, true] as const));
  await limits.run({ positionals: [], values, lists: new Map(), terminal, root: new URL("file:///") });
  return pieces.join("");
}

test("limits prints every limit with its value, unit and meaning", async () => {
  const lines = (await printed()).trimEnd().split("\n");
  expect(lines).toHaveLength(Object.keys(LIMITS).length);
  expect(lines[0]).toMatch(/^headBytes +65,536 bytes +of a file's beginning by which its format is recognised$/);
  expect(JSON.parse(await printed("json"))).toEqual(LIMIT_TABLE);
});

test("the README has the same table", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const [, after] = readme.split("| limit | | meaning |\n| --- | --- | --- |\n");
  const rows = Object.entries(LIMIT_TABLE).map(
    ([name, { value, unit, meaning }]) => `| \`${name}\` | ${grouped(value)} ${unit} | ${meaning} |\n`,
  );
  expect(after.split("\n\n")[0]).toBe(rows.join("").trimEnd());
});

test("digits stand in groups of three", () => {
  expect([0, 16, 999, 1_000, 1_048_576].map(grouped)).toEqual(["0", "16", "999", "1,000", "1,048,576"]);
});
