import type { RecordAuthor } from "../model/record.ts";
import { dateOf, monthOf, type PartialDate } from "./calendar.ts";
import { canonicalDoi, canonicalOrcid, canonicalPmid } from "./canonical-ids.ts";
import { addGroup } from "./group-name.ts";
import type { RecordDraft } from "./record-draft.ts";
import { xmlReader } from "./xml/xml-reader.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./xml/xml-tree.ts";

const RECORDS = new Set(["PubmedArticle", "PubmedBookArticle", "MedlineCitation"]);
const ROOTS = new Set([...RECORDS, "PubmedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet"]);

/** PubMed and MEDLINE in XML: articles, books and chapters, also without the element of the set around them. */
export const pubmedXml = xmlReader({
  format: "pubmed-xml",
  elements: { records: RECORDS, nested: new Set(["MedlineCitation"]) },
  // The set may itself stand in an answer of the interface that fetched it.
  detects: ({ elements }) => elements.slice(0, 3).some((name) => ROOTS.has(name)),
  open: () => ({
    record(element, draft) {
      if (element.name === "PubmedBookArticle") readBook(element, draft);
      else readArticle(element, draft);
      return undefined;
    },
  }),
});

function readArticle(element: XmlElement, draft: RecordDraft): void {
  const citation = element.name === "MedlineCitation" ? element : childOf(element, "MedlineCitation");
  const article = childOf(citation, "Article");
  const journal = childOf(article, "Journal");
  draft.title = textOf(childOf(article, "ArticleTitle")) ?? textOf(childOf(article, "VernacularTitle"));
  for (const list of childrenOf(article, "AuthorList")) readAuthors(list, draft);
  setDate(draft, dateIn(childOf(journal, "JournalIssue", "PubDate")) ?? dateIn(childOf(article, "ArticleDate")));
  draft.venue =
    textOf(childOf(journal, "Title")) ??
    textOf(childOf(citation, "MedlineJournalInfo", "MedlineTA")) ??
    textOf(childOf(journal, "ISOAbbreviation"));
  draft.type = textOf(childOf(article, "PublicationTypeList", "PublicationType"));
  draft.abstract = abstractIn(childOf(article, "Abstract")) ?? abstractIn(childOf(citation, "OtherAbstract"));
  draft.keywords = [
    ...childrenOf(citation, "KeywordList").flatMap((list) => textsOf(list, "Keyword")),
    ...childrenOf(childOf(citation, "MeshHeadingList"), "MeshHeading").flatMap((one) => textsOf(one, "DescriptorName")),
  ];
  draft.ids.pmid = canonicalPmid(textOf(childOf(citation, "PMID")) ?? "");
  for (const id of childrenOf(article, "ELocationID")) {
    if (id.attributes.EIdType === "doi") draft.ids.doi ??= canonicalDoi(textOf(id) ?? "");
  }
  readIds(childOf(element, "PubmedData", "ArticleIdList"), draft);
}

/** A book, or one of its chapters: what the chapter has of its own comes before what it has from the book. */
function readBook(element: XmlElement, draft: RecordDraft): void {
  const part = childOf(element, "BookDocument");
  const book = childOf(part, "Book");
  const bookTitle = textOf(childOf(book, "BookTitle"));
  const partTitle = textOf(childOf(part, "ArticleTitle"));
  draft.title = partTitle ?? bookTitle;
  draft.venue = partTitle === undefined ? textOf(childOf(book, "Publisher", "PublisherName")) : bookTitle;
  draft.type = partTitle === undefined ? "Book" : "Book Chapter";
  for (const list of childrenOf(part, "AuthorList")) readAuthors(list, draft);
  const ofPart = draft.authors.length + (draft.groupAuthors?.length ?? 0) > 0;
  for (const list of childrenOf(book, "AuthorList")) {
    if (!ofPart || isEditorList(list)) readAuthors(list, draft);
  }
  setDate(draft, dateIn(childOf(part, "ContributionDate")) ?? dateIn(childOf(book, "PubDate")));
  draft.abstract = abstractIn(childOf(part, "Abstract"));
  draft.keywords = childrenOf(part, "KeywordList").flatMap((list) => textsOf(list, "Keyword"));
  draft.ids.pmid = canonicalPmid(textOf(childOf(part, "PMID")) ?? "");
  readIds(childOf(part, "ArticleIdList"), draft);
  readIds(childOf(element, "PubmedBookData", "ArticleIdList"), draft);
}

