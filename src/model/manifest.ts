import type { Counting } from "./counting.ts";
import type { Severity } from "./finding.ts";
import type { Preset } from "./identity.ts";

/** What may make a division into teams good. */
export const QUALITIES = ["modularity", "cpm"] as const;
export type Quality = (typeof QUALITIES)[number];

/** What the user may set; everything else follows from these and the input. */
export interface Parameters {
  readonly counting: Counting;
  /** A paper with more authors than this is large. */
  readonly largePaper: number;
  /** Absent where it is modularity; `cpm` is the constant Potts model. */
  readonly quality?: Exclude<Quality, "modularity">;
  /** Resolution of the quality, > 0: of the constant Potts model it is the tie weight that a pair must have. */
  readonly resolution: number;
  /** Starts of the search; 0 lets the size of the network decide (64, fewer on large networks). */
  readonly starts: number;
  /** Seed of the generator, a whole number from 0 to 2³² − 1. */
  readonly seed: number;
  /** How ready one is to take two names for one person. */
  readonly identity: Preset;
}

export const DEFAULT_PARAMETERS: Parameters = {
  counting: "paper",
  largePaper: 100,
  resolution: 1,
  starts: 0,
  seed: 1,
  identity: "normal",
};

/** How teams are searched for, see `findCommunities`. */
export const SEARCH_METHODS = ["louvain", "leiden"] as const;
export type SearchMethod = (typeof SEARCH_METHODS)[number];

/** How good and how certain a division into teams is. */
export interface CommunitySummary {
  /** At the resolution asked for; with the constant Potts model as quality, at 1. */
  readonly modularity: number;
  readonly method: SearchMethod;
  readonly starts: number;
  /** Starts that ended in exactly the division that was kept. */
  readonly agreeing: number;
  readonly teams: number;
}

export interface ManifestInput {
  /** Base name. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Null where no reader knew the file. */
  readonly format: string | null;
  readonly records: number;
}

export interface FindingSummary {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
}

export interface Counts {
  readonly records: number;
  readonly papers: number;
  readonly papersWithoutAuthors: number;
  readonly authorships: number;
  readonly nameForms: number;
  readonly nodes: number;
  readonly cases: number;
  readonly decisions: number;
  readonly authors: number;
  readonly teams: number;
  readonly parts: number;
  readonly coauthorships: number;
  readonly largePapers: number;
  readonly findings: number;
}

/** Where a ready network is from, and what its numbers are. */
export interface NetworkSummary {
  /** Base name of the file that names the people. */
  readonly file: string;
  readonly format: string;
  /** A given network has one weight a tie, as the file has it: it stands in all three columns, and every counting is the same. */
  readonly weights: "given";
  /** Whether `papers` of the authors are the file's own counts; else they are 0. */
  readonly countsPapers: boolean;
}

/**
 * What part of a larger dataset a sheet is. All papers of its members are on it, with all their authors; of the authors who are no
 * members it has only papers with members. Ids, places, names, counts and shares of authors and teams are those of the whole.
 */
export interface SheetSummary {
  /** Row among the sheets. */
  readonly sheet: number;
  /** Rows of `authors`, ascending. */
  readonly members: Uint32Array;
}

/**
 * The version of the dataset's files: one more whenever files of before could not be read any longer, or would be read wrongly. 2: the ledger of
 * identity (`nodes`, `cases`, `decisions`), the node of each authorship, `identity` and `nodes` in the manifest.
 */
export const DATASET_VERSION = 3;

/** No time, path or host: the same input and parameters give the same bytes. */
export interface Manifest {
  readonly format: "coterie";
  readonly version: typeof DATASET_VERSION;
  readonly parameters: Parameters;
  /** Sorted by hash, then by name. */
  readonly inputs: readonly ManifestInput[];
  readonly counts: Counts;
  readonly findings: readonly FindingSummary[];
  readonly communities: Readonly<Record<Counting, CommunitySummary>>;
  /** Present where the network was given ready, by a file of people and ties: there are no papers then. */
  readonly network?: NetworkSummary;
  /** Present where this is one sheet of a dataset that is too large to be loaded whole. */
  readonly sheet?: SheetSummary;
  /** Force-space units per stored unit of position, so that a live layout goes on where the stored one ended. */
  readonly layoutScale: number;
}
