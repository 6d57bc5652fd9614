import type { Dataset } from "../model/dataset.ts";
import { listed } from "./wording.ts";

/**
 * What is to be said of an author's names beside the cases of the ledger: forms that only another record of a paper has, and findings that a
 * form may be written the other way round.
 */
export function nameNotes({ authorships, names, findings }: Dataset, author: number): string[] {
  const written = new Set<string>();
  authorships.author.forEach((of, row) => {
    if (of === author) written.add(authorships.name[row]);
  });
  const forms = names.name.filter((_, row) => names.author[row] === author);
  // People of a ready network have names without authorships.
  const elsewhere = written.size === 0 ? [] : [...new Set(forms.filter((form) => !written.has(form)))];
  const notes =
    elsewhere.length === 0
      ? []
      : [
          `Another record of the same paper has ${listed(elsewhere.map((form) => `“${form}”`))} in this author’s place.`,
        ];
  findings.code.forEach((code, row) => {
    const detail = findings.detail[row];
    if (code === "name-inverted" && forms.some((form) => detail.startsWith(`"${form}" `))) notes.push(detail);
  });
  return notes;
}
