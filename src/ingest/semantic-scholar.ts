import type { RecordAuthor } from "../model/record.ts";
import { partialDate } from "./calendar.ts";
import { canonicalAcl, canonicalArxiv, canonicalDoi, canonicalOrcid, canonicalPmid } from "./canonical-ids.ts";
import { jsonReader } from "./json/json-reader.ts";
import { type JsonObject, numberAt, objectAt, objectsAt, textAt, textsAt } from "./json/json-values.ts";

const WRAPPERS = ["data", "papers", "citingPaper", "citedPaper", "recommendedPapers"];

/** Papers of Semantic Scholar: search, batches, an author's papers, citations, and the data sets with one paper a line. */
export const semanticScholar = jsonReader({
  format: "semantic-scholar",
  wrappers: new Set(WRAPPERS),
  detects: ({ keys }) =>
    keys.has("paperId") ||
    (keys.has("corpusid") && (keys.has("title") || keys.has("externalids"))) ||
    (keys.has("authorId") && keys.has("papers")) ||
    (keys.has("offset") && keys.get("data")?.startsWith("[") === true),
  record(paper, draft) {
    const id = textAt(paper, "paperId") ?? textAt(paper, "corpusid");
    // `null` stands for a paper that was asked for and is not known.
    if (id === undefined && textAt(paper, "title") === undefined) return false;
    // The data sets write all keys in small letters.
    const known = objectAt(paper, "externalIds") ?? objectAt(paper, "externalids");
    draft.ids.doi = canonicalDoi(textAt(known, "DOI") ?? "");
    draft.ids.arxiv = canonicalArxiv(textAt(known, "ArXiv") ?? "");
    draft.ids.acl = canonicalAcl(textAt(known, "ACL") ?? "");
    draft.ids.pmid = canonicalPmid(textAt(known, "PubMed") ?? "");
    draft.url = textAt(paper, "url");
    draft.title = textAt(paper, "title");
    draft.authors = objectsAt(paper, "authors").flatMap(authorOf);
    const date = partialDate(
      textAt(paper, "publicationDate") ?? textAt(paper, "publicationdate") ?? textAt(paper, "year") ?? "",
    );
    draft.date = date?.date;
    draft.year = date?.year;
    draft.venue =
      textAt(paper, "venue") ??
      textAt(objectAt(paper, "publicationVenue"), "name") ??
      textAt(objectAt(paper, "journal"), "name");
    draft.type = textsAt(paper, "publicationTypes")[0] ?? textsAt(paper, "publicationtypes")[0];
    draft.abstract = textAt(paper, "abstract");
    // What Semantic Scholar gives in place of keywords; the same field may come from two classifiers.
    draft.keywords = textsAt(paper, "fieldsOfStudy").concat(
      objectsAt(paper, "s2FieldsOfStudy").map((one) => textAt(one, "category") ?? ""),
      objectsAt(paper, "s2fieldsofstudy").map((one) => textAt(one, "category") ?? ""),
    );
    draft.citations = numberAt(paper, "citationCount") ?? numberAt(paper, "citationcount");
    return true;
  },
});

function authorOf(author: JsonObject): RecordAuthor[] {
  const name = textAt(author, "name");
  if (name === undefined) return [];
  const id = textAt(author, "authorId");
  return [
    {
      name,
      orcid: canonicalOrcid(textAt(objectAt(author, "externalIds"), "ORCID") ?? ""),
      ids: id === undefined ? undefined : [`s2:${id}`],
      affiliations: textsAt(author, "affiliations"),
    },
  ];
}
