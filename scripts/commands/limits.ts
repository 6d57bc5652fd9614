import { LIMIT_TABLE } from "../../src/ingest/limits.ts";
import type { Limit } from "../../src/model/page-limits.ts";
import type { Command } from "../arguments.ts";
import { UsageError } from "../command-error.ts";
import { plainJson } from "../terminal.ts";

const LIMITS: readonly (readonly [name: string, limit: Limit])[] = Object.entries(LIMIT_TABLE);

export const limits: Command = {
  name: "limits",
  summary: "show what one input may cost before something gives way",
  usage: "limits [--json]",
  details: "What is over a limit is a finding; coterie check tells it.",
  options: { json: { help: "as one JSON object" } },
  examples: [
    ["coterie limits", "as a table"],
    ["coterie limits --json", "for programs"],
  ],
  async run({ positionals, values, terminal }) {
    if (positionals.length > 0) throw new UsageError(`limits takes no inputs, but "${positionals[0]}" is given.`);
    await terminal.print(values.has("json") ? [`${plainJson(LIMIT_TABLE, 2)}\n`] : asText());
  },
};

function* asText(): Generator<string> {
  const rows = LIMITS.map(([name, { value, unit, meaning }]) => [name, grouped(value), unit, meaning]);
  const width = (column: number) => Math.max(...rows.map((row) => row[column].length));
  for (const [name, value, unit, meaning] of rows) {
    yield `${name.padEnd(width(0))}  ${value.padStart(width(1))} ${unit.padEnd(width(2))}  ${meaning}\n`;
  }
}

/** 65536 → "65,536", whatever the locale. */
export function grouped(value: number): string {
  const digits = String(value);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(",");
}
