import type { Finding, Severity } from "../model/finding.ts";
import type { RecordAuthor, RecordSource } from "../model/record.ts";
import { cleanPart, cleanText, ownCopy } from "../model/text.ts";
import { addIdsOfUrl, type MutableIdentifiers, settledIds } from "./canonical-ids.ts";
import { LIMITS } from "./limits.ts";
import { peopleOfList } from "./people-of-list.ts";
import type { Sink } from "./reader.ts";

/** A record as a reader fills it, before its text is cleaned and held to the limits. */
export interface RecordDraft {
  readonly source: RecordSource;
  readonly ids: MutableIdentifiers;
  authors: RecordAuthor[];
  truncated?: boolean;
  groupAuthors?: string[];
  editors?: RecordAuthor[];
  title?: string;
  year?: number;
  date?: string;
  venue?: string;
  type?: string;
  abstract?: string;
  url?: string;
  keywords?: string[];
  citations?: number;
}

/** Cleans a draft, holds it to the limits, and hands it on; whatever had to give way is a finding. */
export function finishRecord(draft: RecordDraft, sink: Sink): void {
  const { source } = draft;
  const report: Report = (code, severity, detail) => sink.finding(recordFinding(source, code, severity, detail));

  const field = (name: string, value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    // Cut before cleaning, so that a field of megabytes costs no more than its limit.
    const text = cleanPart(value.length > 2 * LIMITS.fieldLength ? value.slice(0, 2 * LIMITS.fieldLength) : value);
    if (text.length <= LIMITS.fieldLength && value.length <= 2 * LIMITS.fieldLength)
      return text === "" ? undefined : text;
    report("field-cut", "warning", `The ${name} is longer than ${LIMITS.fieldLength} characters and was cut.`);
    return `${text.slice(0, LIMITS.fieldLength - 1).trimEnd()}…`.toWellFormed();
  };

  const url = webAddress(field("URL", draft.url));
  if (draft.url !== undefined && url === undefined && draft.url.trim() !== "") {
    report("url-dropped", "note", `“${shown(draft.url)}” is no web address and was left out.`);
  }
  if (url !== undefined) addIdsOfUrl(draft.ids, url);

  const authors = cleanAuthors(draft, report);
  sink.record({
    source,
    ids: settledIds(draft.ids),
    title: field("title", draft.title),
    authors,
    truncated: draft.truncated,
    groupAuthors: cleanList("group authors", draft.groupAuthors, report),
    editors: cleanEditors(draft.editors, report),
    year: draft.year,
    date: draft.date,
    venue: field("venue", draft.venue),
    type: field("type", draft.type),
    abstract: field("abstract", draft.abstract),
    url,
    keywords: cleanList("keywords", draft.keywords, report),
    citations: citationCount(draft.citations, report),
  });
}

type Report = (code: string, severity: Severity, detail: string) => void;

/** A finding about a record. */
export function recordFinding(source: RecordSource, code: string, severity: Severity, detail: string): Finding {
  return { code, severity, file: source.file, line: source.line, record: source.record, detail };
}

/** Text of a file as a finding may show it: clean and at most 80 characters. */
export function shown(text: string): string {
  const clean = cleanText(text.slice(0, 320));
  return clean.length <= 80 ? clean : `${clean.slice(0, 79).toWellFormed()}…`;
}

function cleanAuthors(draft: RecordDraft, report: Report): RecordAuthor[] {
  const { people, groups, more } = peopleOfList(draft.authors);
  if (more) draft.truncated = true;
  if (groups.length > 0) draft.groupAuthors = [...(draft.groupAuthors ?? []), ...groups];
  let list = people;
  if (list.length > LIMITS.authors) {
    report("authors-cut", "warning", `The first ${LIMITS.authors} of ${list.length} authors were kept.`);
    list = list.slice(0, LIMITS.authors);
    draft.truncated = true;
  }
  return cleanNames(list, report);
}

/** Cleaned lists of editors by the list that a reader gave: all papers of a volume share one. */
const CLEAN_EDITORS = new WeakMap<readonly RecordAuthor[], RecordAuthor[]>();

