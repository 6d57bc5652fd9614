import type { Linked } from "../ingest/link-records.ts";
import type { Finding } from "../model/finding.ts";
import type { NetworkPart } from "../model/given-network.ts";
import type { ManifestInput } from "../model/manifest.ts";
import type { SourceRecord } from "../model/record.ts";

/** What was read from the inputs, in whatever order: the pipeline sorts. */
export interface Reading {
  readonly inputs: readonly ManifestInput[];
  readonly records: readonly SourceRecord[];
  readonly findings: readonly Finding[];
  /** What files of ready networks gave; they make a map where there is no record. */
  readonly networks?: readonly NetworkPart[];
  /** Called when the records have become papers, by whom nobody asks for them again; `records` may be empty afterwards. */
  readonly letGo?: () => void;
  /** Is shown the records with the papers made of them before they go. */
  readonly look?: (linked: Linked) => void;
}

/** The stages of a build, in order, for whoever shows progress. */
export type Stage = "linking" | "identity" | "teams" | "layout" | "names" | "tables" | "fields";
