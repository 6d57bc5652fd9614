const SUFFIX = /^(?:jr|sr|jnr|snr|ii|iii|iv|2nd|3rd)\.?$/i;

/** Whether a part of a name is a generation, "Jr." or "III", and so no name of its own. */
export function isNameSuffix(text: string): boolean {
  // Most names begin with another letter.
  if (isLetter(text.charCodeAt(0)) && !"jsiJSI".includes(text[0])) return false;
  return SUFFIX.test(text.trim());
}

/** Whether an entry of an author list only says that there are more: "et al.", "others". */
export function isEtAl(text: string): boolean {
  // Most names end with another letter.
  if (isLetter(text.charCodeAt(text.length - 1)) && !"lsLS".includes(text[text.length - 1])) return false;
  return /^(?:and\s)?\s*(?:et\.?\s?al\b\.?|others)$/i.test(text.trim());
}

/** Of ASCII. */
export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
