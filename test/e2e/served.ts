import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "../built.ts";

export interface Served {
  /** `http://127.0.0.1:4280` */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Runs `coterie serve` on datasets or bibliographies, as users do, on a free port. Rejects where it ends before it serves. */
export async function serve(...inputs: readonly string[]): Promise<Served> {
  const args = ["scripts/coterie.mjs", "serve", ...inputs, "--port", "0"];
  const command = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  return { origin: await originOf(command, inputs), stop: () => stop(command) };
}

function originOf(command: ChildProcess, inputs: readonly string[]): Promise<string> {
  return new Promise((found, fail) => {
    let said = "";
    command.stdout?.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
      const [, origin] = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(said) ?? [];
      if (origin !== undefined) found(origin);
    });
    command.once("exit", () =>
      fail(new Error(`"coterie serve ${inputs.join(" ")}" ended before it said where it is.`)),
    );
  });
}

async function stop(command: ChildProcess): Promise<void> {
  if (command.exitCode !== null) return;
  const exit = once(command, "exit");
  command.kill("SIGTERM");
  await exit;
}
