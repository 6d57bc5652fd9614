import { prominenceOf } from "../model/author-radius.ts";
import type { Dataset, Partition } from "../model/dataset.ts";
import { byCodeUnit } from "../model/order.ts";
import { fold } from "../model/text.ts";
import { once } from "./once.ts";
import { type SortKey, sortPart } from "./sort-part.ts";

/** What the table of all people can be sorted by. */
export type PeopleOrder = "name" | "team" | "papers" | "coauthors";

/**
 * A page of all authors, `count` from place `first` on, sorted by one column: words from A, numbers from the greatest, the other way
 * round when reversed. Equals stand by papers, then by name. Of the rest of the order only so much is found out as the page needs.
 */
export function peopleOnPage(
  dataset: Dataset,
  partition: Partition,
  order: PeopleOrder,
  reversed: boolean,
  first: number,
  count: number,
): number[] {
  const { authors } = dataset;
  const names = foldedNames(dataset);
  const turned = (key: SortKey): SortKey => (reversed ? (author) => LARGEST - key(author) : key);
  const byPapers = greatestFirst(prominenceOf(authors));
  const byName: SortKey = (author) => beginning(names(author));
  const keys: Readonly<Record<PeopleOrder, SortKey>> = {
    name: byName,
    team: (author) => partition.team[author] ?? partition.teams.rowCount,
    papers: greatestFirst(authors.papers),
    coauthors: greatestFirst(authors.coauthors),
  };
  const rows = new Uint32Array(authors.rowCount);
  for (let author = 0; author < rows.length; author++) rows[author] = author;
  const last = Math.min(rows.length, first + count);
  const sign = order === "name" && reversed ? -1 : 1;
  sortPart(rows, first, last, order === "name" ? [turned(byName)] : [turned(keys[order]), byPapers, byName], (a, b) => {
    const prominence = byPapers(a) - byPapers(b);
    return sign * byCodeUnit(names(a), names(b)) || prominence || a - b;
  });
  return Array.from(rows.subarray(first, last));
}

const LARGEST = 2 ** 32 - 1;

function greatestFirst(column: Uint32Array): SortKey {
  return (author) => LARGEST - column[author];
}

/** The first two code units of a word as a number that sorts alike. */
function beginning(word: string): number {
  return word === "" ? 0 : 65_536 * word.charCodeAt(0) + (word.length > 1 ? word.charCodeAt(1) : 0);
}

/** Display names folded, each at the first question about it. */
const foldedNames = once(({ authors }: Dataset) => {
  const known: (string | undefined)[] = Array.from({ length: authors.rowCount });
  return (author: number): string => {
    known[author] ??= fold(authors.name[author]);
    return known[author];
  };
});
