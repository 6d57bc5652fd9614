import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { TestProject } from "vitest/node";
import { ensureBuilt, ROOT } from "../built.ts";
import { findBrowser, installBrowser } from "./browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The browser's executable. */
    executablePath: string;
    /** Where the built app is served with the seeds dataset: `http://127.0.0.1:4280`. */
    origin: string;
  }
}

const SOURCES = ["src", "scripts", "public", "index.html", "vite.config.ts", "package.json"];
const BUILT = ["dist/app/index.html", "dist/command/coterie.js"];

let server: ChildProcess | undefined;

/** Builds what is missing or older than its sources, finds or installs a browser, and serves the seeds. */
export async function setup(project: TestProject): Promise<void> {
  ensureBuilt(BUILT, SOURCES, "build");
  project.provide("executablePath", findBrowser() ?? installBrowser());
  project.provide("origin", await startServer());
}

export async function teardown(): Promise<void> {
  if (server === undefined || server.exitCode !== null) return;
  const exit = once(server, "exit");
  server.kill("SIGTERM");
  await exit;
}

/** Starts `coterie serve` on a free port and returns its origin. */
async function startServer(): Promise<string> {
  const args = ["scripts/coterie.mjs", "serve", "public/data", "--port", "0"];
  server = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  const { stdout } = server;
  return new Promise((found, fail) => {
    let said = "";
    stdout?.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
      const [, origin] = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(said) ?? [];
      if (origin !== undefined) found(origin);
    });
    server?.once("exit", () => fail(new Error('"coterie serve public/data" ended before it said where it is.')));
  });
}
