import { JsonRecordSplitter } from "./json-record-splitter.ts";
import type { Wrappers } from "./json-splitting.ts";

/** What the beginning of a JSON file shows of it. */
export interface JsonHead {
  /** Keys of the first records, each with the beginning of its first value as text. */
  readonly keys: ReadonlyMap<string, string>;
}

const VALUE_LENGTH = 200;

/**
 * The keys of the first objects that may be records, those around them included, or undefined where the text does not
 * begin like a JSON object or list. `wrappers` are the keys under which the format holds its records.
 */
export function jsonHead(text: string, wrappers: Wrappers): JsonHead | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const keys = new Map<string, string>();
  const splitter = new JsonRecordSplitter(wrappers, {
    record: () => undefined,
    lost: () => undefined,
    key(name, valueAt) {
      if (!keys.has(name)) keys.set(name, text.slice(valueAt, valueAt + VALUE_LENGTH).trimStart());
    },
  });
  splitter.write(text);
  return { keys };
}
