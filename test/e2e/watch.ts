import type { BrowserContext, Page, Worker } from "playwright-core";

/** Written before what the browser's policy refused, so that it can be told from other errors. */
const REFUSED = "Refused by the policy:";

/**
 * Tells everything that must not happen on the pages of a context: what the Content-Security-Policy refuses (workers
 * included), errors thrown or logged, dialogs, requests to other origins.
 */
export async function watch(context: BrowserContext, origin: string, tell: (complaint: string) => void): Promise<void> {
  await context.addInitScript(reportViolations, REFUSED);
  context.on("console", (message) => {
    if (message.type() === "error") tell(`Logged: ${message.text()}`);
  });
  context.on("weberror", (error) => tell(`Thrown: ${error.error().message}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!isOwn(url, origin)) tell(`Asked of another origin: ${url}`);
  });
  context.on("dialog", (dialog) => {
    tell(`Dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("page", (page) => watchWorkers(page, tell));
}

/** Blobs and data are made on the spot; `about:` is the empty page. */
function isOwn(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || /^(?:data|blob|about):/.test(url);
}

function watchWorkers(page: Page, tell: (complaint: string) => void): void {
  page.on("crash", () => tell("The page crashed."));
  page.on("worker", (worker: Worker) => {
    // A worker that ends before it has been asked had nothing to refuse.
    worker.evaluate(reportViolations, REFUSED).catch(() => undefined);
  });
}

/** Runs in pages and in workers, whose events go the same way. */
function reportViolations(prefix: string): void {
  globalThis.addEventListener("securitypolicyviolation", (event) => {
    const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
    console.error(prefix, effectiveDirective, blockedURI);
  });
}
