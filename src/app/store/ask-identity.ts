import type { Dataset } from "../../model/dataset.ts";
import type { FromIdentity, IdentityStage, ToIdentity } from "../worker/identity-messages.ts";
import { newIdentityWorker } from "../worker/own-workers.ts";

type Answer<Kind extends FromIdentity["kind"]> = Extract<FromIdentity, { kind: Kind }>;

/** A question to the worker, as far as it is not named already by its number. */
type Question = ToIdentity extends infer Message
  ? Message extends { id: number }
    ? Omit<Message, "id">
    : never
  : never;

interface Asker {
  readonly entered: (stage: IdentityStage) => void;
  readonly resolve: (answer: FromIdentity) => void;
  readonly reject: (reason: Error) => void;
}

let base: Dataset | null = null;
let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, Asker>();

/** From now on all questions are about this dataset; those about another are never answered. */
export function askAbout(dataset: Dataset): void {
  worker?.terminate();
  worker = null;
  waiting.clear();
  base = dataset;
}

/** Asks the worker, which is started with the first question; `entered` hears what it is about. Rejects where it fails. */
export function ask<Kind extends "decided" | "written" | "read">(
  question: Question,
  entered: (stage: IdentityStage) => void = () => {},
): Promise<Answer<Kind>> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { entered, resolve: (answer) => resolve(answer as Answer<Kind>), reject });
    worker ??= employ();
    worker.postMessage({ ...question, id });
  });
}

function employ(): Worker {
  const started = newIdentityWorker();
  started.addEventListener("message", ({ data }: MessageEvent<FromIdentity>) => {
    const asker = waiting.get(data.id);
    if (data.kind === "stage") {
      asker?.entered(data.stage);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === "failed") asker?.reject(new Error(data.reason));
    else asker?.resolve(data);
  });
  started.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message || "The worker stopped unexpectedly."));
    waiting.clear();
  });
  if (base !== null) started.postMessage({ kind: "open", dataset: base } satisfies ToIdentity);
  return started;
}
