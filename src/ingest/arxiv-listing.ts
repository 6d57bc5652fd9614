import { canonicalArxiv, canonicalDoi } from "./canonical-ids.ts";
import { latexToText, mathToText } from "./latex/latex-text.ts";
import { LIMITS } from "./limits.ts";
import { lineParser } from "./line-parser.ts";
import { addGroup } from "./listed-authors.ts";
import { looseDate } from "./loose-date.ts";
import { isEtAl, isNameSuffix } from "./name-suffix.ts";
import type { Parser, Reader, Sink } from "./reader.ts";
import { finishRecord, type RecordDraft, recordFinding, shown } from "./record-draft.ts";

const FORMAT = "arxiv-listing";
const ID_LINE = /^(?:arXiv|Paper)(?: \([^)]{1,40}\))?:\s?(\S+)/;
const FIELD = /^([A-Z][A-Za-z-]{1,20})(?: \([^)]{1,40}\))?:(?: |$)/;

/**
 * arXiv's `.abs` files and its mailed listings, daily or monthly:
 *
 *     \\
 *     arXiv:0704.0001                        or "Paper: astro-ph/9204001"
 *     From: …
 *     Date: Mon, 2 Apr 2007 19:18:42 GMT   (443kb)
 *
 *     Title: …                               lines that go on are indented
 *     Authors: C. Bal\'azs, E. L. Berger (MPE Garching), P. M. Nadolsky and C.-P. Yuan
 *     Journal-ref: …
 *     \\
 *       abstract                             may be missing
 *     \\ ( https://arxiv.org/abs/… )
 */
export const arxivListing: Reader = {
  format: FORMAT,
  detects: (head) =>
    /^\\\\$/m.test(head) && /^(?:arXiv|Paper):\s?\S/m.test(head) && /^Title: /m.test(head) && /^Authors?: /m.test(head),
  open,
};

interface Entry {
  readonly line: number;
  readonly id: string;
  readonly fields: Map<string, string[]>;
  readonly abstract: string[];
  /** Before the second "\\" stand fields, behind it the abstract, behind the third nothing. */
  part: "fields" | "abstract" | "over";
  length: number;
}

function open(file: string, sink: Sink): Parser {
  let entry: Entry | undefined;
  let field: string[] | undefined;
  let record = 0;

  const finish = (): void => {
    if (entry === undefined) return;
    record++;
    readEntry(entry, { file, format: FORMAT, record, line: entry.line }, sink);
    entry = undefined;
    field = undefined;
  };

  const take = (into: Entry, lines: string[] | undefined, text: string, number: number, cut: boolean): void => {
    const before = into.length;
    into.length += text.length;
    if ((cut || into.length > LIMITS.recordLength) && before <= LIMITS.recordLength) {
      const detail = `An entry is longer than ${LIMITS.recordLength} characters; the rest of it was left out.`;
      sink.finding({ code: "record-cut", severity: "error", file, line: number, detail });
      into.length = LIMITS.recordLength + 1;
    }
    if (into.length <= LIMITS.recordLength) lines?.push(text.trim());
  };

  const line = (text: string, number: number, cut: boolean): void => {
    const id = ID_LINE.exec(text.slice(0, 200))?.[1];
    if (id !== undefined && entry?.part !== "abstract") {
      finish();
      entry = { line: number, id, fields: new Map(), abstract: [], part: "fields", length: 0 };
    } else if (entry === undefined) {
      // What the mail says about itself: dates, addresses, how to subscribe.
    } else if (/^\\\\(?:\s|$)/.test(text)) {
      entry.part = entry.part === "fields" && text.length < 4 ? "abstract" : "over";
      field = undefined;
    } else if (/^-{20,}$/.test(text) || /^(?:%-*){9,}/.test(text.slice(0, 40))) {
      finish();
    } else if (entry.part === "abstract") {
      take(entry, entry.abstract, text, number, cut);
    } else if (entry.part === "fields") {
      const name = FIELD.exec(text.slice(0, 80))?.[1];
      if (name !== undefined) {
        const first = !entry.fields.has(name);
        // Of several dates the first counts.
        field = [];
        if (first) entry.fields.set(name, field);
        take(entry, field, text.slice(text.indexOf(":") + 1), number, cut);
      } else if (/^replaced with revised version /.test(text)) {
        entry.fields.set("Revised", [text.slice("replaced with revised version ".length)]);
      } else if (text.startsWith(" ")) take(entry, field, text, number, cut);
    }
  };

  return lineParser(LIMITS.recordLength, line, finish);
}

