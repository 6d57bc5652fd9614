const SUFFIX = /^(?:jr|sr|jnr|snr|ii|iii|iv|2nd|3rd)\.?$/i;

/** Whether a part of a name is a generation, "Jr." or "III", and so no name of its own. */
export function isNameSuffix(text: string): boolean {
  return SUFFIX.test(text.trim());
}

/** Whether an entry of an author list only says that there are more: "et al.", "others". */
export function isEtAl(text: string): boolean {
  return /^(?:and\s)?\s*(?:et\.?\s?al\b\.?|others)$/i.test(text.trim());
}
