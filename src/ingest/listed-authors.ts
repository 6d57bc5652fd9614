import type { RecordAuthor } from "../model/record.ts";
import { LIMITS } from "./limits.ts";
import { isEtAl, isLetter } from "./name-suffix.ts";
import type { Sink } from "./reader.ts";
import { type RecordDraft, recordFinding, shown } from "./record-draft.ts";

/** What databases write where nobody is named. */
const NOBODY = /^\[?(?:anonymous|anon|no author name available|no author name|not available|no authors listed)\.?\]?$/i;
const ET_AL_END = /[,;\s]\s?et\.? al\b\.?$/i;

/**
 * Adds names, one a text, to a draft's authors: "et al." makes the list truncated and is no person, a name with nothing
 * behind its closing comma is a group (as EndNote writes them), and "[Anonymous]" is nobody, with a finding.
 */
export function addAuthors(
  draft: RecordDraft,
  texts: readonly string[],
  person: (text: string) => RecordAuthor | undefined,
  sink: Sink,
): void {
  let nobody: string | undefined;
  for (const raw of texts) {
    // What is longer than any name is cut, and reported, later; here it need not be looked at.
    let text = raw.slice(0, LIMITS.nameLength + 1).trim();
    if (text === "") continue;
    if (isOrdinary(text)) {
      const author = person(text);
      if (author !== undefined) draft.authors.push(author);
      continue;
    }
    if (isEtAl(text)) {
      draft.truncated = true;
      continue;
    }
    if (ET_AL_END.test(text.slice(-12))) {
      draft.truncated = true;
      text = text.slice(0, -12) + text.slice(-12).replace(ET_AL_END, "");
    }
    if (NOBODY.test(text) || !/\p{L}/u.test(text)) nobody = text;
    else if (text.endsWith(",") && text.indexOf(",") === text.length - 1 && /\S\s\S/.test(text))
      addGroup(draft, text.slice(0, -1));
    else {
      const author = person(text);
      if (author !== undefined) draft.authors.push(author);
    }
  }
  if (nobody !== undefined) {
    sink.finding(recordFinding(draft.source, "author-nobody", "note", `“${shown(nobody)}” names nobody.`));
  }
}

/** A quick look that nearly every name passes: it begins with no letter of `NOBODY`, and ends with none of the rest. */
function isOrdinary(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return isLetter(first) && !"anAN".includes(text[0]) && isLetter(last) && !"lsLS".includes(text[text.length - 1]);
}

export function addGroup(draft: RecordDraft, name: string): void {
  draft.groupAuthors ??= [];
  draft.groupAuthors.push(name);
}
