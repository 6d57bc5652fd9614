import datasetUrl from "./dataset.worker.ts?worker&url";
import identityUrl from "./identity.worker.ts?worker&url";
import layoutUrl from "./layout.worker.ts?worker&url";
import readUrl from "./read.worker.ts?worker&url";

/** Trusted Types, where the browser has them; TypeScript's DOM types do not know them yet. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const OWN: readonly string[] = [datasetUrl, identityUrl, layoutUrl, readUrl];

/** Only ever given the addresses of our own workers, which the build knows; the page's policy allows this name, once. */
const policy = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes?.createPolicy("coterie-worker", {
  createScriptURL: (url) => {
    if (!OWN.includes(url)) throw new Error("Unknown worker.");
    return url;
  },
});

function newWorker(url: string): Worker {
  return new Worker(policy?.createScriptURL(url) ?? url, { type: "module" });
}

/** The worker that `dataset-messages.ts` speaks with. */
export const newDatasetWorker = (): Worker => newWorker(datasetUrl);

/** The worker that `identity-messages.ts` speaks with. */
export const newIdentityWorker = (): Worker => newWorker(identityUrl);

/** The worker that `layout-messages.ts` speaks with. */
export const newLayoutWorker = (): Worker => newWorker(layoutUrl);

/** The worker that `read-messages.ts` speaks with. */
export const newReadWorker = (): Worker => newWorker(readUrl);
