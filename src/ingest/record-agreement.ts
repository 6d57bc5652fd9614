import { SCHEMES } from "./canonical-ids.ts";
import type { RecordFacts } from "./record-facts.ts";

/** Printed papers follow their preprints by this many years at most. */
const YEARS_APART = 2;

/** Whether two records have different identifiers of one scheme. */
export function idsConflict(facts: RecordFacts, a: number, b: number): boolean {
  for (const scheme of SCHEMES) {
    const [first, second] = [facts.idAt(a, scheme), facts.idAt(b, scheme)];
    if (first !== 0 && second !== 0 && first !== second) return true;
  }
  return false;
}

/** Of two records with one identifier: whether nothing else is the same. */
export function contradict(facts: RecordFacts, a: number, b: number): boolean {
  const [first, second] = [facts.titleAt(a), facts.titleAt(b)];
  const titles = first !== 0 && second !== 0 && first !== second;
  if (!titles || facts.firstAuthorsAgree(a, b) !== false) return false;
  return (yearsApart(facts, a, b) ?? 0) > YEARS_APART || idsConflict(facts, a, b);
}

/** Of two records in groups with one abstract: whether they may be one paper. */
export function sameAbstract(facts: RecordFacts, a: number, b: number): boolean {
  const [first, second] = [facts.titleAt(a), facts.titleAt(b)];
  return first === 0 || second === 0 || first === second || facts.firstAuthorsAgree(a, b) === true;
}

/** Of two records in groups with one title: whether they may be one paper. */
export function sameTitle(facts: RecordFacts, a: number, b: number): boolean {
  const authors = facts.firstAuthorsAgree(a, b);
  const years = yearsApart(facts, a, b);
  if (authors === false || facts.isGeneric(a) || facts.isGeneric(b)) return false;
  // Within a group that an identifier made, one record may have no title.
  if (facts.titleAt(a) === 0 || facts.titleAt(b) === 0) return years === undefined || years <= YEARS_APART;
  if (!facts.isTelling(a) || !facts.isTelling(b)) {
    const venues = facts.venueAt(a) !== 0 && facts.venueAt(a) === facts.venueAt(b);
    return authors === true && years === 0 && venues && facts.authorsAt(a) === facts.authorsAt(b);
  }
  return authors === true ? years === undefined || years <= YEARS_APART : years === 0;
}

function yearsApart(facts: RecordFacts, a: number, b: number): number | undefined {
  const [first, second] = [facts.yearAt(a), facts.yearAt(b)];
  return first === undefined || second === undefined ? undefined : Math.abs(first - second);
}
