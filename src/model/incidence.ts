/**
 * Which authors wrote which papers, in compressed rows both ways. The authors of paper `p` in order of position are
 * `authors[k]` for `paperOffsets[p] <= k < paperOffsets[p + 1]`, and `k` is the number of the authorship; the papers of
 * author `a` in ascending order are `papers[k]` for `authorOffsets[a] <= k < authorOffsets[a + 1]`.
 */
export interface Incidence {
  readonly paperCount: number;
  readonly authorCount: number;
  /** `paperCount + 1` */
  readonly paperOffsets: Uint32Array;
  readonly authors: Uint32Array;
  /** `authorCount + 1` */
  readonly authorOffsets: Uint32Array;
  readonly papers: Uint32Array;
}

/**
 * Builds both directions from the rows by paper. `authors[k]` must be below `authorCount`, and no author may stand twice
 * on one paper; whoever makes authors holds that.
 */
export function incidenceOf(paperOffsets: Uint32Array, authors: Uint32Array, authorCount: number): Incidence {
  const paperCount = paperOffsets.length - 1;
  const authorOffsets = new Uint32Array(authorCount + 1);
  for (const author of authors) authorOffsets[author + 1] += 1;
  for (let a = 0; a < authorCount; a++) authorOffsets[a + 1] += authorOffsets[a];

  const next = authorOffsets.slice(0, authorCount);
  const papers = new Uint32Array(authors.length);
  for (let p = 0; p < paperCount; p++) {
    for (let k = paperOffsets[p]; k < paperOffsets[p + 1]; k++) papers[next[authors[k]]++] = p;
  }
  return {
    paperCount,
    authorCount,
    paperOffsets,
    authors,
    authorOffsets,
    papers,
  };
}

/** Number of authors of paper `p`. */
export function authorsOn(incidence: Incidence, p: number): number {
  return incidence.paperOffsets[p + 1] - incidence.paperOffsets[p];
}

/** The authors of paper `p` by position, as a view without copying. */
export function authorsOf(incidence: Incidence, p: number): Uint32Array {
  return incidence.authors.subarray(incidence.paperOffsets[p], incidence.paperOffsets[p + 1]);
}

/** The papers of author `a`, ascending, as a view without copying. */
export function papersOf(incidence: Incidence, a: number): Uint32Array {
  return incidence.papers.subarray(incidence.authorOffsets[a], incidence.authorOffsets[a + 1]);
}

/** The papers that `a` and `b` wrote together, ascending: the papers behind a tie. */
export function jointPapers(incidence: Incidence, a: number, b: number): number[] {
  const ofA = papersOf(incidence, a);
  const ofB = papersOf(incidence, b);
  const joint: number[] = [];
  for (let i = 0, j = 0; i < ofA.length && j < ofB.length; ) {
    const difference = ofA[i] - ofB[j];
    if (difference === 0) joint.push(ofA[i]);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return joint;
}
