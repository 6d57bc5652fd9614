export type Severity = "error" | "warning" | "note";

/**
 * Something wrong or doubtful in the input, as data. `error`: something was lost; `warning`: something may be wrong;
 * `note`: a decision was made that the user may want to see.
 */
export interface Finding {
  /** Stable, kebab-case: `entry-unclosed`, `authors-missing`, `names-differ`. */
  readonly code: string;
  readonly severity: Severity;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** Ordinal of the record in its file, from 1. */
  readonly record?: number;
  /** One sentence, with the text it speaks of cut to a readable length. */
  readonly detail: string;
}
