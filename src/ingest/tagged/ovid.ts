import type { RecordAuthor } from "../../model/record.ts";
import { canonicalDoi, canonicalPmid } from "../canonical-ids.ts";
import { LIMITS } from "../limits.ts";
import { addAuthors } from "../listed-authors.ts";
import { looseDate } from "../loose-date.ts";
import { initialsName } from "../person-name.ts";
import { publicationType } from "../publication-type.ts";
import type { Reader, Sink } from "../reader.ts";
import { finishRecord, type RecordDraft } from "../record-draft.ts";
import { isOvidTagged, ovidTag } from "./ovid-tags.ts";
import { reportEmpty, reportNoDate } from "./tagged-record.ts";
import { type TagGrammar, type TaggedLine, type TaggedRecord, taggedParser } from "./tagged-text.ts";

const FORMAT = "ovid";
/** Names of fields in exports of Ovid and Embase, as they stand alone on a line, in lower case. */
const NAMES: ReadonlySet<string> = new Set(
  (
    "score|accession number|unique identifier|pmid|author|authors|authors full name|author names|author e-mail|author/editor|" +
    "institution|institutions|title|original title|chapter title|book title|source|source title|journal title|" +
    "journal abbreviation|status|abstract|author keywords|keywords|keyword heading|subject headings|mesh subject headings|" +
    "heading word|key concepts|index terms|candidate terms|language|document type|publication type|journal subset|issn|" +
    "isbn|electronic issn|nlm journal code|doi number|doi|digital object identifier|link to the ovid full text or citation|" +
    "references|publisher|country of publication|year of publication|publication year|date of publication|publication date|" +
    "volume|issue|page|copyright|correspondence address|emtree heading|emtree drug index terms|emtree medical index terms|" +
    "drug index terms|cas registry number|cas registry numbers|trade name|entry date|update date|conference information|" +
    "editor|editors|editor names|comments|grant information|number of references|database"
  ).split("|"),
);
const NUMBER = "<>";
const STARTS: ReadonlySet<string> = new Set([
  ...["version", "database", "score", "accession number", "unique identifier", "author", "title"],
]);
/** What stands at most once in a record, at its beginning. */
const OPENERS: ReadonlySet<string> = new Set(["version", "score", "accession number", "unique identifier"]);
const KEPT: ReadonlySet<string> = new Set(
  (
    "author|authors|authors full name|author names|author/editor|title|chapter title|source|source title|journal title|" +
    "status|abstract|author keywords|keywords|document type|publication type|doi number|doi|digital object identifier|pmid|" +
    "year of publication|publication year|date of publication|publication date|editor|editors|editor names|book title|" +
    "link to the ovid full text or citation|au|fa|ed"
  ).split("|"),
);

const GRAMMAR: TagGrammar = {
  format: FORMAT,
  fieldOf: ovidField,
  begins: ({ tag }, open, afterBlank) =>
    tag === NUMBER || (open === undefined ? STARTS.has(tag) : afterBlank && OPENERS.has(tag) && open.has(tag)),
  ends: () => false,
  kept: KEPT,
  between: new Set(),
};

/** What Ovid and Embase write as text: the name of a field on a line, its value indented below, or both behind a tag. */
export const ovid: Reader = {
  format: FORMAT,
  detects: (head) =>
    isOvidTagged(head) ||
    (/^(?:Accession Number|Source|Abstract|Institution|Title)[ \t]{0,4}\n[ \t]{1,4}\S/m.test(head) &&
      /^(?:Authors?|Author Names|Authors Full Name)[ \t]{0,4}\n[ \t]{1,4}\S/m.test(head)),
  open: (file, sink) => taggedParser(GRAMMAR, file, sink, (record) => readRecord(record, sink), false),
};

function ovidField(line: string): TaggedLine | undefined {
  const tagged = ovidTag(line);
  if (tagged !== undefined) return tagged;
  const first = line.charCodeAt(0);
  if (first === 60) return /^<\d{1,9}\.?\s?>\s*$/.test(line) ? { tag: NUMBER, value: "" } : undefined;
  if (first < 65 || first > 90 || line.length > 60) return undefined;
  const tag = line.trim().toLowerCase();
  return NAMES.has(tag) ? { tag, value: "" } : undefined;
}

