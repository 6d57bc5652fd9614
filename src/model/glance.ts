import type { Manifest } from "./manifest.ts";

/** More authors than this, and a dataset also has a glance: enough to draw its map before the rest has come. */
export const GLANCE_FROM = 2500;

/** Ties in a glance: as many as are drawn while a map moves. */
export const GLANCE_TIES = 30_000;

/** What of a large dataset comes first: where everybody stands, their teams, and the strongest ties; no names of people. */
export interface Glance {
  /** Without the inputs where there are more than a hundred: they come with the whole dataset. */
  readonly manifest: Manifest;
  readonly authors: GlanceAuthorTable;
  readonly ties: GlanceTieTable;
  readonly teams: GlanceTeamTable;
}

/** The rows of `authors`, as much of them as a dot needs. */
export interface GlanceAuthorTable {
  readonly rowCount: number;
  /** The middle of one of 4,096 equal parts of −½ to ½. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly team: readonly (number | null)[];
  /**
   * For sizes only: papers (coauthors where nothing is known of papers) rounded to four significant binary digits, so
   * exact up to 16 and within 1 in 17 above.
   */
  readonly papers: Uint32Array;
  readonly onlyLarge: readonly boolean[];
}

/** The strongest ties by the dataset's own counting: rows by weight descending, then a, then b; a < b. */
export interface GlanceTieTable {
  readonly rowCount: number;
  /** Rows of `authors`. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly weight: Float32Array;
}

/** The rows of `teams`. */
export interface GlanceTeamTable {
  readonly rowCount: number;
  readonly name: readonly string[];
  readonly authors: Uint32Array;
  readonly papers: Uint32Array;
  readonly firstYear: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
  /** Names of up to three core members, most tie weight inside the team first. */
  readonly leaders: readonly (readonly string[])[];
}
