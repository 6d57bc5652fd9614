import { LIMITS } from "../limits.ts";
import { isEtAl, isNameSuffix } from "../name-suffix.ts";
import { isInitials } from "../person-name.ts";

/**
 * The names of a cell, one a text, in whichever of these ways the cell has them:
 *
 *     Kim, K.; Lee, S.        A | B        John Smith and Jane Doe
 *     Kim K., Lee S.          Kim, K., Lee, S.         John Smith, Jane Doe         Smith, John
 *
 * A generation stays with the name before it, and "et al." is a text of its own.
 */
export function splitNames(cell: string): string[] {
  for (const separator of [";", "|", "\n"]) {
    if (cell.includes(separator)) return filled(cell.split(separator));
  }
  const listed = splitAtAnd(cell);
  if (listed.length > 1 && !listed.slice(0, -1).some((part) => part.includes(", "))) return listed;
  return listed.flatMap((part) => splitAtCommas(part));
}

function splitAtAnd(text: string): string[] {
  return filled(text.split(/ (?:and|&) /i));
}

/**
 * At commas, unless one stands between family and given name: before initials always, and before whole given names where
 * every part is one word, and their number is even.
 */
function splitAtCommas(text: string): string[] {
  const parts = filled(text.split(","));
  const given = parts.map(isAllInitials);
  const single = parts.every((part) => isNameSuffix(part) || !part.includes(" "));
  const inverted = !given.includes(true) && (single || (parts.length === 2 && !parts[0].includes(" ")));
  const names: string[] = [];
  let open = false;
  for (const [at, part] of parts.entries()) {
    const joins = isNameSuffix(part) || (open && !isEtAl(part) && (given[at] || (inverted && parts.length % 2 === 0)));
    if (names.length > 0 && joins) {
      names[names.length - 1] += `, ${part}`;
      open = false;
    } else {
      names.push(part);
      open = !isEtAl(part);
    }
  }
  return names;
}

/** No name is so long that its words would have to be looked at one by one. */
function isAllInitials(part: string): boolean {
  return part.length <= LIMITS.nameLength && part.split(/\s+/).every((word) => isInitials(word));
}

/**
 * Names that stand one right behind the other, as Springer's tables have them: "Araz R. AlievNigar T. Ismayilova" is cut
 * where a capital follows a small letter, but for names like "McDonald" and "DeVries".
 */
export function splitGluedNames(cell: string): string[] {
  const names: string[] = [];
  let from = 0;
  for (const { index } of cell.matchAll(/\p{Ll}(?=\p{Lu})/gu)) {
    const word = cell.slice(cell.lastIndexOf(" ", index) + 1, index + 1);
    if (/^(?:.*-)?(?:Ma?c|D[ei]|L[ae]|V[ao]n|Fitz|O|Al|El|Du|De[lr])$/.test(word.slice(-8))) continue;
    names.push(cell.slice(from, index + 1));
    from = index + 1;
  }
  names.push(cell.slice(from));
  return filled(names).map((name) => name.replace(/^(?:(?:Prof|Dr|Priv\.-Doz)\.\s?)+/, ""));
}

function filled(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
