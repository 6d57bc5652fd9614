import type { Linked } from "../ingest/link-records.ts";
import type { Case, Diagnosis, Symptom } from "../model/diagnosis.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import type { RecordAuthor, SourceRecord } from "../model/record.ts";
import { fold } from "../model/text.ts";
import { EARLIEST_YEAR, isYearInRange, LATEST_YEAR } from "../model/years.ts";
import { swapFinder } from "./swapped-names.ts";

/**
 * Looks a linked bibliography over. `authors` is how many people its names were found to be; a paper with more than
 * `largePaper` authors is large; papers of years after `latestYear` are not out yet.
 */
export function diagnose(
  linked: Linked,
  authors: number,
  limits: { readonly largePaper: number; readonly latestYear: number },
): Diagnosis {
  const { papers, records, paperOfRecord } = linked;
  const years = papers.flatMap(({ year }) => (year === undefined ? [] : [year]));
  const isMisdated = ({ year }: SourceRecord) => year !== undefined && !isYearInRange(year);

  const ofPapers = (wanted: (paper: Paper) => boolean, textOf: (paper: Paper) => string = nameOf): Case[] =>
    papers.filter(wanted).map((paper) => caseOf(records[paper.records[0]], textOf(paper)));
  const ofRecords = (wanted: (record: SourceRecord, i: number) => boolean, textOf: (record: SourceRecord) => string) =>
    records.filter(wanted).map((record) => caseOf(record, textOf(record)));
  const ofNames = (wanted: (author: RecordAuthor) => boolean): Case[] =>
    papers.flatMap((paper) =>
      paper.authors.flatMap((author) => (wanted(author) ? [caseOf(records[paper.records[0]], author.name)] : [])),
    );

  const symptoms: readonly Symptom[] = [
    {
      code: "records-no-paper",
      label: "records that are no paper",
      treatment: "kept as records, and on no map",
      cases: ofRecords(
        (_, i) => paperOfRecord[i] === null,
        ({ title }) => title ?? "without a title",
      ),
    },
    {
      code: "duplicates-linked",
      label: "papers that several records describe",
      treatment: "linked and counted once; the longest list of authors is kept",
      cases: ofPapers(
        (paper) => paper.records.length > 1,
        (paper) => `${nameOf(paper)}: ${paper.records.length} records`,
      ),
    },
    {
      code: "authors-missing",
      label: "papers without authors",
      treatment: "counted as papers, but nobody's",
      cases: ofPapers((paper) => paper.authors.length === 0),
    },
    {
      code: "authors-truncated",
      label: "papers whose list of authors is cut short by the source",
      treatment: "the authors that are named are kept; the others and their ties are missing",
      cases: ofPapers((paper) => paper.truncated),
    },
    {
      code: "group-authors",
      label: "records with groups among the authors",
      treatment: "kept apart; a group is no person and has no ties",
      cases: ofRecords(
        ({ groupAuthors }) => groupAuthors !== undefined && groupAuthors.length > 0,
        ({ groupAuthors }) => (groupAuthors ?? []).join("; "),
      ),
    },
    {
      code: "editors",
      label: "records with editors",
      treatment: "kept apart; editors are no authors",
      cases: ofRecords(
        ({ editors }) => editors !== undefined && editors.length > 0,
        ({ editors }) => (editors ?? []).map(({ name }) => name).join("; "),
      ),
    },
    {
      code: "editors-as-authors",
      label: "records whose authors are all among their editors",
      treatment: "kept as authors, as the source has them: they tie whoever edits a volume, not who writes in it",
      cases: ofRecords(isByEditors, ({ title, authors }) => title ?? authors.map(({ name }) => name).join("; ")),
    },
    {
      code: "names-capital",
      label: "names in capitals alone",
      treatment: "case does not tell people apart; where another paper spells the name otherwise that form is shown",
      cases: ofNames(isCapital),
    },
    {
      code: "names-swapped",
      label: "names that may have the family name first, judged by the other names here",
      treatment: "left as they are, since some are right: correct the source where it is wrong",
      cases: ofNames(swapFinder(papers)),
    },
    {
      code: "large-papers",
      label: `papers with more than ${limits.largePaper} authors`,
      treatment: "counted in full, but they draw no lines and pull nobody together",
      cases: ofPapers(
        (paper) => paper.authors.length > limits.largePaper,
        (paper) => `${nameOf(paper)}: ${paper.authors.length} authors`,
      ),
    },
    {
      code: "years-missing",
      label: "papers without a year",
      treatment: "on the map, but in no range of years",
      cases: ofPapers(({ year, records: own }) => year === undefined && !own.some((i) => isMisdated(records[i]))),
    },
    {
      code: "years-out-of-range",
      label: `records of years before ${EARLIEST_YEAR} or after ${LATEST_YEAR}`,
      treatment: "the year is left out, as if there were none",
      cases: ofRecords(
        isMisdated,
        ({ year, title, ids }) => `${year}: ${title ?? Object.values(ids)[0] ?? "without a title"}`,
      ),
    },
    {
      code: "years-ahead",
      label: `papers of years after ${limits.latestYear}`,
      treatment: "kept as they are: correct the source where it is wrong",
      cases: ofPapers(
        ({ year }) => year !== undefined && year > limits.latestYear,
        (paper) => `${paper.year}: ${nameOf(paper)}`,
      ),
    },
  ];
  return {
    records: records.length,
    papers: papers.length,
    authors,
    firstYear: years.length === 0 ? null : years.reduce((a, b) => Math.min(a, b)),
    lastYear: years.length === 0 ? null : years.reduce((a, b) => Math.max(a, b)),
    symptoms: symptoms
      .filter(({ cases }) => cases.length > 0)
      .map((symptom) => ({ ...symptom, cases: symptom.cases.toSorted(byPlace) })),
  };
}

function byPlace(a: Case, b: Case): number {
  return byCodeUnit(a.file, b.file) || a.line - b.line || a.record - b.record;
}

function caseOf({ source: { file, line, record } }: SourceRecord, text: string): Case {
  return { file, line, record, text };
}

function nameOf(paper: Paper): string {
  return paper.title ?? paper.id;
}

/** Whether each author is an editor too, and there is one at all. */
function isByEditors({ authors, editors }: SourceRecord): boolean {
  if (authors.length === 0 || editors === undefined) return false;
  const names = new Set(editors.map(({ name }) => fold(name)));
  return authors.every(({ name }) => names.has(fold(name)));
}

/** "ADA LOVELACE", but not "J. M." nor a script without case. */
function isCapital({ name }: RecordAuthor): boolean {
  return name === name.toUpperCase() && name.includes(" ") && /\p{Lu}{3}/u.test(name);
}