function readEntry(entry: Entry, source: RecordDraft["source"], sink: Sink): void {
  const draft: RecordDraft = { source, ids: {}, authors: [], type: "preprint" };
  const text = (name: string): string | undefined => {
    const joined = entry.fields.get(name)?.join(" ").trim();
    return joined === "" ? undefined : joined;
  };
  const doubt = (code: string, detail: string): void => sink.finding(recordFinding(source, code, "warning", detail));

  draft.ids.arxiv = canonicalArxiv(entry.id);
  if (draft.ids.arxiv === undefined) doubt("identifier-unreadable", `“${shown(entry.id)}” holds no arXiv id.`);
  const doi = text("DOI");
  if (doi !== undefined) draft.ids.doi = canonicalDoi(doi);
  const title = text("Title");
  draft.title = title === undefined ? undefined : mathToText(title.slice(0, 4 * LIMITS.fieldLength));
  readAuthors(text("Authors") ?? text("Author") ?? "", draft);
  if (draft.authors.length === 0) doubt("authors-missing", "The entry names no authors.");
  draft.venue = text("Journal-ref");
  draft.keywords = text("Categories")?.split(" ");
  const date = looseDate(text("Date") ?? text("Revised") ?? "");
  draft.date = date?.date;
  draft.year = date?.year;
  if (date === undefined) doubt("date-unreadable", "The entry has no date.");
  if (entry.abstract.length > 0) {
    draft.abstract = mathToText(entry.abstract.join(" ").slice(0, 4 * LIMITS.fieldLength));
  }
  finishRecord(draft, sink);
}

/** "The CMS", "for the D0" and what else stands before the word. */
const COLLABORATION = /\b(?:collaborations?|consortium|team|group)\b/i;

/**
 * Names are parted by commas and "and"; what stands in parentheses says where they work. A part that names a collaboration
 * is a group, also before a colon: "CMS Collaboration: A. One, B. Two".
 */
function readAuthors(line: string, draft: RecordDraft): void {
  const colon = line.slice(0, LIMITS.nameLength).indexOf(":");
  const named = colon > 0 && COLLABORATION.test(line.slice(0, colon));
  if (named) addGroup(draft, nameText(line.slice(0, colon)));
  for (const part of splitAuthors(named ? line.slice(colon + 1) : line)) {
    const name = nameText(part);
    const last = draft.authors.at(-1);
    if (name === "") continue;
    if (isEtAl(name)) draft.truncated = true;
    else if (isNameSuffix(name) && last !== undefined && last.suffix === undefined) {
      draft.authors[draft.authors.length - 1] = { name: `${last.name} ${name}`, suffix: name };
    } else if (COLLABORATION.test(name)) addGroup(draft, name.replace(/^(?:for|on behalf of) (?:the )?/i, ""));
    else if (/ et\.? al\.?$/i.test(name)) {
      draft.truncated = true;
      draft.authors.push({ name: name.replace(/ et\.? al\.?$/i, "") });
    } else draft.authors.push({ name });
  }
}

/** "\,Jr." and "Csan\'ad" as they are read; a name has no more than a few words, so a long one costs little. */
function nameText(latex: string): string {
  return latexToText(latex.slice(0, LIMITS.nameLength))
    .replace(/^\d\) ?/, "")
    .trim();
}

/** The parts outside of parentheses and braces. "and" and "&" part like commas. */
function splitAuthors(line: string): string[] {
  const parts: string[] = [];
  let part = "";
  let from = 0;
  let round = 0;
  let curly = 0;
  /** Adds what was passed since `from`, where that is outside of parentheses, and goes on behind `to`. */
  const take = (to: number): void => {
    if (round === 0) part += line.slice(from, to);
    from = to + 1;
  };
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    // "\'a" and "Finger,\, Jr.": an escaped sign parts nothing.
    if (character === "\\") at++;
    else if (character === "(") {
      take(at);
      round++;
    } else if (character === ")") {
      take(at);
      round = Math.max(0, round - 1);
    } else if (round > 0) continue;
    else if (character === "," && curly === 0) {
      take(at);
      parts.push(part);
      part = "";
    } else if (character === "{") curly++;
    else if (character === "}") curly = Math.max(0, curly - 1);
  }
  take(line.length);
  parts.push(part);
  return parts.flatMap((text) =>
    text.split(/collaborations/i.test(text) ? /(?:^|\s)and the\s/ : /(?:^|\s)(?:and|&)\s/),
  );
}
