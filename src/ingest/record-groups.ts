import type { Identifiers } from "../model/record.ts";
import { SCHEMES } from "./canonical-ids.ts";
import { HashIndex } from "./hash-index.ts";
import { contradict, idsConflict, sameAbstract, sameTitle } from "./record-agreement.ts";
import type { RecordFacts } from "./record-facts.ts";
import { UnionFind } from "./union-find.ts";

/** What says that records are one paper. */
export type LinkKind = keyof Identifiers | "abstract" | "title";

/** How many records of a group were added to it by what they share with `record`, which is the first that has it. */
export interface RecordLink {
  readonly kind: LinkKind;
  readonly record: number;
  readonly count: number;
}

/** Records that are one paper, and what says so. */
export interface RecordGroup {
  /** Indices, ascending. */
  readonly records: readonly number[];
  readonly links: readonly RecordLink[];
}

const KINDS: readonly LinkKind[] = [...SCHEMES, "abstract", "title"];
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
 * Groups are in the order of their first record. The result follows from the order of `facts`, which the caller sorts.
 */
export function* groupRecords(facts: RecordFacts): Generator<RecordGroup> {
  const groups = new UnionFind(facts.count);
  for (const scheme of SCHEMES) {
    const agree = (a: number, b: number) => !contradict(facts, a, b);
    linkByHash(groups, KINDS.indexOf(scheme), (index) => facts.idAt(index, scheme), agree);
  }
  const everyPair = (agree: typeof sameTitle) => {
    const suit = (a: number, b: number) => !idsConflict(facts, a, b) && agree(facts, a, b);
    return (a: number, b: number) => groups.every(a, (one) => groups.every(b, (other) => suit(one, other)));
  };
  linkByHash(groups, KINDS.indexOf("abstract"), (index) => facts.abstractAt(index), everyPair(sameAbstract));
  linkByHash(groups, KINDS.indexOf("title"), (index) => facts.titleAt(index), everyPair(sameTitle));
  for (const records of groups.sets()) yield { records, links: linksOf(groups, records) };
}

/**
 * Joins the groups of records with the same hash, 0 apart, where they agree. A record that fits two papers must not make
 * them one, so it is the record, not its hash, that is compared with what is there.
 */
function linkByHash(
  groups: UnionFind,
  kind: number,
  hashAt: (index: number) => number,
  agree: (a: number, b: number) => boolean,
): void {
  const index = new HashIndex(groups.count, hashAt);
  // Nearly every hash is of one record alone, which needs no list.
  const buckets = new Map<number, number[]>();
  for (let record = 0; record < groups.count; record++) {
    if (hashAt(record) === 0) continue;
    const first = index.firstLike(record);
    if (first === record) continue;
    const bucket = buckets.get(first) ?? [first];
    const own = groups.root(record);
    if (bucket.some((other) => groups.root(other) === own)) continue;
    const fitting = bucket.find((other) => agree(other, record));
    if (fitting !== undefined) groups.join(fitting, record, first * KINDS.length + kind);
    else if (bucket.length < COMPARED_GROUPS) {
      bucket.push(record);
      buckets.set(first, bucket);
    }
  }
}

const NO_LINKS: readonly RecordLink[] = [];

function linksOf(groups: UnionFind, records: readonly number[]): readonly RecordLink[] {
  if (records.length === 1) return NO_LINKS;
  const counts = new Map<number, number>();
  for (const record of records) {
    const reason = groups.reasonOf(record);
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return Array.from(counts, ([reason, count]) => ({
    kind: KINDS[reason % KINDS.length],
    record: Math.floor(reason / KINDS.length),
    count,
  }));
}
