import type { RecordAuthor } from "../model/record.ts";
import { partialDate } from "./calendar.ts";
import { addIdsOfUrl, canonicalDoi, canonicalOpenalex, canonicalOrcid } from "./canonical-ids.ts";
import { readInvertedIndex, textOfInvertedIndex } from "./inverted-index.ts";
import { jsonReader } from "./json/json-reader.ts";
import { type JsonObject, numberAt, objectAt, objectsAt, textAt, textsAt } from "./json/json-values.ts";
import { withoutMarkup } from "./plain-markup.ts";

const ABSTRACT = "abstract_inverted_index";
const UNREAD = new Set(
  (
    "locations best_oa_location concepts topics mesh sustainable_development_goals funders awards grants apc_list apc_paid " +
    "counts_by_year referenced_works related_works corresponding_author_ids corresponding_institution_ids indexed_in biblio " +
    "open_access citation_normalized_percentile cited_by_percentile_year primary_topic institutions"
  ).split(" "),
);

/** Works of OpenAlex: pages of its interface, lists, and one work a line. */
export const openalex = jsonReader({
  format: "openalex",
  wrappers: new Set(["results"]),
  apart: { read: new Map([[ABSTRACT, readInvertedIndex]]), unread: UNREAD },
  detects: ({ keys }) =>
    (keys.get("id")?.startsWith('"https://openalex.org/') === true &&
      ["authorships", "publication_year", "cited_by_count", "display_name"].some((key) => keys.has(key))) ||
    (keys.has("meta") && keys.get("results")?.startsWith("[") === true),
  record(work, draft, _, apart) {
    const id = canonicalOpenalex(textAt(work, "id") ?? "");
    // Authors, sources and institutions come in the same pages.
    if (id === undefined) return false;
    const ids = objectAt(work, "ids");
    draft.ids.openalex = id;
    draft.ids.doi = canonicalDoi(textAt(work, "doi") ?? textAt(ids, "doi") ?? "");
    addIdsOfUrl(draft.ids, textAt(ids, "pmid") ?? "");
    const location = objectAt(work, "primary_location") ?? objectAt(work, "host_venue");
    draft.url = textAt(location, "landing_page_url") ?? textAt(location, "url") ?? textAt(work, "doi");
    draft.title = withoutMarkup(textAt(work, "title") ?? textAt(work, "display_name"));
    for (const authorship of objectsAt(work, "authorships")) {
      const author = authorOf(authorship);
      if (author !== undefined) draft.authors.push(author);
    }
    // A list of works holds the first hundred authors of each; only the work itself has all.
    if (work.is_authors_truncated === true) draft.truncated = true;
    const date = partialDate(textAt(work, "publication_date") ?? textAt(work, "publication_year") ?? "");
    draft.date = date?.date;
    draft.year = date?.year;
    draft.venue =
      textAt(objectAt(location, "source"), "display_name") ??
      textAt(location, "display_name") ??
      textAt(location, "raw_source_name");
    draft.type = textAt(work, "type");
    const index = objectAt(work, ABSTRACT);
    draft.abstract = withoutMarkup(apart.get(ABSTRACT) ?? (index && textOfInvertedIndex(index)));
    draft.keywords = objectsAt(work, "keywords").map(
      (one) => textAt(one, "display_name") ?? textAt(one, "keyword") ?? "",
    );
    draft.citations = numberAt(work, "cited_by_count");
    return true;
  },
});

function authorOf(authorship: JsonObject): RecordAuthor | undefined {
  const author = objectAt(authorship, "author");
  const name = textAt(author, "display_name") ?? textAt(authorship, "raw_author_name");
  if (name === undefined) return undefined;
  const id = textAt(author, "id")?.replace(/^https?:\/\/openalex\.org\//, "");
  const institutions = objectsAt(authorship, "institutions").map((one) => textAt(one, "display_name") ?? "");
  return {
    name,
    orcid: canonicalOrcid(textAt(author, "orcid") ?? ""),
    ids: id === undefined ? undefined : [`openalex:${id}`],
    affiliations: institutions.length > 0 ? institutions : textsAt(authorship, "raw_affiliation_strings"),
  };
}
