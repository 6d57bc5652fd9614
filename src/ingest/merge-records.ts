import type { Finding, Severity } from "../model/finding.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import type { RecordAuthor, SourceRecord } from "../model/record.ts";
import { fold } from "../model/text.ts";
import { EARLIEST_YEAR, isYearInRange, LATEST_YEAR } from "../model/years.ts";
import { alignAuthors, type ListDifference } from "./align-authors.ts";
import { type MutableIdentifiers, SCHEMES } from "./canonical-ids.ts";
import { isFullerVenue } from "./fuller-form.ts";
import { mergeExtras } from "./merge-extras.ts";
import { paperId } from "./paper-id.ts";
import { recordFinding, shown } from "./record-draft.ts";

/** How far a format's fields can be trusted: structured files before listings before pages. */
const FORMAT_RANK: ReadonlyMap<string, number> = new Map([
  ["arxiv-listing", 1],
  ["ovid", 1],
  ["csv", 1],
  ["json", 1],
  ["arxiv-author-listing", 1],
  ["acl-author-page", 2],
]);
/** Types and venues that say less than any other. */
const VAGUE_TYPES: ReadonlySet<string> = new Set(["preprint", "online", "misc", "unpublished", "electronic", "www"]);
const VAGUE_VENUE = /^(?:arxiv\b|corr$)/i;

type Report = (record: SourceRecord, code: string, severity: Severity, detail: string) => void;

/**
 * Makes one paper of the records that describe it. Where they disagree, one rule chooses: the better record wins, and of
 * two records the better is the one from the more structured format (files with fields, then listings, then pages), then
 * the one whose content comes first by code unit, so that neither names nor order of files matter. But
 *
 * - authors come from the record with the longest list, whole lists before truncated ones, each name in its fuller form;
 * - the date is the earliest; of dates that only differ in precision, the most precise; years that no paper is of count not;
 * - a venue or type that only says "preprint" gives way to any other, and an abbreviated venue to the same written out;
 * - of keywords, groups, editors and citations, what `mergeExtras` says.
 *
 * What was not chosen is a finding, unless it only differs in case, accents, punctuation or spaces. `records` are indices
 * into `all`.
 */
export function mergeRecords(
  all: readonly SourceRecord[],
  records: readonly number[],
): { paper: Paper; findings: Finding[] } {
  const findings: Finding[] = [];
  const report: Report = (record, code, severity, detail) =>
    findings.push(recordFinding(record.source, code, severity, detail));
  const members = records.map((index) => all[index]);
  const ranked = members.length === 1 ? members : bestFirst(members);

  const ids = chooseIds(ranked, report);
  const chosen = chooseAuthors(ranked);
  const { authors, differences } = alignAuthors(
    chosen,
    ranked.filter((record) => record !== chosen),
  );
  for (const difference of differences) reportAuthors(difference, chosen.authors.length, report);
  const title = choose(ranked, "title", "warning", report);
  const date = chooseDate(ranked, report);
  const venues = ranked.filter((record) => !VAGUE_VENUE.test(record.venue ?? ""));
  const types = ranked.map((record) => record.type).filter((type) => type !== undefined);
  const year = date === undefined ? undefined : Number(date.slice(0, 4));
  const { keywords, editors, groupAuthors, citations } = mergeExtras(ranked, (record, code, detail) =>
    report(record, code, "note", detail),
  );

  const paper: Paper = {
    id: paperId(ids, title, year, chosen.authors[0]?.name),
    ids,
    title,
    authors,
    truncated: chosen.truncated ?? false,
    year,
    date,
    venue: choose(venues, "venue", "note", report) ?? ranked.find((record) => record.venue !== undefined)?.venue,
    type: types.find((type) => !VAGUE_TYPES.has(type)) ?? types.find((type) => type === "preprint") ?? types[0],
    abstract: choose(ranked, "abstract", "note", report),
    url: ranked.find((record) => record.url !== undefined)?.url,
    keywords,
    editors,
    groupAuthors,
    citations,
    records,
  };
  return { paper, findings };
}

/** The records, best first, as `mergeRecords` says. */
function bestFirst(members: readonly SourceRecord[]): SourceRecord[] {
  return members
    .map((record) => ({ record, rank: FORMAT_RANK.get(record.source.format) ?? 0, content: contentOf(record) }))
    .sort((a, b) => a.rank - b.rank || byCodeUnit(a.content, b.content))
    .map(({ record }) => record);
}

