import type { RecordAuthor } from "../model/record.ts";
import { dateOf, monthOf } from "./calendar.ts";
import { canonicalArxiv, canonicalDoi, canonicalPmid } from "./canonical-ids.ts";
import { addGroup } from "./group-name.ts";
import { isEtAl } from "./name-suffix.ts";
import { commaName } from "./person-name.ts";
import type { RecordDraft } from "./record-draft.ts";
import { xmlReader } from "./xml/xml-reader.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./xml/xml-tree.ts";

/** EndNote's XML since version 8, and the form in capitals that it and other programs wrote before. */
export const endnoteXml = xmlReader({
  format: "endnote-xml",
  elements: { records: new Set(["record", "RECORD"]) },
  detects: ({ elements }) => {
    const at = elements.findIndex((name) => name.toLowerCase() === "record");
    return at >= 0 && at <= 2 && elements.slice(at + 1).some((name) => MARKS.has(lowered(name)));
  },
  open: () => ({
    record(element, draft) {
      readRecord(element.name === "RECORD" ? modern(element) : element, draft);
      return undefined;
    },
  }),
});

/** Elements that other records in XML do not have. */
const MARKS = new Set(["ref-type", "reference-type", "rec-number", "refnum", "source-app", "contributors"]);

function lowered(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

/** The old form with the names of the new one. */
function modern(element: XmlElement): XmlElement {
  const children = element.children.map((child) => (typeof child === "string" ? child : modern(child)));
  return { name: lowered(element.name), attributes: element.attributes, children };
}

function readRecord(record: XmlElement, draft: RecordDraft): void {
  // The old form has no element around the contributors, titles and dates.
  const contributors = childOf(record, "contributors") ?? record;
  const titles = childOf(record, "titles") ?? record;
  const dates = childOf(record, "dates") ?? record;
  const authors = namesOf(childOf(contributors, "authors"));
  draft.authors = authors.people;
  for (const group of authors.groups) addGroup(draft, group);
  const editors = namesOf(childOf(contributors, "secondary-authors"));
  draft.editors = editors.people.concat(editors.groups.map((name) => ({ name })));
  draft.title = textOf(childOf(titles, "title"));
  draft.venue =
    textOf(childOf(titles, "secondary-title")) ??
    textOf(childOf(record, "periodical", "full-title")) ??
    textOf(childOf(titles, "alt-title"));
  draft.type = childOf(record, "ref-type")?.attributes.name ?? textOf(childOf(record, "reference-type"));
  draft.abstract = textOf(childOf(record, "abstract"));
  draft.keywords = childrenOf(childOf(record, "keywords"), "keyword").map((keyword) => textOf(keyword) ?? "");
  readDate(dates, draft);
  readIds(record, draft);
}

/** "Family, Given, Suffix"; a name that ends with a comma is a group, by EndNote's own convention. */
function namesOf(list: XmlElement | undefined): { people: RecordAuthor[]; groups: string[] } {
  const people: RecordAuthor[] = [];
  const groups: string[] = [];
  for (const element of childrenOf(list, "author")) {
    const text = textOf(element)?.trim();
    if (text === undefined) continue;
    const name = text.endsWith(",") ? undefined : commaName(text);
    // "et al.," is no group.
    if (text.endsWith(",") && !isEtAl(text.slice(0, -1))) groups.push(text.slice(0, -1));
    else people.push(name ?? { name: text.replace(/,$/, "") });
  }
  return { people, groups };
}

function readDate(dates: XmlElement, draft: RecordDraft): void {
  const year = /(?<!\d)\d{4}(?!\d)/.exec(textOf(childOf(dates, "year"))?.slice(0, 80) ?? "")?.[0];
  const day = textOf(childOf(dates, "pub-dates", "date")) ?? textOf(childOf(dates, "date"));
  const date = dateOf(Number(year), monthOf(/^\s*([a-z]{3,9})/i.exec(day?.slice(0, 80) ?? "")?.[1] ?? ""));
  draft.date = date?.date;
  draft.year = date?.year;
}

function readIds(record: XmlElement, draft: RecordDraft): void {
  const number = textOf(childOf(record, "electronic-resource-num"))?.trim() ?? "";
  draft.ids.doi = canonicalDoi(number);
  draft.ids.arxiv = canonicalArxiv(number);
  const database =
    textOf(childOf(record, "remote-database-name")) ?? textOf(childOf(record, "remote-database-provider"));
  if (/medline|pubmed|nlm/i.test(database ?? "")) {
    draft.ids.pmid = canonicalPmid(textOf(childOf(record, "accession-num")) ?? "");
  }
  const related = childOf(record, "urls", "related-urls");
  for (const one of [...childrenOf(related, "url"), ...childrenOf(record, "url")]) {
    const address = textOf(one)?.trim();
    if (address === undefined) continue;
    if (/^https?:/i.test(address)) draft.url ??= address;
    draft.ids.doi ??= canonicalDoi(/doi\.org\/\S+/i.exec(address.slice(0, 500))?.[0] ?? "");
  }
}
