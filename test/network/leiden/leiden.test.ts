import fc from "fast-check";
import { expect, test } from "vitest";
import { QUALITIES, type Quality } from "../../../src/model/manifest.ts";
import { type CoauthorNetwork, coauthorNetwork } from "../../../src/network/coauthor-network.ts";
import { searchStarts, startsHere } from "../../../src/network/leiden/divisions.ts";
import { type Found, polished, searchFrom, throughLevels } from "../../../src/network/leiden/search.ts";
import { searchNetwork } from "../../../src/network/leiden/search-network.ts";
import { louvainDivisions } from "../../../src/network/louvain.ts";
import { constantPotts, modularity } from "../../../src/network/partition-measures.ts";
import { connectedParts, standardLabels } from "../../../src/network/standard-division.ts";
import { inventedIncidence } from "../../bench/network/incidences.ts";
import { seedTeams } from "../seed-teams.ts";
import { allDivisions, countings, incidenceFrom, smallPapers, weightBetween } from "../small-incidences.ts";

const AUTHORS = 6;
const everyDivision = allDivisions(AUTHORS);
const methods = fc.constantFrom("leiden" as const, "louvain" as const);
const resolutions = fc.constantFrom(0.3, 1, 1.7);
const qualities = fc.constantFrom(...QUALITIES);
const ALL_IN = { counting: "paper", largePaper: 100, large: "in" } as const;

/** H of a division, pair by pair, of a network without implicit papers. */
function slowQuality(network: CoauthorNetwork, community: Int32Array, quality: Quality, resolution: number): number {
  const { mass, penalty } = searchNetwork(network, quality, resolution);
  let sum = 0;
  for (let i = 0; i < network.nodeCount; i++) {
    for (let j = 0; j < network.nodeCount; j++) {
      if (community[i] === community[j]) sum += (weightBetween(network, i, j) - penalty * mass[i] * mass[j]) / 2;
    }
  }
  return sum;
}

