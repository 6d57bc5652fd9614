import type { ListTable } from "../model/list-table.ts";
import { byCodeUnit } from "../model/order.ts";
import { indices, orderByKey, wordRanks } from "../model/radix-order.ts";

/** More words at the front of two names are seldom equal. */
const WORDS_SORTED = 4;

/**
 * The numbers of the lists by what their words are with single spaces between them, by code unit. `words` are distinct; an
 * empty one at the end of a list is none. Where no word `hasSpaces`, nor anything that stands before a space, comparing
 * words one by one comes to the same and needs no strings.
 */
export function namesInOrder(
  lists: Pick<ListTable, "count" | "from" | "values">,
  words: readonly string[],
  hasSpaces: boolean,
): Uint32Array {
  const { count, from, values } = lists;
  if (hasSpaces) {
    const keys = Array.from({ length: count }, (_, i) => {
      const own = Array.from(values.subarray(from[i], from[i + 1]), (word) => words[word]);
      return (own[own.length - 1] === "" ? own.slice(0, -1) : own).join(" ");
    });
    return indices(count).sort((a, b) => byCodeUnit(keys[a], keys[b]));
  }
  const ranks = wordRanks(words);
  const rankAt = (list: number, position: number): number => {
    const at = from[list] + position;
    // An empty word stands before all others: for the same as no word.
    return at < from[list + 1] && words[values[at]] !== "" ? ranks[values[at]] + 1 : 0;
  };
  let order: Uint32Array = indices(count);
  const keys = new Uint32Array(count);
  for (let position = WORDS_SORTED - 1; position >= 0; position--) {
    for (let list = 0; list < count; list++) keys[list] = rankAt(list, position);
    order = orderByKey(order, keys);
  }
  sortEqualFronts(order, rankAt);
  return order;
}

/** Puts those in order whose first words are all equal. */
function sortEqualFronts(order: Uint32Array, rankAt: (list: number, position: number) => number): void {
  const difference = (a: number, b: number, start: number): number => {
    for (let position = start; ; position++) {
      const rank = rankAt(a, position);
      if (rank !== rankAt(b, position)) return rank - rankAt(b, position);
      if (rank === 0) return 0;
    }
  };
  const haveEqualFronts = (a: number, b: number): boolean => {
    // From the back, where names differ; names of fewer words are in order already.
    if (rankAt(a, WORDS_SORTED - 1) === 0) return false;
    for (let position = WORDS_SORTED - 1; position >= 0; position--) {
      if (rankAt(a, position) !== rankAt(b, position)) return false;
    }
    return true;
  };
  for (let start = 0, end = 1; start < order.length; start = end++) {
    while (end < order.length && haveEqualFronts(order[start], order[end])) end++;
    if (end - start > 1) order.subarray(start, end).sort((a, b) => difference(a, b, WORDS_SORTED));
  }
}
