import { lstat, mkdir, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { UsageError } from "./command-error.ts";
import { intoPlace, type OutputPlace, outputPlace, syncFolder, writeNew } from "./output-place.ts";

/** File names with their contents, in pieces; each is asked for when the one before is written. */
export type FolderFiles = Iterable<readonly [name: string, pieces: Iterable<Uint8Array | string>]>;

/** Looks whether a folder may be written at `path`; what is there must look like what `endings` say we write. */
export async function folderPlace(path: string, force: boolean, endings: readonly string[]): Promise<OutputPlace> {
  const foreign = await foreignIn(path, endings);
  // --force is for replacing an output of ours, not for losing somebody's home folder to a slip.
  if (foreign !== null) throw new UsageError(`${path} holds other things (${foreign}); choose another output.`);
  return outputPlace(path, "folder", force);
}

/** The first file of a folder that is not ours; null where there is none, or no folder. A link is not followed. */
async function foreignIn(path: string, endings: readonly string[]): Promise<string | null> {
  const status = await lstat(path).catch(() => null);
  if (status === null || !status.isDirectory()) return null;
  return (await readdir(path)).find((name) => !endings.includes(extname(name))) ?? null;
}

/** Writes a folder that is there whole or not at all. */
export async function writeFolder(place: OutputPlace, files: FolderFiles): Promise<void> {
  await intoPlace(place, async (temporary) => {
    await mkdir(temporary);
    for (const [name, pieces] of files) await writeNew(join(temporary, name), pieces);
    await syncFolder(temporary);
  });
}

/** Writes a file that is there whole or not at all. */
export async function writeFile(place: OutputPlace, pieces: Iterable<string>): Promise<void> {
  await intoPlace(place, (temporary) => writeNew(temporary, pieces));
}
