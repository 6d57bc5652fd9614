import type { TableName } from "../src/dataset/columns.ts";
import { type AnyTable, datasetFiles, type TableWriter, writeHere } from "../src/dataset/write-dataset.ts";
import type { Dataset } from "../src/model/dataset.ts";
import type { IdentityDecision } from "../src/model/identity.ts";
import type { Parameters } from "../src/model/manifest.ts";
import { buildDataset } from "../src/pipeline/build-dataset.ts";
import type { Reading, Stage } from "../src/pipeline/reading.ts";
import { fastHash } from "./fast-hash.ts";
import { SecondThread, tablesHereAndThere, textsThere } from "./second-thread.ts";
import { filesWithSheets, needsSheets } from "./sheet-files.ts";
import { StartThreads } from "./start-threads.ts";

/** Records below which a build takes a second or two, and starting a thread would be felt. */
const WORTH_A_THREAD = 5000;

export interface BuiltFiles {
  readonly dataset: Dataset;
  /** By name, in the order in which they are to be written; their pieces are made as they are asked for. */
  readonly files: Iterable<readonly [name: string, pieces: Iterable<Uint8Array>]>;
}

export interface BuildOptions {
  readonly decisions: readonly IdentityDecision[];
  /** Whether the files are in sheets too; by default where the dataset is too large to be loaded whole. */
  readonly sheets?: boolean;
  /** Threads that may work at once, this one included. */
  readonly threads: number;
  /** Where the file of the threads is, see `SecondThread.start`. */
  readonly folder?: string;
}

/** Builds a dataset and its files, a large one in several threads: the bytes are the same. Tells each stage. */
export function buildFiles(
  reading: Reading,
  parameters: Parameters,
  enter: (stage: Stage | "sheets" | "writing") => void,
  { decisions, sheets, threads, folder }: BuildOptions,
): BuiltFiles {
  const thread = threads === 1 || reading.records.length < WORTH_A_THREAD ? null : SecondThread.start(folder);
  // The reader of texts is at work all the while that teams are searched for.
  const starts = new StartThreads(thread === null ? threads : threads - 1, folder);
  const texts = thread === null ? undefined : textsThere(thread);
  const writer = thread === null ? writeHere : tablesHereAndThere(thread);
  const begin = thread === null ? undefined : (name: TableName, table: AnyTable) => void writer(name, table);
  const dataset = buildDataset(reading, parameters, enter, decisions, texts, starts.starter, begin);
  // All starts are made, and the memory is wanted for writing.
  void starts.stop();
  return { dataset, files: filesOf(dataset, thread, writer, enter, sheets ?? needsSheets(dataset)) };
}

function* filesOf(
  dataset: Dataset,
  thread: SecondThread | null,
  writer: TableWriter,
  enter: (stage: "sheets" | "writing") => void,
  sheets: boolean,
): Generator<readonly [name: string, pieces: Iterable<Uint8Array>]> {
  enter(sheets ? "sheets" : "writing");
  if (sheets) yield* filesWithSheets(dataset, { writeTable: writer, writing: () => enter("writing") });
  else for (const [name, bytes] of datasetFiles(dataset, writer, { hash: fastHash })) yield [name, [bytes]];
  void thread?.stop();
}
