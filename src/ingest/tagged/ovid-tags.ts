/**
 * Ovid's form with tags ("Reprint/Medlars": `UI  - 19851234`): the names that the same fields have in its other form. Names
 * of people are fields of their own here, one each, so they are kept under their tags.
 */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ["VN", "version"],
  ["DB", "database"],
  ["UI", "unique identifier"],
  ["AN", "accession number"],
  ["AU", "au"],
  ["FA", "fa"],
  ["ED", "ed"],
  ["TI", "title"],
  ["SO", "source"],
  ["JN", "journal title"],
  ["AB", "abstract"],
  ["KW", "keywords"],
  ["MH", "keywords"],
  ["PT", "publication type"],
  ["DT", "document type"],
  ["YR", "year of publication"],
  ["DP", "date of publication"],
  ["DO", "doi"],
  ["PM", "pmid"],
  ["UR", "link to the ovid full text or citation"],
]);

/** A line `AU  - Lovelace A` as the field it begins; undefined where it is none. */
export function ovidTag(line: string): { tag: string; value: string } | undefined {
  if (line.charCodeAt(4) !== 45 || !/^[A-Z][A-Z0-9] {2}-(?: |$)/.test(line.slice(0, 6))) return undefined;
  const code = line.slice(0, 2);
  return { tag: FIELDS.get(code) ?? code, value: line.slice(5) };
}

/** Whether a file begins in this form: its records are opened by a number of Ovid's own, not by PubMed's or by a type. */
export function isOvidTagged(head: string): boolean {
  return /^UI {2}- \S/m.test(head) && /^(?:TI|AU|FA|SO) {2}- \S/m.test(head) && !/^(?:PMID|TY {2})- /m.test(head);
}
