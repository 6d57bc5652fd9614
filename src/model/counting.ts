/** How much one pair of coauthors of one paper weighs; the schemes and their sources are in `COUNTING`. */
export type Counting = "full" | "author" | "paper";

export interface CountingScheme {
  /** In the interface: "by paper". */
  readonly name: string;
  readonly citation: string;
  /** What the scheme does to the map, in one sentence. */
  readonly effect: string;
}

export const COUNTING: Readonly<Record<Counting, CountingScheme>> = {
  full: {
    name: "full",
    citation: "full counting",
    effect: "Every pair of coauthors counts 1, so a paper with many authors outweighs all others.",
  },
  author: {
    name: "by author",
    citation: "Newman 2001; Perianes-Rodriguez, Waltman & van Eck 2016",
    effect: "A pair on a paper with n authors counts 1/(n\u00a0−\u00a01), so every author of a paper gets 1 from it.",
  },
  paper: {
    name: "by paper",
    citation: "Leydesdorff & Park 2017, arXiv:1611.06943",
    effect: "A pair on a paper with n authors counts 2/(n(n\u00a0−\u00a01)), so every paper counts 1 in all.",
  },
};

export const COUNTINGS: readonly Counting[] = ["full", "author", "paper"];

/**
 * The weight of one pair on a paper with `authors` ≥ 2 authors: 1, 1/(n−1) or 2/(n(n−1)); 0 for fewer than two,
 * since a one-author paper has no pair.
 */
export function pairWeight(counting: Counting, authors: number): number {
  if (authors < 2) return 0;
  if (counting === "full") return 1;
  return counting === "author" ? 1 / (authors - 1) : 2 / (authors * (authors - 1));
}

/** Pairs of a list of `authors` authors: n(n−1)/2. */
export function pairCount(authors: number): number {
  return (authors * (authors - 1)) / 2;
}
