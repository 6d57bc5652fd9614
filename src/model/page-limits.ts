/** One limit: how much, of what, and what it holds back. */
export interface Limit {
  readonly value: number;
  readonly unit: string;
  readonly meaning: string;
}

/**
 * What a page reads: less than the command, since a page that runs out of memory is gone without a word. They are part of the
 * table of all limits, which `LIMIT_TABLE` of ingest is.
 */
export const PAGE_LIMIT_TABLE = {
  pageWarnBytes: {
    value: 200_000_000,
    unit: "bytes",
    meaning: "of files given to the page, above which it warns that they take long",
  },
  pageBytes: {
    value: 1_000_000_000,
    unit: "bytes",
    meaning: "of files that the page reads at once; more is for the command line",
  },
  pageGzipRatio: {
    value: 200,
    unit: "times",
    meaning: "that a gzip file may grow in the page, once it has given its free bytes",
  },
  pageGzipBytes: { value: 2_000_000_000, unit: "bytes", meaning: "that a gzip file may give in all in the page" },
} as const satisfies Readonly<Record<string, Limit>>;
