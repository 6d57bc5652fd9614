import type { RecordAuthor } from "../model/record.ts";
import { isNameSuffix } from "./name-suffix.ts";

/**
 * A name as most exports write it: "Family, Given", "Family, Given, Jr." or "Family, Jr., Given". Without a comma the
 * source does not tell the parts apart and the name stays as it is. Undefined where there is no name.
 */
export function commaName(text: string): RecordAuthor | undefined {
  const comma = text.indexOf(",");
  if (comma > 0 && text.indexOf(",", comma + 1) < 0) {
    // Nearly every name is of this form.
    const [family, given] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
    if (family !== "" && given !== "" && !isNameSuffix(given)) return { name: `${given} ${family}`, given, family };
  }
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0) return undefined;
  const [family, ...rest] = parts;
  if (rest.length === 0) return { name: family };
  if (rest.length > 2) return { name: parts.join(", ") };
  let [given, suffix] = rest as [string, string | undefined];
  if (suffix !== undefined && isNameSuffix(given) && !isNameSuffix(suffix)) [given, suffix] = [suffix, given];
  if (suffix === undefined && isNameSuffix(given)) return { name: `${family} ${given}`, suffix: given };
  return { name: [given, family, suffix].filter((part) => part !== undefined).join(" "), given, family, suffix };
}

/** One to five capitals with dots and hyphens: "K.", "JA", "J.-P.", "A.M.C.", "Yu.". */
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.?[-‐]?){1,5}$/u;

/**
 * A name with its initials behind the family name, as indexes write it: "Kim K.", "van der Berg J.-P.", and, where
 * `dotless`, "Smith JA Jr" (else "Jun LI" would be taken for one). A name of another form goes to `commaName`.
 */
export function initialsName(text: string, dotless = false): RecordAuthor | undefined {
  if (text.includes(",")) return commaName(text);
  const words = text.trim().split(/\s+/);
  const last = words.at(-1) ?? "";
  const suffix = words.length > 2 && isNameSuffix(last) ? words.pop() : undefined;
  let from = words.length;
  while (from > 1 && isInitials(words[from - 1], dotless)) from--;
  if (from === words.length) return commaName(text);
  const family = words.slice(0, from).join(" ");
  const given = words.slice(from).join(" ");
  return { name: suffix === undefined ? `${given} ${family}` : `${given} ${family} ${suffix}`, given, family, suffix };
}

/** "Li" is a family name and "Yu." are initials: two letters of mixed case count only with a dot. */
export function isInitials(word: string, dotless = false): boolean {
  return INITIALS.test(word) && (word.includes(".") || (dotless && word === word.toUpperCase()));
}
