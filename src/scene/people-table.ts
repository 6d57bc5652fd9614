import { prominenceOf } from "../model/author-radius.ts";
import type { Dataset, Partition } from "../model/dataset.ts";
import { byCodeUnit } from "../model/order.ts";
import { fold } from "../model/text.ts";

/** What the table of all people can be sorted by. */
export type PeopleOrder = "name" | "team" | "papers" | "coauthors";

/**
 * All authors by one column: words from A, numbers from the greatest, the other way round when reversed. Equals stand by
 * papers, then by name.
 */
export function peopleInOrder(dataset: Dataset, partition: Partition, order: PeopleOrder, reversed: boolean): number[] {
  const { authors } = dataset;
  // Folded once, not at each comparison.
  const names = authors.name.map(fold);
  const compare = comparing(dataset, partition, names, order);
  const prominence = prominenceOf(authors);
  const sign = reversed ? -1 : 1;
  return Array.from({ length: authors.rowCount }, (_, author) => author).sort(
    (a, b) => sign * compare(a, b) || prominence[b] - prominence[a] || byCodeUnit(names[a], names[b]) || a - b,
  );
}

function comparing(
  dataset: Dataset,
  partition: Partition,
  names: readonly string[],
  order: PeopleOrder,
): (a: number, b: number) => number {
  const { papers, coauthors } = dataset.authors;
  if (order === "name") return (a, b) => byCodeUnit(names[a], names[b]);
  if (order === "papers") return (a, b) => papers[b] - papers[a];
  if (order === "coauthors") return (a, b) => coauthors[b] - coauthors[a];
  const team = (author: number) => partition.team[author] ?? partition.teams.rowCount;
  return (a, b) => team(a) - team(b);
}
