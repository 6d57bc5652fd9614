import { COUNTINGS, type Counting } from "../model/counting.ts";
import { PRESETS } from "../model/identity.ts";
import {
  type CommunitySummary,
  type Counts,
  DATASET_VERSION,
  type FindingSummary,
  type Manifest,
  type ManifestInput,
  type NetworkSummary,
  type Parameters,
  SEARCH_METHODS,
  type SheetSummary,
} from "../model/manifest.ts";
import { DatasetError } from "./dataset-error.ts";
import {
  exactly,
  ifAny,
  listOf,
  number,
  oneOf,
  orNull,
  record,
  rowNumbers,
  ShapeError,
  text,
  textByName,
  whole,
  yesOrNo,
} from "./shape.ts";

export const MANIFEST_FILE = "manifest.json";
const FORMAT = "coterie";

/** The manifest as it stands on disk; what this layer adds is the schemes of the variants and the files' SHA-256. */
export interface ManifestFile extends Manifest {
  readonly variants: readonly Counting[];
  readonly files: ReadonlyMap<string, string>;
}

const communities = record<CommunitySummary>({
  modularity: number(-1, 1),
  method: oneOf(SEARCH_METHODS),
  starts: whole(),
  agreeing: whole(),
  teams: whole(),
});

const MANIFEST = record<ManifestFile>({
  format: oneOf([FORMAT]),
  version: exactly(DATASET_VERSION),
  parameters: record<Parameters>({
    counting: oneOf(COUNTINGS),
    largePaper: whole(),
    quality: ifAny(oneOf(["cpm"])),
    resolution: number(0),
    starts: whole(),
    seed: whole(0, 0xffffffff),
    identity: oneOf(PRESETS),
  }),
  inputs: listOf(
    record<ManifestInput>({ file: text, sha256: text, bytes: whole(), format: orNull(text), records: whole() }),
  ),
  counts: record<Counts>({
    records: whole(),
    papers: whole(),
    papersWithoutAuthors: whole(),
    authorships: whole(),
    nameForms: whole(),
    nodes: whole(),
    cases: whole(),
    decisions: whole(),
    authors: whole(),
    teams: whole(),
    parts: whole(),
    coauthorships: whole(),
    largePapers: whole(),
    findings: whole(),
  }),
  findings: listOf(
    record<FindingSummary>({ code: text, severity: oneOf(["error", "warning", "note"]), count: whole() }),
  ),
  communities: record({ full: communities, author: communities, paper: communities }),
  network: ifAny(
    record<NetworkSummary>({
      file: text,
      format: text,
      weights: oneOf(["given"]),
      countsPapers: yesOrNo,
    }),
  ),
  sheet: ifAny(record<SheetSummary>({ sheet: whole(), members: rowNumbers() })),
  layoutScale: number(0),
  variants: listOf(oneOf(COUNTINGS)),
  files: textByName(),
});

/** The manifest as JSON: keys in a fixed order, two spaces, a final newline. */
export function manifestText(manifest: ManifestFile): string {
  return `${JSON.stringify(MANIFEST.write(manifest), null, 2)}\n`;
}

/** Reads a manifest out of untrusted text; throws `DatasetError`. Another version is refused by its number. */
export function parseManifest(source: string): ManifestFile {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw new DatasetError(MANIFEST_FILE, "it is not JSON.");
  }
  const { format, version: found } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT) throw new DatasetError(MANIFEST_FILE, "it does not describe a Coterie dataset.");
  if (typeof found === "number" && found !== DATASET_VERSION) {
    const remedy = found > DATASET_VERSION ? "open it with a newer one" : "build it again with “coterie build”";
    throw new DatasetError(
      MANIFEST_FILE,
      `the dataset has format version ${found}, and this Coterie reads version ${DATASET_VERSION}; ${remedy}.`,
    );
  }
  try {
    return MANIFEST.read(value, "manifest");
  } catch (error) {
    if (error instanceof ShapeError) throw new DatasetError(MANIFEST_FILE, `${error.message}.`);
    throw error;
  }
}
