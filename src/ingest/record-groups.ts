import type { Identifiers, RecordAuthor, SourceRecord } from "../model/record.ts";
import { sha256 } from "../model/sha256.ts";
import { fold } from "../model/text.ts";
import { SCHEMES } from "./canonical-ids.ts";

/** Records that are one paper, and what says so. */
export interface RecordGroup {
  /** Indices, ascending. */
  readonly records: number[];
  /** "arXiv 2210.03858" → how many records it added to the group. */
  readonly links: ReadonlyMap<string, number>;
}

const SCHEME_NAMES = { acl: "ACL", arxiv: "arXiv", doi: "DOI", pmid: "PMID", openalex: "OpenAlex" } as const;
/** An abstract shorter than this, folded, may be boilerplate. */
const ABSTRACT_LENGTH = 200;
/** A title shorter than this, folded, may be anybody's. */
const TELLING_TITLE = 25;
/** Printed papers follow their preprints by this many years at most. */
const YEARS_APART = 2;
/** Of this many papers under one key each new record is compared with each. */
const COMPARED_GROUPS = 64;
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

/**
 * Puts records together that are one paper. They are, when they share an identifier (unless titles and first authors
 * contradict it, and so do years or another identifier: then one of them is mistaken), and when abstracts or titles agree once folded, unless two
 * identifiers of one scheme, or first authors, contradict it (for titles, years too). A wrong merge is worse than a missed
 * one, so a title must be backed by more where it is short or where authors are missing:
 *
 *     both have authors           long title:  first authors agree, years at most 2 apart
 *                                 short title: all authors, year and venue agree
 *     one or both have none       long title:  the same year; short title: never
 *     "Editorial", "Book Review"  never
 *
 * Groups are in the order of their first record. The result follows from the order of `records`, which the caller sorts.
 */
export function groupRecords(records: readonly SourceRecord[]): RecordGroup[] {
  const groups = new Groups(records.length);
  const facts = records.map(factsOf);
  for (const scheme of SCHEMES) {
    const link = (id: string) => `${SCHEME_NAMES[scheme]} ${id}`;
    const agree = (a: number, b: number) => !contradict(facts[a], facts[b]);
    linkByKey(groups, (index) => records[index].ids[scheme], link, agree);
  }
  const everyPair = (agree: (a: Facts, b: Facts) => boolean) => (a: number, b: number) => {
    const others = groups.membersOf(groups.root(b));
    return groups
      .membersOf(groups.root(a))
      .every((one) =>
        others.every((other) => !idsConflict(facts[one].ids, facts[other].ids) && agree(facts[one], facts[other])),
      );
  };
  linkByKey(
    groups,
    (index) => abstractKey(records[index]),
    () => "abstract",
    everyPair(sameAbstract),
  );
  const titleKey = (index: number) => (facts[index].title === "" ? undefined : facts[index].title);
  linkByKey(groups, titleKey, () => "title", everyPair(sameTitle));
  return groups.list();
}

/** What of a record speaks for or against a link, folded once. */
interface Facts {
  readonly ids: Identifiers;
  readonly title: string;
  readonly generic: boolean;
  readonly year: number | undefined;
  readonly venue: string;
  readonly authors: readonly RecordAuthor[];
  readonly firstAuthor: string;
  readonly firstAuthorParts: readonly string[];
}

function factsOf(record: SourceRecord): Facts {
  const first = record.authors[0]?.name ?? "";
  return {
    ids: record.ids,
    title: fold(record.title ?? ""),
    generic: wordsOf(record.title ?? "").every((word) => GENERIC.has(word)),
    year: record.year,
    venue: fold(record.venue ?? ""),
    authors: record.authors,
    firstAuthor: fold(first),
    firstAuthorParts: wordsOf(first).filter((part) => part.length > 1),
  };
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s.]/u)
    .map(fold)
    .filter((word) => word !== "");
}

/** Union-find over records; each root knows its members and what contradicts a link. */
class Groups {
  private readonly parent: number[];
  private readonly members: number[][];
  private readonly links: Map<string, number>[];

  constructor(count: number) {
    this.parent = Array.from({ length: count }, (_, index) => index);
    this.members = this.parent.map((index) => [index]);
    this.links = this.parent.map(() => new Map());
  }

  get count(): number {
    return this.parent.length;
  }

