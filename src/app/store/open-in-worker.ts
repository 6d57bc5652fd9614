import type { Dataset } from "../../model/dataset.ts";
import type { FromOpener, ToOpener } from "../worker/dataset-messages.ts";
import { newDatasetWorker } from "../worker/own-workers.ts";
import { Pieces } from "../worker/pieces.ts";
import { arrivalStore } from "./arrival-store.ts";

/** A dataset of a folder did not come, for a reason that is a sentence. */
export class OpeningFailed extends Error {
  override readonly name = "OpeningFailed";
}

/**
 * Reads a large dataset beside the page, which goes on answering meanwhile; `arrivalStore` tells how far it is. Rejects with
 * `OpeningFailed`, and as soon as `signal` is aborted.
 */
export function openInWorker(folder: string, signal: AbortSignal): Promise<Dataset> {
  const worker = newDatasetWorker();
  const pieces = new Pieces();
  const opened = new Promise<Dataset>((resolve, reject) => {
    const fail = (reason: string) => reject(new OpeningFailed(reason));
    signal.addEventListener("abort", () => fail("Another dataset was opened."));
    worker.addEventListener("message", ({ data }: MessageEvent<FromOpener>) => {
      if (data.kind === "arrival" && !signal.aborted) arrivalStore.setState(data.arrival);
      else if (data.kind === "piece") pieces.add(data.piece);
      else if (data.kind === "failed") fail(data.reason);
      // The worker took apart what `readDataset` gave.
      else if (data.kind === "opened") resolve(pieces.value as Dataset);
    });
    worker.addEventListener("error", ({ message }) => fail(message || "The reader stopped unexpectedly."));
    worker.addEventListener("messageerror", () => fail("The reader sent something that cannot be read."));
    worker.postMessage({ kind: "open", folder } satisfies ToOpener);
  });
  return opened.finally(() => worker.terminate());
}
