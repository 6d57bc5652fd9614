import { expect, test } from "vitest";
import { authorsOf } from "../../../src/model/incidence.ts";
import {
  paperSprings,
  pullTogether,
  springStiffness,
  weightByGroup,
} from "../../../src/network/layout/paper-springs.ts";
import { ringOfTeams } from "./small-worlds.ts";

const { incidence, team } = ringOfTeams(3, 6, 0);
const groupOf = (author: number) => team[author] ?? 0;
const everyone = Int32Array.from(team, (_, author) => author);
const springs = paperSprings(incidence, () => true, everyone, groupOf, 4);
const x = Float64Array.from(team, (_, author) => (author * 37) % 11);
const y = Float64Array.from(team, (_, author) => (author * 53) % 17);

/** Every pair of every paper, one by one. */
function pairByPair(visit: (a: number, b: number, pull: number, weight: number) => void): void {
  for (let p = 0; p < incidence.paperCount; p++) {
    const authors = authorsOf(incidence, p);
    for (const a of authors) {
      for (const b of authors) {
        const weight = 1 / (authors.length - 1);
        if (a !== b) visit(a, b, weight * (groupOf(a) === groupOf(b) ? 4 : 1), weight);
      }
    }
  }
}

test("the pull of whole papers is that of all their pairs", () => {
  const count = team.length;
  const [outX, outY, exactX, exactY] = [0, 1, 2, 3].map(() => new Float64Array(count));
  pullTogether(springs, new Float64Array(count).fill(2), x, y, outX, outY);
  pairByPair((a, b, pull) => {
    exactX[a] += 2 * pull * (x[b] - x[a]);
    exactY[a] += 2 * pull * (y[b] - y[a]);
  });
  for (let i = 0; i < count; i++) {
    expect(outX[i]).toBeCloseTo(exactX[i], 9);
    expect(outY[i]).toBeCloseTo(exactY[i], 9);
  }
});

test("stiffness and weight by team are sums over pairs", () => {
  const stiffness = new Float64Array(team.length);
  const weights = team.map(() => new Map<number, number>());
  pairByPair((a, b, pull, weight) => {
    stiffness[a] += pull;
    weights[a].set(groupOf(b), (weights[a].get(groupOf(b)) ?? 0) + weight);
  });
  springStiffness(springs, team.length).forEach((value, i) => {
    expect(value).toBeCloseTo(stiffness[i], 9);
  });
  weightByGroup(springs, team.length, groupOf).forEach((ofAuthor, i) => {
    expect([...ofAuthor.keys()].sort()).toEqual([...weights[i].keys()].sort());
    for (const [group, weight] of ofAuthor) expect(weight).toBeCloseTo(weights[i].get(group) ?? 0, 9);
  });
});
