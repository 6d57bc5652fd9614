import { sheetPieces } from "../src/dataset/sheet-file.ts";
import { type PeopleBlock, peopleBlockTable, type SheetRow, sheetRow, sheetTable } from "../src/dataset/sheet-rows.ts";
import { type BesideTables, datasetFiles, type TableWriter, tableBytes } from "../src/dataset/write-dataset.ts";
import { PEOPLE_FILE, SHEETS_FILE, SHEETS_FROM } from "../src/model/atlas.ts";
import type { Dataset } from "../src/model/dataset.ts";
import { atlasTeams, atlasTies } from "../src/pipeline/atlas-tables.ts";
import { peopleBlocks } from "../src/pipeline/people-index.ts";
import { planSheets, type SheetPlan } from "../src/pipeline/sheet-plan.ts";
import { slicer } from "../src/pipeline/slice-dataset.ts";
import { fastHash } from "./fast-hash.ts";

/** Whether a dataset is so large that it is written in sheets without being asked. */
export function needsSheets({ papers, authors }: Dataset): boolean {
  return papers.rowCount > SHEETS_FROM.papers || authors.rowCount > SHEETS_FROM.authors;
}

export interface SheetOptions {
  readonly writeTable?: TableWriter;
  /** Called when the sheets are written and the other files begun. */
  readonly writing?: () => void;
  /** Members of a sheet. */
  readonly least?: number;
}

/**
 * The files of a dataset with its sheets, the sheets first: each is sliced, written and gone before the next, as its pieces are asked
 * for.
 */
export function* filesWithSheets(
  dataset: Dataset,
  { writeTable, writing = () => {}, least }: SheetOptions = {},
): Generator<readonly [name: string, pieces: Iterable<Uint8Array>]> {
  const plan = planSheets(dataset, least);
  const rows: SheetRow[] = [];
  yield [SHEETS_FILE, sheets(dataset, plan, rows)];
  const blocks: PeopleBlock[] = [];
  yield [PEOPLE_FILE, people(dataset, plan, blocks)];
  writing();
  const beside: BesideTables = [
    ["atlasTeams", atlasTeams(dataset, plan)],
    ["atlasTies", atlasTies(dataset)],
    ["sheets", sheetTable(rows)],
    ["peopleBlocks", peopleBlockTable(blocks)],
  ];
  for (const [name, bytes] of datasetFiles(dataset, writeTable, { beside, hash: fastHash })) yield [name, [bytes]];
}

function* sheets(dataset: Dataset, { members }: SheetPlan, rows: SheetRow[]): Generator<Uint8Array> {
  const sliceFor = slicer(dataset);
  for (const [sheet, people] of members.entries()) {
    const slice = sliceFor(people, sheet);
    const pieces = sheetPieces(datasetFiles(slice, undefined, { hash: fastHash }));
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    rows.push(sheetRow(slice, bytes, fastHash(...pieces)));
    yield* pieces;
  }
}

function* people(dataset: Dataset, { members }: SheetPlan, blocks: PeopleBlock[]): Generator<Uint8Array> {
  const sheetOf = new Uint32Array(dataset.authors.rowCount);
  for (const [sheet, own] of members.entries()) for (const author of own) sheetOf[author] = sheet;
  for (const block of peopleBlocks(dataset, sheetOf)) {
    const bytes = tableBytes("people", block);
    const [first, last] = [block.folded[0], block.folded[block.rowCount - 1]];
    blocks.push({ bytes: bytes.length, sha256: fastHash(bytes), first, last });
    yield bytes;
  }
}
