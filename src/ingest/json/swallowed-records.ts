import { OPEN_BRACE } from "./json-characters.ts";

/** A part of a lost record that may be one of its own. */
export interface SwallowedRecord {
  readonly text: string;
  /** Line of its `{`. */
  readonly line: number;
}

/**
 * The parts of a lost record's text that begin as it did: with a `{` on a line of its own indentation. A missing bracket
 * makes a record swallow those after it, as parts of its own. `line` is the one on which the text begins.
 */
export function* swallowedRecords(text: string, line: number, indent: number): Generator<SwallowedRecord> {
  let at = line;
  let start = -1;
  let startLine = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    at++;
    const place = end + 1 + indent;
    if (text.charCodeAt(place) !== OPEN_BRACE || text.slice(end + 1, place).trim() !== "") continue;
    if (start >= 0) yield { text: text.slice(start, place), line: startLine };
    start = place;
    startLine = at;
  }
  if (start >= 0) yield { text: text.slice(start), line: startLine };
}
