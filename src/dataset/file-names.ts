import { PEOPLE_FILE, SHEETS_FILE } from "../model/atlas.ts";
import { ALL_TABLE_NAMES, fileOf } from "./columns.ts";
import { MANIFEST_FILE } from "./manifest-file.ts";
import { hasTable, type Open, openManifest } from "./open-tables.ts";

/** The files that a dataset consists of, by its manifest; whatever else lies beside them is no part of it. Throws as `readDataset` does. */
export async function datasetFileNames(open: Open): Promise<string[]> {
  const manifest = await openManifest(open);
  const tables = ALL_TABLE_NAMES.filter((table) => hasTable(manifest, table)).map(fileOf);
  return [
    MANIFEST_FILE,
    ...tables,
    ...(hasTable(manifest, "sheets") ? [SHEETS_FILE] : []),
    ...(hasTable(manifest, "peopleBlocks") ? [PEOPLE_FILE] : []),
  ];
}
