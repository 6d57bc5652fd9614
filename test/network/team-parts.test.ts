import fc from "fast-check";
import { expect, test } from "vitest";
import { type CoauthorNetwork, coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { findCommunities } from "../../src/network/communities.ts";
import { networkInside } from "../../src/network/network-inside.ts";
import { modularity } from "../../src/network/partition-measures.ts";
import { connectedParts } from "../../src/network/standard-division.ts";
import { LEAST_AUTHORS, LEAST_MODULARITY, partsOfTeams } from "../../src/network/team-parts.ts";
import { inventedIncidence } from "../bench/network/incidences.ts";
import {
  allDivisions,
  countings,
  incidenceFrom,
  smallPapers,
  TWO_TRIANGLES,
  weightBetween,
} from "./small-incidences.ts";

const AUTHORS = 6;
const BY_PAPER = { counting: "paper", largePaper: 100, large: "in" } as const;
const OPTIONS = { resolution: 1, seed: 1 };

/** The network of some papers, with those of three authors or more left implicit where it is asked for. */
function networkOf(papers: readonly (readonly number[])[], authors: number, implicit = false): CoauthorNetwork {
  const incidence = incidenceFrom(papers, authors);
  return implicit
    ? coauthorNetwork(incidence, { ...BY_PAPER, largePaper: 2 }, 0)
    : coauthorNetwork(incidence, BY_PAPER);
}

/** A network of some thousand authors with its teams. */
function invented(seed: number, largePaper: number) {
  const incidence = inventedIncidence({ papers: 1500, seed });
  const network = coauthorNetwork(incidence, { ...BY_PAPER, largePaper }, largePaper === 100 ? undefined : 0);
  const teams = findCommunities(network, { ...OPTIONS, starts: 1, method: "leiden" });
  return { network, teams };
}

test("the network of a team has its ties with their whole weight, of implicit papers too", () => {
  fc.assert(
    fc.property(smallPapers(AUTHORS), fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), (papers, some) => {
      const explicit = networkOf(papers, AUTHORS);
      const numberOf = new Int32Array(AUTHORS).fill(-1);
      const members = Uint32Array.from(some);
      for (const network of [explicit, networkOf(papers, AUTHORS, true)]) {
        const cliques = [...(network.implicit?.papers.keys() ?? [])];
        const inside = networkInside(network, members, numberOf, cliques);
        const weightOf = (i: number, j: number) => weightBetween(inside, i, j) + weightOnCliques(inside, i, j);
        some.forEach((a, i) => {
          some.forEach((b, j) => {
            if (i !== j) expect(weightOf(i, j)).toBeCloseTo(weightBetween(explicit, a, b), 12);
          });
        });
        expect([...numberOf]).toEqual(Array(AUTHORS).fill(-1));
      }
    }),
  );
});

function weightOnCliques({ implicit }: CoauthorNetwork, i: number, j: number): number {
  if (implicit === undefined) return 0;
  return implicit.weights.reduce((sum, weight, q) => {
    const members = implicit.members.subarray(implicit.offsets[q], implicit.offsets[q + 1]);
    return members.includes(i) && members.includes(j) ? sum + weight : sum;
  }, 0);
}

test("everybody of a divided team is in one part of it, parts are connected and in order", () => {
  for (const [seed, largePaper] of [
    [1, 100],
    [2, 100],
    [3, 4],
  ] as const) {
    const { network, teams } = invented(seed, largePaper);
    const { part, team } = partsOfTeams(network, teams.community, teams.communityCount, OPTIONS);
    expect(team.length).toBeGreaterThan(2);

    const sizes = new Uint32Array(team.length);
    const smallest = new Int32Array(team.length).fill(-1);
    part.forEach((p, author) => {
      if (p < 0) return;
      expect(team[p]).toBe(teams.community[author]);
      sizes[p] += 1;
      if (smallest[p] < 0) smallest[p] = author;
    });
    const divided = new Set(team);
    teams.community.forEach((t, author) => {
      expect(part[author] >= 0).toBe(divided.has(t));
    });
    team.forEach((t, p) => {
      expect(sizes[p]).toBeGreaterThan(0);
      if (p === 0) return;
      const order = t - team[p - 1] || sizes[p - 1] - sizes[p] || smallest[p] - smallest[p - 1];
      expect(order).toBeGreaterThan(0);
    });
    for (const t of divided) {
      const authors = teams.community.filter((own) => own === t).length;
      expect(authors).toBeGreaterThanOrEqual(LEAST_AUTHORS);
      expect(team.reduce((sum, own, p) => sum + (own === t ? sizes[p] : 0), 0)).toBe(authors);
      expect(team.filter((own) => own === t).length).toBeGreaterThan(1);
    }
    const connected = new Set(connectedParts(network, part).filter((_, author) => part[author] >= 0));
    expect(connected.size).toBe(team.length);
  }
});

