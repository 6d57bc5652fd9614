import { fileOf, type TableName } from "./columns.ts";
import { DatasetError } from "./dataset-error.ts";
import { MANIFEST_FILE, type ManifestFile, parseManifest } from "./manifest-file.ts";
import { readTable } from "./read-table.ts";

/** Hands over a dataset's file by name. */
export type Open = (file: string) => Promise<ArrayBuffer>;

/** The SHA-256 of bytes, in hexadecimal digits. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<string> | string;

/** A dataset's manifest. Throws `DatasetError`; what `open` throws passes through. */
export async function openManifest(open: Open): Promise<ManifestFile> {
  const bytes = await open(MANIFEST_FILE);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DatasetError(MANIFEST_FILE, "it is not UTF-8 text.");
  }
  return parseManifest(text);
}

/** Whether a dataset has a table that not all have. */
export function hasTable({ files }: ManifestFile, table: TableName): boolean {
  return files.has(fileOf(table));
}

/** Some tables of a dataset, by name: their bytes are those that the manifest describes, and each column holds what it should. */
export async function openTables<Name extends TableName>(
  names: readonly Name[],
  manifest: ManifestFile,
  open: Open,
  digest: Digest,
): Promise<Readonly<Record<Name, { readonly rowCount: number }>>> {
  const opened = await Promise.all(names.map((table) => open(fileOf(table))));
  for (const [i, table] of names.entries()) {
    const hash = manifest.files.get(fileOf(table));
    if (hash === undefined) throw new DatasetError(MANIFEST_FILE, `it gives no hash of ${fileOf(table)}.`);
    if ((await digest(new Uint8Array(opened[i]))) !== hash) {
      throw new DatasetError(fileOf(table), "it is not the file that the manifest describes (its SHA-256 differs).");
    }
  }
  const tables = await Promise.all(names.map(async (table, i) => [table, await readTable(table, opened[i])] as const));
  return Object.fromEntries(tables) as Record<Name, { readonly rowCount: number }>;
}
