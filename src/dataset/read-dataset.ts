import type { Counting } from "../model/counting.ts";
import type { Dataset, Partition } from "../model/dataset.ts";
import { sha256 } from "../model/sha256.ts";
import { checkDataset } from "./check-dataset.ts";
import { fileOf, TABLE_NAMES, type VariantAuthorTable, type VariantTeamTable } from "./columns.ts";
import { DatasetError } from "./dataset-error.ts";
import { type InputTable, inputsOfTable } from "./input-columns.ts";
import { type Digest, hasTable, type Open, openManifest, openTables } from "./open-tables.ts";

export type { Digest, Open } from "./open-tables.ts";

/**
 * Opens a dataset whose files `open` hands over by name. Every byte is checked before any of it is used: hash, version,
 * columns, types, counts, row numbers, order; so what comes back holds what the tables promise, or nothing does. Throws
 * `DatasetError` for a dataset that is broken or of a newer version; what `open` throws passes through. `digest` may be one that
 * the machine has.
 */
export async function readDataset(open: Open, digest: Digest = sha256): Promise<Dataset> {
  const { files, variants, ...manifest } = await openManifest(open);
  const file = { files, variants, ...manifest };
  const names = hasTable(file, "inputs") ? ([...TABLE_NAMES, "inputs"] as const) : TABLE_NAMES;
  const tables = await openTables(names, file, open, digest);
  // The readers have checked each column against the schema, and the schema's type holds it to these tables.
  const { variantTeams, variantAuthors, inputs, ...rest } = tables as unknown as Omit<
    Dataset,
    "manifest" | "variants"
  > & {
    readonly variantTeams: VariantTeamTable;
    readonly variantAuthors: VariantAuthorTable;
    readonly inputs?: InputTable;
  };
  checkVariants(variants, variantTeams, variantAuthors);
  const dataset: Dataset = {
    manifest: inputs === undefined ? manifest : { ...manifest, inputs: inputsOfTable(inputs) },
    ...rest,
    variants: Object.fromEntries(
      variants.map((counting) => [counting, partition(counting, variantTeams, variantAuthors)]),
    ),
  };
  checkDataset(dataset);
  return dataset;
}

/** The rows of one scheme out of the tables of all. */
function partition(counting: Counting, teams: VariantTeamTable, authors: VariantAuthorTable): Partition {
  const [teamsFrom, teamsTo] = rowsOf(counting, teams.counting);
  const [from, to] = rowsOf(counting, authors.counting);
  return {
    teams: {
      rowCount: teamsTo - teamsFrom,
      teamId: teams.teamId.slice(teamsFrom, teamsTo),
      name: teams.name.slice(teamsFrom, teamsTo),
      authors: teams.authors.slice(teamsFrom, teamsTo),
      papers: teams.papers.slice(teamsFrom, teamsTo),
      firstYear: teams.firstYear.slice(teamsFrom, teamsTo),
      lastYear: teams.lastYear.slice(teamsFrom, teamsTo),
      agreement: teams.agreement.slice(teamsFrom, teamsTo),
      evidence: teams.evidence.slice(teamsFrom, teamsTo),
    },
    team: authors.team.slice(from, to),
    agreement: authors.agreement.slice(from, to),
    inside: authors.inside.slice(from, to),
  };
}

/** First row of a scheme and the row behind its last; the schemes stand one after the other. */
function rowsOf(counting: Counting, column: readonly Counting[]): [number, number] {
  const first = column.indexOf(counting);
  return first < 0 ? [0, 0] : [first, column.lastIndexOf(counting) + 1];
}

/** Every scheme's rows stand together, in the order of the manifest, and its authors are all authors in order. */
function checkVariants(variants: readonly Counting[], teams: VariantTeamTable, authors: VariantAuthorTable): void {
  for (const [table, { counting }] of [
    ["variantTeams", teams],
    ["variantAuthors", authors],
  ] as const) {
    const order = counting.map((one) => variants.indexOf(one));
    if (order.some((place, row) => place < 0 || (row > 0 && place < order[row - 1]))) {
      throw new DatasetError(fileOf(table), "its rows are not in the order of the manifest's variants.");
    }
  }
  const each = authors.rowCount / Math.max(1, variants.length);
  if (authors.author.some((author, row) => author !== row % each)) {
    throw new DatasetError(fileOf("variantAuthors"), "its authors are not all authors in order, once for each scheme.");
  }
}