test("parts can be divided again, and are then nested in the parts", () => {
  const { network, teams } = invented(2, 100);
  const first = partsOfTeams(network, teams.community, teams.communityCount, OPTIONS, 20);
  const second = partsOfTeams(network, first.part, first.team.length, OPTIONS, 4);
  expect(second.team.length).toBeGreaterThan(first.team.length);
  second.part.forEach((p, author) => {
    if (p >= 0) expect(second.team[p]).toBe(first.part[author]);
  });
});

test("of small teams the parts are the best division there is, if it is good enough", () => {
  const everyDivision = allDivisions(AUTHORS);
  fc.assert(
    fc.property(smallPapers(AUTHORS), countings, fc.boolean(), (papers, counting, implicit) => {
      const incidence = incidenceFrom(papers, AUTHORS);
      const network = implicit
        ? coauthorNetwork(incidence, { ...BY_PAPER, counting, largePaper: 2 }, 0)
        : coauthorNetwork(incidence, { ...BY_PAPER, counting });
      const whole = connectedParts(network, new Int32Array(AUTHORS));
      fc.pre(whole.every((root) => root === 0));
      const { part } = partsOfTeams(network, new Int32Array(AUTHORS), 1, OPTIONS, 2);
      const best = Math.max(...everyDivision.map((division) => modularity(network, division, 1)));
      if (part[0] < 0) expect(best).toBeLessThan(LEAST_MODULARITY + 1e-9);
      else expect(modularity(network, part, 1)).toBeCloseTo(best, 10);
    }),
    { numRuns: 300 },
  );
});

test("two triangles are two parts of one team; a clique, a small team and nobody's have none", () => {
  const [one, other, across] = TWO_TRIANGLES;
  // Six papers inside and one across: a modularity of 6/7 − 1/2.
  const triangles = networkOf([one, one, one, other, other, other, across, [6]], 7);
  const team = Int32Array.of(0, 0, 0, 0, 0, 0, -1);
  expect(partsOfTeams(triangles, team, 1, OPTIONS, 6)).toEqual({
    part: Int32Array.of(0, 0, 0, 1, 1, 1, -1),
    team: Uint32Array.of(0, 0),
  });
  const nothing = { part: new Int32Array(7).fill(-1), team: new Uint32Array(0) };
  expect(partsOfTeams(triangles, team, 1, OPTIONS, 7)).toEqual(nothing);
  expect(partsOfTeams(triangles, team, 1, OPTIONS)).toEqual(nothing);
  expect(partsOfTeams(networkOf([[0, 1, 2, 3, 4, 5, 6]], 7), new Int32Array(7), 1, OPTIONS, 2)).toEqual(nothing);
});

test("the order of papers does not matter", () => {
  const incidence = inventedIncidence({ papers: 800, seed: 5 });
  const papers = Array.from({ length: incidence.paperCount }, (_, p) =>
    Array.from(incidence.authors.subarray(incidence.paperOffsets[p], incidence.paperOffsets[p + 1])),
  );
  const there = networkOf(papers, incidence.authorCount);
  const back = networkOf(papers.toReversed(), incidence.authorCount);
  const { community, communityCount } = findCommunities(there, { ...OPTIONS, starts: 1, method: "leiden" });
  expect(partsOfTeams(back, community, communityCount, OPTIONS)).toEqual(
    partsOfTeams(there, community, communityCount, OPTIONS),
  );
});
