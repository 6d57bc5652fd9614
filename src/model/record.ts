/** Identifiers that a source gives for a publication, each in its canonical form (see `canonicalIds` in ingest). */
export interface Identifiers {
  /** Lower case, without resolver: `10.1007/978-3-031-19803-8_39`. */
  readonly doi?: string;
  /** Without version: `2404.01954`, `astro-ph/9204001`. */
  readonly arxiv?: string;
  /** ACL Anthology: `2022.acl-long.1`, `P19-1023`. */
  readonly acl?: string;
  /** Digits only. */
  readonly pmid?: string;
  /** `W` and digits. */
  readonly openalex?: string;
}

/** One name in a record's author list, as the source gave it. */
export interface RecordAuthor {
  /** The whole name in reading order: "Jung-Woo Ha". Never empty. */
  readonly name: string;
  /** Only where the source itself tells the parts apart. */
  readonly given?: string;
  readonly family?: string;
  readonly suffix?: string;
  readonly orcid?: string;
  /** What sources call the person, scheme first, as listed there: `openalex:A5023888391`, `s2:1741101`, `scopus:…`. */
  readonly ids?: readonly string[];
  /** Institutions at the time of the paper, as the source words them. */
  readonly affiliations?: readonly string[];
}

/** Where a record stands: `record` and `line` count from 1. */
export interface RecordSource {
  /** Base name or path as the user gave it; never an absolute path of the machine. */
  readonly file: string;
  readonly format: string;
  readonly record: number;
  readonly line: number;
}

/** One entry as a source file gave it, before it is linked to a paper. (The word is "record"; `Record` is TypeScript's.) */
export interface SourceRecord {
  readonly source: RecordSource;
  readonly ids: Identifiers;
  readonly title?: string;
  /** In order; empty where the source gave none. */
  readonly authors: readonly RecordAuthor[];
  /** The source says that its author list is cut short ("and others", "et al."). */
  readonly truncated?: boolean;
  /** Groups that stand among the authors: "The ATLAS Collaboration". */
  readonly groupAuthors?: readonly string[];
  /** Of the volume or the book; never authors. */
  readonly editors?: readonly RecordAuthor[];
  readonly year?: number;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  readonly venue?: string;
  readonly type?: string;
  readonly abstract?: string;
  readonly url?: string;
  readonly keywords?: readonly string[];
  /** How often the source says that the paper has been cited. */
  readonly citations?: number;
}
