/** Characters in a line of the map at most; what is longer is told in full by panel and legend. */
export const LONGEST_LINE = 28;

/** The text cut to `LONGEST_LINE` characters (code points), the last one "…". */
export function cutLine(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_LINE
    ? text
    : `${characters
        .slice(0, LONGEST_LINE - 1)
        .join("")
        .trimEnd()}…`;
}

/** The text broken at the space nearest to its middle, each half cut; null where there is no space. */
export function inTwoLines(text: string): [string, string] | null {
  const middle = text.length / 2;
  let best = -1;
  for (let i = 1; i < text.length - 1; i++) {
    if (text[i] === " " && (best < 0 || Math.abs(i - middle) < Math.abs(best - middle))) best = i;
  }
  return best < 0 ? null : [cutLine(text.slice(0, best)), cutLine(text.slice(best + 1))];
}
