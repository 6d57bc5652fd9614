import { copyFile, cp, lstat, mkdir, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { appFolder } from "../app-folder.ts";
import { type Command, textOption } from "../arguments.ts";
import { UsageError } from "../command-error.ts";
import { counted } from "../counted.ts";
import { IDENTITY_OPTIONS } from "../identity-options.ts";
import { intoPlace, type OutputPlace, outputPlace, syncFolder, writeNew } from "../output-place.ts";
import { PARAMETER_OPTIONS } from "../parameters.ts";
import { type ShownData, shownData } from "../shown-data.ts";
import { oneLine } from "../terminal.ts";

/** Where the page looks for the dataset, beside itself. */
const DATA = "data";

export const site: Command = {
  name: "site",
  summary: "write a map as a folder of static files, to host anywhere",
  usage: "site <dataset> -o <dir> [options]",
  details:
    "The folder holds the page and the dataset's files, and needs no server but one that hands out files. A dataset in sheets (build --sheets) is loaded in parts, by range requests, where the host answers them.",
  options: {
    output: { short: "o", value: "dir", help: "folder to write (required)" },
    preset: PARAMETER_OPTIONS.preset,
    ...IDENTITY_OPTIONS,
    force: { short: "f", help: "replace an existing site" },
  },
  examples: [
    ["coterie site map -o public", "the dataset in the folder map, with the page"],
    ["coterie build 'dump/*.json' -o map --sheets && coterie site map -o public", "loaded in parts"],
  ],
  async run(invocation) {
    const { root, terminal, values } = invocation;
    const output = textOption(invocation, "output");
    if (output === undefined) throw new UsageError("No output is given: name a folder with -o <dir>.");
    const app = await appFolder(root);
    const place = await sitePlace(output, values.has("force"), await readdir(app));
    const data = await shownData(invocation);
    const count = await writeSite(place, app, data);
    await terminal.print([`${oneLine(output)}: the page and ${counted(count, "file")} of the dataset\n`]);
  },
};

/** Looks whether a site may be written at `path`; what is there must look like one of ours. */
async function sitePlace(path: string, force: boolean, own: readonly string[]): Promise<OutputPlace> {
  const status = await lstat(path).catch(() => null);
  if (status?.isDirectory()) {
    const foreign = (await readdir(path)).find((name) => name !== DATA && !own.includes(name));
    // --force is for replacing an output of ours, not for losing somebody's home folder to a slip.
    if (foreign !== undefined) throw new UsageError(`${path} holds other things (${foreign}); choose another output.`);
  }
  return outputPlace(path, "folder", force);
}

/** Writes the site, whole or not at all; returns how many files the dataset has. Nothing that only lies beside it goes with it. */
async function writeSite(place: OutputPlace, app: string, shown: ShownData): Promise<number> {
  let count = 0;
  await intoPlace(place, async (temporary) => {
    // The built page comes with the seeds' dataset.
    await cp(app, temporary, { recursive: true, filter: (source) => relative(app, source) !== DATA });
    const data = join(temporary, DATA);
    await mkdir(data);
    if (shown.kind === "folder") {
      for (const name of shown.names) await copyFile(join(shown.folder, name), join(data, name));
      count = shown.names.length;
    } else {
      for (const [name, pieces] of shown.files) {
        await writeNew(join(data, name), pieces);
        count += 1;
      }
    }
    await syncFolder(data);
    await syncFolder(temporary);
  });
  return count;
}
