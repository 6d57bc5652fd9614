import { type Incidence, papersOf } from "./incidence.ts";

/**
 * For each author known only from large papers, the large paper that they stand with on the map and in lists: the one
 * with most such authors, then the smallest row; −1 for everyone else. Layout and picture must agree on it.
 */
export function homePapers(incidence: Incidence, onlyLarge: readonly boolean[]): Int32Array {
  const crowd = new Uint32Array(incidence.paperCount);
  onlyLarge.forEach((only, author) => {
    if (only) for (const paper of papersOf(incidence, author)) crowd[paper] += 1;
  });
  return Int32Array.from({ length: incidence.authorCount }, (_, author) => {
    if (!onlyLarge[author]) return -1;
    let home = -1;
    for (const paper of papersOf(incidence, author)) if (home < 0 || crowd[paper] > crowd[home]) home = paper;
    return home;
  });
}
