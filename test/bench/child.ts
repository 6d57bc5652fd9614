import { spawn } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Figures } from "./benchmark.ts";
import { memoryPeak } from "./memory.ts";

/** Where a child writes its figures; its standard output is the command's. */
const FIGURES_FD = 3;
const SELF = fileURLToPath(import.meta.url);

/** Runs this program again with `args` and gives the figures that it answers with. */
export function inChild(args: readonly string[], options: ChildOptions = {}): Promise<Figures> {
  const output = options.output === undefined ? "ignore" : openSync(options.output, "w");
  const entry = process.argv[1] ?? SELF;
  const child = spawn(process.execPath, ["--expose-gc", ...(options.node ?? []), entry, ...args], {
    stdio: ["ignore", output, "inherit", "pipe"],
  });
  if (typeof output === "number") closeSync(output);
  let answer = "";
  child.stdio[FIGURES_FD]?.on("data", (chunk: Buffer) => {
    answer += chunk.toString();
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => {
      if (code === 0 && answer !== "") done(JSON.parse(answer));
      else fail(new Error(`${args.join(" ")} ended with ${signal ?? code}.`));
    });
  });
}

export interface ChildOptions {
  /** A file for its standard output, which is else dropped. */
  readonly output?: string;
  /** Options of Node: `--max-old-space-size=512`. */
  readonly node?: readonly string[];
}

export function answer(figures: Figures): void {
  writeSync(FIGURES_FD, JSON.stringify(figures));
}

/**
 * Runs a script of Node (path from the current folder) as users do, in a process of its own: `cpu`, `wall` and `peak` are
 * the whole process's, start and end included.
 */
export async function command(script: string, args: readonly string[], options: ChildOptions = {}): Promise<Figures> {
  const from = performance.now();
  const figures = await inChild(["--command", resolve(script), ...args], options);
  return { ...figures, wall: (performance.now() - from) / 1000 };
}

/** The other side of `command`: runs the script and answers when the process ends. */
export async function runCommand([script, ...args]: readonly string[]): Promise<void> {
  process.argv.splice(1, process.argv.length, script, ...args);
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    answer({ cpu: (user + system) / 1e6, peak: memoryPeak() / 1e6 });
  });
  await import(/* @vite-ignore */ pathToFileURL(script).href);
}
