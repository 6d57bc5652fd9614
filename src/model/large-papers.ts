import { type Incidence, papersOf } from "./incidence.ts";

/**
 * For each author known only from large papers, the large paper that they stand with on the map and in lists: the one
 * with most such authors, then the smallest row; −1 for everyone else. Layout and picture must agree on it.
 */
export function homePapers(incidence: Incidence, onlyLarge: readonly boolean[]): Int32Array {
  const crowd = new Uint32Array(incidence.paperCount);
  const homes = new Int32Array(incidence.authorCount).fill(-1);
  for (let author = onlyLarge.indexOf(true); author >= 0; author = onlyLarge.indexOf(true, author + 1)) {
    for (const paper of papersOf(incidence, author)) crowd[paper] += 1;
  }
  for (let author = onlyLarge.indexOf(true); author >= 0; author = onlyLarge.indexOf(true, author + 1)) {
    let home = -1;
    for (const paper of papersOf(incidence, author)) if (home < 0 || crowd[paper] > crowd[home]) home = paper;
    homes[author] = home;
  }
  return homes;
}
