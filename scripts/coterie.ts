import { readFile } from "node:fs/promises";
import { type Command, commandHelp, generalHelp, parseFor } from "./arguments.ts";
import { CommandError, UsageError } from "./command-error.ts";
import { build } from "./commands/build.ts";
import { check } from "./commands/check.ts";
import { exportDataset } from "./commands/export.ts";
import { identity } from "./commands/identity.ts";
import { limits } from "./commands/limits.ts";
import { read } from "./commands/read.ts";
import { serve } from "./commands/serve.ts";
import { site } from "./commands/site.ts";
import { stats } from "./commands/stats.ts";
import { oneLine, type Terminal, terminal } from "./terminal.ts";

const COMMANDS: readonly Command[] = [build, read, check, identity, stats, exportDataset, serve, site, limits];

/** Runs the command line of this process. `root` is the folder with package.json and dist. */
export async function main(root: URL): Promise<void> {
  // A reader that has seen enough, as `head` has, is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  const to = terminal();
  try {
    await run(process.argv.slice(2), root, to);
  } catch (error) {
    to.progress(null);
    to.warn(`coterie: ${messageOf(error)}`);
    process.exitCode = error instanceof CommandError ? error.exitCode : 1;
  }
}

async function run(args: readonly string[], root: URL, to: Terminal): Promise<void> {
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError('No command is given. "coterie --help" shows all.');
  if (name === "--help" || name === "-h" || name === "help") {
    const asked = COMMANDS.find((command) => command.name === rest[0]);
    return to.print([asked === undefined ? generalHelp(COMMANDS) : commandHelp(asked)]);
  }
  if (name === "--version") {
    const { version } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
    return to.print([`${version}\n`]);
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const names = COMMANDS.map((one) => one.name).join(", ");
    throw new UsageError(`There is no command "${name}"; there are ${names}. "coterie --help" explains them.`);
  }
  const { positionals, values, lists } = parseFor(command, rest);
  if (values.has("help")) return to.print([commandHelp(command)]);
  await command.run({ positionals, values, lists, terminal: to, root });
}

/** One line. A bug of ours says where it is, since there is nothing that the user could do about it. */
function messageOf(error: unknown): string {
  if (error instanceof CommandError) return oneLine(error.message);
  if (!(error instanceof Error)) return oneLine(String(error));
  if (isBeyondLimits(error))
    return `The inputs are larger than Node can hold (${oneLine(error.message)}); give a part of them.`;
  return `This is a bug of coterie, please report it: ${error.stack ?? error.message}`;
}

/** What V8 throws where a map, a text or an array would grow beyond its limits, or memory for an array is not to be had. */
export function isBeyondLimits(error: Error): boolean {
  return (
    error instanceof RangeError &&
    /^(?:Map maximum size exceeded|Set maximum size exceeded|Invalid (?:array|string|typed array) length|Array buffer allocation failed)/.test(
      error.message,
    )
  );
}
