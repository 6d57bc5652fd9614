import { ACCENTS, FIRST_ARGUMENT_DROPPED, LETTERS, MATHS, SIGNS, SUBSCRIPTS, SUPERSCRIPTS } from "./latex-table.ts";

/**
 * LaTeX as it stands in a BibTeX field, as plain Unicode text: accents, special letters, signs and simple mathematics by
 * table; of any other command the name is dropped and the arguments stay. Nothing is executed or defined, nothing becomes
 * markup, and the time is linear in the length. Combining accents follow their letter, so the result wants NFC.
 */
export function latexToText(latex: string): string {
  if (!/[\\{}$~`]|--|''/.test(latex)) return latex;
  const scan: Scan = { latex, at: 0, out: [], accent: "", math: false, depth: 0, droppedFrom: -1 };
  while (scan.at < latex.length) step(scan);
  return scan.out.join("");
}

/**
 * Plain text with its mathematics, `$…$`, as Unicode; all else stays. What stands between two dollar signs is
 * mathematics where it has no spaces or where a command, index or exponent shows it: "$5 to $10" is money.
 */
export function mathToText(text: string): string {
  if (!text.includes("$")) return text;
  const parts = text.split("$");
  const out = [parts[0]];
  for (let at = 1; at < parts.length; at++) {
    const closes = at + 1 < parts.length && parts[at] !== "";
    if (closes && (/[\\^_]/.test(parts[at]) || !/\s/.test(parts[at]))) {
      out.push(latexToText(`$${parts[at]}$`), parts[at + 1]);
      at++;
    } else out.push("$", parts[at]);
  }
  return out.join("");
}

interface Scan {
  readonly latex: string;
  at: number;
  readonly out: string[];
  /** Combining character that waits for its letter. */
  accent: string;
  math: boolean;
  depth: number;
  /** Depth of the group that is being dropped, or −1. */
  droppedFrom: number;
}

/** Reads one character, command or mark. */
function step(scan: Scan): void {
  const { latex } = scan;
  const character = latex[scan.at];
  scan.at++;
  if (character === "\\") command(scan);
  else if (character === "{") scan.depth++;
  else if (character === "}") closeGroup(scan);
  else if (character === "$") {
    scan.math = !scan.math;
    if (latex[scan.at] === "$") scan.at++;
  } else if (scan.math && (character === "^" || character === "_")) script(scan, character);
  else if (scan.math && character === "-") put(scan, "−");
  else if (character === "~") put(scan, "\u00a0");
  else if (!scan.math && (character === "-" || character === "`" || character === "'")) ligature(scan, character);
  else if (!scan.math && scan.accent === "") run(scan);
  else {
    // A surrogate pair stays together, so that an accent comes after it.
    const point = latex.codePointAt(scan.at - 1) ?? 0;
    if (point > 0xffff) scan.at++;
    put(scan, point > 0xffff ? String.fromCodePoint(point) : character);
  }
}

/** Takes what is only text, at once. */
function run(scan: Scan): void {
  PLAIN_RUN.lastIndex = scan.at;
  const rest = PLAIN_RUN.exec(scan.latex)?.[0] ?? "";
  put(scan, scan.latex[scan.at - 1] + rest);
  scan.at += rest.length;
}
const PLAIN_RUN = /[^\\{}$~`'-]+/y;

function put(scan: Scan, text: string): void {
  if (scan.droppedFrom >= 0 || text === "") return;
  if (scan.accent === "") {
    scan.out.push(text);
    return;
  }
  if (text.trim() === "") return;
  // Accents go on the plain letter: "\'{\i}" is í.
  const base = text === "ı" ? "i" : text === "ȷ" ? "j" : text;
  scan.out.push(base, scan.accent);
  scan.accent = "";
}

function closeGroup(scan: Scan): void {
  scan.accent = "";
  if (scan.depth === scan.droppedFrom) scan.droppedFrom = -1;
  if (scan.depth > 0) scan.depth--;
}

function command(scan: Scan): void {
  const { latex } = scan;
  const from = scan.at;
  while (scan.at < latex.length && isLetter(latex.charCodeAt(scan.at))) scan.at++;
  if (scan.at === from) {
    const sign = latex[scan.at] ?? "";
    scan.at++;
    if (ACCENTS.has(sign)) scan.accent = ACCENTS.get(sign) ?? "";
    else if (sign === "(" || sign === "[") scan.math = true;
    else if (sign === ")" || sign === "]") scan.math = false;
    else if (sign !== "/" && sign !== "-" && sign !== "!" && sign !== "@") {
      put(scan, /[\s\\,;:>]/.test(sign) ? " " : sign);
    }
    return;
  }

  const name = latex.slice(from, scan.at);
  const symbol = LETTERS.get(name) ?? SIGNS.get(name) ?? MATHS.get(name);
  const accent = ACCENTS.get(name);
  // The spaces after a command belong to it.
  skipSpaces(scan);
  if (symbol !== undefined) put(scan, symbol);
  else if (accent !== undefined) scan.accent = accent;
  else if (FIRST_ARGUMENT_DROPPED.has(name)) dropArgument(scan);
  else if (latex[scan.at] === "[") dropOption(scan);
}

function dropArgument(scan: Scan): void {
  skipSpaces(scan);
  if (scan.latex[scan.at] === "{" && scan.droppedFrom < 0) scan.droppedFrom = scan.depth + 1;
}

/** Drops "[…]" after a command, where it closes within a short reach. */
function dropOption(scan: Scan): void {
  const end = scan.latex.slice(scan.at, scan.at + 80).indexOf("]");
  if (end > 0) scan.at += end + 1;
}

function skipSpaces(scan: Scan): void {
  while (scan.at < scan.latex.length && /\s/.test(scan.latex[scan.at])) scan.at++;
}

/** "--" and "---" are dashes; doubled quotation marks are curly. */
function ligature(scan: Scan, character: string): void {
  let count = 1;
  while (count < 3 && scan.latex[scan.at] === character && !(count === 2 && character !== "-")) {
    count++;
    scan.at++;
  }
  if (character === "-") put(scan, count === 1 ? "-" : count === 2 ? "–" : "—");
  else if (count === 2) put(scan, character === "`" ? "“" : "”");
  else put(scan, character === "`" ? "‘" : "'");
}

/** "^2", "_{ij}": raised or lowered where every character can be, else on the line. */
function script(scan: Scan, mark: string): void {
  const { latex } = scan;
  const table = mark === "^" ? SUPERSCRIPTS : SUBSCRIPTS;
  const braced = latex[scan.at] === "{";
  const end = braced ? latex.slice(scan.at, scan.at + 24).indexOf("}") + scan.at : scan.at + 1;
  const content = latex.slice(braced ? scan.at + 1 : scan.at, end);
  if (content === "" || (braced && end < scan.at) || ![...content].every((character) => table.has(character))) return;
  put(scan, [...content].map((character) => table.get(character)).join(""));
  scan.at = braced ? end + 1 : end;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
