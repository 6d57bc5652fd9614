import { fileURLToPath } from "node:url";
import { datasetFiles } from "../../src/dataset/write-dataset.ts";
import { type Command, type Invocation, numberOption } from "../arguments.ts";
import { buildFiles } from "../build-files.ts";
import { CommandError, reasonOf, UsageError } from "../command-error.ts";
import { IDENTITY_OPTIONS, openDecided, readDecided } from "../identity-options.ts";
import { INPUT_OPTIONS, READING_OPTIONS } from "../input-options.ts";
import { isDataset } from "../open-dataset.ts";
import { PARAMETER_OPTIONS, parametersOf, THREAD_OPTIONS, threadsOf } from "../parameters.ts";
import { readInputs } from "../read-inputs.ts";
import { type FileSource, folderSource, memorySource } from "../server/file-source.ts";
import { serveApp } from "../server/serve-app.ts";

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
    const app = folderSource(fileURLToPath(new URL("dist/app/", root)));
    if ((await app(["index.html"])) === null) {
      throw new CommandError('The app is not built yet; run "npm run build" in the folder of coterie first.');
    }
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
    const given = Object.keys({ ...PARAMETER_OPTIONS, ...THREAD_OPTIONS, ...READING_OPTIONS }).find(
      (name) => name !== "preset" && values.has(name),
    );
    if (given !== undefined) {
      throw new UsageError(`--${given} shapes a dataset while it is built, and ${positionals[0]} is one already.`);
    }
    // A broken one is refused here, in words, and not by a page that stays empty.
    const dataset = await openDecided(invocation);
    return dataset.asWritten ? folderSource(positionals[0]) : memorySource(datasetFiles(dataset.dataset));
  }
  const decided = await readDecided(invocation);
  const read = await readInputs(invocation);
  const reading = { ...read, findings: [...read.findings, ...decided.findings] };
  const tell = (stage: string) => terminal.progress(`Building: ${stage}`);
  const { files } = buildFiles(reading, parameters, tell, { decisions: decided.decisions, threads });
  const held = new Map([...files].map(([name, pieces]) => [name, joined(pieces)]));
  terminal.progress(null);
  return memorySource(held);
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
