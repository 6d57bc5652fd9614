import type { Dataset, FindingTable, NameTable } from "../model/dataset.ts";
import { lowerBound } from "./author-facts.ts";
import { authorshipsOf } from "./name-nodes.ts";
import { once } from "./once.ts";
import { listed } from "./wording.ts";

/**
 * What is to be said of an author's names beside the cases of the ledger: forms that only another record of a paper has, and findings that a
 * form may be written the other way round.
 */
export function nameNotes(dataset: Dataset, author: number): string[] {
  const { authorships, names, findings } = dataset;
  const written = new Set(Array.from(authorshipsOf(dataset, author), (row) => authorships.name[row]));
  const forms = formsOf(names, author);
  // People of a ready network have names without authorships.
  const elsewhere = written.size === 0 ? [] : [...new Set(forms.filter((form) => !written.has(form)))];
  const notes =
    elsewhere.length === 0
      ? []
      : [
          `Another record of the same paper has ${listed(elsewhere.map((form) => `“${form}”`))} in this author’s place.`,
        ];
  const inverted = invertedNames(findings).filter((detail) => forms.some((form) => detail.startsWith(`"${form}" `)));
  return [...notes, ...inverted];
}

function formsOf({ author: authorOf, name }: NameTable, author: number): readonly string[] {
  return name.slice(lowerBound(authorOf, author), lowerBound(authorOf, author + 1));
}

const invertedNames = once(({ code, detail }: FindingTable) =>
  detail.filter((_, row) => code[row] === "name-inverted"),
);
