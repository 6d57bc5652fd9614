import type { ManifestInput } from "../model/dataset.ts";
import type { Finding } from "../model/finding.ts";
import type { SourceRecord } from "../model/record.ts";

/** What was read from the inputs, in whatever order: the pipeline sorts. */
export interface Reading {
  readonly inputs: readonly ManifestInput[];
  readonly records: readonly SourceRecord[];
  readonly findings: readonly Finding[];
}
