import { type Limit, PAGE_LIMIT_TABLE } from "../model/page-limits.ts";

/**
 * What one input may cost, whatever its bytes. Each limit that is hit is a finding; none of them stops the reading of
 * the other files. Characters are UTF-16 code units.
 */
export const LIMIT_TABLE = {
  headBytes: { value: 65_536, unit: "bytes", meaning: "of a file's beginning by which its format is recognised" },
  recordLength: {
    value: 16_777_216,
    unit: "characters",
    meaning: "of one record as it stands in the file: an unclosed brace must not swallow the rest",
  },
  fieldLength: { value: 10_000, unit: "characters", meaning: "of a title, abstract, venue or URL that are kept" },
  nameLength: { value: 1_000, unit: "characters", meaning: "of a name that are kept" },
  authors: {
    value: 20_000,
    unit: "authors",
    meaning: "of one record that are kept; the longest known lists have about 15,000",
  },
  listLength: {
    value: 1_000,
    unit: "items",
    meaning: "keywords, editors or group authors of one record, affiliations or ids of one author, that are kept",
  },
  nesting: { value: 256, unit: "levels", meaning: "braces, brackets or elements within each other" },
  expansionLength: { value: 1_048_576, unit: "characters", meaning: "that one BibTeX value may become by @string" },
  substitutions: { value: 1_000, unit: "names", meaning: "of @string in one BibTeX value" },
  expansionRatio: {
    value: 16,
    unit: "times",
    meaning: "that @string may make a file longer in all, beyond one value's expansion that is always free",
  },
  networkNodes: { value: 1_000_000, unit: "nodes", meaning: "of a ready network that are kept" },
  networkTies: { value: 5_000_000, unit: "ties", meaning: "of a ready network that are kept" },
  inheritance: {
    value: 33_554_432,
    unit: "characters",
    meaning: "of BibTeX entries that inherit by crossref or xdata, or are inherited from, that are held",
  },
  ancestors: { value: 16, unit: "entries", meaning: "that one BibTeX entry inherits from in a row" },
  findings: {
    value: 1_000,
    unit: "findings",
    meaning: "of one code about one file that are listed; the rest are counted",
  },
  gzipRatio: { value: 1_000, unit: "times", meaning: "that a gzip file may grow once it has given the bytes below" },
  gzipFreeBytes: { value: 10_485_760, unit: "bytes", meaning: "that a gzip file may give however small it is" },
  gzipBytes: { value: 68_719_476_736, unit: "bytes", meaning: "that a gzip file may give in all" },
  ...PAGE_LIMIT_TABLE,
} as const satisfies Readonly<Record<string, Limit>>;

/** The values alone, for those who hold to them. */
export const LIMITS = Object.fromEntries(Object.entries(LIMIT_TABLE).map(([name, { value }]) => [name, value])) as {
  readonly [Name in keyof typeof LIMIT_TABLE]: number;
};
