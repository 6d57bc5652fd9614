import type { RecordAuthor } from "../model/record.ts";
import { canonicalDoi, canonicalOrcid } from "./canonical-ids.ts";
import { dateOfParts, givenFamily } from "./csl-values.ts";
import { addGroup } from "./group-name.ts";
import { jsonReader } from "./json/json-reader.ts";
import { type JsonObject, numberAt, objectAt, objectsAt, textAt, textsAt } from "./json/json-values.ts";
import { withoutMarkup } from "./plain-markup.ts";
import type { RecordDraft } from "./record-draft.ts";

/** Marks of a work that CSL-JSON does not have. */
const MARKS = [
  "is-referenced-by-count",
  "reference-count",
  "references-count",
  "content-domain",
  "prefix",
  "deposited",
];
/** The dates of a work, best first. */
const DATES = ["issued", "published", "published-print", "published-online", "created"];

/** Works of Crossref: what its interface answers for one work or a list, and works one after another. */
export const crossref = jsonReader({
  format: "crossref",
  wrappers: new Set(["message", "items"]),
  detects: ({ keys }) =>
    keys.get("message-type")?.startsWith('"work') === true ||
    (keys.has("DOI") && keys.get("title")?.startsWith("[") === true && MARKS.some((key) => keys.has(key))),
  record(work, draft) {
    const doi = textAt(work, "DOI");
    if (doi === undefined) return false;
    draft.ids.doi = canonicalDoi(doi);
    draft.url = textAt(work, "URL");
    const [title] = textsAt(work, "title");
    const [subtitle] = textsAt(work, "subtitle");
    draft.title = withoutMarkup(title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title);
    draft.authors = peopleAt(work, "author", draft);
    draft.editors = peopleAt(work, "editor");
    for (const key of DATES) {
      const date = dateOfParts(objectAt(work, key));
      draft.date ??= date?.date;
      draft.year ??= date?.year;
    }
    draft.venue = withoutMarkup(textsAt(work, "container-title")[0] ?? textAt(objectAt(work, "event"), "name"));
    const type = textAt(work, "type");
    draft.type = type === "posted-content" ? "preprint" : type;
    draft.abstract = withoutMarkup(textAt(work, "abstract")?.replace(/^\s*<jats:title>Abstract<\/jats:title>/i, ""));
    draft.keywords = textsAt(work, "subject");
    draft.citations = numberAt(work, "is-referenced-by-count");
    return true;
  },
});

/** The people under a key; what only has a name, and no family name, is a group, kept in its draft or among the editors. */
function peopleAt(work: JsonObject, key: string, draft?: RecordDraft): RecordAuthor[] {
  const people: RecordAuthor[] = [];
  for (const one of objectsAt(work, key)) {
    const group = textAt(one, "family") === undefined ? (textAt(one, "name") ?? textAt(one, "literal")) : undefined;
    const person = group === undefined ? givenFamily(one) : undefined;
    if (group !== undefined && draft !== undefined) addGroup(draft, group);
    else if (group !== undefined) people.push({ name: group });
    if (person === undefined) continue;
    people.push({
      ...person,
      orcid: canonicalOrcid(textAt(one, "ORCID") ?? ""),
      affiliations: objectsAt(one, "affiliation").map((place) => textAt(place, "name") ?? ""),
    });
  }
  return people;
}
