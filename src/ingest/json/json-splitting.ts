/** One object that may be a record, as text. */
export interface RawObject {
  readonly text: string;
  /** Line of its `{`, from 1. */
  readonly line: number;
}

export type JsonLoss = "record-cut" | "nesting-deep" | "json-malformed" | "json-unclosed" | "list-unclosed";

/** The keys under which an object that is no record holds records: a set of them, or whatever is said of a key at a depth. */
export interface Wrappers {
  /** `depth` is how many brackets are open around the object. */
  has(key: string, depth: number): boolean;
}

export interface JsonSplitterEvents {
  record(raw: RawObject): void;
  lost(line: number, why: JsonLoss): void;
  /** Text between records that is no record: the line of a log, a number in a list. Told once. */
  stray?(line: number): void;
  /** A key of an object that may be a record, and where its value begins, counted in all the text so far. */
  key?(name: string, valueAt: number): void;
}
