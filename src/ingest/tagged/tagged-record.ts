import type { Sink } from "../reader.ts";
import { type RecordDraft, recordFinding, shown } from "../record-draft.ts";

/** Whether a file begins as XML, HTML, JSON or BibTeX do, and so is no text of tagged lines. */
export function isMarkup(head: string): boolean {
  return /^[\s\ufeff]{0,1000}[<{@[]/.test(head) && !/^[\s\ufeff]{0,1000}<\d+/.test(head);
}

/** A record with neither title nor authors is kept, and reported. */
export function reportEmpty(draft: RecordDraft, sink: Sink): void {
  if (draft.title !== undefined || draft.authors.length > 0 || draft.groupAuthors !== undefined) return;
  sink.finding(recordFinding(draft.source, "entry-empty", "warning", "The record has neither title nor authors."));
}

/** A date that was given and not understood. */
export function reportNoDate(draft: RecordDraft, given: string | undefined, sink: Sink): void {
  if (draft.year !== undefined || given === undefined) return;
  sink.finding(recordFinding(draft.source, "date-unreadable", "warning", `“${shown(given)}” is no date.`));
}
