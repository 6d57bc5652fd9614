import type { Finding, Severity } from "../model/finding.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import type { SourceRecord } from "../model/record.ts";
import { SCHEMES } from "./canonical-ids.ts";
import { contentOf, mergeRecords } from "./merge-records.ts";
import { recordFinding, shown } from "./record-draft.ts";
import { RecordFacts } from "./record-facts.ts";
import { groupRecords, type LinkKind, type RecordGroup } from "./record-groups.ts";

/** Records and the papers they describe. */
export interface Linked {
  /** By id. */
  readonly papers: readonly Paper[];
  /** By file, then record; `Paper.records` are indices into this list. */
  readonly records: readonly SourceRecord[];
  /** For each record its paper's index. */
  readonly paperOfRecord: readonly (number | null)[];
  /** In the order of papers. */
  readonly findings: readonly Finding[];
}

/**
 * Makes papers of records: `groupRecords` says which belong together, `mergeRecords` which value counts where they
 * disagree. A record that says nothing by which a paper could be known, no title, nobody, no identifier and no abstract, is none;
 * its reader has told of it. The order of `records` does not matter. Findings: `records-linked`, `authors-missing`, `identifier-shared`,
 * and those of disagreement.
 */
export function linkRecords(records: readonly SourceRecord[]): Linked {
  const sorted = [...records].sort(byPlace);
  const facts = new RecordFacts();
  for (const record of sorted) facts.add(record);
  const merged = Array.from(groupRecords(facts), (group) => ({ group, ...mergeRecords(sorted, group.records) }));
  merged.sort((a, b) => byCodeUnit(a.paper.id, b.paper.id) || byContent(sorted, a.paper, b.paper));
  const all = merged.map((one, at) => {
    const id = uniqueId(merged, at);
    return id === one.paper.id ? one : { ...one, paper: { ...one.paper, id } };
  });
  // Named are all, since `coterie read` names records one by one.
  const named = all.filter(({ paper }) => isPaper(paper));
  named.sort((a, b) => byCodeUnit(a.paper.id, b.paper.id));

  const findings: Finding[] = [];
  const paperOfRecord: (number | null)[] = sorted.map(() => null);
  // A map for each scheme: V8 ends one at 2²⁴ entries, and a paper has identifiers of several.
  const owners = new Map(SCHEMES.map((scheme) => [scheme, new Map<string, Paper>()] as const));
  named.forEach(({ group, paper, findings: own }, index) => {
    for (const record of group.records) paperOfRecord[record] = index;
    for (const finding of own) findings.push(finding);
    const { source } = sorted[group.records[0]];
    const report = (code: string, severity: Severity, detail: string) =>
      findings.push(recordFinding(source, code, severity, detail));
    reportPaper(paper, group, sorted, report);
    for (const scheme of SCHEMES) {
      const id = paper.ids[scheme];
      if (id === undefined) continue;
      const owner = owners.get(scheme)?.get(id);
      if (owner === undefined) owners.get(scheme)?.set(id, paper);
      else {
        const both = `${nameOf(paper)} and for ${nameOf(owner)}`;
        report("identifier-shared", "warning", `${scheme} ${id} is given for ${both}.`);
      }
    }
  });
  return { papers: named.map(({ paper }) => paper), records: sorted, paperOfRecord, findings };
}

function isPaper({ title, authors, groupAuthors, abstract, ids }: Paper): boolean {
  const isNamed = title !== undefined || authors.length > 0 || groupAuthors.length > 0;
  return isNamed || abstract !== undefined || SCHEMES.some((scheme) => ids[scheme] !== undefined);
}

/** Papers that no rule could tell to be one may still be named alike; the second is `…~2`. */
function uniqueId(merged: readonly { readonly paper: Paper }[], at: number): string {
  const { id } = merged[at].paper;
  let first = at;
  while (first > 0 && merged[first - 1].paper.id === id) first--;
  return first === at ? id : `${id}~${at - first + 1}`;
}

function nameOf(paper: Paper): string {
  return paper.title === undefined ? paper.id : `${paper.id}, “${shown(paper.title)}”`;
}

const SCHEME_NAMES = { acl: "ACL", arxiv: "arXiv", doi: "DOI", pmid: "PMID", openalex: "OpenAlex" } as const;

/** What a record shares with those that are linked by it: "arXiv 2210.03858". */
function nameOfLink(kind: LinkKind, { ids }: SourceRecord): string {
  return kind === "abstract" || kind === "title" ? kind : `${SCHEME_NAMES[kind]} ${ids[kind]}`;
}

/** Its entries may lack title and authors, which another file often has; of all other formats the reader tells it. */
const MAY_LACK_BOTH = "arxiv-author-listing";

function reportPaper(
  paper: Paper,
  group: RecordGroup,
  records: readonly SourceRecord[],
  report: (code: string, severity: Severity, detail: string) => void,
): void {
  if (group.records.length > 1) {
    const links = group.links.map(({ kind, record, count }) => `${nameOfLink(kind, records[record])} (${count})`);
    links.sort(byCodeUnit);
    report(
      "records-linked",
      "note",
      `${nameOf(paper)}: ${group.records.length} records, linked by ${links.join(", ")}.`,
    );
  }
  const isTold =
    paper.title === undefined && group.records.every((index) => records[index].source.format !== MAY_LACK_BOTH);
  if (paper.authors.length === 0 && !isTold) {
    const places = group.records.slice(0, 3).map((index) => {
      const { file, record } = records[index].source;
      return `${file} record ${record}`;
    });
    const more = group.records.length > 3 ? ` and ${group.records.length - 3} more` : "";
    report("authors-missing", "warning", `${nameOf(paper)}: no record gives authors (${places.join(", ")}${more}).`);
  }
}

/** By file and record; two files of one name are told apart by what they say. */
function byPlace(a: SourceRecord, b: SourceRecord): number {
  return (
    byCodeUnit(a.source.file, b.source.file) ||
    a.source.record - b.source.record ||
    a.source.line - b.source.line ||
    byCodeUnit(a.source.format, b.source.format) ||
    byCodeUnit(contentOf(a), contentOf(b))
  );
}

function byContent(records: readonly SourceRecord[], a: Paper, b: Paper): number {
  return byCodeUnit(contentOf(records[a.records[0]]), contentOf(records[b.records[0]]));
}
