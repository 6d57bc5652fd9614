import { datasetFiles } from "../src/dataset/write-dataset.ts";
import type { Dataset, Parameters } from "../src/model/dataset.ts";
import type { IdentityDecision } from "../src/model/identity.ts";
import { buildDataset } from "../src/pipeline/build-dataset.ts";
import type { Reading, Stage } from "../src/pipeline/reading.ts";
import { SecondThread, tablesHereAndThere, textsThere } from "./second-thread.ts";

/** Records below which a build takes a second or two, and starting a thread would be felt. */
const WORTH_A_THREAD = 5000;

export interface BuiltFiles {
  readonly dataset: Dataset;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Builds a dataset and its files, a large one in two threads: the bytes are the same. Tells each stage. */
export function buildFiles(
  reading: Reading,
  parameters: Parameters,
  enter: (stage: Stage | "writing") => void,
  decisions: readonly IdentityDecision[],
): BuiltFiles {
  const thread = reading.records.length < WORTH_A_THREAD ? null : SecondThread.start();
  const texts = thread === null ? undefined : textsThere(thread);
  const dataset = buildDataset(reading, parameters, enter, decisions, texts);
  enter("writing");
  const files = datasetFiles(dataset, thread === null ? undefined : tablesHereAndThere(thread));
  void thread?.stop();
  return { dataset, files };
}
