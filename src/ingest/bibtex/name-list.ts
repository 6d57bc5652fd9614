import type { RecordAuthor } from "../../model/record.ts";
import { canonicalOrcid } from "../canonical-ids.ts";
import { latexToText } from "../latex/latex-text.ts";
import { LIMITS } from "../limits.ts";
import { isEtAl, isNameSuffix } from "../name-suffix.ts";

export interface NameList {
  readonly authors: RecordAuthor[];
  /** The list ends with "and others" or "et al.". */
  readonly truncated: boolean;
  /** Names with more commas than a name has, with a semicolon, or that only refer to another entry. */
  readonly doubtful: readonly string[];
}

/** What one name may take up, commands and braces included; the rest of a longer one is left out, and the name doubtful. */
const MOST_LATEX = 4 * LIMITS.nameLength;

/** The names of an `author` field: parted by "and" outside of braces, each in one of BibTeX's or biblatex's forms. */
export function nameList(field: string): NameList {
  const authors: RecordAuthor[] = [];
  const doubtful: string[] = [];
  let truncated = false;
  for (const whole of splitNames(field)) {
    const raw = whole.slice(0, MOST_LATEX);
    if (raw.length < whole.length) doubtful.push(raw);
    if (isEtAl(raw)) truncated = true;
    else {
      const parts = splitOutside(raw, ",", false);
      if (parts.length > 3 && !EXTENDED.test(raw)) doubtful.push(raw);
      else if (raw.includes(";") && splitOutside(raw, ";", false).length > 1) doubtful.push(raw);
      let name = EXTENDED.test(raw) ? extendedName(raw) : plainName(raw, parts);
      if (name === undefined && plain(raw) !== "") {
        // A reference to a name elsewhere (`xdata=…`): there is an author, but who it is the entry does not say.
        doubtful.push(raw);
        name = { name: plain(raw) };
      }
      if (name !== undefined) authors.push(name);
    }
  }
  return { authors, truncated, doubtful };
}

/** Begins with `key=`, which no plain name does. */
const EXTENDED = /^\s*"?[a-z-]{2,40}\s{0,9}=/i;

/** Parts the list at the word "and" outside of braces. Empty names are left out. */
function splitNames(field: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  const close = (to: number): void => {
    const name = field.slice(from, to).trim();
    if (name !== "") names.push(name);
  };
  for (let at = 0; at < field.length; at++) {
    const character = field[at];
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "}") depth--;
    else if ((character === "a" || character === "A") && depth === 0 && isAnd(field, at, from)) {
      close(at);
      from = at + 3;
    }
  }
  close(field.length);
  return names;
}

function isAnd(field: string, at: number, from: number): boolean {
  if (field.slice(at, at + 3).toLowerCase() !== "and") return false;
  return (at === from || /[\s}]/.test(field[at - 1])) && (at + 3 === field.length || /[\s{]/.test(field[at + 3]));
}

/** Parts `text` at `separator` outside of braces (and of quotation marks, where they count). */
function splitOutside(text: string, separator: string, quotes: boolean): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === '"' && quotes) quoted = !quoted;
    else if (character === separator && depth === 0 && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/**
 * "First von Last", "von Last, First" or "von Last, Jr, First"; a group in braces is one name. Only with commas does the
 * source itself tell given from family name.
 */
function plainName(raw: string, parts: readonly string[]): RecordAuthor | undefined {
  const [family, ...rest] = parts.map(plain);
  const others = rest.filter((part) => part !== "");
  if (others.length === 0) return family === "" ? undefined : { name: family };
  let given = others[others.length - 1];
  let suffix: string | undefined;
  if (others.length > 1) {
    suffix = others[0];
    // "Last, First, Jr" is wrong but common.
    if (isNameSuffix(given) && !isNameSuffix(suffix)) [given, suffix] = [suffix, given];
    // More commas than a name has: nothing of it is dropped.
    if (others.length > 2) return { name: plain(raw) };
  }
  if (family === "") return { name: given };
  if (suffix === undefined && isNameSuffix(given)) return { name: `${family} ${given}`, suffix: given };
  const [, bare, own] = /^(.+)\s(\S+)$/s.exec(family) ?? [];
  if (suffix === undefined && own !== undefined && isNameSuffix(own)) {
    return { name: `${given} ${family}`, given, family: bare, suffix: own };
  }
  return { name: [given, family, suffix].filter((part) => part !== undefined).join(" "), given, family, suffix };
}

/** Biblatex's extended form: `family=Duchamp, given={Marcel}, prefix=von`. */
function extendedName(raw: string): RecordAuthor | undefined {
  const values = new Map<string, string>();
  for (const part of splitOutside(raw, ",", true)) {
    // The pair may be quoted as a whole: "family={Smith, Jr}".
    const pair = part.trim().replace(/^"(.*)"$/s, "$1");
    const equals = pair.indexOf("=");
    if (equals < 0) continue;
    const value = pair
      .slice(equals + 1)
      .trim()
      .replace(/^"(.*)"$/s, "$1");
    values.set(pair.slice(0, equals).trim().toLowerCase(), plain(value));
  }
  const given = values.get("given") ?? values.get("given-i");
  const last = [values.get("prefix"), values.get("family")]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
  const family = last === "" ? undefined : last;
  const suffix = values.get("suffix");
  const name = [given, family, suffix].filter((part) => part !== undefined && part !== "").join(" ");
  return name === "" ? undefined : { name, given, family, suffix, orcid: canonicalOrcid(values.get("orcid") ?? "") };
}

function plain(latex: string): string {
  const text = latexToText(latex).replace(/\s+/gu, " ").trim();
  // "d' Alembert" is how a particle comes out of braces.
  return text.includes("' ") || text.includes("’ ") ? text.replace(/(?<=^|\s)([dl]['’]) (?=\p{L})/giu, "$1") : text;
}
