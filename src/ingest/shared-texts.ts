import type { Identifiers, RecordAuthor, SourceRecord } from "../model/record.ts";
import { ownCopy } from "../model/text.ts";
import { type MutableIdentifiers, SCHEMES } from "./canonical-ids.ts";

/**
 * Makes records fit to be kept: apart from the pieces of the file that their texts were cut from, and each text once that many
 * records say: names, affiliations, venues, keywords. Of the ACL Anthology's records these are a quarter of the memory. Let go
 * of it when all is read.
 */
export class SharedTexts {
  readonly #texts = new Map<string, string>();
  readonly #most: number;

  /** At most `most` texts are shared: V8 ends a map at 2²⁴. */
  constructor(most = 2 ** 23) {
    this.#most = most;
  }

  /** The same record, of shared texts where others are likely to have them as well. */
  share(record: SourceRecord): SourceRecord {
    const { source, ids, title, authors, truncated, groupAuthors, editors, year, date } = record;
    const { venue, type, abstract, url, keywords, citations } = record;
    return {
      source,
      ids: ownIds(ids),
      title: title && ownCopy(title),
      authors: this.#people(authors),
      truncated,
      groupAuthors: groupAuthors && this.#list(groupAuthors),
      // Records of a volume have one list already, which nothing may part.
      editors,
      year,
      date: this.#text(date),
      venue: this.#text(venue),
      type: this.#text(type),
      abstract: abstract && ownCopy(abstract),
      url: url && ownCopy(url),
      keywords: keywords && this.#list(keywords),
      citations,
    };
  }

  #people(authors: readonly RecordAuthor[]): readonly RecordAuthor[] {
    return authors.map(({ name, given, family, suffix, orcid, ids, affiliations }) => ({
      name: this.#text(name),
      given: this.#text(given),
      family: this.#text(family),
      suffix: this.#text(suffix),
      orcid: this.#text(orcid),
      ids: ids && this.#list(ids),
      affiliations: affiliations && this.#list(affiliations),
    }));
  }

  #list(texts: readonly string[]): readonly string[] {
    return texts.map((text) => this.#text(text));
  }

  #text<T extends string | undefined>(text: T): T | string {
    if (text === undefined) return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const own = ownCopy(text);
    if (this.#texts.size < this.#most) this.#texts.set(own, own);
    return own;
  }
}

function ownIds(given: Identifiers): Identifiers {
  const ids: MutableIdentifiers = {};
  for (const scheme of SCHEMES) {
    const id = given[scheme];
    if (id !== undefined) ids[scheme] = ownCopy(id);
  }
  return ids;
}
