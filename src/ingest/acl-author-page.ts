import { fold } from "../model/text.ts";
import { LIMITS } from "./limits.ts";
import { lineParser } from "./line-parser.ts";
import { isEtAl } from "./name-suffix.ts";
import type { Parser, Reader, Sink } from "./reader.ts";
import { finishRecord, type RecordDraft, recordFinding, shown } from "./record-draft.ts";

const FORMAT = "acl-author-page";
/** The buttons of an entry, which begin it. */
const BUTTONS = /^pdf(?: (?:bib|abs|doi|video|code|data|software|poster|slides))*$/;
const YEAR = /^(?:19|20)\d\d$/;

/**
 * The page of one author in the ACL Anthology, as its text is copied: a heading with the owner's name, headings with
 * years, and under each year its papers:
 *
 *     pdf
 *     title
 *     A | B | C
 *     venue
 *
 *     abstract                               may be missing
 */
export const aclAuthorPage: Reader = {
  format: FORMAT,
  detects: (head) =>
    /^(?:19|20)\d\d\s*$/m.test(head) && /^pdf(?: [a-z ]{1,60})?$/m.test(head) && !/^\s*[@{<]/.test(head),
  open,
};

interface Entry {
  readonly line: number;
  readonly year: number | undefined;
  /** Title, authors and venue, up to the first empty line. */
  readonly head: string[];
  readonly abstract: string[];
}

function open(file: string, sink: Sink): Parser {
  let owner = "";
  let year: number | undefined;
  let entry: Entry | undefined;
  let inHead = false;
  let afterBlank = true;
  let length = 0;
  let record = 0;

  const line = (raw: string, number: number, cut: boolean): void => {
    const text = raw.trim();
    if (text === "") {
      // An empty line between the buttons and the title does not end the head that has not begun.
      if (entry !== undefined && entry.head.length > 0) inHead = false;
      afterBlank = true;
    } else if (BUTTONS.test(text) && !(inHead && entry?.head.length === 0)) {
      finish();
      entry = { line: number, year, head: [], abstract: [] };
      inHead = true;
    } else if (YEAR.test(text) && afterBlank && !inHead) {
      finish();
      year = Number(text);
    } else if (entry === undefined) {
      if (owner === "") owner = text;
      else report("text-left-out", "warning", number, `Text outside of entries was left out: “${shown(text)}”.`);
    } else {
      take(entry, text, number, cut);
    }
    if (text !== "") afterBlank = false;
  };

  const take = (into: Entry, text: string, number: number, cut: boolean): void => {
    const before = length;
    length += text.length;
    if (cut || (length > LIMITS.recordLength && before <= LIMITS.recordLength)) {
      const detail = `An entry is longer than ${LIMITS.recordLength} characters; the rest of it was left out.`;
      report("record-cut", "error", number, detail);
    }
    if (length <= LIMITS.recordLength) (inHead ? into.head : into.abstract).push(text);
  };

  const finish = (): void => {
    if (entry !== undefined && entry.head.length > 0) {
      record++;
      readEntry(entry, owner, { file, format: FORMAT, record, line: entry.line }, sink);
    } else if (entry !== undefined) {
      report("entry-empty", "warning", entry.line, "An entry has nothing below its “pdf”.");
    }
    entry = undefined;
    inHead = false;
    length = 0;
  };

  const report = (code: string, severity: "warning" | "error", number: number, detail: string): void =>
    sink.finding({ code, severity, file, line: number, detail });

  return lineParser(LIMITS.recordLength, line, finish);
}

function readEntry(entry: Entry, owner: string, source: RecordDraft["source"], sink: Sink): void {
  const { head } = entry;
  const draft: RecordDraft = { source, ids: {}, authors: [], title: head[0] };
  const at = authorLine(head, owner);
  if (at > 0) {
    draft.title = head.slice(0, at).join(" ");
    const names = head[at].split("|").map((name) => name.trim());
    draft.truncated = names.some(isEtAl) ? true : undefined;
    draft.authors = names.filter((name) => name !== "" && !isEtAl(name)).map((name) => ({ name }));
  } else {
    const detail = `No line of names below the title “${shown(head[0])}”.`;
    sink.finding(recordFinding(source, "authors-unreadable", "warning", detail));
  }
  const venue = head.slice(Math.max(at, 0) + 1).join(" ");
  if (venue !== "") {
    draft.venue = venue;
    draft.type = /^(?:Transactions of|Computational Linguistics|Journal|Traitement Automatique)/.test(venue)
      ? "article"
      : "inproceedings";
  }
  if (entry.year === undefined) {
    sink.finding(recordFinding(source, "date-unreadable", "warning", "The entry stands under no year."));
  } else {
    draft.year = entry.year;
    draft.date = String(entry.year);
  }
  if (entry.abstract.length > 0) draft.abstract = entry.abstract.join(" ");
  finishRecord(draft, sink);
}

/**
 * Which line of an entry's head holds the names: the first with a bar, else the one with the owner's name, else the
 * second of three. −1 where there is none.
 */
function authorLine(head: readonly string[], owner: string): number {
  const barred = head.findIndex((line, at) => at > 0 && line.includes(" | "));
  if (barred > 0) return barred;
  const name = fold(owner.slice(0, LIMITS.nameLength));
  const owned = head.findIndex((line, at) => at > 0 && name !== "" && fold(line.slice(0, LIMITS.nameLength)) === name);
  if (owned > 0) return owned;
  return head.length >= 3 ? 1 : -1;
}
