import { canonicalArxiv, canonicalDoi, canonicalPmid } from "../canonical-ids.ts";
import { addAuthors } from "../listed-authors.ts";
import { bestDate } from "../loose-date.ts";
import { commaName, initialsName } from "../person-name.ts";
import { publicationType } from "../publication-type.ts";
import type { Reader, Sink } from "../reader.ts";
import { finishRecord, type RecordDraft, recordFinding, shown } from "../record-draft.ts";
import { isMarkup, reportEmpty, reportNoDate } from "./tagged-record.ts";
import { type TagGrammar, type TaggedLine, type TaggedRecord, taggedParser, tagOfTwo } from "./tagged-text.ts";

const FORMAT = "ris";
/** Tags that open a record whose `TY` is missing; others, like Ovid's `NL` after `ER`, do not. */
const OPENERS: ReadonlySet<string> = new Set("AU A1 T1 TI JF JO DO ID PY Y1".split(" "));
const KEPT: ReadonlySet<string> = new Set(
  "TY AU A1 A2 ED TI T1 CT BT T2 JF JO JA J1 J2 PY Y1 DA DO M3 N1 N2 AB UR L2 LK KW U1 AN DB DP".split(" "),
);

const GRAMMAR: TagGrammar = {
  format: FORMAT,
  fieldOf: risField,
  begins: ({ tag }, open) => tag === "TY" || (open === undefined && OPENERS.has(tag)),
  ends: ({ tag }) => tag === "ER",
  kept: KEPT,
  between: new Set(),
};

/** RIS, of any program: `TY  - ` to `ER  - `. */
export const ris: Reader = {
  format: FORMAT,
  detects: (head) =>
    !isMarkup(head) &&
    (/^[ \ufeff]?TY {1,2}-(?: |$)/m.test(head) ||
      (/^ER {1,2}-(?: |$)/m.test(head) && /^(?:AU|A1|T1|TI) {1,2}- /m.test(head))),
  open: (file, sink) => taggedParser(GRAMMAR, file, sink, (record) => readRecord(record, sink)),
};

/** `AU  - value`; one space before the hyphen and none behind it occur as well. */
function risField(line: string): TaggedLine | undefined {
  const dash = line.charCodeAt(4) === 45 ? 4 : line.charCodeAt(3) === 45 ? 3 : 0;
  const tag = dash === 0 ? undefined : tagOfTwo(line);
  if (tag === undefined || line.charCodeAt(2) !== 32 || (dash === 4 && line.charCodeAt(3) !== 32)) {
    return undefined;
  }
  if (line.length > dash + 1 && line.charCodeAt(dash + 1) !== 32) return undefined;
  return { tag, value: line.slice(dash + 1) };
}

function readRecord(record: TaggedRecord, sink: Sink): void {
  const { source } = record;
  const draft: RecordDraft = { source, ids: {}, authors: [] };
  if (!record.has("TY")) {
    sink.finding(recordFinding(source, "record-unopened", "warning", "The record has no “TY” line before it."));
  }
  draft.type = publicationType(record.text("TY"));
  draft.title = record.text("TI", "T1", "CT", "BT");
  // Embase writes "Liu R.", everybody else "Liu, R." or "R. Liu".
  const person = /^embase$/i.test(record.text("DB") ?? "") ? (name: string) => initialsName(name) : commaName;
  addAuthors(draft, namesOf(record, ["AU", "A1"], sink), person, sink);
  draft.editors = namesOf(record, ["ED", "A2"], sink)
    .map(commaName)
    .filter((name) => name !== undefined);
  draft.venue = record.text("JF", "JO", "T2", ...(draft.title === record.text("BT") ? [] : ["BT"]), "JA", "J2", "J1");
  const date = bestDate(record.texts("PY").concat(record.texts("Y1"), record.texts("DA")));
  draft.date = date?.date;
  draft.year = date?.year;
  reportNoDate(draft, record.text("PY", "Y1", "DA"), sink);
  draft.abstract = record.text("AB", "N2");
  draft.url = record.text("UR", "L2", "LK");
  if (draft.url?.startsWith("//")) draft.url = `https:${draft.url}`;
  // EndNote puts one keyword on a line, others one in a field.
  draft.keywords = record.lines("KW");
  draft.citations = citationsOf(record.lines("N1"));
  fillIds(draft, record);
  reportEmpty(draft, sink);
  finishRecord(draft, sink);
}

/** One name a field; a line below it that has no tag is no part of the name. */
function namesOf(record: TaggedRecord, tags: readonly string[], sink: Sink): string[] {
  const names: string[] = [];
  for (const { tag, lines } of record.fields) {
    if (!tags.includes(tag)) continue;
    const [name, ...rest] = lines;
    if (name !== "") names.push(name);
    const loose = rest.find((line) => line !== "");
    if (loose === undefined) continue;
    const detail = `“${shown(loose)}” stands below a name without a tag and was left out.`;
    sink.finding(recordFinding(record.source, "text-left-out", "warning", detail));
  }
  return names;
}

function fillIds(draft: RecordDraft, record: TaggedRecord): void {
  const { ids } = draft;
  ids.doi = canonicalDoi(record.text("DO") ?? "");
  for (const text of record.texts("M3", "N1")) {
    if (/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4}/i.test(text))
      ids.doi ??= canonicalDoi(text.slice(0, 500));
  }
  const pubmed = record.texts("U1", "AN").find((text) => /^\d{1,9}\[pmid\]$/i.test(text));
  ids.pmid = canonicalPmid(pubmed?.replace(/\[.*/, "") ?? "");
  if (/^(?:pubmed|medline)$/i.test(record.text("DB") ?? "") || record.text("DP") === "NLM") {
    ids.pmid ??= canonicalPmid(record.text("AN") ?? "");
  }
  ids.arxiv = canonicalArxiv(
    /arxiv:\S+/i.exec(`${draft.venue?.slice(0, 200)} ${record.text("AN", "M3")?.slice(0, 200)}`)?.[0] ?? "",
  );
}

/** Scopus: "Cited By :44"; Web of Science: "Times Cited in Web of Science Core Collection:  5". */
function citationsOf(notes: readonly string[]): number | undefined {
  for (const note of notes) {
    const count = /^(?:cited by|times cited(?: in web of science core collection)?)\s?:\s{0,3}(\d{1,9})/i.exec(
      note,
    )?.[1];
    if (count !== undefined) return Number(count);
  }
  return undefined;
}
