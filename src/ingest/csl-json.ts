import type { RecordAuthor } from "../model/record.ts";
import { canonicalArxiv, canonicalDoi, canonicalOrcid, canonicalPmid } from "./canonical-ids.ts";
import { dateOfParts, givenFamily } from "./csl-values.ts";
import { addGroup } from "./group-name.ts";
import { type JsonFormat, jsonReader } from "./json/json-reader.ts";
import { type JsonObject, numberAt, objectAt, objectsAt, textAt } from "./json/json-values.ts";
import { isEtAl } from "./name-suffix.ts";
import { withoutMarkup } from "./plain-markup.ts";
import type { RecordDraft } from "./record-draft.ts";

/** The types of CSL 1.0.2, and those that Crossref writes in their place when it answers in CSL. */
const TYPES = new Set(
  (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset " +
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation " +
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical " +
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis " +
    "treaty webpage journal-article proceedings-article book-chapter posted-content dissertation monograph"
  ).split(" "),
);
const OTHERS = ["message-type", "authorships", "paperId", "authors_parsed"];

const FORMAT: JsonFormat = {
  format: "csl-json",
  wrappers: new Set(["items", "references"]),
  detects: ({ keys }) =>
    TYPES.has(/^"([^"]{1,40})"/.exec(keys.get("type") ?? "")?.[1] ?? "") &&
    ["title", "author", "issued", "editor", "container-title"].some((key) => keys.has(key)) &&
    // Crossref's own works have lists of titles.
    keys.get("title")?.startsWith("[") !== true &&
    !OTHERS.some((key) => keys.has(key)),
  record(item, draft) {
    draft.title = withoutMarkup(textAt(item, "title"));
    draft.authors = namesAt(item, "author", draft);
    draft.editors = namesAt(item, "editor");
    const date = dateOfParts(objectAt(item, "issued"));
    draft.date = date?.date;
    draft.year = date?.year;
    draft.venue = withoutMarkup(
      textAt(item, "container-title") ??
        textAt(item, "event-title") ??
        textAt(item, "event") ??
        textAt(item, "publisher"),
    );
    draft.type = textAt(item, "type");
    draft.abstract = withoutMarkup(textAt(item, "abstract"));
    draft.url = textAt(item, "URL");
    draft.citations = numberAt(item, "is-referenced-by-count");
    draft.keywords = textAt(item, "keyword")?.split(/[,;]/);
    draft.ids.doi = canonicalDoi(textAt(item, "DOI") ?? "");
    draft.ids.pmid = canonicalPmid(textAt(item, "PMID") ?? "");
    // A preprint's number stands as "arXiv:1706.03762" in one of these.
    for (const key of ["number", "publisher", "note", "container-title"]) {
      draft.ids.arxiv ??= canonicalArxiv(/arxiv:\s?\S+/i.exec(textAt(item, key)?.slice(0, 300) ?? "")?.[0] ?? "");
    }
    return draft.title !== undefined || draft.authors.length > 0 || textAt(item, "type") !== undefined;
  },
};

/** CSL-JSON, as Zotero, pandoc and citation servers write it. */
export const cslJson = jsonReader(FORMAT);

/** The same as one object with the items under their ids, as citation processors are given it. */
export const cslJsonById = jsonReader({
  ...FORMAT,
  wrappers: { has: (_, depth) => depth === 0 },
  detects: (head) => [...head.keys.values()][0]?.startsWith("{") === true && FORMAT.detects(head),
});

/** The names under a key. A literal among authors is a group: CSL has it for names that have no parts. */
function namesAt(item: JsonObject, key: string, draft?: RecordDraft): RecordAuthor[] {
  const people: RecordAuthor[] = [];
  for (const one of objectsAt(item, key)) {
    const literal = textAt(one, "literal") ?? textAt(one, "name");
    const person = literal === undefined ? givenFamily(one) : undefined;
    if (person !== undefined) {
      people.push({
        ...person,
        orcid: canonicalOrcid(textAt(one, "ORCID") ?? ""),
        // Citation servers pass on what Crossref has.
        affiliations: objectsAt(one, "affiliation").map((place) => textAt(place, "name") ?? ""),
      });
    } else if (literal === undefined) continue;
    else if (draft === undefined) people.push({ name: literal });
    else if (isEtAl(literal)) draft.truncated = true;
    else addGroup(draft, literal);
  }
  return people;
}
