import { DatasetError } from "../../dataset/dataset-error.ts";
import { readDataset } from "../../dataset/read-dataset.ts";
import { nativeDigest } from "../store/native-digest.ts";
import type { FromOpener, ToOpener } from "./dataset-messages.ts";
import { FileTally } from "./file-tally.ts";
import { givenAway, piecesOf } from "./pieces.ts";

/** Reads a dataset that is too large to be read between two frames of the page. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

function tell(message: FromOpener, given: ArrayBuffer[] = []): void {
  scope.postMessage(message, given);
}

async function open(folder: string): Promise<void> {
  const tally = new FileTally((arrival) => tell({ kind: "arrival", arrival }));
  try {
    const dataset = await readDataset((file) => tally.fetch(new URL(file, folder), file), nativeDigest());
    for (const piece of piecesOf(dataset)) tell({ kind: "piece", piece }, givenAway(piece));
    tell({ kind: "opened" });
  } catch (error) {
    // fetch throws a TypeError whose words differ between browsers when the network fails.
    if (!(error instanceof DatasetError || error instanceof TypeError)) throw error;
    const reason = error instanceof DatasetError ? error.message : "The dataset could not be fetched.";
    tell({ kind: "failed", reason });
  }
}

scope.addEventListener("message", ({ data }: MessageEvent<ToOpener>) => void open(data.folder));
