import { fold } from "../model/text.ts";

/** Plurals and spellings that no rule below reaches; both sides folded. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["analyse", "analysis"],
  ["children", "child"],
  ["corpora", "corpus"],
  ["criteria", "criterion"],
  ["dialog", "dialogue"],
  ["dialogs", "dialogue"],
  ["indices", "index"],
  ["matrices", "matrix"],
  ["men", "man"],
  ["mice", "mouse"],
  ["phenomena", "phenomenon"],
  ["vertices", "vertex"],
  ["women", "woman"],
]);

const PLURALS_IN_ICS = new Set(
  "academics characteristics clinics comics critics demographics epidemics fabrics heuristics metrics mosaics pandemics topics".split(
    " ",
  ),
);

/**
 * What the forms of one word have in common: case, accents and hyphens dropped (`fold`), English plurals and British
 * spellings brought to one form ("Networks", "network"; "modelling", "modeling"). It is a key for counting, never shown,
 * so that a wrong singular ("physic") does no harm as long as it is always the same. Empty where nothing is left.
 */
export function wordKey(word: string): string {
  return american(singular(fold(word)));
}

function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith("s")) return word;
  // "Economics" is not the plural of "economic".
  if (word.endsWith("ics") && !PLURALS_IN_ICS.has(word)) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (word.endsWith("yses")) return `${word.slice(0, -2)}is`;
  if (/(?:ss|x|ch|sh|zz)es$/u.test(word)) return word.slice(0, -2);
  if (/(?:ss|us|is)$/u.test(word)) return word;
  return word.slice(0, -1);
}

function american(word: string): string {
  if (word.length < 6) return word;
  if (word.endsWith("isation")) return `${word.slice(0, -7)}ization`;
  if (word.endsWith("elling")) return `${word.slice(0, -4)}ing`;
  if (word.endsWith("our")) return `${word.slice(0, -3)}or`;
  return word;
}
