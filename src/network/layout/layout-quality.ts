import { authorsOf, authorsOn, papersOf } from "../../model/incidence.ts";
import type { LayoutInput } from "./layout-input.ts";
import { Quadtree } from "./quadtree.ts";

/**
 * Share, over all authors with a team whom `consider` admits, of their `k` nearest admitted authors who are of the same team, 0 to 1; 1
 * where there is nobody to ask. Nearest by distance, then by number. Quadratic: for tests and benchmarks.
 */
export function ownTeamShareOfNearest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  team: readonly (number | null)[],
  consider: (author: number) => boolean,
  k = 5,
): number {
  const admitted = team.map((_, author) => author).filter((author) => team[author] !== null && consider(author));
  let own = 0;
  let asked = 0;
  for (const author of admitted) {
    const nearest = admitted
      .filter((other) => other !== author)
      .map((other) => ({ other, distance: (x[other] - x[author]) ** 2 + (y[other] - y[author]) ** 2 }))
      .sort((a, b) => a.distance - b.distance || a.other - b.other)
      .slice(0, k);
    asked += nearest.length;
    own += nearest.filter(({ other }) => team[other] === team[author]).length;
  }
  return asked === 0 ? 1 : own / asked;
}

export interface BetweenTwoTeams {
  /** Authors who publish with exactly two teams on papers that are not large. */
  readonly authors: number;
  /** Share of them who lie nearer to both teams' centroids than to any third; 1 where there are none. */
  readonly share: number;
  /** The same over those who publish with two or more teams, by their two of most tie weight. */
  readonly authorsOfMore: number;
  readonly shareOfMore: number;
}

/** How well those who publish with two teams lie between them. Centroids are over authors whom `consider` admits. */
export function betweenTwoTeams(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  input: LayoutInput,
  consider: (author: number) => boolean = (author) => !input.onlyLarge[author],
): BetweenTwoTeams {
  const centroids = centroidsOf(x, y, input, consider);
  const counts = { two: 0, twoNear: 0, more: 0, moreNear: 0 };
  for (let author = 0; author < input.incidence.authorCount; author++) {
    const weights = teamWeights(input, author);
    if (!consider(author) || weights.length < 2) continue;
    const [first, second] = weights;
    const to = (team: number) => {
      const center = centroids.get(team);
      return center === undefined ? Infinity : (center.x - x[author]) ** 2 + (center.y - y[author]) ** 2;
    };
    const farther = Math.max(to(first.team), to(second.team));
    const near = [...centroids.keys()].every((t) => t === first.team || t === second.team || to(t) > farther) ? 1 : 0;
    counts.more += 1;
    counts.moreNear += near;
    if (weights.length === 2) {
      counts.two += 1;
      counts.twoNear += near;
    }
  }
  return {
    authors: counts.two,
    share: counts.two === 0 ? 1 : counts.twoNear / counts.two,
    authorsOfMore: counts.more,
    shareOfMore: counts.more === 0 ? 1 : counts.moreNear / counts.more,
  };
}

/** The teams of an author's coauthors on papers that are not large, most pair weight 1/(n−1) first, then by number. */
function teamWeights(input: LayoutInput, author: number): { team: number; weight: number }[] {
  const weights = new Map<number, number>();
  for (const p of papersOf(input.incidence, author)) {
    if (input.large[p]) continue;
    for (const other of authorsOf(input.incidence, p)) {
      const team = input.team[other];
      if (other === author || team === null) continue;
      weights.set(team, (weights.get(team) ?? 0) + 1 / (authorsOn(input.incidence, p) - 1));
    }
  }
  return [...weights]
    .map(([team, weight]) => ({ team, weight }))
    .sort((a, b) => b.weight - a.weight || a.team - b.team);
}

function centroidsOf(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  input: LayoutInput,
  consider: (author: number) => boolean,
): Map<number, { x: number; y: number }> {
  const sums = new Map<number, { x: number; y: number; count: number }>();
  input.team.forEach((team, author) => {
    if (team === null || !consider(author)) return;
    const sum = sums.get(team) ?? { x: 0, y: 0, count: 0 };
    sums.set(team, { x: sum.x + x[author], y: sum.y + y[author], count: sum.count + 1 });
  });
  return new Map([...sums].map(([team, sum]) => [team, { x: sum.x / sum.count, y: sum.y / sum.count }]));
}

export interface ForceError {
  readonly median: number;
  readonly rootMeanSquare: number;
  readonly largest: number;
}

/** Relative error of the repulsion by quadtree against the exact sum, over all bodies that feel any. */
export function forceError(x: Float64Array, y: Float64Array, mass: Float64Array, theta: number): ForceError {
  const tree = new Quadtree(x.length);
  tree.build(x, y, mass);
  const nearX = new Float64Array(x.length);
  const nearY = new Float64Array(x.length);
  tree.repel(1, theta, nearX, nearY);
  const exact = exactRepulsion(x, y, mass);
  const errors: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const length = Math.sqrt(exact.x[i] ** 2 + exact.y[i] ** 2);
    if (length > 0) errors.push(Math.sqrt((nearX[i] - exact.x[i]) ** 2 + (nearY[i] - exact.y[i]) ** 2) / length);
  }
  errors.sort((a, b) => a - b);
  if (errors.length === 0) return { median: 0, rootMeanSquare: 0, largest: 0 };
  return {
    median: errors[errors.length >> 1],
    rootMeanSquare: Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length),
    largest: errors[errors.length - 1],
  };
}

/** The exact repulsion, pair by pair: the oracle of the quadtree. */
export function exactRepulsion(x: Float64Array, y: Float64Array, mass: Float64Array) {
  const sumX = new Float64Array(x.length);
  const sumY = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < x.length; j++) {
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const squared = dx * dx + dy * dy;
      if (squared < 1e-18) continue;
      sumX[i] += (mass[j] * dx) / squared;
      sumY[i] += (mass[j] * dy) / squared;
    }
  }
  return { x: sumX, y: sumY };
}
