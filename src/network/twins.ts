import { authorsOn, type Incidence } from "../model/incidence.ts";

/**
 * For each author the smallest author with exactly the same papers, themselves where they are that author: nothing in the
 * network tells these twins apart. Papers of one author are no part of the network and do not count; authors without any
 * other paper are nobody's twins. Linear in the authorships: authors are looked up by a hash of their papers, and where
 * that is met their papers are compared.
 */
export function twinsOf(incidence: Incidence): Uint32Array {
  const { authorCount, authorOffsets, papers } = incidence;
  const twinOf = Uint32Array.from({ length: authorCount }, (_, author) => author);
  let bits = 4;
  while (2 ** bits < 2 * authorCount) bits++;
  const table = new Int32Array(2 ** bits).fill(-1);
  const mask = table.length - 1;

  const counts = new Uint8Array(incidence.paperCount);
  for (let p = 0; p < incidence.paperCount; p++) counts[p] = authorsOn(incidence, p) > 1 ? 1 : 0;
  const next = (k: number, end: number): number => {
    while (k < end && counts[papers[k]] === 0) k++;
    return k;
  };
  const isTwin = (a: number, b: number): boolean => {
    const [endA, endB] = [authorOffsets[a + 1], authorOffsets[b + 1]];
    let i = next(authorOffsets[a], endA);
    let j = next(authorOffsets[b], endB);
    while (i < endA && j < endB && papers[i] === papers[j]) {
      i = next(i + 1, endA);
      j = next(j + 1, endB);
    }
    return i === endA && j === endB;
  };

  for (let author = 0; author < authorCount; author++) {
    const end = authorOffsets[author + 1];
    let k = next(authorOffsets[author], end);
    if (k === end) continue;
    let hash = 0;
    for (; k < end; k = next(k + 1, end)) {
      hash = Math.imul(hash ^ papers[k], 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let place = Math.imul(hash, 0x85ebca6b) >>> (32 - bits);
    while (table[place] >= 0 && !isTwin(table[place], author)) place = (place + 1) & mask;
    if (table[place] >= 0) twinOf[author] = table[place];
    else table[place] = author;
  }
  return twinOf;
}
