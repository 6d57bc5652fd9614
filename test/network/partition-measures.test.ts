import fc from "fast-check";
import { expect, test } from "vitest";
import { coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { constantPotts, insideShares, modularity, tieWeightByCommunity } from "../../src/network/partition-measures.ts";
import { countings, incidenceFrom, smallPapers, TWO_TRIANGLES, weightBetween } from "./small-incidences.ts";

const AUTHORS = 6;
const ALL_IN = { largePaper: 100, large: "in" } as const;
const divisions = fc
  .array(fc.nat({ max: 3 }), { minLength: AUTHORS, maxLength: AUTHORS })
  .map((labels) => Int32Array.from(labels));

test("two triangles joined by one tie have modularity 5/14", () => {
  const network = coauthorNetwork(incidenceFrom(TWO_TRIANGLES, 6), { ...ALL_IN, counting: "full" });
  // 7 ties, 6 of them inside; each side has strength 7 of 14.
  const sides = Int32Array.of(0, 0, 0, 1, 1, 1);
  expect(modularity(network, sides, 1)).toBeCloseTo(6 / 7 - 1 / 2, 14);
  expect(modularity(network, sides, 1.5)).toBeCloseTo(6 / 7 - 1.5 / 2, 14);
  expect(modularity(network, new Int32Array(6), 1)).toBeCloseTo(0, 14);
});

test("modularity is what the definition over all pairs of authors gives", () => {
  const resolutions = fc.constantFrom(0.5, 1, 2);
  fc.assert(
    fc.property(smallPapers(AUTHORS), countings, divisions, resolutions, (papers, counting, community, resolution) => {
      const network = coauthorNetwork(incidenceFrom(papers, AUTHORS), { ...ALL_IN, counting });
      const authors = [...Array(AUTHORS).keys()];
      const weight = (i: number, j: number) => weightBetween(network, i, j);
      const strength = authors.map((i) => authors.reduce((sum, j) => sum + weight(i, j), 0));
      const all = strength.reduce((a, b) => a + b, 0);
      let expected = 0;
      for (const i of authors) {
        for (const j of authors) {
          if (all === 0 || community[i] !== community[j]) continue;
          expected += (weight(i, j) - (resolution * strength[i] * strength[j]) / all) / all;
        }
      }
      expect(modularity(network, community, resolution)).toBeCloseTo(expected, 12);
    }),
  );
});

test("pairs left implicit measure the same as pairs written out", () => {
  fc.assert(
    fc.property(
      smallPapers(AUTHORS),
      countings,
      divisions,
      fc.nat({ max: 4 }),
      (papers, counting, community, large) => {
        const incidence = incidenceFrom(papers, AUTHORS);
        const options = { counting, largePaper: large, large: "in" } as const;
        const explicit = coauthorNetwork(incidence, options);
        const implicit = coauthorNetwork(incidence, options, -1);
        expect(modularity(implicit, community, 1)).toBeCloseTo(modularity(explicit, community, 1), 12);
        const shares = insideShares(explicit, community);
        insideShares(implicit, community).forEach((share, i) => {
          expect(share).toBeCloseTo(shares[i], 6);
        });
      },
    ),
  );
});

test("the constant Potts model's quality is worked out by hand: what pairs weigh above γ, of all weight", () => {
  const network = coauthorNetwork(incidenceFrom([...TWO_TRIANGLES, [6]], 7), { ...ALL_IN, counting: "full" });
  const apart = Int32Array.of(0, 0, 0, 1, 1, 1, -1);
  // Two triangles of weight 3 and three pairs each, seven ties in all.
  expect(constantPotts(network, apart, 0.5)).toBeCloseTo((2 * (3 - 1.5)) / 7, 14);
  expect(constantPotts(network, Int32Array.of(0, 0, 0, 0, 0, 0, -1), 0.1)).toBeCloseTo((7 - 1.5) / 7, 14);
  expect(constantPotts(network, Int32Array.of(0, 1, 2, 3, 4, 5, -1), 0.5)).toBe(0);
  expect(
    constantPotts(coauthorNetwork(incidenceFrom([[0]], 1), { ...ALL_IN, counting: "full" }), Int32Array.of(-1), 1),
  ).toBe(0);
});

test("the share inside is worked out by hand, 1 where nothing leaves, 0 without ties", () => {
  const network = coauthorNetwork(incidenceFrom([...TWO_TRIANGLES, [6]], 7), { ...ALL_IN, counting: "full" });
  const shares = insideShares(network, Int32Array.of(0, 0, 0, 1, 1, 1, -1));
  expect([...shares]).toEqual([1, 1, Math.fround(2 / 3), Math.fround(2 / 3), 1, 1, 0]);
});

test("tie weight by community, taken from the papers, is what the ties say", () => {
  fc.assert(
    fc.property(smallPapers(AUTHORS), countings, divisions, (papers, counting, community) => {
      const incidence = incidenceFrom(papers, AUTHORS);
      const network = coauthorNetwork(incidence, { ...ALL_IN, counting });
      const shares = insideShares(network, community);
      for (let i = 0; i < AUTHORS; i++) {
        const expected = [0, 0, 0, 0];
        for (let j = 0; j < AUTHORS; j++) expected[community[j]] += weightBetween(network, i, j);
        const weights = tieWeightByCommunity(incidence, counting, community, 4, i);
        weights.forEach((weight, c) => {
          expect(weight).toBeCloseTo(expected[c], 12);
        });
        const all = weights.reduce((a, b) => a + b, 0);
        expect(shares[i]).toBeCloseTo(all === 0 ? 0 : weights[community[i]] / all, 6);
      }
    }),
  );
});
