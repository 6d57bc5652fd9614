import { expect, test } from "vitest";
import { COUNTINGS, type Counting, pairWeight } from "../../src/model/counting.ts";
import { partitionOf } from "../../src/model/dataset.ts";
import { authorsOf, papersOf } from "../../src/model/incidence.ts";
import { BRIDGE_BELOW, bridgesOf, secondTeam } from "../../src/scene/bridges.ts";
import { smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const incidence = smallIncidence();

/** Pair by pair. */
function weightByTeam(author: number, counting: Counting): Map<number, number> {
  const { team } = partitionOf(dataset, counting);
  const weights = new Map<number, number>();
  for (const paper of papersOf(incidence, author)) {
    const authors = authorsOf(incidence, paper);
    for (const other of authors) {
      const t = team[other];
      if (other !== author && t !== null) weights.set(t, (weights.get(t) ?? 0) + pairWeight(counting, authors.length));
    }
  }
  return weights;
}

test.each(COUNTINGS)(
  "by %s counting the second team is the one most tie weight goes to, after one's own",
  (counting) => {
    const partition = partitionOf(dataset, counting);
    for (let author = 0; author < dataset.authors.rowCount; author++) {
      const weights = weightByTeam(author, counting);
      weights.delete(partition.team[author] ?? -1);
      const second = secondTeam(dataset, incidence, partition, counting, author);
      if (weights.size === 0) expect(second).toBeNull();
      else expect(weights.get(second?.team ?? -1)).toBeCloseTo(Math.max(...weights.values()), 12);
    }
  },
);

test.each(COUNTINGS)(
  "by %s counting bridges are who keeps less than 60 % in the own team, except on large papers alone",
  (counting) => {
    const { team, inside } = partitionOf(dataset, counting);
    const bridges = new Set(bridgesOf(dataset, incidence, counting).map(({ author }) => author));
    for (let author = 0; author < dataset.authors.rowCount; author++) {
      const expected = team[author] !== null && inside[author] < BRIDGE_BELOW && !dataset.authors.onlyLarge[author];
      expect(bridges.has(author)).toBe(expected);
    }
  },
);
