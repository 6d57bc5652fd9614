import type { Identifiers, RecordAuthor } from "./record.ts";

/** One name in one paper's author list; its position is its index in `Paper.authors`. */
export interface PaperAuthor extends RecordAuthor {
  /** Other forms that other records of this paper have at this place: one authorship, several forms. */
  readonly otherForms: readonly string[];
}

/** One publication, made from one or more records. */
export interface Paper {
  /** See `paperId` in ingest for the rule; holds no white space. */
  readonly id: string;
  readonly ids: Identifiers;
  readonly title?: string;
  readonly authors: readonly PaperAuthor[];
  /** The source says that the list is cut short ("and others", "et al."). */
  readonly truncated: boolean;
  readonly year?: number;
  readonly date?: string;
  readonly venue?: string;
  readonly type?: string;
  readonly abstract?: string;
  readonly url?: string;
  /** Of all records, each once; empty where none has any. */
  readonly keywords: readonly string[];
  /** Of the volume or the book; never authors. */
  readonly editors: readonly RecordAuthor[];
  /** Groups that stand among the authors: "The ATLAS Collaboration". */
  readonly groupAuthors: readonly string[];
  /** The largest count that a record gives, and the format of that record: counts differ by who counts. */
  readonly citations?: { readonly count: number; readonly format: string };
  /** Indices into the list of records that was linked, ascending. */
  readonly records: readonly number[];
}
