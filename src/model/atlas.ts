import type { GlanceTeamTable } from "./glance.ts";
import type { Manifest } from "./manifest.ts";

/** More papers, or more authors, than this, and a dataset is written in sheets too: no page should load it whole. */
export const SHEETS_FROM = { papers: 250_000, authors: 500_000 } as const;

/** Members that a sheet holds at least, unless it is the last; a team that is larger by itself has a sheet of its own. */
export const SHEET_MEMBERS = 2000;

/** Ties between teams in an atlas. */
export const ATLAS_TIES = 30_000;

/**
 * What of a very large dataset is shown before one looks closer: its teams, the ties between them, and the sheets that
 * hold their authors. Everybody is a member of exactly one sheet.
 */
export interface Atlas {
  /** Of the whole: its counts are those of all sheets together. Without the inputs where there are more than a hundred. */
  readonly manifest: Manifest;
  readonly teams: AtlasTeamTable;
  readonly ties: AtlasTieTable;
  readonly sheets: SheetTable;
}

/** The rows of `teams`, as much of them as a disc and its tip need. */
export interface AtlasTeamTable extends GlanceTeamTable {
  readonly teamId: readonly string[];
  /** The mean of the members' places, in positions. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Of the disc that members spread evenly over it would have: √2 × their root mean square distance from the middle. */
  readonly radius: Float32Array;
  /** Row of `sheets` that the members are on. */
  readonly sheet: Uint32Array;
}

/** The strongest ties between teams by the dataset's own counting: rows by weight descending, then a, then b; a < b. */
export interface AtlasTieTable {
  readonly rowCount: number;
  /** Rows of `teams`. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Papers that are not large and have authors of both. */
  readonly papers: Uint32Array;
  /** The sum of the weights of the ties between their authors. */
  readonly weight: Float32Array;
}

/** The sheets in the order in which they lie in `sheets.bin`: neighbours on the map are near each other. */
export interface SheetTable {
  readonly rowCount: number;
  /** First byte in `sheets.bin`. */
  readonly offset: Float64Array;
  readonly bytes: Uint32Array;
  /** Of these bytes. */
  readonly sha256: readonly string[];
  /** Authors whose papers are all on the sheet. */
  readonly members: Uint32Array;
  /** With the coauthors of members who are members elsewhere. */
  readonly authors: Uint32Array;
  readonly papers: Uint32Array;
  /** The box around the members, in positions. */
  readonly left: Float32Array;
  readonly bottom: Float32Array;
  readonly right: Float32Array;
  readonly top: Float32Array;
}

/** The file that holds the sheets one after the other. */
export const SHEETS_FILE = "sheets.bin";

/** The file that holds the blocks of the index of people one after the other. */
export const PEOPLE_FILE = "people.bin";

/**
 * Where to find people by the beginning of their name without loading anybody's sheet: blocks of some thousand entries, each
 * with the first and last entry by which to choose it.
 */
export interface PeopleBlockTable {
  readonly rowCount: number;
  /** First byte in `people.bin`. */
  readonly offset: Float64Array;
  readonly bytes: Uint32Array;
  /** Of these bytes. */
  readonly sha256: readonly string[];
  /** `folded` of the first and of the last entry. */
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/**
 * Entries of the index, rows by `folded`, then papers descending, then author. Everybody has one for each word that one of
 * their name forms may be looked for by.
 */
export interface PeopleTable {
  readonly rowCount: number;
  /** The folded name from some word on, and then the words before it: "hajungwoo" and "jungwooha" for Jung-Woo Ha. */
  readonly folded: readonly string[];
  /** As it is displayed. */
  readonly name: readonly string[];
  readonly authorId: readonly string[];
  readonly team: readonly (number | null)[];
  readonly papers: Uint32Array;
  /** That the author is a member of. */
  readonly sheet: Uint32Array;
}

/** Somebody whose name begins as asked. */
export interface FoundPerson {
  readonly name: string;
  readonly authorId: string;
  /** Row of the atlas' teams; null for an author without coauthors. */
  readonly team: number | null;
  readonly papers: number;
  /** Row of the atlas' sheets. */
  readonly sheet: number;
}

export interface FoundPeople {
  /** Most papers first, then by name and id. */
  readonly people: readonly FoundPerson[];
  /** Whether there are others besides: a longer beginning finds them. */
  readonly more: boolean;
}
