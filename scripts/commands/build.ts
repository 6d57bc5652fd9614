import { type Command, textOption } from "../arguments.ts";
import { buildFiles } from "../build-files.ts";
import { UsageError } from "../command-error.ts";
import { counted } from "../counted.ts";
import { IDENTITY_OPTIONS, readDecided } from "../identity-options.ts";
import { INPUT_OPTIONS } from "../input-options.ts";
import { PARAMETER_OPTIONS, parametersOf, THREAD_OPTIONS, threadsOf } from "../parameters.ts";
import { profile } from "../profile.ts";
import { readInputs } from "../read-inputs.ts";
import { SIZE_OPTIONS, sizeWatchOf } from "../size-watch.ts";
import { oneLine } from "../terminal.ts";
import { folderPlace, writeFolder } from "../write-folder.ts";

export const DATASET_ENDINGS = [".json", ".parquet", ".bin"];

export const build: Command = {
  name: "build",
  summary: "make a dataset from a bibliography or a ready network",
  usage: "build <files, folders, globs, -> -o <dir> [options]",
  details: "The same input and options give the same bytes, in any order of the files.",
  options: {
    output: { short: "o", value: "dir", help: "folder to write (required)" },
    ...PARAMETER_OPTIONS,
    sheets: { help: "write sheets for a page to load in parts, as is done beyond 250,000 papers" },
    profile: { help: "tell what each stage took" },
    ...THREAD_OPTIONS,
    ...IDENTITY_OPTIONS,
    ...SIZE_OPTIONS,
    force: { short: "f", help: "replace an existing dataset" },
    ...INPUT_OPTIONS,
  },
  examples: [
    ["coterie build papers.bib -o map", "one file into the folder map"],
    ["coterie build exports/ 'more/*.bib' -o map --force", "a folder and a glob, replacing map"],
    ["coterie build map.txt network.txt -o map", "VOSviewer's two files; GEXF, GraphML and Pajek are read as well"],
    ["curl -s https://example.org/papers.bib | coterie build - -o map", "standard input"],
  ],
  async run(invocation) {
    const { values, terminal } = invocation;
    const output = textOption(invocation, "output");
    if (output === undefined) throw new UsageError("No output is given: name a folder with -o <dir>.");
    const parameters = parametersOf(invocation);
    const threads = threadsOf(invocation);
    const place = await folderPlace(output, values.has("force"), DATASET_ENDINGS);
    const decided = await readDecided(invocation);
    const stages = profile();
    stages.enter("reading");
    const read = await readInputs(invocation, sizeWatchOf(invocation));
    const reading = { ...read, findings: [...read.findings, ...decided.findings] };
    const enter = (stage: string) => {
      stages.enter(stage);
      terminal.progress(stage === "writing" ? "Writing" : `Building: ${stage}`);
    };
    const { decisions } = decided;
    const options = { decisions, threads, ...(values.has("sheets") ? { sheets: true } : {}) };
    const { dataset, files } = buildFiles(reading, parameters, enter, options);
    await writeFolder(place, files);
    if (values.has("profile")) for (const line of stages.lines()) terminal.warn(line);
    const { counts, network } = dataset.manifest;
    const { papers, authors, teams, coauthorships, findings } = counts;
    const made =
      network === undefined
        ? `${counted(papers, "paper")}, ${counted(authors, "author")}`
        : `a ready network without papers, ${counted(authors, "author")}, ${counted(coauthorships, "tie")}`;
    await terminal.print([
      `${oneLine(output)}: ${made}, ${counted(teams, "team")}, `,
      `${counted(findings, "finding")} (coterie check tells them)\n`,
    ]);
  },
};
