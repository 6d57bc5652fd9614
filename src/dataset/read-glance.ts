import type { Glance } from "../model/glance.ts";
import type { Manifest } from "../model/manifest.ts";
import { sha256 } from "../model/sha256.ts";
import { fileOf } from "./columns.ts";
import { DatasetError } from "./dataset-error.ts";
import { GLANCE_TABLE_NAMES } from "./glance-columns.ts";
import { type Digest, hasTable, type Open, openManifest, openTables } from "./open-tables.ts";

/**
 * Opens what of a large dataset comes first; null where the dataset has no glance. Of the files, the manifest and those of the
 * glance are asked for, and checked as `readDataset` checks: hash, columns, types, counts, row numbers, order. Throws
 * `DatasetError` where one is broken; what `open` throws passes through.
 */
export async function readGlance(open: Open, digest: Digest = sha256): Promise<Glance | null> {
  const { files, variants, ...manifest } = await openManifest(open);
  const file = { files, variants, ...manifest };
  if (!hasTable(file, "glanceAuthors")) return null;
  // The readers have checked each column against the schema, and the schema's type holds it to these tables.
  const tables = (await openTables(GLANCE_TABLE_NAMES, file, open, digest)) as unknown as {
    readonly glanceAuthors: Glance["authors"];
    readonly glanceTies: Glance["ties"];
    readonly glanceTeams: Glance["teams"];
  };
  const glance = { authors: tables.glanceAuthors, ties: tables.glanceTies, teams: tables.glanceTeams };
  checkGlance(glance, manifest);
  return { manifest, ...glance };
}

function checkGlance({ authors, ties, teams }: Omit<Glance, "manifest">, { counts }: Manifest): void {
  for (const [table, found, counted] of [
    ["glanceAuthors", authors.rowCount, counts.authors],
    ["glanceTeams", teams.rowCount, counts.teams],
  ] as const) {
    if (found !== counted) {
      throw new DatasetError(fileOf(table), `it has ${found} rows, the manifest counts ${counted}.`);
    }
  }
  const outside = authors.team.findIndex((team) => team !== null && team >= teams.rowCount);
  if (outside >= 0)
    throw new DatasetError(fileOf("glanceAuthors"), `team in row ${outside} is no row of glance_teams.`);
  const { a, b, weight, rowCount } = ties;
  for (let row = 0; row < rowCount; row++) {
    // a < b, so b is the one to be held inside the table.
    const order = row === 0 ? 1 : weight[row - 1] - weight[row];
    if (a[row] >= b[row] || b[row] >= authors.rowCount || order < 0) {
      throw new DatasetError(
        fileOf("glanceTies"),
        `row ${row} is out of order, or no tie of two authors: a < b, sorted by weight descending.`,
      );
    }
  }
}
