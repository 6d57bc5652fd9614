import type { RecordAuthor, SourceRecord } from "../src/model/record.ts";
import { plainJson } from "./terminal.ts";

/** A record as `coterie read` prints it, apart from the id of its paper. What is absent is null, or an empty list. */
export interface NormalisedRecord {
  readonly ids: Readonly<Record<"doi" | "arxiv" | "acl" | "pmid" | "openalex", string | null>>;
  readonly title: string | null;
  readonly year: number | null;
  readonly date: string | null;
  readonly venue: string | null;
  readonly type: string | null;
  readonly abstract: string | null;
  readonly url: string | null;
  readonly authors: readonly NormalisedAuthor[];
  readonly truncated: boolean;
  readonly group_authors: readonly string[];
  readonly editors: readonly string[];
  readonly keywords: readonly string[];
  readonly citations: number | null;
  readonly source: SourceRecord["source"];
}

interface NormalisedAuthor {
  readonly name: string;
  readonly given: string | null;
  readonly family: string | null;
  readonly suffix: string | null;
  readonly orcid: string | null;
  readonly ids: readonly string[];
  readonly affiliations: readonly string[];
}

/**
 * The normalised form as JSON on one line: `id`, then every key of `NormalisedRecord` in its order, as `plainJson` would write it. Written key by
 * key, since nearly no text needs escapes, and looking for these costs a third of what `JSON.stringify` does.
 */
export function normalisedLine(id: string, record: SourceRecord): string {
  const { ids, title, year, date, venue, type, abstract, url, authors, source } = record;
  const { doi, arxiv, acl, pmid, openalex } = ids;
  return (
    `{"id":${textJson(id)},"ids":{"doi":${textJson(doi)},"arxiv":${textJson(arxiv)},"acl":${textJson(acl)},"pmid":${textJson(pmid)},` +
    `"openalex":${textJson(openalex)}},"title":${textJson(title)},"year":${numberJson(year)},"date":${textJson(date)},` +
    `"venue":${textJson(venue)},"type":${textJson(type)},"abstract":${textJson(abstract)},"url":${textJson(url)},` +
    `"authors":${listJson(authors, authorJson)},"truncated":${record.truncated ?? false},` +
    `"group_authors":${textsJson(record.groupAuthors)},"editors":${listJson(record.editors ?? [], ({ name }) => textJson(name))},` +
    `"keywords":${textsJson(record.keywords)},"citations":${numberJson(record.citations)},"source":{"file":${textJson(source.file)},` +
    `"format":${textJson(source.format)},"record":${numberJson(source.record)},"line":${numberJson(source.line)}}}`
  );
}

function authorJson({ name, given, family, suffix, orcid, ids, affiliations }: RecordAuthor): string {
  return (
    `{"name":${textJson(name)},"given":${textJson(given)},"family":${textJson(family)},"suffix":${textJson(suffix)},` +
    `"orcid":${textJson(orcid)},"ids":${textsJson(ids)},"affiliations":${textsJson(affiliations)}}`
  );
}

function textsJson(texts: readonly string[] | undefined): string {
  return texts === undefined ? "[]" : listJson(texts, textJson);
}

function listJson<Item>(items: readonly Item[], json: (item: Item) => string): string {
  let list = "";
  for (const item of items) list += list === "" ? json(item) : `,${json(item)}`;
  return `[${list}]`;
}

function textJson(text: string | undefined): string {
  if (text === undefined) return "null";
  return NEEDS_CARE.test(text) ? plainJson(text) : `"${text}"`;
}

/** What JSON escapes, and what `plainJson` does. */
const NEEDS_CARE = /[^ !#-[\]-~\u00a0-\ud7ff\ue000-\uffff]/;

function numberJson(number: number | undefined): string {
  return number === undefined ? "null" : JSON.stringify(number);
}

/** The record again, but for the parts of its editors' names. */
export function sourceRecord(record: NormalisedRecord): SourceRecord {
  const { ids, title, year, date, venue, type, abstract, url, authors, truncated, editors, keywords, source } = record;
  return {
    source,
    ids: {
      ...(ids.doi === null ? {} : { doi: ids.doi }),
      ...(ids.arxiv === null ? {} : { arxiv: ids.arxiv }),
      ...(ids.acl === null ? {} : { acl: ids.acl }),
      ...(ids.pmid === null ? {} : { pmid: ids.pmid }),
      ...(ids.openalex === null ? {} : { openalex: ids.openalex }),
    },
    title: title ?? undefined,
    authors: authors.map(sourceAuthor),
    truncated: truncated || undefined,
    groupAuthors: someOf(record.group_authors),
    editors: someOf(editors)?.map((name) => ({ name })),
    year: year ?? undefined,
    date: date ?? undefined,
    venue: venue ?? undefined,
    type: type ?? undefined,
    abstract: abstract ?? undefined,
    url: url ?? undefined,
    keywords: someOf(keywords),
    citations: record.citations ?? undefined,
  };
}

function sourceAuthor({ name, given, family, suffix, orcid, ids, affiliations }: NormalisedAuthor): RecordAuthor {
  return {
    name,
    given: given ?? undefined,
    family: family ?? undefined,
    suffix: suffix ?? undefined,
    orcid: orcid ?? undefined,
    ids: someOf(ids),
    affiliations: someOf(affiliations),
  };
}

function someOf(list: readonly string[]): readonly string[] | undefined {
  return list.length === 0 ? undefined : list;
}
