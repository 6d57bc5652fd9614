import type { RecordAuthor } from "../model/record.ts";
import { partialDate } from "./calendar.ts";
import { canonicalArxiv, canonicalDoi } from "./canonical-ids.ts";
import { mathToText } from "./latex/latex-text.ts";
import { LIMITS } from "./limits.ts";
import { lineParser } from "./line-parser.ts";
import { namesOfLine } from "./listed-names.ts";
import type { Parser, Reader, Sink } from "./reader.ts";
import { finishRecord, type RecordDraft, recordFinding, shown } from "./record-draft.ts";

const FORMAT = "arxiv-author-listing";
const ID_LINE = /^arXiv:\S/;
const CREATED_LINE = /^Created:/;

/**
 * The page of an author's papers that arXiv makes, as its text is copied. Entries follow each other, their blocks parted
 * by empty lines:
 *
 *     title                                  a heading of two lines, or none:
 *     names, parted by commas                then the entry begins at its abstract
 *
 *     abstract
 *
 *     comments                               may be missing
 *
 *     arXiv:2303.10824 - doi: 10.1007/…      the part after " - " may be a venue, or missing
 *     Created: 2023-03-19                    ends the entry
 */
export const arxivAuthorListing: Reader = {
  format: FORMAT,
  detects: (head) => /^arXiv:\S/m.test(head) && /^Created: ?\d{4}-\d{2}/m.test(head),
  open,
};

/** Lines without an empty one between them. */
interface Block {
  readonly line: number;
  readonly lines: string[];
}

function open(file: string, sink: Sink): Parser {
  let blocks: Block[] = [];
  let afterBlank = true;
  let length = 0;
  let record = 0;

  const line = (text: string, number: number, cut: boolean): void => {
    if (text.trim() === "") {
      afterBlank = true;
      return;
    }
    if (length === 0 && cut) reportLength(number);
    const within = length + text.length <= LIMITS.recordLength;
    if (!within && length <= LIMITS.recordLength) reportLength(number);
    length += text.length;
    if (within || CREATED_LINE.test(text)) {
      if (afterBlank) blocks.push({ line: number, lines: [] });
      blocks.at(-1)?.lines.push(text.trim());
      afterBlank = false;
    }
    if (endsEntry(blocks)) finish();
  };

  const reportLength = (number: number): void => {
    const detail = `An entry is longer than ${LIMITS.recordLength} characters; the rest of it was left out.`;
    sink.finding({ code: "record-cut", severity: "error", file, line: number, detail });
  };

  const finish = (): void => {
    for (const entry of entriesOf(blocks)) {
      record++;
      readEntry(entry, { file, format: FORMAT, record, line: entry[0].line }, sink);
    }
    blocks = [];
    afterBlank = true;
    length = 0;
  };

  const end = (): void => {
    if (blocks.length === 0) return;
    // What stands last without "Created:" is an entry if it has an arXiv line, else loose text.
    const last = blocks.findLastIndex((block) => block.lines.some((text) => ID_LINE.test(text)));
    const rest = blocks.slice(last + 1);
    blocks = blocks.slice(0, last + 1);
    if (blocks.length > 0) finish();
    if (rest.length > 0) {
      const detail = `Text after the last entry was left out: “${shown(rest[0].lines[0])}”.`;
      sink.finding({ code: "text-left-out", severity: "warning", file, line: rest[0].line, detail });
    }
  };

  return lineParser(LIMITS.recordLength, line, end);
}

/** "Created:" ends an entry where it gives a date or stands right below the arXiv line. */
function endsEntry(blocks: readonly Block[]): boolean {
  const lines = blocks.at(-1)?.lines ?? [];
  const last = lines.at(-1);
  if (last === undefined || !CREATED_LINE.test(last)) return false;
  return partialDate(last.slice("Created:".length)) !== undefined || ID_LINE.test(lines.at(-2) ?? "");
}

/**
 * Usually all blocks are one entry. Where "Created:" is missing, a block that begins with an arXiv line and is followed
 * by more than the closing block of the next entry closes an entry as well.
 */
function entriesOf(blocks: readonly Block[]): Block[][] {
  const entries: Block[][] = [];
  let from = 0;
  for (let at = 0; at < blocks.length - 2; at++) {
    if (ID_LINE.test(blocks[at].lines[0]) && idOf(blocks[at].lines[0]) !== undefined && at > from) {
      entries.push(blocks.slice(from, at + 1));
      from = at + 1;
    }
  }
  entries.push(blocks.slice(from));
  return entries;
}

function readEntry(blocks: readonly Block[], source: RecordDraft["source"], sink: Sink): void {
  const draft: RecordDraft = { source, ids: {}, authors: [], type: "preprint" };
  const closing = blocks[blocks.length - 1].lines;
  readClosing(closing, draft, sink);

  const text = blocks.slice(0, -1).map((block) => block.lines);
  const heading = headingOf(text[0] ?? []);
  if (heading !== undefined) {
    draft.title = mathToText(heading.title);
    draft.authors = heading.authors;
    draft.truncated = heading.truncated ? true : undefined;
    text.shift();
  } else if (text.length > 1 && text[0].length === 2) {
    const detail = `“${shown(text[0][1])}” does not look like names, so the entry has no title and no authors.`;
    sink.finding(recordFinding(source, "heading-unclear", "note", detail));
  }
  // The first block is the abstract; what follows are comments about pages and figures, which nothing here needs.
  if (text.length > 0) draft.abstract = mathToText(text[0].join(" "));
  finishRecord(draft, sink);
}

/** The arXiv line and the date. */
function readClosing(lines: readonly string[], draft: RecordDraft, sink: Sink): void {
  const { source } = draft;
  const idLine = lines.findLast((line) => ID_LINE.test(line));
  const [id, ...rest] = (idLine ?? "").split(" - ");
  draft.ids.arxiv = idOf(id);
  if (draft.ids.arxiv === undefined) {
    const detail = idLine === undefined ? "The entry has no arXiv line." : `“${shown(id)}” holds no arXiv id.`;
    sink.finding(recordFinding(source, "identifier-unreadable", "warning", detail));
  }
  const venue: string[] = [];
  for (const part of rest) {
    if (!/^\s*doi:/i.test(part)) venue.push(part);
    else {
      draft.ids.doi = canonicalDoi(part);
      if (draft.ids.doi !== undefined) continue;
      sink.finding(recordFinding(source, "identifier-unreadable", "warning", `“${shown(part)}” holds no DOI.`));
    }
  }
  if (venue.length > 0) draft.venue = venue.join(" - ");

  const created = lines.findLast((line) => CREATED_LINE.test(line));
  const date = partialDate(created?.slice("Created:".length) ?? "");
  draft.date = date?.date;
  draft.year = date?.year;
  if (date === undefined) {
    sink.finding(recordFinding(source, "date-unreadable", "warning", "The entry has no “Created:” line with a date."));
  }
}

function idOf(idLine: string): string | undefined {
  return canonicalArxiv(idLine.split(" - ", 1)[0]);
}

/**
 * Title and authors, where the first block of an entry is a heading: its last line must be names. An abstract is never
 * taken for a heading, so in doubt there is none.
 */
function headingOf(
  lines: readonly string[],
): { title: string; authors: RecordAuthor[]; truncated: boolean } | undefined {
  if (lines.length < 2) return undefined;
  const names = namesOfLine(lines[lines.length - 1]);
  return names === undefined ? undefined : { title: lines.slice(0, -1).join(" "), ...names };
}
