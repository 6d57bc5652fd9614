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

/**
 * The same, block of authors by block: each step stays within little memory, which takes a third of the time. An authorship is one
 * word, the author within the block above the paper within a range of papers; where a range ends in each block is noted.
 */
function turnByBlocks(
  paperOffsets: Uint32Array,
  authors: Uint32Array,
  authorOffsets: Uint32Array,
  papers: Uint32Array,
): void {
  const paperCount = paperOffsets.length - 1;
  const authorCount = authorOffsets.length - 1;
  let shift = 0;
  while (authorCount >>> shift >= MOST_BLOCKS) shift++;
  const blockCount = (authorCount >>> shift) + 1;
  const paperBits = 32 - shift;
  const rangeSize = 2 ** paperBits;
  const ranges = Math.ceil(paperCount / rangeSize);
  const starts = blockStarts(authors, shift, blockCount);
  const next = starts.slice();
  const rangeEnds = new Uint32Array(ranges * next.length);
  for (let range = 0; range < ranges; range++) {
    const first = range * rangeSize;
    writeWords(paperOffsets, authors, first, Math.min(first + rangeSize, paperCount), shift, next, papers);
    rangeEnds.set(next, range * next.length);
  }

  let most = 0;
  for (let block = 0; block < blockCount; block++) most = Math.max(most, starts[block + 1] - starts[block]);
  const words = new Uint32Array(most);
  const places = new Uint32Array(2 ** shift);
  for (let block = 0; block < blockCount; block++) {
    const from = starts[block];
    words.set(papers.subarray(from, starts[block + 1]));
    places.fill(0);
    countWords(words, starts[block + 1] - from, paperBits, places);
    const first = block << shift;
    const width = Math.min(places.length, authorCount - first);
    let end = from;
    for (let i = 0; i < width; i++) {
      const count = places[i];
      places[i] = end;
      end += count;
      authorOffsets[first + i + 1] = end;
    }
    let k = 0;
    for (let range = 0; range < ranges; range++) {
      const to = rangeEnds[range * next.length + block] - from;
      placeWords(words, k, to, paperBits, range * rangeSize, places, papers);
      k = to;
    }
  }
}

/** The first authorship of each block, and all at the end. */
function blockStarts(authors: Uint32Array, shift: number, blockCount: number): Uint32Array {
  const starts = new Uint32Array(blockCount + 1);
  for (let k = 0; k < authors.length; k++) starts[(authors[k] >>> shift) + 1]++;
  for (let block = 1; block <= blockCount; block++) starts[block] += starts[block - 1];
  return starts;
}

function writeWords(
  paperOffsets: Uint32Array,
  authors: Uint32Array,
  firstPaper: number,
  end: number,
  shift: number,
  next: Uint32Array,
  words: Uint32Array,
): void {
  const withinBlock = 2 ** shift - 1;
  for (let p = firstPaper; p < end; p++) {
    for (let k = paperOffsets[p], to = paperOffsets[p + 1]; k < to; k++) {
      const author = authors[k];
      const at = next[author >>> shift];
      next[author >>> shift] = at + 1;
      words[at] = ((author & withinBlock) << (32 - shift)) | (p - firstPaper);
    }
  }
}

// Four at a time, the odd ones first: the compiler looks once a round whether the columns are still what they were.
function countWords(words: Uint32Array, to: number, paperBits: number, counts: Uint32Array): void {
  let k = 0;
  for (const odd = to & 3; k < odd; k++) counts[words[k] >>> paperBits]++;
  for (; k < to; k += 4) {
    counts[words[k] >>> paperBits]++;
    counts[words[k + 1] >>> paperBits]++;
    counts[words[k + 2] >>> paperBits]++;
    counts[words[k + 3] >>> paperBits]++;
  }
}

function placeWords(
  words: Uint32Array,
  from: number,
  to: number,
  paperBits: number,
  firstPaper: number,
  places: Uint32Array,
  papers: Uint32Array,
): void {
  const withinRange = 2 ** paperBits - 1;
  let k = from;
  for (const odd = from + ((to - from) & 3); k < odd; k++) {
    papers[places[words[k] >>> paperBits]++] = firstPaper + (words[k] & withinRange);
  }
  for (; k < to; k += 4) {
    const a = words[k];
    const b = words[k + 1];
    const c = words[k + 2];
    const d = words[k + 3];
    papers[places[a >>> paperBits]++] = firstPaper + (a & withinRange);
    papers[places[b >>> paperBits]++] = firstPaper + (b & withinRange);
    papers[places[c >>> paperBits]++] = firstPaper + (c & withinRange);
    papers[places[d >>> paperBits]++] = firstPaper + (d & withinRange);
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
