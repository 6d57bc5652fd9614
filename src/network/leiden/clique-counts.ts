import type { CliqueRows } from "./search-network.ts";

/**
 * How many authors communities have on each paper of the implicit kind: what makes it needless to write their pairs out. Each
 * clique has a list of the communities that were put on it, those with the most authors first, and a table with linear probing
 * that tells where a community stands in it.
 */
export interface CliqueCounts {
  /**
   * The communities on clique `q` are `ranked[k]`, by falling `authors[k]`, for `first[q] <= k < end[q]`. Those of equal
   * numbers stand in an order that depends on all changes before.
   */
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  readonly ranked: Int32Array;
  readonly authors: Uint32Array;
  /** Where community `c` stands in the list of clique `q`; −1 where it is not on it. */
  placeOf(q: number, c: number): number;
  /** Adds `times` authors, or takes them away where it is negative. No clique has more communities than members. */
  add(q: number, c: number, times: number): void;
}

const SPREAD = 0x9e3779b1;
const FIRST_BITS = 3;

/** Slots between the tables of two cliques: at powers of two apart, all of them would want the same lines of a cache. */
const APART = 24;

/** Lists with nobody on them. */
export function cliqueCounts({ offsets }: CliqueRows): CliqueCounts {
  const cliqueCount = offsets.length - 1;
  const first = offsets.subarray(0, cliqueCount);
  const end = first.slice();
  const ranked = new Int32Array(offsets[cliqueCount]);
  const authors = new Uint32Array(offsets[cliqueCount]);
  /** Where the table has the community of each place in the list. */
  const keptAt = new Uint32Array(offsets[cliqueCount]);

  const begin = new Uint32Array(cliqueCount + 1);
  const bits = new Uint8Array(cliqueCount).fill(FIRST_BITS);
  const used = new Uint32Array(cliqueCount);
  for (let q = 0; q < cliqueCount; q++) begin[q + 1] = begin[q] + 2 ** bitsFor(offsets[q + 1] - offsets[q]) + APART;
  // 1 + a community at 2 · slot, beside it 1 + its place in the list, or 0 where it has left the paper.
  const table = new Int32Array(2 * begin[cliqueCount]);

  /** Where the table has community `c` of clique `q`, or would have it. */
  const slotOf = (q: number, c: number): number => {
    const mask = (1 << bits[q]) - 1;
    let at = Math.imul(c, SPREAD) >>> (32 - bits[q]);
    const from = begin[q];
    while (table[2 * (from + at)] !== c + 1 && table[2 * (from + at)] !== 0) at = (at + 1) & mask;
    return 2 * (from + at);
  };

  const keep = (q: number, c: number, place: number): void => {
    const slot = slotOf(q, c);
    if (table[slot] === 0) used[q] += 1;
    table[slot] = c + 1;
    table[slot + 1] = place + 1;
    keptAt[place] = slot;
  };

  /** Communities that left the paper keep their slot until the table is nearly full. */
  const tidy = (q: number): void => {
    table.fill(0, 2 * begin[q], 2 * (begin[q] + 2 ** bits[q]));
    used[q] = 0;
    bits[q] = bitsFor(end[q] - first[q]);
    for (let place = first[q]; place < end[q]; place++) keep(q, ranked[place], place);
  };

  const swap = (a: number, b: number): void => {
    const c = ranked[a];
    const count = authors[a];
    const slot = keptAt[a];
    ranked[a] = ranked[b];
    authors[a] = authors[b];
    keptAt[a] = keptAt[b];
    table[keptAt[a] + 1] = a + 1;
    ranked[b] = c;
    authors[b] = count;
    keptAt[b] = slot;
    table[slot + 1] = b + 1;
  };

  /** Puts a community that has more authors now before all that have fewer, one run of equals after the other. */
  const rise = (q: number, from: number): void => {
    let place = from;
    while (place > first[q] && authors[place - 1] < authors[place]) {
      let low = first[q];
      let high = place - 1;
      if (high > low && authors[high - 1] > authors[high]) low = high;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (authors[middle] > authors[place - 1]) low = middle + 1;
        else high = middle;
      }
      swap(place, low);
      place = low;
    }
  };

  /** Puts a community that has fewer authors now behind all that have more, and takes it off the list where it has none. */
  const fall = (q: number, from: number): void => {
    let place = from;
    while (place + 1 < end[q] && authors[place + 1] > authors[place]) {
      let low = place + 1;
      let high = end[q] - 1;
      if (high > low && authors[low + 1] < authors[low]) high = low;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (authors[middle] < authors[place + 1]) high = middle - 1;
        else low = middle;
      }
      swap(place, low);
      place = low;
    }
    if (authors[place] > 0) return;
    end[q] -= 1;
    table[keptAt[place] + 1] = 0;
  };

  const placeOf = (q: number, c: number): number => {
    const slot = slotOf(q, c);
    return table[slot] === 0 ? -1 : table[slot + 1] - 1;
  };

  return {
    first,
    end,
    ranked,
    authors,
    placeOf,
    add(q, c, change) {
      let place = placeOf(q, c);
      if (place < 0) {
        if (4 * used[q] >= 3 * 2 ** bits[q]) tidy(q);
        place = end[q]++;
        ranked[place] = c;
        authors[place] = 0;
        keep(q, c, place);
      }
      authors[place] += change;
      if (change > 0) rise(q, place);
      else fall(q, place);
    },
  };
}

/** Of a table that has room for twice as many communities and one more. */
function bitsFor(communities: number): number {
  let bits = FIRST_BITS;
  while (2 ** bits < 2 * communities + 2) bits += 1;
  return bits;
}
