import type { Dataset } from "../model/dataset.ts";
import { formatName } from "../model/format-names.ts";
import { PAGE_LIMIT_TABLE } from "../model/page-limits.ts";
import { READING_STAGES, type ReadingProgress, type ReadingStage } from "../model/reading-progress.ts";
import { WITHOUT_PAPERS } from "./given-ties.ts";
import { counted, yearSpan } from "./wording.ts";

/** Says whether the page should read so many bytes: more than one limit may take minutes, more than the other is not begun. */
export function sizeVerdict(bytes: number): "fine" | "large" | "refused" {
  if (bytes > PAGE_LIMIT_TABLE.pageBytes.value) return "refused";
  return bytes > PAGE_LIMIT_TABLE.pageWarnBytes.value ? "large" : "fine";
}

/** "640 bytes", "14 kB", "1.2 MB", "1.2 GB": powers of 1000, two digits where one would be coarse. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte");
  const units = ["kB", "MB", "GB"];
  let value = bytes / 1000;
  let unit = 0;
  // What rounds to 1000 is one of the next unit.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? Number(value.toFixed(1)) : Math.round(value)} ${units[unit]}`;
}

/** What the page does at each stage. */
const STAGE_IN_WORDS: Readonly<Record<ReadingStage, string>> = {
  reading: "Reading the files",
  linking: "Linking records to papers",
  identity: "Deciding who is who",
  fields: "Finding the fields of papers",
  teams: "Dividing authors into teams",
  names: "Naming the teams",
  layout: "Laying out the map",
  tables: "Writing the tables",
};

/** A progress bar: what is done now, how far, and the share of the whole from 0 to 1 (each stage an equal part). */
export interface ProgressLine {
  readonly stage: string;
  /** "1.2 MB of 14 MB · 320 records" */
  readonly detail: string;
  readonly share: number;
}

export function progressLine({ stage, bytes, totalBytes, records }: ReadingProgress): ProgressLine {
  const within = stage === "reading" && totalBytes > 0 ? Math.min(1, bytes / totalBytes) : 0;
  return {
    stage: STAGE_IN_WORDS[stage],
    detail: `${bytesInWords(bytes)} of ${bytesInWords(totalBytes)} · ${counted(records, "record")}`,
    share: (READING_STAGES.indexOf(stage) + within) / READING_STAGES.length,
  };
}

/** What became of one file. */
export interface FileVerdict {
  readonly file: string;
  /** All of it. */
  readonly read: boolean;
  /** "12 records, BibTeX", or why it or its rest was skipped. */
  readonly verdict: string;
}

/** What was read, before any map. */
export interface ReadingReport {
  /** In the order in which the files were given. */
  readonly files: readonly FileVerdict[];
  /** "21 papers · 444 authors · 2017–2024", or that there is nothing. */
  readonly headline: string;
  /** How it came to that, a sentence each. */
  readonly remarks: readonly string[];
  /** Whether there is anything to show. */
  readonly showable: boolean;
}

/** What is said of a file that was read in part. */
const CUT_SHORT: ReadonlySet<string> = new Set(["gzip-truncated", "gzip-broken", "gzip-too-large"]);

const SKIPPED: ReadonlyMap<string, string> = new Map([
  ["file-empty", "skipped: it is empty"],
  ["format-unknown", "skipped: in no format that is read"],
  ["file-unreadable", "skipped: it cannot be read"],
]);

const NETWORK_FORMATS: ReadonlySet<string> = new Set([
  "gexf",
  "graphml",
  "pajek",
  "vosviewer-json",
  "vosviewer-map",
  "vosviewer-network",
]);

/** Tells what the dataset made of files of these names. */
export function readingReport(names: readonly string[], dataset: Dataset): ReadingReport {
  const { counts } = dataset.manifest;
  return {
    files: fileVerdicts(names, dataset),
    headline: headlineOf(dataset),
    remarks: remarksOf(dataset),
    showable: counts.papers > 0 || counts.authors > 0,
  };
}

function fileVerdicts(names: readonly string[], { manifest, findings }: Dataset): FileVerdict[] {
  const inputs = new Map(manifest.inputs.map((input) => [input.file, input]));
  const reasons = new Map<string, string>();
  const cutShort = new Set<string>();
  const leftOut = new Set<string>();
  for (let f = 0; f < findings.rowCount; f++) {
    const reason = SKIPPED.get(findings.code[f]);
    const file = findings.file[f];
    if (reason !== undefined && file !== null) reasons.set(file, reason);
    if (file !== null && findings.code[f] === "network-left-out") leftOut.add(file);
    if (file !== null && CUT_SHORT.has(findings.code[f])) cutShort.add(file);
  }
  return names.map((file) => {
    const input = inputs.get(file);
    if (input === undefined || input.format === null) {
      return { file, read: false, verdict: reasons.get(file) ?? "skipped" };
    }
    // A file of a network has no records; a bibliography without any is told of as that.
    if (NETWORK_FORMATS.has(input.format)) {
      const network = `a ready network, ${formatName(input.format)}`;
      return leftOut.has(file)
        ? { file, read: false, verdict: `${network}; left out` }
        : { file, read: true, verdict: network };
    }
    const verdict = `${counted(input.records, "record")}, ${formatName(input.format)}`;
    if (cutShort.has(file)) return { file, read: false, verdict: `${verdict}; the rest cannot be unpacked` };
    return { file, read: true, verdict };
  });
}

function headlineOf({ manifest, papers }: Dataset): string {
  const { counts } = manifest;
  if (manifest.network !== undefined && counts.authors > 0) {
    return `${counted(counts.authors, "person", "people")} · ${counted(counts.coauthorships, "tie")}`;
  }
  if (counts.papers === 0) return "Nothing to make a map of";
  const parts = [counted(counts.papers, "paper"), counted(counts.authors, "author")];
  const years = papers.year.filter((year) => year !== null);
  const first = years.reduce((least: number | null, year) => (least === null || year < least ? year : least), null);
  const last = years.reduce((most: number | null, year) => (most === null || year > most ? year : most), null);
  const span = yearSpan(first, last);
  if (span !== null) parts.push(span);
  return parts.join(" · ");
}

function remarksOf({ manifest, papers, records }: Dataset): string[] {
  const { counts } = manifest;
  if (manifest.network !== undefined) return [WITHOUT_PAPERS];
  if (counts.papers === 0) return [];
  const silent = records.paper.filter((paper) => paper === null).length;
  const told = counts.records - silent;
  const remarks = [`${counted(told, "record")} ${told === 1 ? "is" : "are"} ${counted(counts.papers, "paper")}.`];
  if (silent > 0) {
    remarks.push(`${counted(silent, "record says", "records say")} too little to be a paper.`);
  }
  if (counts.papersWithoutAuthors > 0) {
    remarks.push(`${counted(counts.papersWithoutAuthors, "paper has", "papers have")} no authors.`);
  }
  const undated = papers.year.filter((year) => year === null).length;
  if (undated > 0) remarks.push(`${counted(undated, "paper has", "papers have")} no year.`);
  if (counts.largePapers > 0) {
    remarks.push(
      `${counted(counts.largePapers, "paper has", "papers have")} more than ${manifest.parameters.largePaper} authors.`,
    );
  }
  return remarks;
}
