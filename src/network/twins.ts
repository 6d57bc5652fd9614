import { authorsOn, type Incidence, papersOf } from "../model/incidence.ts";

/**
 * For each author the smallest author with exactly the same papers, themselves where they are that author: nothing in the
 * network tells these twins apart. Papers of one author are no part of the network and do not count; authors without any
 * other paper are nobody's twins. Linear in the authorships.
 */
export function twinsOf(incidence: Incidence): Uint32Array {
  const firstWith = new Map<string, number>();
  return Uint32Array.from({ length: incidence.authorCount }, (_, author) => {
    const papers = papersOf(incidence, author).filter((paper) => authorsOn(incidence, paper) > 1);
    if (papers.length === 0) return author;
    const key = papers.join(" ");
    const first = firstWith.get(key);
    if (first !== undefined) return first;
    firstWith.set(key, author);
    return author;
  });
}
