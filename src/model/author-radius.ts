const SMALLEST = 3;
const LARGEST = 14;
/** Radius of an author of one paper, unless somebody has so many papers that they would outgrow the largest. */
const OF_ONE_PAPER = 4;

/**
 * Drawn radius of an author in pixels, 3 to 14: the area is proportional to the number of papers as long as the radius
 * keeps within its limits. Both the layout, which keeps authors from covering each other, and the picture need it.
 */
export function authorRadius(papers: number, mostPapers: number): number {
  const ofOnePaper = Math.min(OF_ONE_PAPER, LARGEST / Math.sqrt(Math.max(1, mostPapers)));
  return Math.min(LARGEST, Math.max(SMALLEST, ofOnePaper * Math.sqrt(papers)));
}

/** What dots and ranks of authors go by: papers, or ties where nothing is known of papers, as in a network that was given. */
export function prominenceOf(authors: { readonly papers: Uint32Array; readonly coauthors: Uint32Array }): Uint32Array {
  return authors.papers.some((count) => count > 0) ? authors.papers : authors.coauthors;
}
