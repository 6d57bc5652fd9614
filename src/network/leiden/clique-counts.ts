import type { CliqueRows } from "./search-network.ts";

/** How many of a clique's heaviest communities are remembered. */
export const HEAVIEST = 2;

/**
 * How many authors each community has on each paper of the implicit kind: what makes it needless to write their pairs out.
 * Every clique has its own part of one table, at least twice its members long, with linear probing.
 */
export interface CliqueCounts {
  /** Authors of community `c` on clique `q`. */
  count(q: number, c: number): number;
  /** Adds `times` authors, or takes them away where it is negative. */
  add(q: number, c: number, times: number): void;
  /**
   * The communities with the most authors on clique `q` are `heaviest[HEAVIEST * q + h]`, −1 where there are not so many. After
   * authors were taken away others may have come to have more; `rank` looks anew.
   */
  readonly heaviest: Int32Array;
  rank(): void;
}

const NONE = -1;
const SPREAD = 0x9e3779b1;

/** The counts of a division; `community[i]` is 0 or more. */
export function cliqueCounts(cliques: CliqueRows, community: Int32Array): CliqueCounts {
  const { offsets, members, times } = cliques;
  const cliqueCount = offsets.length - 1;
  const begin = new Uint32Array(cliqueCount + 1);
  const bits = new Uint8Array(cliqueCount);
  for (let q = 0; q < cliqueCount; q++) {
    bits[q] = 2;
    while (2 ** bits[q] < 2 * (offsets[q + 1] - offsets[q])) bits[q] += 1;
    begin[q + 1] = begin[q] + 2 ** bits[q];
  }
  // A community at 2 · place, beside it how many authors it has.
  const table = new Int32Array(2 * begin[cliqueCount]).fill(NONE);
  const used = new Uint32Array(cliqueCount);
  const heaviest = new Int32Array(HEAVIEST * cliqueCount).fill(NONE);
  const most = new Uint32Array(HEAVIEST * cliqueCount);

  /** Where community `c` stands in the part of clique `q`, or would stand. */
  const placeOf = (q: number, c: number): number => {
    const mask = begin[q + 1] - begin[q] - 1;
    let at = Math.imul(c, SPREAD) >>> (32 - bits[q]);
    const first = begin[q];
    while (table[2 * (first + at)] !== c && table[2 * (first + at)] !== NONE) at = (at + 1) & mask;
    return 2 * (first + at);
  };

  /** Communities that left the paper keep their place until the part is nearly full. */
  const tidy = (q: number): void => {
    const kept: [number, number][] = [];
    for (let at = 2 * begin[q]; at < 2 * begin[q + 1]; at += 2) {
      if (table[at] !== NONE && table[at + 1] > 0) kept.push([table[at], table[at + 1]]);
    }
    table.fill(NONE, 2 * begin[q], 2 * begin[q + 1]);
    for (const [c, count] of kept) {
      const at = placeOf(q, c);
      table[at] = c;
      table[at + 1] = count;
    }
    used[q] = kept.length;
  };

  const offer = (q: number, c: number, count: number): void => {
    const first = HEAVIEST * q;
    let at = first;
    while (at < first + HEAVIEST && heaviest[at] !== c) at++;
    if (at === first + HEAVIEST) {
      at -= 1;
      if (most[at] >= count) return;
    }
    heaviest[at] = c;
    most[at] = count;
    for (; at > first && most[at] > most[at - 1]; at--) {
      [heaviest[at], heaviest[at - 1]] = [heaviest[at - 1], heaviest[at]];
      [most[at], most[at - 1]] = [most[at - 1], most[at]];
    }
  };

  const add = (q: number, c: number, change: number): void => {
    let at = placeOf(q, c);
    if (table[at] === NONE) {
      if (4 * used[q] >= 3 * (begin[q + 1] - begin[q])) {
        tidy(q);
        at = placeOf(q, c);
      }
      table[at] = c;
      table[at + 1] = 0;
      used[q] += 1;
    }
    table[at + 1] += change;
    if (change > 0) offer(q, c, table[at + 1]);
  };

  for (let q = 0; q < cliqueCount; q++) {
    for (let k = offsets[q]; k < offsets[q + 1]; k++) add(q, community[members[k]], times[k]);
  }

  return {
    count(q, c) {
      const at = placeOf(q, c);
      return table[at] === c ? table[at + 1] : 0;
    },
    add,
    heaviest,
    rank() {
      heaviest.fill(NONE);
      most.fill(0);
      for (let q = 0; q < cliqueCount; q++) {
        for (let at = 2 * begin[q]; at < 2 * begin[q + 1]; at += 2) {
          if (table[at] !== NONE && table[at + 1] > 0) offer(q, table[at], table[at + 1]);
        }
      }
    },
  };
}
