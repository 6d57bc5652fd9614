import { writeDecisions } from "../../identity/decisions.ts";
import { readIdentityFile } from "../../identity/thesaurus.ts";
import type { Dataset } from "../../model/dataset.ts";
import { withIdentity } from "../../pipeline/with-identity.ts";
import type { FromIdentity, ToIdentity } from "./identity-messages.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

/** What every decision is applied to, so that one that is taken back leaves no trace. */
let opened: Dataset | null = null;

function answer(message: Exclude<ToIdentity, { kind: "open" }>): FromIdentity {
  const { id } = message;
  if (message.kind === "write") return { kind: "written", id, text: writeDecisions(message.decisions) };
  if (message.kind === "read") return { kind: "read", id, ...readIdentityFile(message.text, message.file) };
  if (opened === null) throw new Error("There is no dataset to decide about.");
  const dataset = withIdentity(opened, message.choice, (stage) => {
    scope.postMessage({ kind: "stage", id, stage } satisfies FromIdentity);
  });
  return { kind: "decided", id, dataset };
}

scope.addEventListener("message", ({ data }: MessageEvent<ToIdentity>) => {
  if (data.kind === "open") {
    opened = data.dataset;
    return;
  }
  try {
    scope.postMessage(answer(data));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: "failed", id: data.id, reason } satisfies FromIdentity);
  }
});
