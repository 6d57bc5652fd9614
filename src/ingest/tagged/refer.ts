import { canonicalDoi } from "../canonical-ids.ts";
import { addAuthors } from "../listed-authors.ts";
import { bestDate } from "../loose-date.ts";
import { commaName } from "../person-name.ts";
import { publicationType } from "../publication-type.ts";
import type { Reader, Sink } from "../reader.ts";
import { finishRecord, type RecordDraft } from "../record-draft.ts";
import { reportEmpty, reportNoDate } from "./tagged-record.ts";
import { type TagGrammar, type TaggedLine, type TaggedRecord, taggedParser } from "./tagged-text.ts";

const FORMAT = "refer";

const GRAMMAR: TagGrammar = {
  format: FORMAT,
  fieldOf: referField,
  begins: ({ tag }, open) => tag === "0" || open === undefined,
  ends: () => false,
  blankEnds: true,
  kept: new Set("0 A E T J B D 8 X K U R F".split(" ")),
  between: new Set(),
};

/** Refer and EndNote's `.enw`: lines of `%A name`, records parted by empty lines or by `%0`. */
export const refer: Reader = {
  format: FORMAT,
  // "%" begins a comment in LaTeX and BibTeX, and "%-%-" a line of an arXiv listing: the first line must be a field.
  detects: (head) =>
    /^[\s\ufeff]{0,1000}%[0A-Z](?:[ \t]\S|[ \t]?$)/m.exec(head)?.index === 0 &&
    !/^\s{0,80}(?:@[a-z]+\s{0,9}\{|\\[a-z])/im.test(head),
  open: (file, sink) => taggedParser(GRAMMAR, file, sink, (record) => readRecord(record, sink), false),
};

function referField(line: string): TaggedLine | undefined {
  if (line.charCodeAt(0) !== 37 || line.length < 2) return undefined;
  const third = line.charCodeAt(2);
  return line.length === 2 || third === 32 || third === 9 ? { tag: line[1], value: line.slice(3) } : undefined;
}

function readRecord(record: TaggedRecord, sink: Sink): void {
  const draft: RecordDraft = { source: record.source, ids: {}, authors: [] };
  draft.type = publicationType(record.text("0"));
  draft.title = record.text("T");
  addAuthors(draft, record.texts("A"), commaName, sink);
  draft.editors = record
    .texts("E")
    .map(commaName)
    .filter((name) => name !== undefined);
  draft.venue = record.text("J", "B");
  const date = bestDate(record.texts("D").concat(record.texts("8")));
  draft.date = date?.date;
  draft.year = date?.year;
  reportNoDate(draft, record.text("D"), sink);
  draft.abstract = record.text("X");
  draft.keywords = record.lines("K").flatMap((line) => line.split(";"));
  draft.url = record.text("U");
  draft.ids.doi = canonicalDoi(record.texts("R").find((text) => /10\.\d{4}/.test(text)) ?? "");
  reportEmpty(draft, sink);
  finishRecord(draft, sink);
}
