/**
 * The codes of all findings that `identifyAuthors` reports, so that they can be told from those of the reading when it is
 * decided again who is who.
 */
export const IDENTITY_FINDING_CODES: ReadonlySet<string> = new Set([
  "name-split",
  "name-inverted",
  "namesakes-split",
  "decision-idle",
  "decision-contradicted",
]);
