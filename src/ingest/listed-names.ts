import type { RecordAuthor } from "../model/record.ts";
import { isEtAl, isNameSuffix } from "./name-suffix.ts";

/** Words within names that are written small. */
const PARTICLES = new Set(
  (
    "a af al ap at auf aus av bar bat ben bin bint da dal dalla das de degli dei del dela della den der des di do dos du e " +
    "el en i ibn il in la las le les li lo los mac op of on am san st te ten ter the then to tot und van vande ver vom von " +
    "vor y z zu zum zur for and behalf"
  ).split(" "),
);

const GROUP = /\b(?:collaborations?|consortium|team|group|network|project)\b/i;

/**
 * The authors of a line of names parted by commas, or undefined where it does not look like one. Affiliations in
 * parentheses are dropped; "Jr" and "III" stay with the name before them; "et al." makes the list truncated.
 */
export function namesOfLine(line: string): { authors: RecordAuthor[]; truncated: boolean } | undefined {
  const authors: RecordAuthor[] = [];
  let truncated = false;
  let unlike = 0;
  for (const piece of listPieces(line)) {
    const previous = authors.at(-1);
    if (isEtAl(piece)) truncated = true;
    else if (isNameSuffix(piece) && previous !== undefined && previous.suffix === undefined) {
      authors[authors.length - 1] = { name: `${previous.name} ${piece}`, suffix: piece };
    } else {
      authors.push({ name: piece });
      if (!isNameLike(piece)) unlike++;
    }
  }
  return authors.length === 0 || unlike * 5 > authors.length ? undefined : { authors, truncated };
}

/** The parts between commas and before a last "and", without what stands in parentheses. */
function listPieces(line: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let from = 0;
  let depth = 0;
  /** Adds what was passed since `from`, where that is outside of parentheses, and goes on behind `to`. */
  const take = (to: number): void => {
    if (depth === 0) piece += line.slice(from, to);
    from = to + 1;
  };
  const close = (): void => {
    const text = piece.trim();
    if (text !== "") pieces.push(text);
    piece = "";
  };
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === "(") {
      take(at);
      depth++;
    } else if (character === ")") {
      take(at);
      depth = Math.max(0, depth - 1);
    } else if (character === "," && depth === 0) {
      take(at);
      close();
    }
  }
  take(line.length);
  close();
  return pieces.flatMap((text) => (GROUP.test(text) ? [text] : text.replace(/^and /, "").split(" and ")));
}

/** A name is a few words that begin with capitals, but for particles; a sentence is not. */
function isNameLike(text: string): boolean {
  if (GROUP.test(text)) return text.length <= 200;
  if (text.length > 100 || /[\d:;?!=$]/.test(text)) return false;
  const words = text.split(/\s+/);
  return words.length <= 8 && words.every((word) => PARTICLES.has(word) || !/^\p{Ll}(?!['’\-\p{Lu}])/u.test(word));
}
