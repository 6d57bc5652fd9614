import fc from "fast-check";
import { expect, test } from "vitest";
import { QUALITIES } from "../../src/model/manifest.ts";
import { coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { withTwinsJoined } from "../../src/network/joined-network.ts";
import { constantPotts, modularity } from "../../src/network/partition-measures.ts";
import { twinsOf } from "../../src/network/twins.ts";
import { allDivisions, countings, incidenceFrom, smallPapers } from "./small-incidences.ts";

const AUTHORS = 6;
const everyDivision = allDivisions(AUTHORS);
const QUALITY_OF = { modularity, cpm: constantPotts };
const qualities = fc.constantFrom(...QUALITIES);
const resolutions = fc.constantFrom(0.5, 1, 1.3, 3);

test("twins have the same papers, papers of one author aside; who has none is alone", () => {
  const incidence = incidenceFrom([[0, 1, 2, 3], [2, 3], [1], [4]], 6);
  expect([...twinsOf(incidence)]).toEqual([0, 0, 2, 2, 4, 5]);
});

test("a paper of many authors who have no other is one node with a loop", () => {
  const incidence = incidenceFrom(
    [
      [0, 1, 2, 3, 4],
      [4, 5],
    ],
    AUTHORS,
  );
  const network = coauthorNetwork(incidence, { counting: "full", largePaper: 2, large: "in" });
  const joined = withTwinsJoined(network, 1);
  expect([...joined.nodeOf]).toEqual([0, 0, 0, 0, 1, 2]);
  expect([...(joined.network.loops ?? [])]).toEqual([6, 0, 0]);
  expect([...joined.network.neighbors]).toEqual([1, 0, 2, 1]);
  expect([...joined.network.weights]).toEqual([4, 4, 1, 1]);
});

test("a division of the nodes has the quality of the same division of the authors", () => {
  fc.assert(
    fc.property(
      smallPapers(AUTHORS),
      countings,
      resolutions,
      qualities,
      fc.nat(everyDivision.length - 1),
      (papers, counting, resolution, quality, d) => {
        const network = coauthorNetwork(incidenceFrom(papers, AUTHORS), { counting, largePaper: 100, large: "in" });
        const joined = withTwinsJoined(network, resolution, quality);
        const measure = QUALITY_OF[quality];
        const ofNodes = everyDivision[d].slice(0, joined.network.nodeCount);
        const ofAuthors = Int32Array.from(joined.nodeOf, (node) => ofNodes[node]);
        expect(measure(joined.network, ofNodes, resolution)).toBeCloseTo(measure(network, ofAuthors, resolution), 12);
      },
    ),
  );
});

test("no division that parts joined twins is better than the best that does not", () => {
  fc.assert(
    fc.property(smallPapers(AUTHORS), countings, resolutions, qualities, (papers, counting, resolution, quality) => {
      const network = coauthorNetwork(incidenceFrom(papers, AUTHORS), { counting, largePaper: 100, large: "in" });
      const { nodeOf } = withTwinsJoined(network, resolution, quality);
      const keepsTwins = (division: Int32Array) =>
        division.every((c, author) => c === division[nodeOf.indexOf(nodeOf[author])]);
      const best = (divisions: readonly Int32Array[]) =>
        Math.max(...divisions.map((division) => QUALITY_OF[quality](network, division, resolution)));
      expect(best(everyDivision.filter(keepsTwins))).toBeCloseTo(best(everyDivision), 12);
    }),
    { numRuns: 120 },
  );
});
