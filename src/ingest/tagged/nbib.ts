import type { RecordAuthor } from "../../model/record.ts";
import { canonicalDoi, canonicalOrcid, canonicalPmid } from "../canonical-ids.ts";
import { addAuthors } from "../listed-authors.ts";
import { bestDate } from "../loose-date.ts";
import { commaName, initialsName } from "../person-name.ts";
import { publicationType } from "../publication-type.ts";
import type { Reader, Sink } from "../reader.ts";
import { finishRecord, type RecordDraft } from "../record-draft.ts";
import { isMarkup, reportEmpty, reportNoDate } from "./tagged-record.ts";
import { type TagGrammar, type TaggedLine, type TaggedRecord, taggedParser } from "./tagged-text.ts";

const FORMAT = "nbib";
/** A record begins with one of these after an empty line; PubMed begins with PMID, PubMed Central with PMC. */
const OPENERS: ReadonlySet<string> = new Set(["PMID", "PMC", "PMCR"]);
const KEPT: ReadonlySet<string> = new Set(
  "PMID TI BTI CTI TT FAU AU AD AUID CN FED ED DP DEP JT TA PT AB OAB MH OT LID AID".split(" "),
);

const GRAMMAR: TagGrammar = {
  format: FORMAT,
  fieldOf: nbibField,
  begins: ({ tag }, open, afterBlank) =>
    open === undefined || (tag === "PMID" && open.has(tag)) || (afterBlank && OPENERS.has(tag)),
  ends: () => false,
  blankBreaks: true,
  kept: KEPT,
  between: new Set(),
};

/** What PubMed exports: MEDLINE's tags, `PMID- 20481061`. */
export const nbib: Reader = {
  format: FORMAT,
  detects: (head) =>
    !isMarkup(head) &&
    /^(?:PMID|PMCR?) {0,3}- ?[A-Z]{0,3}\d/m.test(head) &&
    /^(?:TI|FAU|AU|PT|AB|OWN|STAT) {0,2}-/m.test(head) &&
    !/^TY {1,2}-(?: |$)/m.test(head),
  open: (file, sink) => taggedParser(GRAMMAR, file, sink, (record) => readRecord(record, sink), false),
};

/** A tag of two to four capitals, filled up to four places, and a hyphen; `TI-` occurs as well. */
function nbibField(line: string): TaggedLine | undefined {
  const dash = line.indexOf("-");
  if (dash < 2 || dash > 5) return undefined;
  let end = 0;
  while (end < dash && line.charCodeAt(end) >= 65 && line.charCodeAt(end) <= 90) end++;
  if (end < 2 || end > 4) return undefined;
  for (let at = end; at < dash; at++) if (line.charCodeAt(at) !== 32) return undefined;
  return { tag: line.slice(0, end), value: line.slice(dash + 1) };
}

function readRecord(record: TaggedRecord, sink: Sink): void {
  const draft: RecordDraft = { source: record.source, ids: {}, authors: [] };
  const title = record.texts("TI").join(" ") || record.text("BTI", "TT", "CTI");
  // Titles in translation stand in brackets.
  draft.title = title?.replace(/^\[(.*)\]\.?$/s, "$1");
  readAuthors(record, draft, sink);
  draft.venue = record.text("JT", "TA", draft.title === record.text("BTI") ? "CTI" : "BTI");
  const given = record.text("DP", "DEP");
  const date = bestDate(record.texts("DP").concat(record.texts("DEP")));
  draft.date = date?.date;
  draft.year = date?.year;
  reportNoDate(draft, given, sink);
  draft.type = typeOf(record.texts("PT"));
  draft.abstract = record.texts("AB").join(" ") || record.text("OAB");
  draft.keywords = record
    .texts("OT")
    .concat(record.texts("MH"))
    .map((word) => word.replaceAll("*", ""));
  draft.ids.pmid = canonicalPmid(record.text("PMID") ?? "");
  const dois = record.texts("LID").concat(record.texts("AID"));
  const doi = dois.find((id) => /\[doi\]\s?$/i.test(id)) ?? dois.find((id) => /^(?:doi:\s*)?10\.\d{4}/i.test(id));
  draft.ids.doi = canonicalDoi(doi ?? "");
  reportEmpty(draft, sink);
  finishRecord(draft, sink);
}

/** Each author's FAU is followed by AU (the same in initials), AUID and AD; old records have AU alone. */
function readAuthors(record: TaggedRecord, draft: RecordDraft, sink: Sink): void {
  const full = record.has("FAU") && record.texts("FAU").length > 0;
  const nameTag = full ? "FAU" : "AU";
  draft.editors = record
    .texts("FED", "ED")
    .map(commaName)
    .filter((name) => name !== undefined);
  draft.groupAuthors = record.texts("CN");
  let at = -1;
  const affiliations = new Map<number, string[]>();
  const orcids: (string | undefined)[] = [];
  for (const { tag, lines } of record.fields) {
    const text = lines.join(" ").trim();
    if (text === "") continue;
    if (tag === nameTag) {
      const before = draft.authors.length;
      addAuthors(draft, [text], full ? commaName : (name) => initialsName(name, true), sink);
      at = draft.authors.length > before ? before : -1;
    } else if (tag === "CN" || tag === "FED" || tag === "ED") at = -1;
    else if (tag === "AD" && at >= 0) addTo(affiliations, at, text);
    else if (tag === "AUID" && at >= 0) orcids[at] ??= canonicalOrcid(text.replace(/^ORCID:\s*/i, ""));
  }
  draft.authors = draft.authors.map(({ name, given, family, suffix }, place): RecordAuthor => {
    return { name, given, family, suffix, orcid: orcids[place], affiliations: affiliations.get(place) };
  });
}

function addTo(lists: Map<number, string[]>, at: number, text: string): void {
  const list = lists.get(at);
  if (list === undefined) lists.set(at, [text]);
  else list.push(text);
}

/** "Journal Article" says less than what may stand beside it. */
function typeOf(types: readonly string[]): string | undefined {
  const words = types.map(publicationType);
  return (
    words.find((word) => word === "preprint" || word === "incollection" || word === "book") ??
    words.find((word) => word === "article") ??
    words[0]
  );
}
