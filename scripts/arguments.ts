import { parseArgs } from "node:util";
import { FORMAT_NAMES } from "../src/model/format-names.ts";
import { UsageError } from "./command-error.ts";
import type { Terminal } from "./terminal.ts";

/** One option, from which both the parsing and `--help` follow. */
export interface Option {
  readonly short?: string;
  /** What stands for the value in the help; without it the option is a switch. */
  readonly value?: string;
  /** May be given more than once. */
  readonly many?: boolean;
  readonly help: string;
}

/** What a command is given. */
export interface Invocation {
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, string | true>;
  /** All values of the options that may be given more than once. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly terminal: Terminal;
  /** The folder of the project, with package.json and dist. */
  readonly root: URL;
}

/** One command: the record from which it is found, parsed, explained and run. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly details?: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly (readonly [command: string, does: string])[];
  run(invocation: Invocation): Promise<void>;
}

export const HELP: Option = { short: "h", help: "show this help" };

/** Parses what follows the command's name; throws `UsageError` with one sentence. */
export function parseFor(
  command: Command,
  args: readonly string[],
): Pick<Invocation, "positionals" | "values" | "lists"> {
  const options = Object.entries({ ...command.options, help: HELP }).map(([name, { short, value, many }]) => [
    name,
    {
      type: value === undefined ? "boolean" : "string",
      ...(short === undefined ? {} : { short }),
      multiple: many ?? false,
    },
  ]);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(options),
      allowPositionals: true,
      strict: true,
    });
    const given = Object.entries(values) as [string, string | true | string[]][];
    return {
      positionals,
      values: new Map(given.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])),
      lists: new Map(given.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value] as const] : []))),
    };
  } catch (error) {
    throw new UsageError(`${sentenceOf(error)} See "coterie ${command.name} --help".`);
  }
}

/** The first sentence of `parseArgs`' messages says it all; what follows explains its own syntax. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first] = message.split(/\. |\n/);
  const missing = /^Option '([^']*)' argument (is ambiguous|missing)/.exec(first);
  if (missing !== null) {
    const option = missing[1].replace(" <value>", "");
    // A value that begins with a dash could be an option; no option of ours takes a negative number.
    if (missing[2] === "is ambiguous") return `${option} takes no value that begins with "-".`;
    return `${option} needs a value.`;
  }
  return first.endsWith(".") ? first : `${first}.`;
}

/** The value of an option as a number within bounds, or `otherwise` where it is not given. */
export function numberOption(
  { values }: Pick<Invocation, "values">,
  name: string,
  bounds: { readonly least: number; readonly most: number; readonly whole: boolean },
  otherwise: number,
): number {
  const given = values.get(name);
  if (given === undefined) return otherwise;
  const value = typeof given === "string" && given.trim() !== "" ? Number(given) : Number.NaN;
  const { least, most, whole } = bounds;
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
    throw new UsageError(
      `--${name} takes ${whole ? "a whole number" : "a number"} from ${least} to ${most}, not "${given}".`,
    );
  }
  return value;
}

/** The value of an option as one of `allowed`. */
export function wordOption<T extends string>(
  { values }: Pick<Invocation, "values">,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const given = values.get(name);
  if (given === undefined) return undefined;
  const found = allowed.find((one) => one === given);
  if (found === undefined) throw new UsageError(`--${name} is one of ${allowed.join(", ")}, not "${given}".`);
  return found;
}

export function textOption({ values }: Pick<Invocation, "values">, name: string): string | undefined {
  const given = values.get(name);
  return typeof given === "string" ? given : undefined;
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const { usage, summary, details, options, examples } = command;
  return [
    `Usage: coterie ${usage}`,
    "",
    `${summary[0].toUpperCase()}${summary.slice(1)}.${details === undefined ? "" : ` ${details}`}`,
    "",
    "Options:",
    ...table(Object.entries({ ...options, help: HELP }).map(([name, option]) => [flag(name, option), option.help])),
    "",
    "Examples:",
    ...table(examples),
    "",
  ].join("\n");
}

/** The help of all. */
export function generalHelp(commands: readonly Command[]): string {
  return [
    "Usage: coterie <command> [options]",
    "",
    "Turns a bibliography into a map of its people: who writes with whom, in which teams.",
    "",
    "Commands:",
    ...table(commands.map(({ name, summary }) => [name, summary])),
    "",
    "Options:",
    ...table([
      ["-h, --help", "show this help, or a command's: coterie build --help"],
      ["    --version", "show the version"],
    ]),
    "",
    "Examples:",
    ...table(commands.map(({ examples }) => examples[0])),
    "",
    "Formats, told by what files hold and not by their names:",
    ...wrapped([...FORMAT_NAMES.values()].join(", ")),
    "",
    "Exit codes: 0 done, 1 no input readable or a broken dataset, 2 wrong usage, 130 or 143 stopped by a signal.",
    "",
  ].join("\n");
}

/** Lines of at most 100 characters, indented. */
function wrapped(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines[lines.length - 1].length + word.length > 96) lines.push("");
    lines[lines.length - 1] += ` ${word}`;
  }
  return lines.map((line) => ` ${line}`);
}

function flag(name: string, { short, value }: Option): string {
  return `${short === undefined ? "   " : `-${short},`} --${name}${value === undefined ? "" : ` <${value}>`}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
