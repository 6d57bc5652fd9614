import { dateOf, monthOf, partialDate } from "./calendar.ts";
import { canonicalArxiv, canonicalDoi } from "./canonical-ids.ts";
import { addGroup, isGroupName } from "./group-name.ts";
import { jsonReader } from "./json/json-reader.ts";
import { type JsonObject, listAt, objectsAt, textAt } from "./json/json-values.ts";
import { latexToText } from "./latex/latex-text.ts";
import { isEtAl } from "./name-suffix.ts";
import { type RecordDraft, shown } from "./record-draft.ts";

/** arXiv's metadata with one paper a line, as Kaggle has it. */
export const arxivJsonl = jsonReader({
  format: "arxiv-jsonl",
  wrappers: new Set(),
  detects: ({ keys }) => keys.has("authors_parsed") || (keys.has("submitter") && keys.has("categories")),
  record(paper, draft, doubt) {
    const id = textAt(paper, "id") ?? "";
    draft.ids.arxiv = canonicalArxiv(id);
    if (draft.ids.arxiv === undefined) doubt("identifier-unreadable", `“${shown(id)}” is no arXiv id.`);
    else draft.url = `https://arxiv.org/abs/${draft.ids.arxiv}`;
    draft.ids.doi = canonicalDoi(textAt(paper, "doi") ?? "");
    draft.title = plain(textAt(paper, "title"));
    draft.abstract = plain(textAt(paper, "abstract"));
    draft.venue = plain(textAt(paper, "journal-ref"));
    draft.type = "preprint";
    draft.keywords = textAt(paper, "categories")?.split(" ");
    readNames(paper, draft);
    readDate(paper, draft);
    return true;
  },
});

/** `authors_parsed` has family name, given name, suffix and, sometimes, affiliations of each. */
function readNames(paper: JsonObject, draft: RecordDraft): void {
  for (const entry of listAt(paper, "authors_parsed")) {
    if (!Array.isArray(entry)) continue;
    const parts = entry.map((part: unknown) => (typeof part === "string" ? plain(part)?.trim() : undefined));
    const [family, given, suffix, ...affiliations] = parts.map((part) => (part === "" ? undefined : part));
    const name = [given, family, suffix].filter((part) => part !== undefined).join(" ");
    if (name === "") continue;
    if (isEtAl(name)) draft.truncated = true;
    else if (isGroupName(name)) addGroup(draft, name);
    else {
      const places = affiliations.filter((place) => place !== undefined);
      draft.authors.push({ name, given, family, suffix, affiliations: places });
    }
  }
}

/** When the first version came: "Mon, 2 Apr 2007 19:18:42 GMT"; else the day of the last change. */
function readDate(paper: JsonObject, draft: RecordDraft): void {
  const [first] = objectsAt(paper, "versions");
  const created = /(\d{1,2})\s([a-z]{3})\s(\d{4})/i.exec(textAt(first, "created")?.slice(0, 80) ?? "");
  const date =
    created === null
      ? partialDate(textAt(paper, "update_date") ?? "")
      : dateOf(Number(created[3]), monthOf(created[2]), Number(created[1]));
  draft.date = date?.date;
  draft.year = date?.year;
}

function plain(text: string | undefined): string | undefined {
  return text === undefined ? undefined : latexToText(text);
}
