import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

/** Runs `npm run <script>` where one of the files that it makes is missing or older than the sources. */
export function ensureBuilt(files: readonly string[], sources: readonly string[], script: string): void {
  if (!isStale(files, sources)) return;
  const { status } = spawnSync("npm", ["run", script], {
    cwd: ROOT,
    // The test runner's own would put the development version of React into the page.
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm run ${script} failed, so there is nothing to test.`);
}

function isStale(files: readonly string[], sources: readonly string[]): boolean {
  const built = files.map((path) => join(ROOT, path));
  if (!built.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return sources.some((path) => newestIn(join(ROOT, path)) > oldest);
}

function newestIn(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