  root(index: number): number {
    let at = index;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]];
      at = this.parent[at];
    }
    return at;
  }

  membersOf(root: number): readonly number[] {
    return this.members[root];
  }

  /** The larger group takes the smaller in; equal ones go to the earlier root. */
  join(a: number, b: number, link: string): void {
    const [first, second] = [this.root(a), this.root(b)];
    if (first === second) return;
    const difference = this.members[first].length - this.members[second].length;
    const [kept, gone] = difference > 0 || (difference === 0 && first < second) ? [first, second] : [second, first];
    this.parent[gone] = kept;
    for (const member of this.members[gone]) this.members[kept].push(member);
    for (const [name, count] of this.links[gone]) this.links[kept].set(name, (this.links[kept].get(name) ?? 0) + count);
    this.links[kept].set(link, (this.links[kept].get(link) ?? 0) + 1);
    this.members[gone] = [];
  }

  list(): RecordGroup[] {
    const groups = this.members
      .map((members, root) => ({ records: members.sort((a, b) => a - b), links: this.links[root] }))
      .filter((group) => group.records.length > 0);
    return groups.sort((a, b) => a.records[0] - b.records[0]);
  }
}

/**
 * Joins the groups of records with the same key where they agree. A record that fits two papers must not make them one,
 * so it is the record, not its key, that is compared with what is there.
 */
function linkByKey(
  groups: Groups,
  keyOf: (index: number) => string | undefined,
  link: (key: string) => string,
  agree: (a: number, b: number) => boolean,
): void {
  const buckets = new Map<string, number[]>();
  for (let index = 0; index < groups.count; index++) {
    const key = keyOf(index);
    if (key === undefined) continue;
    const bucket = buckets.get(key);
    if (bucket === undefined) {
      buckets.set(key, [index]);
      continue;
    }
    const own = groups.root(index);
    if (bucket.some((other) => groups.root(other) === own)) continue;
    const fitting = bucket.find((other) => agree(other, index));
    if (fitting !== undefined) groups.join(fitting, index, link(key));
    else if (bucket.length < COMPARED_GROUPS) bucket.push(index);
  }
}

function abstractKey(record: SourceRecord): string | undefined {
  if (record.abstract === undefined || record.abstract.length < ABSTRACT_LENGTH) return undefined;
  const folded = fold(record.abstract);
  // A hash, since a million abstracts are a gigabyte.
  return folded.length < ABSTRACT_LENGTH ? undefined : sha256(folded).slice(0, 32);
}

function idsConflict(a: Identifiers, b: Identifiers): boolean {
  return SCHEMES.some((scheme) => a[scheme] !== undefined && b[scheme] !== undefined && a[scheme] !== b[scheme]);
}

/** Nothing but the identifier is the same. */
function contradict(a: Facts, b: Facts): boolean {
  const titles = a.title !== "" && b.title !== "" && a.title !== b.title;
  if (!titles || firstAuthorsAgree(a, b) !== false) return false;
  return (yearsApart(a, b) ?? 0) > YEARS_APART || idsConflict(a.ids, b.ids);
}

function sameAbstract(a: Facts, b: Facts): boolean {
  return a.title === "" || b.title === "" || a.title === b.title || firstAuthorsAgree(a, b) === true;
}

function sameTitle(a: Facts, b: Facts): boolean {
  const authors = firstAuthorsAgree(a, b);
  const years = yearsApart(a, b);
  if (authors === false || a.generic || b.generic) return false;
  // Within a group that an identifier made, one record may have no title.
  if (a.title === "" || b.title === "") return years === undefined || years <= YEARS_APART;
  if (Math.min(a.title.length, b.title.length) < TELLING_TITLE) {
    return authors === true && years === 0 && a.venue !== "" && a.venue === b.venue && allAuthorsAgree(a, b);
  }
  return authors === true ? years === undefined || years <= YEARS_APART : years === 0;
}

function yearsApart(a: Facts, b: Facts): number | undefined {
  return a.year === undefined || b.year === undefined ? undefined : Math.abs(a.year - b.year);
}

/** Whether the first authors may be one person: they share a part of the name. Undefined where one list is empty. */
function firstAuthorsAgree(a: Facts, b: Facts): boolean | undefined {
  if (a.firstAuthor === "" || b.firstAuthor === "") return undefined;
  return a.firstAuthor === b.firstAuthor || b.firstAuthorParts.some((part) => a.firstAuthorParts.includes(part));
}

function allAuthorsAgree(a: Facts, b: Facts): boolean {
  return (
    a.authors.length === b.authors.length &&
    a.authors.every((author, position) => fold(author.name) === fold(b.authors[position].name))
  );
}
