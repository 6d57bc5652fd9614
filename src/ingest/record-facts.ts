import type { Identifiers, SourceRecord } from "../model/record.ts";
import { foldedHash, foldedListHash, textHash } from "../model/text-hash.ts";
import { SCHEMES } from "./canonical-ids.ts";
import { Column } from "./column.ts";

/** A title shorter than this, folded, may be anybody's. */
const TELLING_TITLE = 25;
/** An abstract shorter than this, folded, may be boilerplate. */
const ABSTRACT_LENGTH = 200;
/** By their hashes: a title of these words alone says nothing, an editor may write four of them a year. */
const GENERIC = new Set(
  (
    "a an and the to of in on from for by with guest editor editors editorial editorials introduction introductory preface " +
    "foreword afterword prologue epilogue review reviews reviewing book books conclusion conclusions discussion summary " +
    "abstract abstracts index contents table erratum errata corrigendum corrigenda correction corrections retraction " +
    "obituary untitled title notes note reply response comment comments commentary letter letters news appendix " +
    "bibliography references acknowledgements acknowledgments this issue special overview proceedings report message chair"
  )
    .split(" ")
    .map((word) => foldedHash(word, 1)),
);

const IS_GENERIC = 1;
const IS_TELLING = 2;
const HAS_YEAR = 4;

/**
 * What of records speaks for or against their being one paper: all that linking has to hold, a hundred bytes a record,
 * column by column. Texts are hashes (see `textHash`) of their folded forms (see `fold`), 0 where there is none.
 */
export class RecordFacts {
  #count = 0;
  /** Hashes of the identifiers as they stand. */
  readonly #ids: Readonly<Record<keyof Identifiers, Column>> = {
    acl: Column.floats(),
    arxiv: Column.floats(),
    doi: Column.floats(),
    pmid: Column.floats(),
    openalex: Column.floats(),
  };
  readonly #titles = Column.floats();
  readonly #venues = Column.floats();
  /** 0 also where it is too short to tell papers apart. */
  readonly #abstracts = Column.floats();
  /** Hashes of all names in order. */
  readonly #authors = Column.floats();
  readonly #flags = Column.bytes();
  readonly #years = Column.integers();
  /** Where in `#names` the first author's name begins; 0 where there is none. */
  readonly #nameAt = Column.naturals();
  /** Of each first author 32 bits of the hash of the whole name, then of each of its parts, then 0. */
  readonly #names = Column.naturals();
  /** Place 0 is nobody's. */
  #namesEnd = 1;

  get count(): number {
    return this.#count;
  }

  add({ ids, title = "", year, venue = "", authors, abstract = "" }: SourceRecord): void {
    const index = this.#count++;
    for (const scheme of SCHEMES) {
      const id = ids[scheme];
      if (id !== undefined) this.#ids[scheme].set(index, textHash(id));
    }
    const telling = foldedHash(title, TELLING_TITLE);
    this.#titles.set(index, telling === 0 ? foldedHash(title, 1) : telling);
    const generic = title.split(/[\s.]/u).every(isGeneric) ? IS_GENERIC : 0;
    this.#flags.set(index, generic | (telling === 0 ? 0 : IS_TELLING) | (year === undefined ? 0 : HAS_YEAR));
    if (year !== undefined) this.#years.set(index, year);
    if (venue !== "") this.#venues.set(index, foldedHash(venue, 1));
    if (abstract.length >= ABSTRACT_LENGTH) this.#abstracts.set(index, foldedHash(abstract, ABSTRACT_LENGTH));
    if (authors.length === 0) return;
    this.#authors.set(index, foldedListHash(authors.map(({ name }) => name)));
    this.#nameAt.set(index, this.#addName(authors[0].name));
  }

  /** Puts the records in another order: first the one that is now number `order[0]`. */
  reorder(order: Uint32Array): void {
    const columns = [
      this.#titles,
      this.#venues,
      this.#abstracts,
      this.#authors,
      this.#flags,
      this.#years,
      this.#nameAt,
    ];
    for (const column of [...Object.values(this.#ids), ...columns]) column.reorder(order);
  }

  idAt(index: number, scheme: keyof Identifiers): number {
    return this.#ids[scheme].at(index);
  }

  titleAt(index: number): number {
    return this.#titles.at(index);
  }

  venueAt(index: number): number {
    return this.#venues.at(index);
  }

  abstractAt(index: number): number {
    return this.#abstracts.at(index);
  }

  authorsAt(index: number): number {
    return this.#authors.at(index);
  }

  /** The title is of words that anybody's may have. */
  isGeneric(index: number): boolean {
    return (this.#flags.at(index) & IS_GENERIC) !== 0;
  }

  /** The title is long enough to mean one paper. */
  isTelling(index: number): boolean {
    return (this.#flags.at(index) & IS_TELLING) !== 0;
  }

  yearAt(index: number): number | undefined {
    return (this.#flags.at(index) & HAS_YEAR) === 0 ? undefined : this.#years.at(index);
  }

  /** Whether the first authors may be one person: they share a part of the name. Undefined where one list is empty. */
  firstAuthorsAgree(a: number, b: number): boolean | undefined {
    const [first, second] = [this.#nameAt.at(a), this.#nameAt.at(b)];
    if (first === 0 || second === 0) return undefined;
    if (this.#names.at(first) === this.#names.at(second)) return true;
    for (let one = first + 1; this.#names.at(one) !== 0; one++) {
      for (let other = second + 1; this.#names.at(other) !== 0; other++) {
        if (this.#names.at(one) === this.#names.at(other)) return true;
      }
    }
    return false;
  }

  /** Where the name begins, or 0 for one that folds to nothing. */
  #addName(name: string): number {
    const begin = this.#namesEnd;
    const whole = foldedHash(name, 1);
    if (whole === 0) return 0;
    this.#names.set(this.#namesEnd++, shortHash(whole));
    for (const part of name.split(/[\s.]/u)) {
      // Initials are shared by too many.
      const hash = foldedHash(part, 2);
      if (hash !== 0) this.#names.set(this.#namesEnd++, shortHash(hash));
    }
    // What was never set is 0, which ends the list.
    this.#namesEnd++;
    return begin;
  }
}

/** 32 bits, never 0. */
function shortHash(hash: number): number {
  return hash >>> 0 || 1;
}

function isGeneric(word: string): boolean {
  const hash = foldedHash(word, 1);
  return hash === 0 || GENERIC.has(hash);
}
