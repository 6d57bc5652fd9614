import type { RecordAuthor, RecordSource } from "../../model/record.ts";
import { foldedHash } from "../../model/text-hash.ts";
import { canonicalDoi, canonicalOrcid, canonicalPmid } from "../canonical-ids.ts";
import { LIMITS } from "../limits.ts";
import { addAuthors, addGroup } from "../listed-authors.ts";
import { looseDate } from "../loose-date.ts";
import { commaName } from "../person-name.ts";
import { publicationType } from "../publication-type.ts";
import type { Sink } from "../reader.ts";
import { finishRecord, type RecordDraft, recordFinding } from "../record-draft.ts";
import { reportEmpty, reportNoDate } from "./tagged-record.ts";

/** Web of Science's field tags that are read; the same in plain text and in tab-delimited files. */
export const WOS_TAGS: ReadonlySet<string> = new Set(
  "PT AU AF CA GP BE TI SO SE PY PD DT DI PM AB DE ID C1 RI OI TC Z9".split(" "),
);

/** One record of Web of Science, whichever way it was written. */
export interface WosFields {
  /** The items of a list: a line each in plain text, parted by semicolons in a cell. */
  items(tag: string): string[];
  text(tag: string): string | undefined;
  readonly opened: boolean;
}

export function readWosRecord(source: RecordSource, fields: WosFields, sink: Sink): void {
  const draft: RecordDraft = { source, ids: {}, authors: [] };
  if (!fields.opened) {
    sink.finding(recordFinding(source, "record-unopened", "warning", "The record has no “PT” before it."));
  }
  draft.title = fields.text("TI");
  readAuthors(fields, draft, sink);
  draft.venue = fields.text("SO") ?? fields.text("SE");
  const [year, day] = [fields.text("PY"), fields.text("PD")];
  // "MAR 15", "SEP", "04 2006", "07 2006": the year may stand in it once more.
  const date = looseDate(`${/\d{4}/.test(day ?? "") ? "" : (year ?? "")} ${day ?? ""}`) ?? looseDate(year ?? "");
  draft.date = date?.date;
  draft.year = date?.year;
  reportNoDate(draft, year ?? day, sink);
  const type = fields.text("DT");
  draft.type = publicationType(type === "-" ? undefined : type?.split(";")[0]) ?? publicationType(fields.text("PT"));
  draft.abstract = fields.text("AB");
  draft.keywords = [fields.text("DE"), fields.text("ID")].flatMap((words) => words?.split(";") ?? []);
  draft.ids.doi = canonicalDoi(fields.text("DI") ?? "");
  draft.ids.pmid = canonicalPmid(fields.text("PM") ?? "");
  const cited = fields.text("TC") ?? fields.text("Z9");
  if (cited !== undefined && /^\d{1,9}$/.test(cited)) draft.citations = Number(cited);
  reportEmpty(draft, sink);
  finishRecord(draft, sink);
}

/** AF has the names in full; older records have AU with initials only. */
function readAuthors(fields: WosFields, draft: RecordDraft, sink: Sink): void {
  const [short, full] = [namesOf(fields, "AU"), namesOf(fields, "AF")];
  if (short.length > 0 && full.length > 0 && short.length !== full.length) {
    const detail = `${short.length} authors in short (AU), ${full.length} in full (AF); the longer list was kept.`;
    sink.finding(recordFinding(draft.source, "author-lists-differ", "warning", detail));
  }
  addAuthors(draft, full.length >= short.length ? full : short, commaName, sink);
  for (const group of fields.items("CA").concat(fields.items("GP"))) addGroup(draft, group);
  draft.editors = namesOf(fields, "BE")
    .map(commaName)
    .filter((name) => name !== undefined);

  const orcids = new Map<number, string>();
  for (const [name, id] of idsOf(fields.items("OI"))) {
    const orcid = canonicalOrcid(id);
    if (orcid !== undefined) orcids.set(nameKey(name), orcid);
  }
  const researchers = new Map<number, string>();
  for (const [name, id] of idsOf(fields.items("RI"))) if (id !== "") researchers.set(nameKey(name), `wos:${id}`);
  const affiliations = affiliationsOf(fields.items("C1"));
  if (orcids.size + researchers.size + affiliations.size === 0) return;
  // Named one by one: copies of whole objects with something added are slow.
  draft.authors = draft.authors.map(({ name, given, family, suffix }): RecordAuthor => {
    const key = nameKey(`${family ?? name}${given ?? ""}${suffix ?? ""}`);
    const researcher = researchers.get(key);
    return {
      name,
      given,
      family,
      suffix,
      orcid: orcids.get(key),
      ids: researcher === undefined ? undefined : [researcher],
      affiliations: affiliations.get(key) ?? (draft.authors.length === 1 ? affiliations.get(NOBODY) : undefined),
    };
  });
}

/** A name a line; some exports put all names on one, parted by semicolons. */
function namesOf(fields: WosFields, tag: string): string[] {
  const names: string[] = [];
  for (const line of fields.items(tag)) {
    // Lines come trimmed.
    if (!line.includes(";")) names.push(line);
    else for (const name of line.split(";")) if (name.trim() !== "") names.push(name.trim());
  }
  return names;
}

/** "Law, Christopher/E-7174-2011; …": names and ids. */
function idsOf(items: readonly string[]): [string, string][] {
  return items
    .flatMap((line) => line.split(";"))
    .filter((pair) => pair.includes("/"))
    .map((pair) => [pair.slice(0, pair.indexOf("/")).trim(), pair.slice(pair.indexOf("/") + 1).trim()]);
}

/** Of the folded name; what is longer than any name is no author's. */
function nameKey(name: string): number {
  return foldedHash(name.length > LIMITS.nameLength ? name.slice(0, LIMITS.nameLength) : name, 0);
}

const NOBODY = nameKey("");

/** "[Hu, S. Z.; Li, S. F.] China Univ Geosci, …": by folded name; addresses of nobody in particular under `NOBODY`. */
function affiliationsOf(addresses: readonly string[]): Map<number, string[]> {
  const byName = new Map<number, string[]>();
  for (const line of addresses) {
    const close = line.startsWith("[") ? line.indexOf("]") : -1;
    const names = close > 0 ? line.slice(1, close).split(";").map(nameKey) : [NOBODY];
    const address = line.slice(close + 1).trim();
    if (address === "") continue;
    for (const name of names) {
      const list = byName.get(name);
      if (list === undefined) byName.set(name, [address]);
      else list.push(address);
    }
  }
  return byName;
}
