import fc from "fast-check";
import { expect, test } from "vitest";
import { generator } from "../../../src/model/generator.ts";
import { QUALITIES } from "../../../src/model/manifest.ts";
import { coauthorNetwork } from "../../../src/network/coauthor-network.ts";
import { withTwinsJoined } from "../../../src/network/joined-network.ts";
import { moveNodes } from "../../../src/network/leiden/local-moving.ts";
import { refinedParts } from "../../../src/network/leiden/refinement.ts";
import { cliqueRows, type SearchNetwork, searchNetwork } from "../../../src/network/leiden/search-network.ts";
import { shuffledNodes } from "../../../src/network/leiden/shuffle.ts";
import { countings, incidenceFrom } from "../small-incidences.ts";

const AUTHORS = 40;
const ENOUGH_ROUNDS = 1000;

/** Some papers of two or three, and some of many, which are left implicit. */
const papers = fc
  .tuple(
    fc.array(fc.uniqueArray(fc.nat(AUTHORS - 1), { minLength: 2, maxLength: 3 }), { maxLength: 30 }),
    fc.array(fc.uniqueArray(fc.nat(AUTHORS - 1), { minLength: 4, maxLength: 30 }), { minLength: 1, maxLength: 8 }),
  )
  .map(([few, many]) => [...few, ...many]);
const resolutions = fc.constantFrom(0.3, 1, 1.7, 4);

const networks = fc
  .tuple(papers, countings, fc.constantFrom(...QUALITIES), resolutions, fc.boolean())
  .map(([lists, counting, quality, resolution, joined]) => {
    const options = { counting, largePaper: 3, large: "in" } as const;
    const network = coauthorNetwork(incidenceFrom(lists, AUTHORS), options, 0);
    const rows = joined ? withTwinsJoined(network, resolution, quality).network : network;
    return searchNetwork(rows, quality, resolution);
  });

/** Weight between two nodes, by all ties and papers. */
function weightOf({ offsets, neighbors, weights, cliques }: SearchNetwork, i: number, j: number): number {
  let sum = 0;
  for (let k = offsets[i]; k < offsets[i + 1]; k++) if (neighbors[k] === j) sum += weights[k];
  if (cliques === undefined) return sum;
  for (let k = cliques.nodeOffsets[i]; k < cliques.nodeOffsets[i + 1]; k++) {
    for (let l = cliques.nodeOffsets[j]; l < cliques.nodeOffsets[j + 1]; l++) {
      if (cliques.cliqueOf[k] !== cliques.cliqueOf[l]) continue;
      sum += cliques.weights[cliques.cliqueOf[k]] * cliques.ownTimes[k] * cliques.ownTimes[l];
    }
  }
  return sum;
}

/** What H gains by node `i` being in `c`, beyond its being alone. */
function gainIn(network: SearchNetwork, community: Int32Array, i: number, c: number): number {
  let gain = 0;
  for (let j = 0; j < network.nodeCount; j++) {
    if (j === i || community[j] !== c) continue;
    gain += weightOf(network, i, j) - network.penalty * network.mass[i] * network.mass[j];
  }
  return gain;
}

function qualityOf(network: SearchNetwork, community: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < network.nodeCount; i++) {
    sum += (gainIn(network, community, i, community[i]) - network.penalty * network.mass[i] ** 2) / 2;
  }
  return sum;
}

function moved(network: SearchNetwork, from?: Int32Array) {
  const community = from ?? Int32Array.from({ length: network.nodeCount }, (_, i) => i);
  const chance = generator(1);
  const before = qualityOf(network, community);
  const order = shuffledNodes(network.nodeCount, chance);
  const gained = moveNodes(network, community, chance, order, ENOUGH_ROUNDS);
  expect(gained).toBeCloseTo(qualityOf(network, community) - before, 9);
  return community;
}

function expectNoBetterPlace(network: SearchNetwork, community: Int32Array): void {
  for (const i of network.cliques?.members ?? []) {
    const own = gainIn(network, community, i, community[i]);
    const best = Math.max(0, ...[...new Set(community)].map((c) => gainIn(network, community, i, c)));
    expect(best - own).toBeLessThan(1e-8 * (1 + Math.abs(best)));
  }
}

test("nobody on an implicit paper gains by moving anywhere when rounds end, and the gain is as announced", () => {
  fc.assert(
    fc.property(networks, (network) => {
      expectNoBetterPlace(network, moved(network));
    }),
    { numRuns: 150 },
  );
});

test("the same holds of nodes that stand for many authors on a paper, however different", () => {
  const weighty = fc.tuple(networks, fc.array(fc.constantFrom(1, 1, 2, 7, 60), { minLength: 240, maxLength: 240 }));
  fc.assert(
    fc.property(weighty, ([network, times]) => {
      const { cliques } = network;
      if (cliques === undefined) return;
      const own = cliques.times.map((count, k) => count * times[k % times.length]);
      const rows = cliqueRows(network.nodeCount, cliques.weights, cliques.offsets, cliques.members, own);
      expectNoBetterPlace({ ...network, cliques: rows }, moved({ ...network, cliques: rows }));
    }),
    { numRuns: 100 },
  );
});

test("every part of a community is well tied to the rest when it is made, and joined where H grows", () => {
  fc.assert(
    fc.property(networks, (network) => {
      const community = moved(network);
      const { part, partCount } = refinedParts(network, community, generator(2));
      expect(new Set(part).size).toBe(partCount);
      for (let i = 0; i < network.nodeCount; i++) {
        for (let j = 0; j < i; j++) if (part[i] === part[j]) expect(community[i]).toBe(community[j]);
      }
      const alone = Int32Array.from({ length: network.nodeCount }, (_, i) => i);
      expect(qualityOf(network, part)).toBeGreaterThanOrEqual(qualityOf(network, alone) - 1e-9);
    }),
    { numRuns: 60 },
  );
});