function readRecord(record: TaggedRecord, sink: Sink): void {
  const draft: RecordDraft = { source: record.source, ids: {}, authors: [], editors: [] };
  const names = record.text("authors full name", "author", "authors", "author names", "author/editor") ?? "";
  const people = splitNames(names);
  addAuthors(
    draft,
    people.filter(({ editor }) => !editor).map(({ text }) => text),
    (name) => initialsName(name),
    sink,
  );
  // In the form with tags: "Lovelace A", or in full "Lovelace, Ada". What looks like a degree is initials here.
  const full = record.texts("fa");
  addAuthors(draft, full.length > 0 ? full : record.texts("au"), (name) => initialsName(name, true), sink);
  const editors = people.filter(({ editor }) => editor).map(({ text }) => text);
  const others = splitNames(record.text("editor", "editors", "editor names") ?? "").map(({ text }) => text);
  draft.editors = editors
    .concat(others)
    .map((name) => initialsName(name))
    .concat(record.texts("ed").map((name) => initialsName(name, true)))
    .filter((name): name is RecordAuthor => name !== undefined);

  const own = record.text("title");
  // "Correct positioning of screws.[Article]"
  const [, title = own, kind = undefined] = (own?.endsWith("]") ? /^(.*)\[([^[\]]{1,60})\]$/s.exec(own) : null) ?? [];
  draft.title = title?.trim() ?? record.text("chapter title");
  const source = record.text("source", "source title", "journal title") ?? "";
  // "Ecohydrology.   8(6):1048-1064, September 2015.": the name ends before the volume.
  draft.venue = record.text("book title") ?? nameOfSource(source);
  const given = record.text("date of publication", "publication date", "year of publication", "publication year");
  const date = looseDate(given ?? dateOfSource(`${record.text("status")?.slice(0, 200)} ${source.slice(0, 1000)}`));
  draft.date = date?.date;
  draft.year = date?.year;
  reportNoDate(draft, given, sink);
  draft.type = publicationType(record.text("publication type", "document type")?.split(/[:.]/)[0] ?? kind);
  draft.abstract = record.text("abstract");
  draft.keywords = record.texts("author keywords", "keywords").flatMap((words) => words.replace(/\.$/, "").split(";"));
  draft.ids.doi = canonicalDoi(record.text("doi number", "doi", "digital object identifier") ?? "");
  draft.ids.pmid = canonicalPmid(record.text("pmid") ?? "");
  draft.url = record.text("link to the ovid full text or citation");
  reportEmpty(draft, sink);
  finishRecord(draft, sink);
}

/** "Ecohydrology.   8(6):1048-1064, September 2015.", "Cancer (2004) 102:4", "Titel 58 pp.": what stands before. */
function nameOfSource(source: string): string {
  const from = /^\(\d{4}\)\.\s?/.exec(source)?.[0].length ?? 0;
  const text = source.slice(from, from + 500);
  const end = /\.(?:\s|$)|\s?[([]|\s\d/.exec(text)?.index ?? text.length;
  return text.slice(0, end);
}

/** The last year, with the words right before it: "… Vol 28(2) April 2015, 103-106." gives "April 2015". */
function dateOfSource(source: string): string {
  const years = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
  let last = years.exec(source);
  if (last === null) return "";
  for (let next = years.exec(source); next !== null; next = years.exec(source)) last = next;
  const before = source.slice(Math.max(0, last.index - 20), last.index);
  return (before.split(/[^\p{L}\d ]/u).at(-1) ?? "") + last[0];
}

/** Degrees that stand behind names. */
const DEGREES =
  /^(?:MDs?|PhD|Ph\.D\.?|RN|FAAN|MSc?|M\.D\.?|BSc?|MA|BA|MPH|DPhil|DSc|ScD|PharmD|DVM|MBBS|FRCS|FACS|Dr|Prof)\.?$/;

const ENDS_LIKE_DEGREE = / (?:MDs?|PhD|MSc?|BSc?|DPhil|DSc|ScD|PharmD|Dr|Prof)$/;

/** Names are parted by semicolons, in old exports by two spaces. */
function splitNames(list: string): { text: string; editor: boolean }[] {
  const names: { text: string; editor: boolean }[] = [];
  for (const piece of list.includes(";") || list.includes(",") ? list.split(";") : list.split(/\s{2}/)) {
    const text = bareName(piece.trim());
    if (text !== "") names.push({ text, editor: piece.includes("[") && /\[ed\]/i.test(piece) });
  }
  return names;
}

/** A name without the degrees and the marks of its institution behind it: "Hermans, Erik MD +", "Fu, Qiong 1". */
function bareName(given: string): string {
  // What is longer than any name is cut, and reported, later; the pattern would run out of stack on it.
  const text = given.slice(0, 2 * LIMITS.nameLength);
  // Most names are bare already: words with single spaces that end with a given name.
  if (/^[\p{L}.'’-]+,?(?: [\p{L}.'’-]+)* \p{Lu}\p{Ll}+$/u.test(text) && !ENDS_LIKE_DEGREE.test(text)) return text;
  const words = text
    .replace(/\[ed\]/gi, "")
    .split(/[\s]+/)
    .filter((word) => word !== "");
  while (words.length > 0) {
    const last = words[words.length - 1].replace(/,$/, "");
    if (!/^[\d*+#~^(),.[\]]+$/.test(last) && !DEGREES.test(last)) break;
    words.pop();
  }
  return words.join(" ").replace(/,$/, "");
}
