import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach } from "vitest";
import { ensureBuilt, ROOT } from "../built.ts";

/** The command as a user runs it: the built one. */
export const COMMAND = join(ROOT, "scripts/coterie.mjs");

export interface WorkingFolder {
  /** The path of the folder, or of something in it. */
  at(name?: string): string;
  /** The names of what is in it, in order. */
  names(): string[];
  /** What the files of a folder in it hold, or what a file in it holds, to be compared. */
  contents(name: string): Map<string, string>;
  /** Runs the command there and waits for it. */
  coterie(args: readonly string[], input?: string): ReturnType<typeof runCommand>;
}

/**
 * A folder of its own for each test of the file that calls this, with the given files in it, and gone after the test.
 *
 * @param files What stands in the folder when a test begins, by name.
 */
export function workingFolder(files: Readonly<Record<string, string>>): WorkingFolder {
  let folder = "";
  beforeAll(() => {
    ensureBuilt(["dist/command/coterie.js"], ["src", "scripts", "vite.config.ts", "package.json"], "build:command");
  }, 120_000);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "coterie-test-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    at: (name = "") => join(folder, name),
    names: () => readdirSync(folder).sort(),
    contents: (name) => contentsOf(join(folder, name)),
    coterie: (args, input) => runCommand(folder, args, input),
  };
}

function runCommand(cwd: string, args: readonly string[], input?: string) {
  return spawnSync(process.execPath, [COMMAND, ...args], { cwd, encoding: "utf8", input });
}

function contentsOf(path: string): Map<string, string> {
  const files = statSync(path).isDirectory() ? readdirSync(path).sort() : [""];
  return new Map(files.map((name) => [name, readFileSync(join(path, name)).toString("base64")]));
}
