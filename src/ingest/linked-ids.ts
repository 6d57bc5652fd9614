import { byCodeUnit } from "../model/order.ts";
import type { SourceRecord } from "../model/record.ts";
import { textHash } from "../model/text-hash.ts";
import { Column } from "./column.ts";
import { HashIndex } from "./hash-index.ts";
import { contentOf, mergeRecords } from "./merge-records.ts";
import type { RecordFacts } from "./record-facts.ts";
import { groupRecords } from "./record-groups.ts";

/** Records that are too many to be held, by file and place. */
export interface PutAside {
  readonly facts: RecordFacts;
  /** Fetches a record again: the few that share a paper or an id. */
  recordAt(index: number): SourceRecord;
  /** The `paperId` of the record alone. */
  idAt(index: number): string;
  /** The `textHash` of that id. */
  idHashAt(index: number): number;
}

/**
 * The ids of the records' papers, the same as `linkRecords` gives: by record, and only where they are not what the record alone would
 * be called.
 */
export function linkedIds({ facts, recordAt, idAt, idHashAt }: PutAside): Map<number, string> {
  const ids = new Map<number, string>();
  /** By a paper's first record: the hash of its id, where it has several. */
  const hashes = Column.floats();
  /** The next record of the same paper. */
  const next = Column.naturals();
  const index = new HashIndex(facts.count, (first) => hashes.at(first) || idHashAt(first));
  /** The first records of papers that are called the same. */
  const same = new Map<string, Set<number>>();
  const give = (record: number, id: string, hash: number): void => {
    if (idHashAt(record) !== hash) ids.set(record, id);
  };
  for (const { records } of groupRecords(facts)) {
    const [first] = records;
    if (records.length > 1) {
      const id = idOfSeveral(records.map(recordAt));
      const hash = textHash(id);
      hashes.set(first, hash);
      for (const record of records) give(record, id, hash);
      for (let at = 1; at < records.length; at++) next.set(records[at - 1], records[at]);
    }
    const other = index.firstLike(first);
    if (other === first) continue;
    for (const paper of [other, first]) {
      const id = ids.get(paper) ?? idAt(paper);
      same.set(id, (same.get(id) ?? new Set()).add(paper));
    }
  }
  for (const [id, firsts] of same) {
    const contents = Array.from(firsts, (first) => ({ first, content: contentOf(recordAt(first)) }));
    contents.sort((a, b) => byCodeUnit(a.content, b.content));
    for (const [at, { first }] of contents.entries()) {
      if (at === 0) continue;
      ids.set(first, `${id}~${at + 1}`);
      // Record 0 is nobody's next one.
      for (let record = next.at(first); record !== 0; record = next.at(record)) ids.set(record, `${id}~${at + 1}`);
    }
  }
  return ids;
}

function idOfSeveral(members: readonly SourceRecord[]): string {
  return mergeRecords(
    members,
    members.map((_, index) => index),
  ).paper.id;
}
