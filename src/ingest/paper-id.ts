import type { Identifiers, SourceRecord } from "../model/record.ts";
import { sha256 } from "../model/sha256.ts";
import { fold } from "../model/text.ts";

/**
 * The id of a paper: the first that exists of ACL Anthology id, arXiv id, DOI, `pmid:` and PubMed id, OpenAlex id; else
 * `h-` and 16 hex digits of the SHA-256 of folded title, year and first author's folded name, one a line. It holds no
 * white space. This order is for naming only; papers are linked by all of their identifiers.
 */
export function paperId(
  ids: Identifiers,
  title: string | undefined,
  year: number | undefined,
  firstAuthor: string | undefined,
): string {
  const id = ids.acl ?? ids.arxiv ?? ids.doi ?? (ids.pmid === undefined ? ids.openalex : `pmid:${ids.pmid}`);
  if (id !== undefined) return id;
  return `h-${sha256([fold(title ?? ""), year ?? "", fold(firstAuthor ?? "")].join("\n")).slice(0, 16)}`;
}

/** What a record's paper is called if it has no other record. */
export function idOfRecord({ ids, title, date, year, authors }: SourceRecord): string {
  return paperId(ids, title, date === undefined ? year : Number(date.slice(0, 4)), authors[0]?.name);
}
