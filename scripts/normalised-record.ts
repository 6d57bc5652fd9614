import type { RecordAuthor, SourceRecord } from "../src/model/record.ts";

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

/** A record as the normalised form has it, apart from the paper's id: every key, in this order. */
export function normalised(record: SourceRecord): NormalisedRecord {
  const { ids, title, year, date, venue, type, abstract, url, authors, source } = record;
  const { doi, arxiv, acl, pmid, openalex } = ids;
  return {
    ids: {
      doi: doi ?? null,
      arxiv: arxiv ?? null,
      acl: acl ?? null,
      pmid: pmid ?? null,
      openalex: openalex ?? null,
    },
    title: title ?? null,
    year: year ?? null,
    date: date ?? null,
    venue: venue ?? null,
    type: type ?? null,
    abstract: abstract ?? null,
    url: url ?? null,
    authors: authors.map(({ name, given, family, suffix, orcid, ids: own, affiliations }) => ({
      name,
      given: given ?? null,
      family: family ?? null,
      suffix: suffix ?? null,
      orcid: orcid ?? null,
      ids: own ?? [],
      affiliations: affiliations ?? [],
    })),
    truncated: record.truncated ?? false,
    group_authors: record.groupAuthors ?? [],
    editors: (record.editors ?? []).map(({ name }) => name),
    keywords: record.keywords ?? [],
    citations: record.citations ?? null,
    source: { file: source.file, format: source.format, record: source.record, line: source.line },
  };
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
