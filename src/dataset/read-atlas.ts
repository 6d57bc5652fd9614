import type { Atlas } from "../model/atlas.ts";
import { sha256 } from "../model/sha256.ts";
import { ATLAS_TABLE_NAMES } from "./atlas-columns.ts";
import { fileOf } from "./columns.ts";
import { DatasetError } from "./dataset-error.ts";
import { type Digest, hasTable, type Open, openManifest, openTables } from "./open-tables.ts";

/**
 * Opens the atlas of a dataset that is too large to be loaded whole; null where the dataset has none. Of the files, the manifest
 * and those of the atlas are asked for, and checked as `readDataset` checks. Throws `DatasetError` where one is broken; what
 * `open` throws passes through.
 */
export async function readAtlas(open: Open, digest: Digest = sha256): Promise<Atlas | null> {
  const { files, variants, ...manifest } = await openManifest(open);
  const file = { files, variants, ...manifest };
  if (!hasTable(file, "atlasTeams")) return null;
  // The readers have checked each column against the schema, and the schema's type holds it to these tables.
  const tables = (await openTables(ATLAS_TABLE_NAMES, file, open, digest)) as unknown as {
    readonly atlasTeams: Atlas["teams"];
    readonly atlasTies: Atlas["ties"];
    readonly sheets: Atlas["sheets"];
  };
  const atlas = { manifest, teams: tables.atlasTeams, ties: tables.atlasTies, sheets: tables.sheets };
  checkAtlas(atlas);
  return atlas;
}

function checkAtlas({ manifest, teams, ties, sheets }: Atlas): void {
  const { counts } = manifest;
  if (teams.rowCount !== counts.teams) {
    throw new DatasetError(fileOf("atlasTeams"), `it has ${teams.rowCount} rows, the manifest counts ${counts.teams}.`);
  }
  const astray = teams.sheet.findIndex((sheet) => sheet >= sheets.rowCount);
  if (astray >= 0) throw new DatasetError(fileOf("atlasTeams"), `sheet in row ${astray} is no row of sheets.`);
  const misnamed = teams.teamId.findIndex((id, row) => id !== `t${row}`);
  if (misnamed >= 0) throw new DatasetError(fileOf("atlasTeams"), `team_id in row ${misnamed} is not t${misnamed}.`);
  const { a, b, weight, rowCount } = ties;
  for (let row = 0; row < rowCount; row++) {
    // a < b, so b is the one to be held inside the table.
    const order = row === 0 ? 1 : weight[row - 1] - weight[row];
    if (a[row] >= b[row] || b[row] >= teams.rowCount || order < 0) {
      throw new DatasetError(
        fileOf("atlasTies"),
        `row ${row} is out of order, or no tie of two teams: a < b, sorted by weight descending.`,
      );
    }
  }
  checkSheets(atlasSheets(sheets), counts.authors);
}

function atlasSheets({ offset, bytes, members }: Atlas["sheets"]) {
  return Array.from(offset, (from, row) => ({ from, to: from + bytes[row], members: members[row] }));
}

/** One after the other, without a gap, and everybody a member of one. */
function checkSheets(
  sheets: readonly { readonly from: number; readonly to: number; readonly members: number }[],
  authors: number,
): void {
  const apart = sheets.findIndex(({ from, to }, row) => from !== (row === 0 ? 0 : sheets[row - 1].to) || to === from);
  if (apart >= 0) throw new DatasetError(fileOf("sheets"), `row ${apart} does not begin where the one before ends.`);
  const members = sheets.reduce((sum, sheet) => sum + sheet.members, 0);
  if (members !== authors) {
    throw new DatasetError(fileOf("sheets"), `it has ${members} members, the manifest counts ${authors} authors.`);
  }
}
