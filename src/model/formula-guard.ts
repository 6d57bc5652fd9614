/** Text with an apostrophe in front where a spreadsheet would take it for a formula. */
export function guarded(text: string): string {
  return isDangerous(text) ? `'${text}` : text;
}

/** The text that `guarded` was given. */
export function unguarded(text: string): string {
  return text.startsWith("'") && isDangerous(text.slice(1)) ? text.slice(1) : text;
}

// Full-width forms too: some spreadsheets fold them.
const FORMULA_STARTS = "=+-@\t\r\0＝＋－＠";
const SKIPPED = " \n\"'\u00a0\u3000";

/** Spaces and quotes in front do not help: importers drop them. */
function isDangerous(text: string): boolean {
  for (const character of text) {
    if (FORMULA_STARTS.includes(character)) return true;
    if (!SKIPPED.includes(character)) return false;
  }
  return false;
}
