import { appFolder } from "../app-folder.ts";
import { type Command, type Invocation, numberOption } from "../arguments.ts";
import { type BuiltFiles, buildFiles } from "../build-files.ts";
import { CommandError, reasonOf, UsageError } from "../command-error.ts";
import { IDENTITY_OPTIONS, readDecided } from "../identity-options.ts";
import { INPUT_OPTIONS, READING_OPTIONS } from "../input-options.ts";
import { isDataset } from "../open-dataset.ts";
import { PARAMETER_OPTIONS, parametersOf, THREAD_OPTIONS, threadsOf } from "../parameters.ts";
import { readInputs } from "../read-inputs.ts";
import { type FileSource, folderSource, memorySource } from "../server/file-source.ts";
import { serveApp } from "../server/serve-app.ts";
import { shownData } from "../shown-data.ts";
import { SIZE_OPTIONS, sizeWatchOf } from "../size-watch.ts";

const DEFAULT_PORT = 4280;

export const serve: Command = {
  name: "serve",
  summary: "open the map of a dataset, or of a bibliography, in the browser",
  usage: "serve <dataset, or files, folders, globs, -> [options]",
  details:
    "Serves on this machine alone, until Ctrl+C. A bibliography is built in memory first, with the options of build.",
  options: {
    port: { short: "p", value: "n", help: `port (${DEFAULT_PORT}, or the next free one; 0 takes any)` },
    ...PARAMETER_OPTIONS,
    ...THREAD_OPTIONS,
    ...SIZE_OPTIONS,
    ...IDENTITY_OPTIONS,
    ...INPUT_OPTIONS,
  },
  examples: [
    ["coterie serve map", "the dataset in the folder map"],
    ["coterie serve papers.bib", "a bibliography, without writing anything"],
  ],
  async run(invocation) {
    const { root, terminal, values } = invocation;
    const port = numberOption(invocation, "port", { least: 0, most: 65_535, whole: true }, DEFAULT_PORT);
    const app = folderSource(await appFolder(root));
    const data = await dataOf(invocation);
    const serving = await serveApp(app, data, port, !values.has("port")).catch((error: unknown) => {
      throw new CommandError(`Port ${port} cannot be had: ${reasonOf(error)}. Choose another with --port.`);
    });
    await terminal.print([`Coterie is at ${serving.address}\nCtrl+C stops it.\n`]);
    const signal = await interrupted();
    await serving.close();
    process.exitCode = signal === "SIGINT" ? 130 : 143;
  },
};

async function dataOf(invocation: Invocation): Promise<FileSource> {
  const { positionals, terminal, values } = invocation;
  const parameters = parametersOf(invocation);
  const threads = threadsOf(invocation);
  if (positionals.length === 1 && (await isDataset(positionals[0]))) {
    const given = Object.keys({ ...PARAMETER_OPTIONS, ...THREAD_OPTIONS, ...SIZE_OPTIONS, ...READING_OPTIONS }).find(
      (name) => name !== "preset" && values.has(name),
    );
    if (given !== undefined) {
      throw new UsageError(`--${given} shapes a dataset while it is built, and ${positionals[0]} is one already.`);
    }
    const shown = await shownData(invocation);
    return shown.kind === "folder" ? folderSource(shown.folder) : heldInMemory(shown.files);
  }
  const decided = await readDecided(invocation);
  const read = await readInputs(invocation, sizeWatchOf(invocation));
  const reading = { ...read, findings: [...read.findings, ...decided.findings] };
  const tell = (stage: string) => terminal.progress(`Building: ${stage}`);
  const { files } = buildFiles(reading, parameters, tell, { decisions: decided.decisions, threads });
  const source = heldInMemory(files);
  terminal.progress(null);
  return source;
}

function heldInMemory(files: BuiltFiles["files"]): FileSource {
  return memorySource(new Map(Array.from(files, ([name, pieces]) => [name, joined(pieces)])));
}

function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  const [first = new Uint8Array(), ...rest] = pieces;
  return rest.length === 0 ? first : Buffer.concat([first, ...rest]);
}

function interrupted(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
}
