import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CommandError, reasonOf, UsageError } from "./command-error.ts";

/** What stands at the place of an output now. */
type Standing = "nothing" | "file" | "folder" | "link" | "other";

/** Where an output goes. It is made beside its place under a temporary name and moved there when it is whole. */
export interface OutputPlace {
  readonly target: string;
  readonly standing: Standing;
}

/**
 * Looks at the place of an output before the work begins, so that a build of minutes does not end in a refusal. An
 * existing output is refused without `force`; a link is never followed: with `force` the link itself is replaced.
 */
export async function outputPlace(path: string, kind: "file" | "folder", force: boolean): Promise<OutputPlace> {
  const target = resolve(path);
  if (basename(target) === "") throw new UsageError(`${path} cannot be an output.`);
  const standing = await standingAt(target);
  if (standing === "nothing") return { target, standing };
  if (standing !== "link" && standing !== kind) throw new UsageError(`${path} is no ${kind}; choose another output.`);
  if (!force) {
    const what = standing === "link" ? "is a link" : "exists already";
    throw new UsageError(`${path} ${what}; --force replaces it.`);
  }
  return { target, standing };
}

async function standingAt(target: string): Promise<Standing> {
  try {
    const status = await lstat(target);
    if (status.isSymbolicLink()) return "link";
    return status.isDirectory() ? "folder" : status.isFile() ? "file" : "other";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "nothing";
    throw new CommandError(`${target} cannot be looked at: ${reasonOf(error)}.`);
  }
}

/**
 * Runs `make` with a temporary name beside the target and moves what it made to the target. Whatever happens on the way,
 * an interrupt included, the target is the old output or the new one, whole, and the temporary one is gone; only a kill
 * that no process can catch leaves one, and the next run removes it.
 */
export async function intoPlace(place: OutputPlace, make: (temporary: string) => Promise<void>): Promise<void> {
  const folder = dirname(place.target);
  const temporary = join(folder, `.${basename(place.target)}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`);
  const release = onInterrupt(() => rmSync(temporary, { recursive: true, force: true }));
  try {
    await mkdir(folder, { recursive: true });
    await removeStale(place.target);
    await make(temporary);
    await moveInto(temporary, place);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${place.target} cannot be written: ${reasonOf(error)}.`);
  } finally {
    release();
  }
}

/** A folder cannot be renamed over a full one: the old one steps aside first, and comes back if the new one fails. */
async function moveInto(temporary: string, { target, standing }: OutputPlace): Promise<void> {
  if (standing === "nothing" || standing === "file") {
    await rename(temporary, target);
    return;
  }
  const aside = temporary.replace(/\.tmp$/, ".old");
  await rename(target, aside);
  try {
    await rename(temporary, target);
  } catch (error) {
    await rename(aside, target);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/** Removes what runs that were killed have left beside the target; an old output that had stepped aside comes back. */
async function removeStale(target: string): Promise<void> {
  const folder = dirname(target);
  const prefix = `.${basename(target)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const [, pid, ending] = /^(\d+)\.[0-9a-f]{8}\.(tmp|old)$/.exec(name.slice(prefix.length)) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const left = join(folder, name);
    if (ending === "old" && (await standingAt(target)) === "nothing") await rename(left, target);
    else await rm(left, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Calls `clean` before an interrupt ends the process; the function returned takes that back. */
function onInterrupt(clean: () => void): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    clean();
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
}

/** Writes one new file and waits until it is on the disk. */
export async function writeNew(path: string, pieces: Iterable<Uint8Array | string>): Promise<void> {
  const file = await open(path, "wx");
  try {
    for (const piece of batched(pieces)) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Lines joined to pieces of a size worth a system call. */
function* batched(pieces: Iterable<Uint8Array | string>): Generator<Uint8Array | string> {
  let pending = "";
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      yield piece;
      continue;
    }
    pending += piece;
    if (pending.length < 262_144) continue;
    yield pending;
    pending = "";
  }
  if (pending !== "") yield pending;
}

export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; there the rename is all there is.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
