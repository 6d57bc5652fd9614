/** What a title says of its kind, not of its subject; the longest that fits is cut from the end. */
const KINDS = ["technical report", "tech report", "system card", "model card", "white paper", "report", "survey"];

/**
 * A title made short enough for a label: the part before a colon or dash, without "Technical Report" and the like, at most
 * `most` letters, cut between words. "HyperCLOVA X Technical Report" gives "HyperCLOVA X".
 */
export function shortTitle(title: string, most: number): string {
  const whole = title.trim();
  const colon = whole.search(/:\s|\s[–—-]\s/u);
  const head = colon >= 2 ? whole.slice(0, colon) : whole;
  const kind = KINDS.find((words) => head.toLowerCase().endsWith(` ${words}`));
  const bare = kind === undefined ? head : head.slice(0, -kind.length).trim().replace(/[,;]$/u, "");
  if (bare.length <= most) return bare;
  const cut = bare.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trim()}…`;
}
