import { type Atlas, SHEETS_FILE } from "../model/atlas.ts";
import type { Dataset } from "../model/dataset.ts";
import { sha256 } from "../model/sha256.ts";
import { DatasetError } from "./dataset-error.ts";
import type { Digest } from "./open-tables.ts";
import { readDataset } from "./read-dataset.ts";
import { filesOfSheet } from "./sheet-file.ts";

/** Hands over the bytes `from` to `to` (not included) of a dataset's file. */
export type OpenRange = (file: string, from: number, to: number) => Promise<ArrayBuffer>;

/**
 * Opens one sheet, by its row, with one range of `sheets.bin`: a dataset by itself, whose `manifest.sheet` says who its members
 * are. Its bytes must be those that the atlas describes, and its files hold together as those of any dataset. Throws
 * `DatasetError` where they do not; what `openRange` throws passes through.
 */
export async function readSheet(
  openRange: OpenRange,
  { sheets }: Atlas,
  sheet: number,
  digest: Digest = sha256,
): Promise<Dataset> {
  const from = sheets.offset[sheet];
  const bytes = await openRange(SHEETS_FILE, from, from + sheets.bytes[sheet]);
  if ((await digest(new Uint8Array(bytes))) !== sheets.sha256[sheet]) {
    throw new DatasetError(
      SHEETS_FILE,
      `sheet ${sheet} is not the one that the atlas describes (its SHA-256 differs).`,
    );
  }
  const files = filesOfSheet(bytes);
  const open = async (file: string) => {
    const found = files.get(file);
    if (found === undefined) throw new DatasetError(SHEETS_FILE, `sheet ${sheet} lacks ${file}.`);
    return found;
  };
  const dataset = await readDataset(open, digest);
  const { authors, papers, manifest } = dataset;
  const fits =
    manifest.sheet?.sheet === sheet &&
    manifest.sheet.members.length === sheets.members[sheet] &&
    authors.rowCount === sheets.authors[sheet] &&
    papers.rowCount === sheets.papers[sheet];
  if (!fits) throw new DatasetError(SHEETS_FILE, `sheet ${sheet} does not hold what the atlas says.`);
  return dataset;
}
