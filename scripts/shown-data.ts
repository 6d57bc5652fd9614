import { stat } from "node:fs/promises";
import { join } from "node:path";
import { datasetFileNames } from "../src/dataset/file-names.ts";
import { datasetFiles } from "../src/dataset/write-dataset.ts";
import { type Atlas, SHEETS_FILE } from "../src/model/atlas.ts";
import type { Dataset } from "../src/model/dataset.ts";
import type { Invocation } from "./arguments.ts";
import { CommandError } from "./command-error.ts";
import { fastHash } from "./fast-hash.ts";
import { openDecided } from "./identity-options.ts";
import { openAtlas, opener, withReason } from "./open-dataset.ts";
import { filesWithSheets, needsSheets } from "./sheet-files.ts";

/** A dataset for a page to show: where it lies as it is, with the names of its files, or the files themselves. */
export type ShownData =
  | { readonly kind: "folder"; readonly folder: string; readonly names: readonly string[] }
  | { readonly kind: "files"; readonly files: Iterable<readonly [name: string, pieces: Iterable<Uint8Array>]> };

/**
 * The one dataset that a command is given, decided as its options say. A broken one is refused here, in words, and not by a page that
 * stays empty. One in sheets is too large to be read whole: its atlas is, and that the other files are there.
 */
export async function shownData(invocation: Invocation): Promise<ShownData> {
  const { positionals, values } = invocation;
  const [folder] = positionals;
  const asWritten = !values.has("preset") && !values.has("identity");
  const atlas = positionals.length === 1 ? await openAtlas(folder) : null;
  if (!asWritten || atlas === null) {
    const { dataset } = await openDecided(invocation);
    if (!asWritten) return { kind: "files", files: filesOf(dataset, atlas !== null) };
  } else await checkSheets(folder, atlas);
  return { kind: "folder", folder, names: await withReason(folder, () => datasetFileNames(opener(folder))) };
}

function filesOf(dataset: Dataset, inSheets: boolean): Iterable<readonly [name: string, pieces: Iterable<Uint8Array>]> {
  if (inSheets || needsSheets(dataset)) return filesWithSheets(dataset);
  return Array.from(datasetFiles(dataset, undefined, { hash: fastHash }), ([name, bytes]) => [name, [bytes]] as const);
}

async function checkSheets(folder: string, { sheets }: Atlas): Promise<void> {
  const names = await withReason(folder, () => datasetFileNames(opener(folder)));
  const sizes = await Promise.all(names.map((name) => withReason(folder, () => stat(join(folder, name)))));
  const wanted = sheets.bytes.reduce((sum, bytes) => sum + bytes, 0);
  const found = sizes[names.indexOf(SHEETS_FILE)].size;
  if (found !== wanted) {
    throw new CommandError(
      `${folder} is a broken dataset: ${SHEETS_FILE} has ${found} bytes where the atlas has ${wanted}.`,
    );
  }
}
