import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserServer, chromium } from "playwright-core";

/** What the search for a browser depends on, handed in so that it can be tested. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly root: boolean;
  readonly chromePath: string | undefined;
  /** Where Playwright would have put its own Chromium. */
  readonly playwrightPath: string | undefined;
  /** The folders of PATH. */
  readonly path: readonly string[];
  readonly programFiles: readonly string[];
  /** apt-get is there. */
  readonly apt: boolean;
}

const NAMES = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"];
const MAC_APPS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Where a browser may be, best first: CHROME_PATH, Playwright's own, the system's. */
export function browserCandidates(machine: Machine): string[] {
  const own = [machine.chromePath, machine.playwrightPath].filter((path) => path !== undefined && path !== "");
  const system =
    machine.platform === "win32"
      ? machine.programFiles.map((folder) => join(folder, "Google/Chrome/Application/chrome.exe"))
      : [...machine.path, "/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/snap/bin"].flatMap((folder) =>
          NAMES.map((name) => join(folder, name)),
        );
  return [...new Set([...own, ...system, ...(machine.platform === "darwin" ? MAC_APPS : [])])] as string[];
}

export interface InstallStep {
  readonly command: string;
  readonly args: readonly string[];
}

/** The ways to get a browser, each a list of commands, in the order in which they are tried. */
export function installWays(machine: Pick<Machine, "root" | "apt">, playwrightCli: string): InstallStep[][] {
  const playwright = (...args: string[]) => ({ command: process.execPath, args: [playwrightCli, ...args, "chromium"] });
  if (!(machine.root && machine.apt)) return [[playwright("install")]];
  const apt = (...args: string[]) => ({ command: "apt-get", args });
  return [
    [playwright("install")],
    // What was downloaded may lack the system's libraries.
    [playwright("install"), playwright("install-deps")],
    [apt("update"), apt("install", "-y", "--no-install-recommends", "chromium")],
  ];
}

function thisMachine(): Machine {
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return {
    platform: process.platform,
    root: process.getuid?.() === 0,
    chromePath: process.env.CHROME_PATH,
    playwrightPath: chromium.executablePath(),
    path,
    programFiles: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"]].filter((folder) => folder !== undefined),
    apt: path.some((folder) => existsSync(join(folder, "apt-get"))),
  };
}

/** The browser to test with: the first that is there and runs, or null. Throws where CHROME_PATH names none. */
export function findBrowser(): string | null {
  const machine = thisMachine();
  if (machine.chromePath && !runs(machine.chromePath)) {
    throw new Error(`CHROME_PATH is ${machine.chromePath}, and no browser runs there.`);
  }
  return browserCandidates(machine).find(runs) ?? null;
}

/** A file alone is not enough: a package may leave a stub, and Playwright's own may lack the system's libraries. */
function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

/** Installs a browser by whatever works and returns its path; throws one sentence where nothing does. */
export function installBrowser(): string {
  const machine = thisMachine();
  const playwrightCli = join(createRequire(import.meta.url).resolve("playwright-core/package.json"), "../cli.js");
  for (const way of installWays(machine, playwrightCli)) {
    if (!way.every(succeeds)) continue;
    const found = findBrowser();
    if (found !== null) return found;
  }
  throw new Error(
    "The browser tests found no Chrome or Chromium and could install none: install one, or set CHROME_PATH to its executable.",
  );
}

function succeeds({ command, args }: InstallStep): boolean {
  console.log(`Installing a browser: ${command} ${args.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" };
  return spawnSync(command, args, { stdio: "inherit", timeout: 600_000, env }).status === 0;
}

/** Starts the browser without a window, with WebGL in software, so that every machine draws the same. */
export function launch(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath, args: browserArguments(more) });
}

/** Starts the same browser for many processes, which reach it by its `wsEndpoint`. */
export function launchServer(executablePath: string): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath, args: browserArguments([]) });
}

function browserArguments(more: readonly string[]): string[] {
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", ...sandbox, ...more];
}
