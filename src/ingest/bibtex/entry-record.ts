import { dateOf, monthOf, type PartialDate, partialDate } from "../calendar.ts";
import {
  canonicalAcl,
  canonicalArxiv,
  canonicalDoi,
  canonicalOpenalex,
  canonicalPmid,
  type MutableIdentifiers,
} from "../canonical-ids.ts";
import { latexToText } from "../latex/latex-text.ts";
import { LIMITS } from "../limits.ts";
import { type RecordDraft, shown } from "../record-draft.ts";
import { nameList } from "./name-list.ts";

/** A field's text as the file has it, or undefined. */
export type FieldOf = (name: string) => string | undefined;
export type Doubt = (code: string, detail: string) => void;

/** Where an entry says where it appeared, best first. A note or an annotation is no venue. */
const VENUES = ["journaltitle", "journal", "booktitle", "eventtitle", "maintitle"] as const;

/** Fills a draft from the fields of an entry; `doubt` hears what could not be understood. */
export function fillDraft(draft: RecordDraft, type: string, field: FieldOf, doubt: Doubt): void {
  draft.type = type;
  const title = text(field("title"));
  const subtitle = text(field("subtitle"));
  draft.title = title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : (title ?? subtitle);

  const names = nameList(field("author") ?? "");
  draft.authors = names.authors;
  draft.truncated = names.truncated ? true : undefined;
  if (names.doubtful.length > 0) doubt("names-doubtful", `“${shown(names.doubtful[0])}” may be more than one name.`);

  const editors = field("editor");
  if (editors !== undefined) draft.editors = nameList(editors).authors;

  const date = dateOfEntry(field);
  draft.date = date?.date;
  draft.year = date?.year;
  const given = field("date") ?? field("year");
  if (date === undefined && given !== undefined && given.trim() !== "") {
    doubt("date-unreadable", `“${shown(given)}” is no date.`);
  }

  for (const name of VENUES) draft.venue ??= text(field(name));
  draft.abstract = text(field("abstract"));
  // Zotero parts keywords by commas, others by semicolons; a comma inside a keyword shows only with semicolons around.
  const keywords = text(field("keywords") ?? field("keyword"));
  draft.keywords = keywords?.split(keywords.includes(";") ? ";" : ",");
  draft.url = addressOf(field("url"));
  fillIds(draft, field, doubt);
}

function text(latex: string | undefined): string | undefined {
  if (latex === undefined) return undefined;
  // A value of megabytes costs no more than what is kept of it; the rest is cut, and reported, later.
  const plain = latexToText(latex.slice(0, 4 * LIMITS.fieldLength));
  return plain.trim() === "" ? undefined : plain;
}

/** A URL as LaTeX may wrap it: `\url{http://a.org/\~{}b}`. */
function addressOf(latex: string | undefined): string | undefined {
  return latex
    ?.slice(0, 4 * LIMITS.fieldLength)
    .replace(/\$\\sim\$/g, "~")
    .replace(/\\url(?![a-z])|[{}\\]/gi, "")
    .trim();
}

/** `date` (biblatex), else `year` and `month`. */
function dateOfEntry(field: FieldOf): PartialDate | undefined {
  const date = partialDate(field("date") ?? "");
  if (date !== undefined) return date;
  const year = /(?<!\d)\d{4}(?!\d)/.exec((field("year") ?? "").slice(0, 80))?.[0];
  if (year === undefined) return undefined;
  // "year = 2017-12-15" and "month = 12" both occur.
  const full = partialDate(field("year")?.trim() ?? "");
  return full !== undefined && full.date.length > 4
    ? full
    : dateOf(Number(year), monthOf(latexToText(field("month") ?? "")));
}

function fillIds(draft: RecordDraft, field: FieldOf, doubt: Doubt): void {
  const ids: MutableIdentifiers = draft.ids;
  const read = (name: string, canonical: (text: string) => string | undefined): string | undefined => {
    const value = field(name)?.trim();
    if (value === undefined || value === "") return undefined;
    const id = canonical(value.slice(0, LIMITS.nameLength));
    if (id === undefined) doubt("identifier-unreadable", `“${shown(value)}” is no ${name}.`);
    return id;
  };
  ids.doi = read("doi", canonicalDoi);
  ids.pmid = read("pmid", canonicalPmid);
  ids.openalex = read("openalex", canonicalOpenalex);
  ids.arxiv = read("arxivid", canonicalArxiv) ?? read("arxiv", canonicalArxiv);
  ids.acl = read("aclid", canonicalAcl);

  const archive = (field("eprinttype") ?? field("archiveprefix"))?.trim().toLowerCase();
  if (archive === "arxiv") ids.arxiv ??= read("eprint", canonicalArxiv);
  else if (archive === "pubmed" || archive === "pmid") ids.pmid ??= read("eprint", canonicalPmid);
  else if (archive === undefined) ids.arxiv ??= canonicalArxiv(field("eprint")?.slice(0, LIMITS.nameLength) ?? "");
  // "arXiv preprint arXiv:1706.03762" (Google Scholar) and CoRR's "abs/1706.03762" (dblp).
  ids.arxiv ??= canonicalArxiv(/arxiv:\S+/i.exec(draft.venue?.slice(0, 200) ?? "")?.[0] ?? "");
  if (draft.venue === "CoRR")
    ids.arxiv ??= canonicalArxiv(/^abs\/(.+)$/.exec(field("volume")?.trim() ?? "")?.[1] ?? "");
}
