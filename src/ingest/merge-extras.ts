import type { Paper } from "../model/paper.ts";
import type { RecordAuthor, SourceRecord } from "../model/record.ts";
import { fold } from "../model/text.ts";
import { LIMITS } from "./limits.ts";

/** Counts further apart than this, and by more than a handful, are told: they may not be of the same publication. */
const COUNTS_APART = 2;
const A_HANDFUL = 10;

/** Called with what differs and is worth a note. */
type Report = (record: SourceRecord, code: string, detail: string) => void;

/**
 * What records say about a paper besides who wrote what, where and when; `ranked` is best first.
 *
 * - Keywords and groups are those of all records, each once whatever its case and accents, in the spelling of the best.
 * - Editors come from the record with the longest list, of equally long ones from the best: forms of one name in two
 *   records must not become two editors.
 * - The citation count is the largest, with the format that gave it: every index counts only what it holds, so none
 *   counts too much by missing papers. Counts that are far apart are reported.
 */
export function mergeExtras(
  ranked: readonly SourceRecord[],
  report: Report,
): Pick<Paper, "keywords" | "editors" | "groupAuthors" | "citations"> {
  return {
    keywords: united(ranked, (record) => record.keywords, foldKeyword),
    groupAuthors: united(ranked, (record) => record.groupAuthors, foldGroup),
    editors: ranked.reduce<readonly RecordAuthor[]>((longest, { editors }) => {
      return editors !== undefined && editors.length > longest.length ? editors : longest;
    }, NONE),
    citations: mostCited(ranked, report),
  };
}

/** One empty list for all papers that have none. */
const NONE: readonly never[] = [];

function united(
  ranked: readonly SourceRecord[],
  listOf: (record: SourceRecord) => readonly string[] | undefined,
  keyOf: (item: string) => string,
): readonly string[] {
  const items = new Map<string, string>();
  for (const record of ranked) {
    for (const item of listOf(record) ?? NONE) {
      const key = keyOf(item) || item;
      if (!items.has(key) && items.size < LIMITS.listLength) items.set(key, item);
    }
  }
  return items.size === 0 ? NONE : [...items.values()];
}

/** Signs that tell keywords apart stay: "C", "C++" and "C#" are three. */
function foldKeyword(keyword: string): string {
  return fold(keyword) + keyword.replace(/[^+#*]/g, "");
}

/** "The ATLAS Collaboration" is "ATLAS collaboration". */
function foldGroup(name: string): string {
  return fold(name.replace(/^the\s+/i, ""));
}

function mostCited(ranked: readonly SourceRecord[], report: Report): Paper["citations"] {
  let most: Paper["citations"];
  for (const { citations, source } of ranked) {
    if (citations !== undefined && (most === undefined || citations > most.count)) {
      most = { count: citations, format: source.format };
    }
  }
  if (most === undefined) return undefined;
  const { count, format } = most;
  const told = new Set<number>();
  for (const record of ranked) {
    const { citations } = record;
    if (citations === undefined || told.has(citations)) continue;
    told.add(citations);
    if (count > COUNTS_APART * citations && count - citations > A_HANDFUL) {
      report(record, "citations-differ", `${citations} citations here; ${count}, from ${format}, were kept.`);
    }
  }
  return most;
}