function isEditorList(list: XmlElement): boolean {
  return list.attributes.Type === "editors";
}

function readAuthors(list: XmlElement, draft: RecordDraft): void {
  const people: RecordAuthor[] = [];
  for (const author of childrenOf(list, "Author")) {
    // A wrong form of a name that was corrected; the right one is in the list as well.
    if (author.attributes.ValidYN === "N") continue;
    const group = textOf(childOf(author, "CollectiveName"));
    const person = personOf(author);
    if (group !== undefined) addGroup(draft, group);
    else if (person !== undefined) people.push(person);
  }
  if (isEditorList(list)) draft.editors = [...(draft.editors ?? []), ...people];
  else draft.authors.push(...people);
  if (list.attributes.CompleteYN === "N") draft.truncated = true;
}

function personOf(author: XmlElement): RecordAuthor | undefined {
  const family = textOf(childOf(author, "LastName"));
  const given =
    textOf(childOf(author, "ForeName")) ?? textOf(childOf(author, "FirstName")) ?? textOf(childOf(author, "Initials"));
  const suffix = textOf(childOf(author, "Suffix"));
  const name = [given, family, suffix].filter((part) => part !== undefined).join(" ");
  if (name === "") return undefined;
  const orcids = childrenOf(author, "Identifier").filter((id) => id.attributes.Source === "ORCID");
  const affiliations = [
    ...childrenOf(author, "AffiliationInfo").flatMap((info) => textsOf(info, "Affiliation")),
    // As it was before 2015.
    ...textsOf(author, "Affiliation"),
  ];
  return { name, given, family, suffix, orcid: orcidOf(textOf(orcids[0])), affiliations };
}

/** PubMed has iDs with and without hyphens, and with the address of either protocol. */
function orcidOf(text: string | undefined): string | undefined {
  const bare = text?.trim() ?? "";
  const digits = /^\d{15}[\dx]$/i.test(bare) ? bare.replace(/(.{4})(?=.)/g, "$1-") : bare;
  return canonicalOrcid(digits);
}

function readIds(list: XmlElement | undefined, draft: RecordDraft): void {
  for (const id of childrenOf(list, "ArticleId")) {
    const text = textOf(id) ?? "";
    if (id.attributes.IdType === "doi") draft.ids.doi ??= canonicalDoi(text);
    else if (id.attributes.IdType === "pubmed") draft.ids.pmid ??= canonicalPmid(text);
  }
}

function textsOf(parent: XmlElement, name: string): string[] {
  return childrenOf(parent, name)
    .map(textOf)
    .filter((text) => text !== undefined);
}

/** The parts of an abstract, each with its label: "METHODS: …". */
function abstractIn(element: XmlElement | undefined): string | undefined {
  const parts = childrenOf(element, "AbstractText").map((part) => {
    const text = textOf(part);
    const label = part.attributes.Label;
    return label === undefined || text === undefined ? text : `${label}: ${text}`;
  });
  const whole = parts.filter((part) => part !== undefined).join(" ");
  return whole === "" ? undefined : whole;
}

/** `Year`, `Month` and `Day`, or a `MedlineDate` as "1999 Spring" and "1998 Dec-1999 Jan". */
function dateIn(element: XmlElement | undefined): PartialDate | undefined {
  const year = textOf(childOf(element, "Year"));
  if (year !== undefined) {
    const day = Number(textOf(childOf(element, "Day")));
    return dateOf(Number(year), monthOf(textOf(childOf(element, "Month")) ?? ""), day);
  }
  const medline = /(\d{4})(?:\s([a-z]{3}))?/i.exec(textOf(childOf(element, "MedlineDate"))?.slice(0, 80) ?? "");
  return medline === null ? undefined : dateOf(Number(medline[1]), monthOf(medline[2] ?? ""));
}

function setDate(draft: RecordDraft, date: PartialDate | undefined): void {
  draft.date = date?.date;
  draft.year = date?.year;
}
