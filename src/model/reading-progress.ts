/** What happens between the files and the map, in order. */
export const READING_STAGES = [
  "reading",
  "linking",
  "identity",
  "teams",
  "layout",
  "names",
  "tables",
  "fields",
] as const;
export type ReadingStage = (typeof READING_STAGES)[number];

/** How far a reading has come. */
export interface ReadingProgress {
  readonly stage: ReadingStage;
  /** Bytes of all files read until now, and in all. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly records: number;
}
