import { byCodeUnit } from "../model/order.ts";
import type { SourceRecord } from "../model/record.ts";
import { contentOf, mergeRecords } from "./merge-records.ts";
import type { RecordFacts } from "./record-facts.ts";
import { groupRecords, type RecordGroup } from "./record-groups.ts";

/**
 * The id of each record's paper, the same as `linkRecords` gives, where records are too many to be held: `facts` are those
 * of the records by file and place, and `recordAt` fetches again the few that share a paper or an id.
 */
export function linkedIds(facts: readonly RecordFacts[], recordAt: (index: number) => SourceRecord): string[] {
  const ids: string[] = new Array(facts.length);
  const owners = new Map<string, RecordGroup | RecordGroup[]>();
  const give = (group: RecordGroup, id: string): void => {
    for (const index of group.records) ids[index] = id;
  };
  for (const group of groupRecords(facts)) {
    const [first] = group.records;
    const id = group.records.length === 1 ? facts[first].id : idOfSeveral(group, recordAt);
    give(group, id);
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, group);
    else if (Array.isArray(owner)) owner.push(group);
    else owners.set(id, [owner, group]);
  }
  for (const [id, same] of owners) {
    if (!Array.isArray(same)) continue;
    const contents = same.map((group) => ({ group, content: contentOf(recordAt(group.records[0])) }));
    contents.sort((a, b) => byCodeUnit(a.content, b.content));
    for (const [at, { group }] of contents.entries()) if (at > 0) give(group, `${id}~${at + 1}`);
  }
  return ids;
}

function idOfSeveral({ records }: RecordGroup, recordAt: (index: number) => SourceRecord): string {
  const members = records.map(recordAt);
  return mergeRecords(
    members,
    members.map((_, index) => index),
  ).paper.id;
}
