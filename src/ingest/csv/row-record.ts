import type { RecordAuthor, RecordSource } from "../../model/record.ts";
import {
  canonicalAcl,
  canonicalArxiv,
  canonicalDoi,
  canonicalOpenalex,
  canonicalOrcid,
  canonicalPmid,
} from "../canonical-ids.ts";
import { addAuthors } from "../listed-authors.ts";
import { bestDate } from "../loose-date.ts";
import { initialsName } from "../person-name.ts";
import { publicationType } from "../publication-type.ts";
import type { Sink } from "../reader.ts";
import { finishRecord, type RecordDraft, recordFinding, shown } from "../record-draft.ts";
import { reportEmpty, reportNoDate } from "../tagged/tagged-record.ts";
import type { Column, ColumnMapping } from "./columns.ts";
import { splitGluedNames, splitNames } from "./delimited-names.ts";
import { scopusNames } from "./scopus-names.ts";

/** Makes a record of a row by a mapping of its columns. */
export function readRow(cells: readonly string[], mapping: ColumnMapping, source: RecordSource, sink: Sink): void {
  const all = (column: Column): string[] =>
    (mapping.columns.get(column) ?? []).map((at) => cells[at].trim()).filter((text) => text !== "" && text !== "NA");
  const text = (column: Column): string | undefined => all(column)[0];
  const draft: RecordDraft = { source, ids: {}, authors: [] };

  draft.title = text("title");
  const names = text("authors");
  if (mapping.names === "scopus") addScopusNames(draft, text, sink);
  else {
    if (names !== undefined) addNames(draft, names, mapping, sink);
    addDetails(draft, text("orcids"), text("affiliations"));
  }
  draft.editors = splitNames(text("editors") ?? "")
    .map((name) => initialsName(name))
    .filter((name) => name !== undefined);

  const dates = all("year").concat(all("date"));
  const date = bestDate(dates);
  draft.date = date?.date;
  draft.year = date?.year;
  reportNoDate(draft, dates[0], sink);
  draft.venue = mapping.name === "Embase" ? text("venue")?.split(" (", 1)[0] : text("venue");
  draft.type = publicationType(text("type"));
  draft.abstract = text("abstract");
  draft.keywords = all("keywords").flatMap(keywordsOf);
  draft.url = text("url");
  const citations = text("citations")?.replaceAll(",", "");
  if (citations !== undefined && /^\d{1,9}$/.test(citations)) draft.citations = Number(citations);

  draft.ids.doi = canonicalDoi(text("doi") ?? "");
  draft.ids.arxiv = canonicalArxiv(text("arxiv") ?? "");
  draft.ids.acl = canonicalAcl(text("acl") ?? "");
  draft.ids.pmid = canonicalPmid(text("pmid") ?? "");
  draft.ids.openalex = canonicalOpenalex(text("openalex") ?? "");
  reportEmpty(draft, sink);
  finishRecord(draft, sink);
}

function addNames(draft: RecordDraft, cell: string, mapping: ColumnMapping, sink: Sink): void {
  if (mapping.names === "pubmed") {
    // "Casbon JA, Crooks GE, Saqi MA."
    addAuthors(draft, cell.replace(/\.$/, "").split(","), (name) => initialsName(name, true), sink);
  } else if (mapping.names === "glued") {
    const names = splitGluedNames(cell);
    addAuthors(draft, names, (name) => initialsName(name), sink);
    if (names.length < 2) return;
    const detail = `“${shown(cell)}” has no sign between its names; it was cut into ${names.length}.`;
    sink.finding(recordFinding(draft.source, "names-doubtful", "note", detail));
  } else {
    // IEEE Xplore writes "J. -P. Nominé".
    const names = splitNames(cell).map((name) => name.replace(/\. -(?=\p{Lu})/gu, ".-"));
    addAuthors(draft, names, (name) => initialsName(name), sink);
  }
}

/** At semicolons, else at commas; but "cyst (diagnosis, surgery)" is one keyword. */
function keywordsOf(cell: string): string[] {
  return cell.includes(";") ? cell.split(";") : cell.split(/,(?![^()]{1,100}\))/);
}

function addScopusNames(draft: RecordDraft, text: (column: Column) => string | undefined, sink: Sink): void {
  const { names, ids, affiliations, counts } = scopusNames(
    text("authors") ?? "",
    text("fullNames") ?? "",
    text("authorIds") ?? "",
    text("affiliations") ?? "",
  );
  if (counts !== undefined) {
    const detail = `The author columns give ${counts.join(" and ")} authors; ${names.length} were kept.`;
    sink.finding(recordFinding(draft.source, "author-lists-differ", "warning", detail));
  }
  for (const [at, name] of names.entries()) {
    const before = draft.authors.length;
    addAuthors(draft, [name], (one) => initialsName(one), sink);
    const author = draft.authors.at(before);
    if (author === undefined) continue;
    const id = ids.at(at);
    const place = affiliations.at(at);
    draft.authors[before] = {
      ...author,
      ids: id === undefined || id === "" ? undefined : [`scopus:${id}`],
      affiliations: place === undefined ? undefined : [place],
    };
  }
}

/** ORCIDs and affiliations belong to the authors in order, and only where they are as many. */
function addDetails(draft: RecordDraft, orcids?: string, affiliations?: string): void {
  const count = draft.authors.length;
  const list = (cell: string | undefined): string[] => {
    const items = cell?.split(";").map((item) => item.trim()) ?? [];
    if (items.at(-1) === "") items.pop();
    return items.length === count ? items : [];
  };
  const [orcid, places] = [list(orcids), list(affiliations)];
  if (orcid.length + places.length === 0) return;
  draft.authors = draft.authors.map(
    (author, at): RecordAuthor => ({
      ...author,
      orcid: author.orcid ?? canonicalOrcid(orcid[at] ?? ""),
      affiliations: author.affiliations ?? (places[at] === undefined ? undefined : [places[at]]),
    }),
  );
}
