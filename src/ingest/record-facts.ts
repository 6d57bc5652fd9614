import type { Identifiers, RecordSource, SourceRecord } from "../model/record.ts";
import { fold } from "../model/text.ts";
import { foldedHash, foldedListHash, textHash } from "../model/text-hash.ts";
import { paperId } from "./paper-id.ts";

/**
 * What of a record speaks for or against its being one paper with another: all that linking has to hold, a small part of
 * what the record says. Texts are hashes of their folded forms (see `fold`), 0 where there is none.
 */
export interface RecordFacts {
  readonly source: RecordSource;
  readonly ids: Identifiers;
  readonly title: number;
  /** Of the folded title. */
  readonly titleLength: number;
  /** The title is of words that anybody's may have. */
  readonly generic: boolean;
  readonly year: number | undefined;
  readonly venue: number;
  readonly authorCount: number;
  /** Of all names in order. */
  readonly authors: number;
  /** As given, "" where there is none. */
  readonly firstAuthor: string;
  /** 0 also where it is too short to tell papers apart. */
  readonly abstract: number;
  /** What the paper is called if this is its only record. */
  readonly id: string;
}

/** An abstract shorter than this, folded, may be boilerplate. */
const ABSTRACT_LENGTH = 200;
/** A title of these words alone says nothing: an editor may write four of them a year. */
const GENERIC = new Set(
  (
    "a an and the to of in on from for by with guest editor editors editorial editorials introduction introductory preface " +
    "foreword afterword prologue epilogue review reviews reviewing book books conclusion conclusions discussion summary " +
    "abstract abstracts index contents table erratum errata corrigendum corrigenda correction corrections retraction " +
    "obituary untitled title notes note reply response comment comments commentary letter letters news appendix " +
    "bibliography references acknowledgements acknowledgments this issue special overview proceedings report message chair"
  ).split(" "),
);

export function factsOf(record: SourceRecord): RecordFacts {
  const { source, ids, title = "", year, date, venue = "", authors, abstract = "" } = record;
  const folded = fold(title);
  const firstAuthor = authors[0]?.name ?? "";
  return {
    source,
    ids,
    title: folded === "" ? 0 : textHash(folded),
    titleLength: folded.length,
    generic: title.split(/[\s.]/u).every(isGeneric),
    year,
    venue: venue === "" ? 0 : foldedHash(venue, 1),
    authorCount: authors.length,
    authors: foldedListHash(authors.map(({ name }) => name)),
    firstAuthor,
    abstract: abstract.length < ABSTRACT_LENGTH ? 0 : foldedHash(abstract, ABSTRACT_LENGTH),
    id: paperId(ids, record.title, date === undefined ? year : Number(date.slice(0, 4)), authors[0]?.name),
  };
}

function isGeneric(word: string): boolean {
  const folded = fold(word);
  return folded === "" || GENERIC.has(folded);
}

/** Folded. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[\s.]/u)
    .map(fold)
    .filter((word) => word !== "");
}
