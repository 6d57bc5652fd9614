import type { RecordAuthor } from "../model/record.ts";
import { dateOf, monthOf } from "./calendar.ts";
import { addIdsOfUrl, canonicalArxiv, canonicalDoi, canonicalOrcid } from "./canonical-ids.ts";
import { isNameSuffix } from "./name-suffix.ts";
import type { RecordDraft } from "./record-draft.ts";
import { type Skipped, xmlReader } from "./xml/xml-reader.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./xml/xml-tree.ts";

const ENTRIES = new Set([
  ...["article", "inproceedings", "proceedings", "book", "incollection", "phdthesis", "mastersthesis", "www", "data"],
]);
const ROOTS = new Set(["dblp", "dblpperson"]);
const HOME_PAGES: Skipped = { code: "home-pages-skipped", what: "home pages of people", severity: "note" };

/** dblp: the dump, the page of a person, the answer of the search, and records copied out of them without a root. */
export const dblpXml = xmlReader({
  format: "dblp-xml",
  elements: { records: new Set([...ENTRIES, "hit"]) },
  detects: ({ elements, doctype, text }) => {
    const [root, second] = elements;
    if (root === undefined) return false;
    if (doctype === "dblp" || ROOTS.has(root)) return true;
    if (root === "result") return second === "query" && text.includes("dblp");
    return (
      ENTRIES.has(root) && /^[^<]{0,80}(?:<[?!][^>]{0,500}>\s{0,80}){0,5}<\w{1,20}\s[^>]{0,300}\bkey\s?=/.test(text)
    );
  },
  open: () => ({
    record(element, draft) {
      if (element.name === "hit") return readHit(element, draft);
      if (element.attributes.key?.startsWith("homepages/")) return HOME_PAGES;
      readEntry(element, draft);
      return undefined;
    },
  }),
});

function readEntry(entry: XmlElement, draft: RecordDraft): void {
  draft.authors = childrenOf(entry, "author").map(nameOf);
  draft.editors = childrenOf(entry, "editor").map(nameOf);
  readFields(entry, draft);
  const venue =
    childOf(entry, "journal") ?? childOf(entry, "booktitle") ?? childOf(entry, "school") ?? childOf(entry, "publisher");
  draft.venue = textOf(venue);
  const { publtype } = entry.attributes;
  draft.type = publtype?.startsWith("informal") ? "preprint" : entry.name;
  // CoRR is arXiv; its volume is "abs/1706.03762".
  if (draft.venue === "CoRR") {
    draft.ids.arxiv ??= canonicalArxiv(/^abs\/(.+)$/.exec(textOf(childOf(entry, "volume"))?.trim() ?? "")?.[1] ?? "");
  }
}

/** One hit of the search, whose names stand one level deeper and whose types are in words. */
function readHit(hit: XmlElement, draft: RecordDraft): Skipped | undefined {
  const info = childOf(hit, "info");
  const title = childOf(info, "title");
  if (title === undefined) return { code: "hits-skipped", what: "hits that are people or venues", severity: "note" };
  draft.authors = childrenOf(childOf(info, "authors"), "author").map(nameOf);
  if (info !== undefined) readFields(info, draft);
  draft.venue = textOf(childOf(info, "venue"));
  draft.type = textOf(childOf(info, "type"));
  draft.ids.doi ??= canonicalDoi(textOf(childOf(info, "doi")) ?? "");
  return undefined;
}

function readFields(entry: XmlElement, draft: RecordDraft): void {
  // Every title of dblp ends with a full stop of its own.
  draft.title = textOf(childOf(entry, "title"))
    ?.trim()
    .replace(/(?<!\.)\.$/, "");
  const year = Number(textOf(childOf(entry, "year"))?.trim());
  const date = dateOf(year, monthOf(textOf(childOf(entry, "month")) ?? ""));
  draft.date = date?.date;
  draft.year = date?.year;
  for (const link of childrenOf(entry, "ee")) {
    const address = textOf(link)?.trim();
    if (address === undefined) continue;
    draft.url ??= address;
    addIdsOfUrl(draft.ids, address);
  }
}

/** "Wei Wang 0001" is the first of several people of that name: the number is dblp's, not the author's. */
function nameOf(element: XmlElement): RecordAuthor {
  const listed = textOf(element)?.trim() ?? "";
  const name = listed.replace(/\s\d{4}$/, "");
  const { orcid, pid } = element.attributes;
  const ids = pid !== undefined ? [`dblp:${pid}`] : name === listed ? undefined : [`dblp:${listed}`];
  const last = name.slice(name.lastIndexOf(" ") + 1);
  return { name, suffix: isNameSuffix(last) ? last : undefined, orcid: canonicalOrcid(orcid ?? ""), ids };
}
