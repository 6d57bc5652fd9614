import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { DatasetError } from "../src/dataset/dataset-error.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import type { Dataset } from "../src/model/dataset.ts";
import { CommandError, reasonOf, UsageError } from "./command-error.ts";

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
  try {
    return await readDataset(async (file) => {
      const bytes = await readFile(join(folder, file));
      return Uint8Array.from(bytes).buffer;
    });
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
