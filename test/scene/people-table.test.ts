import { expect, test } from "vitest";
import { partitionOf } from "../../src/model/dataset.ts";
import { type PeopleOrder, peopleInOrder } from "../../src/scene/people-table.ts";
import { ADA, BEN, GUS, LENA, smallDataset } from "./small-dataset.ts";

const dataset = smallDataset();
const partition = partitionOf(dataset, "paper");
const ORDERS: readonly PeopleOrder[] = ["name", "team", "papers", "coauthors"];

test("everybody is in the table once, whatever it is sorted by", () => {
  for (const order of ORDERS) {
    for (const reversed of [false, true]) {
      const people = peopleInOrder(dataset, partition, order, reversed);
      expect([...people].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, a) => a));
    }
  }
});

test("numbers stand greatest first, names from A, and people without a team last", () => {
  expect(peopleInOrder(dataset, partition, "papers", false).slice(0, 2)).toEqual([ADA, BEN]);
  expect(peopleInOrder(dataset, partition, "name", false).at(-1)).toBe(LENA);
  expect(peopleInOrder(dataset, partition, "name", true).at(0)).toBe(LENA);
  expect(peopleInOrder(dataset, partition, "team", false).at(-1)).toBe(GUS);
});
