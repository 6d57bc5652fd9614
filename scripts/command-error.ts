/** Why a command stops: one line that says what and what to do, and the exit code that goes with it. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
  readonly exitCode: number = 1;
}

/** The command was not used as it is meant to be; an existing output without `--force` included. */
export class UsageError extends CommandError {
  override readonly name = "UsageError";
  override readonly exitCode = 2;
}

/** "EACCES: permission denied, open '/x'" → "permission denied (EACCES)": the path is named by whoever reports. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return String(message ?? error);
  const words = /^[A-Z0-9_]+: ([^,]*)/.exec(message)?.[1];
  return words === undefined ? code : `${words} (${code})`;
}
