import type { Dirent, Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { isAboutAFolder } from "../src/model/about-a-folder.ts";
import { inputNames } from "../src/model/input-names.ts";
import { byCodeUnit } from "../src/model/order.ts";
import { reasonOf } from "./command-error.ts";
import { isGlob, matchesSegment } from "./glob.ts";

/** A file to read. */
export interface InputFile {
  /** Null for standard input. */
  readonly path: string | null;
  /** What records and findings call it: the base name, with as much of its path as tells it from the others. */
  readonly name: string;
}

export interface Inputs {
  readonly files: readonly InputFile[];
  /** What was asked for and is not there, or is no file. */
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
}

export const STDIN_NAME = "stdin";

/**
 * The files meant by the arguments: files, folders (everything below them but hidden files, readmes and licences), globs (`*`, `?`, `**`)
 * and `-` for standard input. A file that is meant twice is read once.
 */
export async function findInputs(args: readonly string[]): Promise<Inputs> {
  const found = new Map<string, string>();
  const missing: { name: string; reason: string }[] = [];
  let stdin = false;
  for (const arg of args) {
    if (arg === "-") {
      stdin = true;
      continue;
    }
    try {
      const paths = await pathsOf(arg);
      if (paths.length === 0) missing.push({ name: lastSegment(arg), reason: "there is no file to read" });
      for (const path of paths) found.set(await realpath(path), resolve(path));
    } catch (error) {
      missing.push({ name: lastSegment(arg), reason: reasonOf(error) });
    }
  }
  const paths = [...found.values()].sort(byCodeUnit);
  const names = inputNames(paths.map((path) => path.split(sep).join("/")));
  const files: InputFile[] = paths.map((path, i) => ({ path, name: names[i] }));
  return { files: stdin ? [...files, { path: null, name: STDIN_NAME }] : files, missing };
}

async function pathsOf(arg: string): Promise<string[]> {
  const status = await statOrNull(arg);
  if (status === null) {
    if (isGlob(arg)) return glob(arg);
    throw Object.assign(new Error("ENOENT: no such file or folder"), { code: "ENOENT" });
  }
  return status.isDirectory() ? filesBelow(arg) : [arg];
}

/** Everything below a folder, in order; links to folders are not followed, so there are no circles. */
async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (isAboutAFolder(entry.name)) continue;
    if (entry.isDirectory()) files.push(...(await filesBelow(path)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await statOrNull(path))?.isFile())) files.push(path);
  }
  return files;
}

async function glob(pattern: string): Promise<string[]> {
  const segments = pattern.split(/[/\\]/);
  const root = pattern.startsWith("/") ? "/" : ".";
  const found = await globBelow(
    root,
    segments.filter((segment) => segment !== ""),
  );
  return [...new Set(found)].sort(byCodeUnit);
}

async function globBelow(folder: string, [segment, ...rest]: readonly string[]): Promise<string[]> {
  if (!isGlob(segment)) {
    const path = join(folder, segment);
    const status = await statOrNull(path);
    if (rest.length === 0) return status?.isFile() ? [path] : [];
    return status?.isDirectory() ? globBelow(path, rest) : [];
  }
  const found: string[] = [];
  // `**` stands for any number of folders, none included.
  const deep = segment === "**";
  if (deep && rest.length > 0) found.push(...(await globBelow(folder, rest)));
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (!deep && !matchesSegment(segment, entry.name)) continue;
    if (entry.isDirectory()) {
      if (deep) found.push(...(await globBelow(path, [segment, ...rest])));
      else found.push(...(rest.length > 0 ? await globBelow(path, rest) : await filesBelow(path)));
    } else if (rest.length === 0 && (await statOrNull(path))?.isFile()) found.push(path);
  }
  return found;
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(({ name }) => !name.startsWith(".")).sort((a, b) => byCodeUnit(a.name, b.name));
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}

function lastSegment(path: string): string {
  return path.split(/[/\\]/).findLast((segment) => segment !== "") ?? path;
}