/** All that a record says, apart from where it stands, as one string that does not depend on the order of keys. */
export function contentOf(record: SourceRecord): string {
  const { ids, title, authors, truncated, date, year, venue, type, abstract, url } = record;
  const { groupAuthors, editors, keywords, citations } = record;
  const known = SCHEMES.map((scheme) => ids[scheme]);
  return JSON.stringify([
    ...[title, authors.map(contentOfName), truncated ?? false, date, year, venue, type, known, abstract, url],
    ...[groupAuthors, editors?.map(contentOfName), keywords, citations],
  ]);
}

function contentOfName({ name, given, family, suffix, orcid, ids, affiliations }: RecordAuthor): unknown[] {
  return [name, given, family, suffix, orcid, ids, affiliations];
}

/** The best record's value of a field of text; others that differ once folded are reported. */
function choose(
  ranked: readonly SourceRecord[],
  field: "title" | "venue" | "abstract",
  severity: Severity,
  report: Report,
): string | undefined {
  let value = ranked.find((record) => record[field] !== undefined)?.[field];
  if (value === undefined || ranked.length === 1) return value;
  for (const record of field === "venue" ? ranked : []) {
    const other = record[field];
    if (other !== undefined && isFullerVenue(other, value)) value = other;
  }
  const told = new Set([fold(value)]);
  for (const record of ranked) {
    const other = record[field];
    if (other === undefined || told.has(fold(other))) continue;
    told.add(fold(other));
    report(record, `${field}s-differ`, severity, `“${shown(other)}” here; “${shown(value)}” was kept.`);
  }
  return value;
}

function chooseIds(ranked: readonly SourceRecord[], report: Report): MutableIdentifiers {
  const ids: MutableIdentifiers = {};
  for (const scheme of SCHEMES) {
    const told = new Set<string>();
    for (const record of ranked) {
      const id = record.ids[scheme];
      if (id === undefined || told.has(id)) continue;
      told.add(id);
      if (ids[scheme] === undefined) ids[scheme] = id;
      else
        report(record, "identifiers-differ", "warning", `${scheme} ${shown(id)} here; ${shown(ids[scheme])} was kept.`);
    }
  }
  return ids;
}

function chooseAuthors(ranked: readonly SourceRecord[]): SourceRecord {
  return ranked.reduce((best, record) => {
    if (
      (best.truncated ?? false) !== (record.truncated ?? false) &&
      best.authors.length > 0 &&
      record.authors.length > 0
    ) {
      return best.truncated ? record : best;
    }
    return record.authors.length > best.authors.length ? record : best;
  });
}

function chooseDate(ranked: readonly SourceRecord[], report: Report): string | undefined {
  const dates = new Map<string, SourceRecord>();
  for (const record of ranked) {
    const date = record.date ?? (record.year === undefined ? undefined : String(record.year).padStart(4, "0"));
    if (date === undefined) continue;
    const year = Number(date.slice(0, 4));
    if (isYearInRange(year)) {
      if (!dates.has(date)) dates.set(date, record);
    } else {
      const range = `is before ${EARLIEST_YEAR} or after ${LATEST_YEAR}`;
      report(record, "year-out-of-range", "warning", `The year ${year} ${range}, and was left out.`);
    }
  }
  const all = [...dates.keys()].sort(byCodeUnit);
  // "2022" does not contradict "2022-10-07"; it only knows less.
  const exact = all.filter((date, at) => !all.some((other, place) => place > at && other.startsWith(`${date}-`)));
  for (const date of exact.slice(1)) {
    const record = dates.get(date);
    if (record !== undefined) report(record, "dates-differ", "note", `${date} here; ${exact[0]} was kept.`);
  }
  return exact[0];
}

/** At most three names, then how many more. */
function some(names: readonly string[]): string {
  const listed = names
    .slice(0, 3)
    .map((name) => `“${shown(name)}”`)
    .join(", ");
  return names.length > 3 ? `${listed} and ${names.length - 3} more` : listed;
}

function reportAuthors(difference: ListDifference, length: number, report: Report): void {
  const { record, renamed, missing, extra, reordered } = difference;
  if (renamed.length > 0) {
    const pairs = renamed.slice(0, 3).map(([kept, other]) => `“${shown(other)}” here for “${shown(kept)}”`);
    const more = renamed.length > 3 ? ` and ${renamed.length - 3} more` : "";
    report(record, "names-differ", "note", `${pairs.join(", ")}${more}.`);
  }
  if (missing.length + extra.length > 0) {
    const parts = [`${record.authors.length} authors here, ${length} were kept`];
    if (missing.length > 0) parts.push(`missing here: ${some(missing)}`);
    if (extra.length > 0) parts.push(`only here: ${some(extra)}`);
    report(record, "author-lists-differ", record.truncated ? "note" : "warning", `${parts.join("; ")}.`);
  }
  if (reordered) report(record, "author-order-differs", "note", "The authors stand in another order here.");
}
