import { datasetFiles } from "../src/dataset/write-dataset.ts";
import type { Dataset, Parameters } from "../src/model/dataset.ts";
import type { IdentityDecision } from "../src/model/identity.ts";
import { buildDataset } from "../src/pipeline/build-dataset.ts";
import type { Reading, Stage } from "../src/pipeline/reading.ts";
import { SecondThread, tablesHereAndThere, textsThere } from "./second-thread.ts";
import { StartThreads } from "./start-threads.ts";

/** Records below which a build takes a second or two, and starting a thread would be felt. */
const WORTH_A_THREAD = 5000;

export interface BuiltFiles {
  readonly dataset: Dataset;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Builds a dataset and its files, a large one in as many threads as `threads` allows: the bytes are the same. `folder` is where the
 * file of the threads is, see `SecondThread.start`. Tells each stage.
 */
export function buildFiles(
  reading: Reading,
  parameters: Parameters,
  enter: (stage: Stage | "writing") => void,
  decisions: readonly IdentityDecision[],
  threads: number,
  folder?: string,
): BuiltFiles {
  const thread = threads === 1 || reading.records.length < WORTH_A_THREAD ? null : SecondThread.start(folder);
  const starts = new StartThreads(threads, folder);
  const texts = thread === null ? undefined : textsThere(thread);
  const dataset = buildDataset(reading, parameters, enter, decisions, texts, starts.starter);
  // They are done long before the tables are written, and what they hold is wanted there.
  void starts.stop();
  enter("writing");
  const files = datasetFiles(dataset, thread === null ? undefined : tablesHereAndThere(thread));
  void thread?.stop();
  return { dataset, files };
}
