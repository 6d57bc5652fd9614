import type { BrowserServer } from "playwright-core";
import type { TestProject } from "vitest/node";
import { ensureBuilt } from "../built.ts";
import { findBrowser, installBrowser, launchServer } from "./browser.ts";
import { type Served, serve } from "./served.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The browser's executable. */
    executablePath: string;
    /** Where all test files reach the one browser that runs for them. */
    browser: string;
    /** Where the built app is served with the seeds dataset: `http://127.0.0.1:4280`. */
    origin: string;
  }
}

const SOURCES = ["src", "scripts", "public", "index.html", "vite.config.ts", "package.json"];
const BUILT = ["dist/app/index.html", "dist/command/coterie.js"];

let served: Served | undefined;
let browser: BrowserServer | undefined;

/** Builds what is missing or older than its sources, finds or installs a browser, starts it, and serves the seeds. */
export async function setup(project: TestProject): Promise<void> {
  ensureBuilt(BUILT, SOURCES, "build");
  const executablePath = findBrowser() ?? installBrowser();
  browser = await launchServer(executablePath);
  served = await serve("public/data");
  project.provide("executablePath", executablePath);
  project.provide("browser", browser.wsEndpoint());
  project.provide("origin", served.origin);
}

export async function teardown(): Promise<void> {
  await browser?.close();
  await served?.stop();
}
