import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { DatasetError } from "../src/dataset/dataset-error.ts";
import type { Open } from "../src/dataset/open-tables.ts";
import { readAtlas } from "../src/dataset/read-atlas.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import type { Atlas } from "../src/model/atlas.ts";
import type { Dataset } from "../src/model/dataset.ts";
import { CommandError, reasonOf, UsageError } from "./command-error.ts";
import { fastHash } from "./fast-hash.ts";

/** Whether `path` is a folder with a manifest: a dataset, whole or broken, and not an input. */
export async function isDataset(path: string): Promise<boolean> {
  try {
    return (await stat(join(path, "manifest.json"))).isFile();
  } catch {
    return false;
  }
}

/** Opens the one dataset that a command is given. */
export async function openDataset(positionals: readonly string[]): Promise<Dataset> {
  const [folder, ...others] = positionals;
  if (folder === undefined) throw new UsageError("No dataset is given: name the folder that coterie build wrote.");
  if (others.length > 0) throw new UsageError(`One dataset is opened at a time, not ${positionals.length}.`);
  return withReason(folder, () => readDataset(opener(folder), fastHash));
}

/** The atlas of a dataset that is written in sheets; null where it has none. */
export function openAtlas(folder: string): Promise<Atlas | null> {
  return withReason(folder, () => readAtlas(opener(folder), fastHash));
}

/** Hands over the files of a folder. */
export function opener(folder: string): Open {
  return async (file) => {
    const bytes = await readFile(join(folder, file));
    return Uint8Array.from(bytes).buffer;
  };
}

/** What `open` gives; where it fails on a dataset in `folder`, the reason in words. */
export async function withReason<T>(folder: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof DatasetError) throw new CommandError(`${folder} is a broken dataset: ${error.message}`);
    if (!(await isDataset(folder))) {
      throw new CommandError(
        `${folder} is no dataset: it has no manifest.json. Make one: coterie build <inputs> -o <dir>`,
      );
    }
    throw new CommandError(`${folder} is a broken dataset: ${reasonOf(error)}.`);
  }
}