function cleanEditors(editors: readonly RecordAuthor[] | undefined, report: Report): RecordAuthor[] | undefined {
  if (editors === undefined || editors.length === 0) return undefined;
  const known = CLEAN_EDITORS.get(editors);
  if (known !== undefined) return known;
  if (editors.length > LIMITS.listLength) reportCut("editors", editors.length, report);
  const { people, groups, more } = peopleOfList(editors.slice(0, LIMITS.listLength));
  if (more) report("editors-truncated", "note", "The list of editors is cut short in the source.");
  // A group that edits is an editor all the same: it must not come among the authors' groups.
  const names = cleanNames([...people, ...groups.map((name) => ({ name }))], report).map(ownPerson);
  if (names.length === 0) return undefined;
  CLEAN_EDITORS.set(editors, names);
  return names;
}

/** A list of editors outlives its record, and nothing is to be kept alive by it. */
function ownPerson({ name, given, family, suffix, orcid, ids, affiliations }: RecordAuthor): RecordAuthor {
  return {
    name: ownCopy(name),
    given: given && ownCopy(given),
    family: family && ownCopy(family),
    suffix: suffix && ownCopy(suffix),
    orcid: orcid && ownCopy(orcid),
    ids: ids?.map(ownCopy),
    affiliations: affiliations?.map(ownCopy),
  };
}

function cleanNames(list: readonly RecordAuthor[], report: Report): RecordAuthor[] {
  const names: RecordAuthor[] = [];
  let cut = 0;
  const part = (text: string | undefined): string | undefined => {
    if (text === undefined) return undefined;
    if (text.length > LIMITS.nameLength) cut++;
    const clean = cleanPart(text.length > LIMITS.nameLength ? text.slice(0, LIMITS.nameLength) : text);
    return clean === "" ? undefined : clean;
  };
  for (const raw of list) {
    const name = part(raw.name);
    if (name === undefined) continue;
    names.push({
      name,
      given: part(raw.given),
      family: part(raw.family),
      suffix: part(raw.suffix),
      orcid: raw.orcid,
      ids: cleanList("ids of an author", raw.ids, report),
      affiliations: cleanList("affiliations of an author", raw.affiliations, report),
    });
  }
  if (cut > 0) report("name-cut", "warning", `A name longer than ${LIMITS.nameLength} characters was cut.`);
  return names;
}

/** The items that hold text, cleaned, each once; undefined where there are none. */
function cleanList(what: string, list: readonly string[] | undefined, report: Report): string[] | undefined {
  if (list === undefined || list.length === 0) return undefined;
  if (list.length > LIMITS.listLength) reportCut(what, list.length, report);
  if (list.length === 1 && list[0].length <= LIMITS.nameLength) {
    const only = cleanPart(list[0]);
    return only === "" ? undefined : [only];
  }
  const items = new Set<string>();
  for (const raw of list.length > LIMITS.listLength ? list.slice(0, LIMITS.listLength) : list) {
    const item = cleanPart(raw.length > LIMITS.nameLength ? raw.slice(0, LIMITS.nameLength) : raw);
    if (item !== "") items.add(item);
    if (raw.length > LIMITS.nameLength) {
      report("field-cut", "note", `One of the ${what} is longer than ${LIMITS.nameLength} characters and was cut.`);
    }
  }
  return items.size === 0 ? undefined : [...items];
}

function reportCut(what: string, length: number, report: Report): void {
  report("list-cut", "warning", `The first ${LIMITS.listLength} of ${length} ${what} were kept.`);
}

/** What a table of the dataset holds at most. */
const MOST_CITATIONS = 2_147_483_647;

function citationCount(count: number | undefined, report: Report): number | undefined {
  if (count === undefined || (Number.isSafeInteger(count) && count >= 0 && count <= MOST_CITATIONS)) return count;
  report("citations-dropped", "note", `${count} is no count of citations and was left out.`);
  return undefined;
}

/** The first http address of a URL field, with its spaces encoded; undefined where there is none. */
function webAddress(text: string | undefined): string | undefined {
  const [first] = text === undefined || !/[\s;,]/.test(text) ? [text] : text.split(/[\s;,](?=https?:)/i);
  if (first === undefined || !/^https?:\/\/[^\s/]/i.test(first)) return undefined;
  return first.replace(/[;,]$/, "").trim().replaceAll(" ", "%20");
}
