import type { Identifiers } from "../model/record.ts";
import { fold } from "../model/text.ts";
import { SCHEMES } from "./canonical-ids.ts";
import { type RecordFacts, wordsOf } from "./record-facts.ts";

/** Records that are one paper, and what says so. */
export interface RecordGroup {
  /** Indices, ascending. */
  readonly records: readonly number[];
  /** "arXiv 2210.03858" → how many records it added to the group. */
  readonly links: ReadonlyMap<string, number>;
}

const SCHEME_NAMES = { acl: "ACL", arxiv: "arXiv", doi: "DOI", pmid: "PMID", openalex: "OpenAlex" } as const;
/** A title shorter than this, folded, may be anybody's. */
const TELLING_TITLE = 25;
/** Printed papers follow their preprints by this many years at most. */
const YEARS_APART = 2;
/** Of this many papers under one key each new record is compared with each. */
const COMPARED_GROUPS = 64;
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
export function groupRecords(facts: readonly RecordFacts[]): Iterable<RecordGroup> {
  const groups = new Groups(facts.length);
  for (const scheme of SCHEMES) {
    const link = (id: string) => `${SCHEME_NAMES[scheme]} ${id}`;
    const agree = (a: number, b: number) => !contradict(facts[a], facts[b]);
    linkByKey(groups, (index) => facts[index].ids[scheme], link, agree);
  }
  const everyPair = (agree: (a: RecordFacts, b: RecordFacts) => boolean) => (a: number, b: number) => {
    const others = groups.membersOf(groups.root(b));
    return groups
      .membersOf(groups.root(a))
      .every((one) =>
        others.every((other) => !idsConflict(facts[one].ids, facts[other].ids) && agree(facts[one], facts[other])),
      );
  };
  const abstractKey = (index: number) => facts[index].abstract || undefined;
  linkByKey(groups, abstractKey, () => "abstract", everyPair(sameAbstract));
  const titleKey = (index: number) => facts[index].title || undefined;
  linkByKey(groups, titleKey, () => "title", everyPair(sameTitle));
  return groups;
}

const NO_LINKS: ReadonlyMap<string, number> = new Map();

/** Union-find over records. Most stay alone, so only groups of several have lists. */
class Groups {
  readonly count: number;
  private readonly parent: Int32Array;
  private readonly members = new Map<number, number[]>();
  private readonly links = new Map<number, Map<string, number>>();

  constructor(count: number) {
    this.count = count;
    this.parent = Int32Array.from({ length: count }, (_, index) => index);
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
    return this.members.get(root) ?? [root];
  }

  /** The larger group takes the smaller in; equal ones go to the earlier root. */
  join(a: number, b: number, link: string): void {
    const [first, second] = [this.root(a), this.root(b)];
    if (first === second) return;
    const difference = this.membersOf(first).length - this.membersOf(second).length;
    const [kept, gone] = difference > 0 || (difference === 0 && first < second) ? [first, second] : [second, first];
    this.parent[gone] = kept;
    const members = this.members.get(kept) ?? [kept];
    for (const member of this.membersOf(gone)) members.push(member);
    this.members.set(kept, members);
    this.members.delete(gone);
    const links = this.links.get(kept) ?? new Map<string, number>();
    for (const [name, count] of this.links.get(gone) ?? NO_LINKS) links.set(name, (links.get(name) ?? 0) + count);
    links.set(link, (links.get(link) ?? 0) + 1);
    this.links.set(kept, links);
    this.links.delete(gone);
  }

  /** In the order of their first records. */
  *[Symbol.iterator](): Generator<RecordGroup> {
    for (const members of this.members.values()) members.sort((a, b) => a - b);
    for (let index = 0; index < this.count; index++) {
      const root = this.root(index);
      const records = this.membersOf(root);
      if (records[0] === index) yield { records, links: this.links.get(root) ?? NO_LINKS };
    }
  }
}

/**
 * Joins the groups of records with the same key where they agree. A record that fits two papers must not make them one,
 * so it is the record, not its key, that is compared with what is there.
 */
function linkByKey<Key extends string | number>(
  groups: Groups,
  keyOf: (index: number) => Key | undefined,
  link: (key: Key) => string,
  agree: (a: number, b: number) => boolean,
): void {
  // Nearly every key is of one record alone, which needs no list.
  const buckets = new Map<Key, number | number[]>();
  for (let index = 0; index < groups.count; index++) {
    const key = keyOf(index);
    if (key === undefined) continue;
    const known = buckets.get(key);
    if (known === undefined) {
      buckets.set(key, index);
      continue;
    }
    const bucket = typeof known === "number" ? [known] : known;
    const own = groups.root(index);
    if (bucket.some((other) => groups.root(other) === own)) continue;
    const fitting = bucket.find((other) => agree(other, index));
    if (fitting !== undefined) groups.join(fitting, index, link(key));
    else if (bucket.length < COMPARED_GROUPS) {
      bucket.push(index);
      buckets.set(key, bucket);
    }
  }
}

function idsConflict(a: Identifiers, b: Identifiers): boolean {
  return SCHEMES.some((scheme) => a[scheme] !== undefined && b[scheme] !== undefined && a[scheme] !== b[scheme]);
}

/** Nothing but the identifier is the same. */
function contradict(a: RecordFacts, b: RecordFacts): boolean {
  const titles = a.title !== 0 && b.title !== 0 && a.title !== b.title;
  if (!titles || firstAuthorsAgree(a, b) !== false) return false;
  return (yearsApart(a, b) ?? 0) > YEARS_APART || idsConflict(a.ids, b.ids);
}

function sameAbstract(a: RecordFacts, b: RecordFacts): boolean {
  return a.title === 0 || b.title === 0 || a.title === b.title || firstAuthorsAgree(a, b) === true;
}

function sameTitle(a: RecordFacts, b: RecordFacts): boolean {
  const authors = firstAuthorsAgree(a, b);
  const years = yearsApart(a, b);
  if (authors === false || a.generic || b.generic) return false;
  // Within a group that an identifier made, one record may have no title.
  if (a.title === 0 || b.title === 0) return years === undefined || years <= YEARS_APART;
  if (Math.min(a.titleLength, b.titleLength) < TELLING_TITLE) {
    const venues = a.venue !== 0 && a.venue === b.venue;
    return authors === true && years === 0 && venues && a.authorCount === b.authorCount && a.authors === b.authors;
  }
  return authors === true ? years === undefined || years <= YEARS_APART : years === 0;
}

function yearsApart(a: RecordFacts, b: RecordFacts): number | undefined {
  return a.year === undefined || b.year === undefined ? undefined : Math.abs(a.year - b.year);
}

/** Whether the first authors may be one person: they share a part of the name. Undefined where one list is empty. */
function firstAuthorsAgree(a: RecordFacts, b: RecordFacts): boolean | undefined {
  const [first, second] = [fold(a.firstAuthor), fold(b.firstAuthor)];
  if (first === "" || second === "") return undefined;
  if (first === second) return true;
  const parts = partsOf(a.firstAuthor);
  return partsOf(b.firstAuthor).some((part) => parts.includes(part));
}

function partsOf(name: string): string[] {
  return wordsOf(name).filter((part) => part.length > 1);
}
