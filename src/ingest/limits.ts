/**
 * What one input may cost, whatever its bytes. Each limit that is hit is a finding; none of them stops the reading.
 * Lengths are in UTF-16 code units.
 */
export const LIMITS = {
  /** A format is recognised by this much of a file's beginning. */
  headBytes: 65_536,
  /** One record as it stands in the file: an unclosed brace must not swallow the rest. */
  recordLength: 16_777_216,
  /** A kept title, abstract, venue or URL. */
  fieldLength: 10_000,
  /** A kept name. */
  nameLength: 1_000,
  /** Kept names of one record; the largest known author lists have about 15,000. */
  authors: 20_000,
  /** Kept keywords, editors or group authors of one record, and affiliations or ids of one author. */
  listLength: 1_000,
  /** Braces within braces. */
  nesting: 256,
  /** What one BibTeX value may become by `@string`. */
  expansionLength: 1_048_576,
  /** `@string` names in one BibTeX value. */
  substitutions: 1_000,
  /** `@string` may make a file this many times longer in all, beyond one `expansionLength` that is always free. */
  expansionRatio: 16,
} as const;