test("the gain announced is the gain recomputed from all pairs, implicit papers included", () => {
  fc.assert(
    fc.property(
      smallPapers(AUTHORS),
      countings,
      methods,
      resolutions,
      qualities,
      fc.boolean(),
      (papers, counting, method, resolution, quality, implicit) => {
        const incidence = incidenceFrom(papers, AUTHORS);
        const explicit = coauthorNetwork(incidence, { ...ALL_IN, counting });
        const network = implicit ? coauthorNetwork(incidence, { ...ALL_IN, counting, largePaper: 2 }, 0) : explicit;
        const found = searchFrom(searchNetwork(network, quality, resolution), { method, iterations: 2 }, 1, 0);
        const alone = Int32Array.from({ length: AUTHORS }, (_, i) => i);
        const before = slowQuality(explicit, alone, quality, resolution);
        const after = slowQuality(explicit, found.community, quality, resolution);
        expect(found.gain).toBeCloseTo(after - before, 10);
        expect(found.gain).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("of small networks the best of some starts is the best division there is, with papers implicit or not", () => {
  fc.assert(
    fc.property(
      smallPapers(AUTHORS),
      countings,
      resolutions,
      qualities,
      fc.boolean(),
      (papers, counting, resolution, quality, implicit) => {
        const incidence = incidenceFrom(papers, AUTHORS);
        const explicit = coauthorNetwork(incidence, { ...ALL_IN, counting });
        const network = implicit ? coauthorNetwork(incidence, { ...ALL_IN, counting, largePaper: 2 }, 0) : explicit;
        const qualityOf = (division: Int32Array) =>
          (quality === "cpm" ? constantPotts : modularity)(explicit, division, resolution);
        const found = startsHere(network, { quality, resolution, seed: 7 }, 24).map(qualityOf);
        expect(Math.max(...found)).toBeCloseTo(Math.max(...everyDivision.map(qualityOf)), 10);
      },
    ),
    { numRuns: 200, seed: 5 },
  );
});

test("every community is connected", () => {
  fc.assert(
    fc.property(fc.nat({ max: 999 }), countings, qualities, fc.boolean(), (seed, counting, quality, implicit) => {
      const incidence = inventedIncidence({ papers: 120, seed });
      const options = { ...ALL_IN, counting, largePaper: implicit ? 3 : 100 };
      const network = coauthorNetwork(incidence, options, implicit ? 0 : undefined);
      for (const division of startsHere(network, { quality, resolution: quality === "cpm" ? 0.1 : 1, seed }, 2)) {
        const parts = connectedParts(network, division);
        expect(standardLabels(parts, (i) => division[i] >= 0)).toEqual(division);
      }
    }),
    { numRuns: 30 },
  );
});

test("a start is the same whoever makes it, and whatever was made before", () => {
  const network = coauthorNetwork(inventedIncidence({ papers: 3000 }), ALL_IN);
  const search = { quality: "modularity", resolution: 1, seed: 3 } as const;
  const inOne = startsHere(network, search, 8);
  for (const callers of [2, 4]) {
    const made = Array.from({ length: callers }, () => searchStarts(network, search));
    const backwards = [7, 6, 5, 4, 3, 2, 1, 0].map((start) => made[start % callers](start));
    expect(backwards.reverse()).toEqual(inOne);
  }
  expect(new Set(inOne.map((division) => division.join())).size).toBeGreaterThan(1);
});

test("a clear division is found whatever the order of the authors", () => {
  const teams = Array.from({ length: 12 }, (_, t) => [0, 1, 2, 3, 4].map((m) => 5 * t + m));
  const between = teams.map((team, t) => [team[0], teams[(t + 1) % teams.length][1]]);
  const orders = fc.shuffledSubarray([...Array(60).keys()], { minLength: 60 });
  fc.assert(
    fc.property(orders, (moved) => {
      const papers = [...teams, ...teams, ...between].map((authors) => authors.map((i) => moved[i]));
      const network = coauthorNetwork(incidenceFrom(papers, 60), { ...ALL_IN, counting: "full" });
      const [division] = startsHere(network, { quality: "modularity", resolution: 1, seed: 1 }, 1);
      for (const team of teams) expect(new Set(team.map((i) => division[moved[i]])).size).toBe(1);
      expect(new Set(division).size).toBe(12);
    }),
    { numRuns: 30 },
  );
});

test("the constant Potts model tells the cliques of a ring apart where modularity joins them two by two", () => {
  const cliques = Array.from({ length: 30 }, (_, c) => [3 * c, 3 * c + 1, 3 * c + 2]);
  const ring = cliques.map(([first], c) => [first, 3 * ((c + 1) % 30) + 1]);
  const network = coauthorNetwork(incidenceFrom([...cliques, ...ring], 90), { ...ALL_IN, counting: "full" });
  const count = (quality: Quality, resolution: number) =>
    new Set(startsHere(network, { quality, resolution, seed: 1 }, 1)[0]).size;
  expect(count("cpm", 0.5)).toBe(30);
  expect(count("modularity", 1)).toBeLessThan(30);
});

/** Node `i` of each level and the community it ends in. */
function endsOf({ levels }: Found, level: number): Int32Array {
  const rest = levels.slice(level);
  return throughLevels(rest, rest[0].length);
}

test.each(["leiden", "louvain"] as const)("the levels of %s lead from the authors to their communities", (method) => {
  const network = coauthorNetwork(inventedIncidence({ papers: 2000 }), ALL_IN);
  const found = searchFrom(searchNetwork(network, "modularity", 1), { method, iterations: 1 }, 1, 0);
  expect(found.levels.length).toBeGreaterThan(2);
  expect(endsOf(found, 0)).toEqual(found.community);
  for (let level = 0; level + 1 < found.levels.length; level++) {
    // Every node of the next level has members, and they end where it ends.
    expect(new Set(found.levels[level]).size).toBe(found.levels[level + 1].length);
    const ends = endsOf(found, level + 1);
    expect(Int32Array.from(found.levels[level], (group) => ends[group])).toEqual(endsOf(found, level));
  }
  expect(new Set(found.community).size).toBe(found.communityCount);
});

test("on networks of our own no start is worse than the library's by more than a hundredth, and the best is as good", () => {
  for (const papers of [500, 3000]) {
    const network = coauthorNetwork(inventedIncidence({ papers }), ALL_IN);
    const best = (divisions: Int32Array[]) => divisions.map((division) => modularity(network, division, 1));
    const ours = best(startsHere(network, { quality: "modularity", resolution: 1, seed: 1 }, 4));
    const theirs = best(louvainDivisions(network, 1, 4, 1));
    expect(Math.max(...ours)).toBeGreaterThanOrEqual(Math.max(...theirs));
    expect(Math.min(...ours)).toBeGreaterThan(Math.max(...theirs) - 0.01);
  }
});

test("Louvain, its single nodes moved once more, is on the mean as good as the library's", () => {
  const network = coauthorNetwork(inventedIncidence({ papers: 3000 }), ALL_IN);
  const searched = searchNetwork(network, "modularity", 1);
  const mean = (divisions: Int32Array[]) =>
    divisions.reduce((sum, division) => sum + modularity(network, division, 1), 0) / divisions.length;
  const found = Array.from({ length: 8 }, (_, start) =>
    searchFrom(searched, { method: "louvain", iterations: 1 }, 1, start),
  );
  const moved = found.map((division, start) => polished(searched, division, 1, start));
  expect(mean(moved)).toBeGreaterThan(mean(found.map(({ community }) => community)));
  expect(mean(moved)).toBeGreaterThanOrEqual(mean(louvainDivisions(network, 1, 8, 1)));
});

test("on the seeds Leiden finds the modularity that 64 starts of the library find", () => {
  const { incidence } = seedTeams();
  const network = coauthorNetwork(incidence, ALL_IN);
  const found = startsHere(network, { quality: "modularity", resolution: 1, seed: 1 }, 16);
  expect(Math.max(...found.map((division) => modularity(network, division, 1)))).toBeGreaterThan(0.505);
});
