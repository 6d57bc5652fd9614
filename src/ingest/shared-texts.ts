import type { RecordAuthor, SourceRecord } from "../model/record.ts";

/**
 * Keeps each text once that many records say: names, affiliations, venues, keywords. Of the ACL
 * Anthology's records they are a quarter of the memory. Let go of it when all is read.
 */
export class SharedTexts {
  readonly #texts = new Map<string, string>();

  /** The same record, of shared texts where others are likely to have them as well. */
  share(record: SourceRecord): SourceRecord {
    const { source, ids, title, authors, truncated, groupAuthors, editors, year, date } = record;
    const { venue, type, abstract, url, keywords, citations } = record;
    return {
      source,
      ids,
      title,
      authors: this.#people(authors),
      truncated,
      groupAuthors: groupAuthors && this.#list(groupAuthors),
      // Records of a volume have one list already, which nothing may part.
      editors,
      year,
      date: this.#text(date),
      venue: this.#text(venue),
      type: this.#text(type),
      abstract,
      url,
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
    this.#texts.set(text, text);
    return text;
  }
}
