import { expect, test } from "vitest";
import { type Dataset, partitionOf } from "../../src/model/dataset.ts";
import { byCodeUnit } from "../../src/model/order.ts";
import { fold } from "../../src/model/text.ts";
import { type PeopleOrder, peopleOnPage } from "../../src/scene/people-table.ts";
import { ADA, BEN, GUS, LENA, smallDataset } from "./small-dataset.ts";

const dataset = smallDataset();
const partition = partitionOf(dataset, "paper");
const ORDERS: readonly PeopleOrder[] = ["name", "team", "papers", "coauthors"];
const all = (order: PeopleOrder, reversed: boolean, of: Dataset = dataset) =>
  peopleOnPage(of, partition, order, reversed, 0, of.authors.rowCount);

/** A sort of everybody. */
function sorted(of: Dataset, order: PeopleOrder, reversed: boolean): number[] {
  const { name, papers, coauthors, rowCount } = of.authors;
  const team = (author: number) => partition.team[author] ?? partition.teams.rowCount;
  const compare: Readonly<Record<PeopleOrder, (a: number, b: number) => number>> = {
    name: (a, b) => byCodeUnit(fold(name[a]), fold(name[b])),
    team: (a, b) => team(a) - team(b),
    papers: (a, b) => papers[b] - papers[a],
    coauthors: (a, b) => coauthors[b] - coauthors[a],
  };
  return Array.from({ length: rowCount }, (_, author) => author).sort(
    (a, b) =>
      (reversed ? -1 : 1) * compare[order](a, b) ||
      papers[b] - papers[a] ||
      byCodeUnit(fold(name[a]), fold(name[b])) ||
      a - b,
  );
}

test("everybody is in the table once, whatever it is sorted by", () => {
  for (const order of ORDERS) {
    for (const reversed of [false, true]) {
      expect(all(order, reversed).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, a) => a));
    }
  }
});

test("numbers stand greatest first, names from A, and people without a team last", () => {
  expect(all("papers", false).slice(0, 2)).toEqual([ADA, BEN]);
  expect(all("name", false).at(-1)).toBe(LENA);
  expect(all("name", true).at(0)).toBe(LENA);
  expect(all("team", false).at(-1)).toBe(GUS);
});

test("a page holds whom a sort of everybody would put there, namesakes included", () => {
  const name = ["Ada B", "Ada C", "ada b", "Ad", "", "Zoë", "Zoe", "Élan", "Elan", "A", "Ada B", "李"];
  const same = { ...dataset, authors: { ...dataset.authors, name } };
  for (const order of ORDERS) {
    for (const reversed of [false, true]) {
      const expected = sorted(same, order, reversed);
      for (let first = 0; first < 14; first++) {
        for (const count of [1, 3, 20]) {
          expect(peopleOnPage(same, partition, order, reversed, first, count)).toEqual(
            expected.slice(first, first + count),
          );
        }
      }
    }
  }
});
