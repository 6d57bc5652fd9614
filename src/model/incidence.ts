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
  const papers = new Uint32Array(authors.length);
  if (authorCount <= AT_ONCE) turnAtOnce(paperOffsets, authors, authorOffsets, papers);
  else turnByBlocks(paperOffsets, authors, authorOffsets, papers);
  return {
    paperCount,
    authorCount,
    paperOffsets,
    authors,
    authorOffsets,
    papers,
  };
}

/** Authors up to which a counter for each stays within what a processor holds close. */
const AT_ONCE = 2 ** 18;

/** Fills the rows by author, those of `authorOffsets` and `papers`, by a counting sort. */
function turnAtOnce(
  paperOffsets: Uint32Array,
  authors: Uint32Array,
  authorOffsets: Uint32Array,
  papers: Uint32Array,
): void {
  for (let k = 0; k < authors.length; k++) authorOffsets[authors[k] + 1]++;
  for (let a = 1; a < authorOffsets.length; a++) authorOffsets[a] += authorOffsets[a - 1];
  const next = authorOffsets.slice(0, -1);
  for (let p = 0; p + 1 < paperOffsets.length; p++) {
    for (let k = paperOffsets[p]; k < paperOffsets[p + 1]; k++) papers[next[authors[k]]++] = p;
  }
}

/** Authors are cut into this many blocks at most: so many streams can be written at once at little cost. */
const MOST_BLOCKS = 1024;

/** The same, block of authors by block: each step stays within little memory, which takes a third of the time. */
function turnByBlocks(
  paperOffsets: Uint32Array,
  authors: Uint32Array,
  authorOffsets: Uint32Array,
  papers: Uint32Array,
): void {
  const authorCount = authorOffsets.length - 1;
  let shift = 0;
  while (authorCount >>> shift >= MOST_BLOCKS) shift++;
  const starts = new Uint32Array((authorCount >>> shift) + 2);
  for (let k = 0; k < authors.length; k++) starts[(authors[k] >>> shift) + 1]++;
  for (let block = 1; block < starts.length; block++) starts[block] += starts[block - 1];
  // Each authorship as author and paper, in the block of the author.
  const pairs = new Uint32Array(2 * authors.length);
  const next = starts.slice();
  for (let p = 0; p + 1 < paperOffsets.length; p++) {
    for (let k = paperOffsets[p]; k < paperOffsets[p + 1]; k++) {
      const at = 2 * next[authors[k] >>> shift]++;
      pairs[at] = authors[k];
      pairs[at + 1] = p;
    }
  }
  const places = new Uint32Array(authorCount + 1);
  for (let block = 0; block + 1 < starts.length; block++) {
    const end = 2 * starts[block + 1];
    for (let at = 2 * starts[block]; at < end; at += 2) authorOffsets[pairs[at] + 1]++;
    const first = block << shift;
    const last = Math.min(first + 2 ** shift, authorCount);
    for (let a = first; a < last; a++) {
      places[a] = authorOffsets[a];
      authorOffsets[a + 1] += authorOffsets[a];
    }
    for (let at = 2 * starts[block]; at < end; at += 2) papers[places[pairs[at]]++] = pairs[at + 1];
  }
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
