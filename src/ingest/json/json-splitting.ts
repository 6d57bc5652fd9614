/** One object that may be a record, as text. */
export interface RawObject {
  /** With `null` in place of the members that were read apart or are not read. */
  readonly text: string;
  /** Line of its `{`, from 1. */
  readonly line: number;
  /** What came of the members that were read apart. */
  readonly apart: ReadonlyMap<string, string>;
}

export type JsonLoss = "record-cut" | "nesting-deep" | "json-malformed" | "json-unclosed" | "list-unclosed";

/**
 * Reads the object or list that begins at `from`, from JSON to text, and says where it ends. Undefined for whatever it does not
 * expect, the end of the text included: then the member stays where it is.
 */
export type MemberReader = (json: string, from: number) => { readonly end: number; readonly text: string } | undefined;

/** The members of a record that are objects or lists and are not parsed with it. */
export interface Apart {
  readonly read?: ReadonlyMap<string, MemberReader>;
  /** Those that nobody reads. */
  readonly unread?: ReadonlySet<string>;
}

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

/** An object that is being read, and may be a record. */
export interface Candidate {
  /** How many brackets were open before it. */
  readonly base: number;
  readonly line: number;
  /** How far the line is indented that it begins on, or −1. */
  readonly indent: number;
  /** It stands where no record does and is only skipped. */
  readonly ignored: boolean;
  lost: JsonLoss | undefined;
  /** Its text was too long to keep, and what it held of other records has been looked for. */
  cut: boolean;
}
