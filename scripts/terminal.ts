import { once } from "node:events";
import { snakeCase } from "../src/dataset/shape.ts";

/** Where a command prints. Text from files goes through `plain` or `oneLine` before it is handed over. */
export interface Terminal {
  /** Writes to standard output, waiting where the reader is slow. Bytes are UTF-8, and large pieces. */
  print(pieces: Iterable<string | Uint8Array>): Promise<void>;
  warn(line: string): void;
  /** Shows what is being done, on one line that the next replaces; only on a terminal. Null clears it. */
  progress(stage: string | null): void;
}

/** Collected before a write: a line at a time would cost one system call each. */
const PIECE_LENGTH = 65_536;

export function terminal(): Terminal {
  const showsProgress = process.stderr.isTTY === true && process.env.TERM !== "dumb";
  const clear =
    process.env.NO_COLOR === undefined || process.env.NO_COLOR === "" ? "\r\u001b[2K" : `\r${" ".repeat(79)}\r`;
  let shown = false;
  const progress = (stage: string | null): void => {
    if (!showsProgress || (stage === null && !shown)) return;
    process.stderr.write(stage === null ? clear : `${clear}${oneLine(stage).slice(0, 78)}`);
    shown = stage !== null;
  };
  return {
    async print(pieces) {
      progress(null);
      const write = async (piece: string | Uint8Array): Promise<void> => {
        if (!process.stdout.write(piece)) await once(process.stdout, "drain");
      };
      let pending = "";
      for (const piece of pieces) {
        if (typeof piece === "string") {
          pending += piece;
          if (pending.length < PIECE_LENGTH) continue;
        }
        if (pending !== "") await write(pending);
        pending = "";
        if (typeof piece !== "string") await write(piece);
      }
      if (pending !== "") process.stdout.write(pending);
    },
    warn(line) {
      progress(null);
      process.stderr.write(`${plain(line)}\n`);
    },
    progress,
  };
}

/** What would move the cursor, recolour, or reorder what is shown; joiners stay, since Persian and Indic need them. */
const CONTROLS = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Text from a file made harmless for a terminal: no control characters but tab and line end. */
export function plain(text: string): string {
  return text.replace(CONTROLS, "");
}

/** The same, on one line. */
export function oneLine(text: string): string {
  return plain(text.replace(/\s/gu, " "));
}

/** JSON whose text cannot steer a terminal either: C1 controls and DEL escaped as JSON escapes the others. */
export function plainJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A value with its keys as the files have them, `first_year` for `firstYear`, all the way down. */
export function snakeJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [snakeCase(key), snakeJson(one)]));
}
