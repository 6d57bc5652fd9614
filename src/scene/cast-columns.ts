import { authorRadius, prominenceOf } from "../model/author-radius.ts";
import { type CoauthorshipTable, type Dataset, type Partition, partitionOf, weightsBy } from "../model/dataset.ts";
import { type Bridge, bridgesOf } from "./bridges.ts";
import { doubtfulCases } from "./doubt.ts";
import { onceByCounting } from "./once.ts";

/** What dataset and counting decide of a picture, as columns: in all themes the same. */
export interface CastColumns {
  readonly bridges: readonly Bridge[];
  /** Authors about whose identity the presets disagree, ascending. */
  readonly doubtful: Uint32Array;
  /** By author, in pixels, 3 to 14. */
  readonly radius: Float32Array;
  /** By author: the second team of a bridge, −1 for everybody else. */
  readonly ringOf: Int32Array;
  /** By tie: root of weight over the root of the largest weight, 0 to 1. */
  readonly strength: Float32Array;
  /** By tie: 1 for the weaker half of its team's ties, or of those between teams. */
  readonly weak: Uint8Array;
  /** By tie: 1 for those between teams. */
  readonly between: Uint8Array;
}

/** Among more ties than this none is told from others while the whole map is shown: all are drawn, and their density tells. */
const DENSE_TIES = 50_000;

/** Whether the weaker half of the ties waits until one comes near. */
export function sparesWeakTies({ coauthorships, manifest }: Dataset): boolean {
  // At a glance only the strongest are there, of a map that has more.
  return Math.max(coauthorships.rowCount, manifest.counts.coauthorships) <= DENSE_TIES;
}

/** Linear in authors, ties and the authorships of bridges; the same columns for the same dataset and counting. */
export const castColumns = onceByCounting((dataset, incidence, counting): CastColumns => {
  const { authors, coauthorships: ties } = dataset;
  const partition = partitionOf(dataset, counting);
  const bridges = bridgesOf(dataset, incidence, counting);
  const ringOf = new Int32Array(authors.rowCount).fill(-1);
  for (const { author, towards } of bridges) ringOf[author] = towards;
  const weights = weightsBy(ties, counting);
  const between = betweenTeams(ties, partition.team);
  return {
    bridges,
    doubtful: Uint32Array.from(doubtfulCases(dataset).keys()).sort(),
    radius: radii(prominenceOf(authors)),
    ringOf,
    strength: strengths(weights),
    weak: sparesWeakTies(dataset) ? weakTies(ties, weights, between, partition.team) : new Uint8Array(ties.rowCount),
    between,
  };
});

function radii(prominence: Uint32Array): Float32Array {
  let most = 1;
  for (const count of prominence) if (count > most) most = count;
  const radius = new Float32Array(prominence.length);
  for (let author = 0; author < radius.length; author++) radius[author] = authorRadius(prominence[author], most);
  return radius;
}

function strengths(weights: Float64Array): Float32Array {
  let largest = 0;
  for (const weight of weights) if (weight > largest) largest = weight;
  const strength = new Float32Array(weights.length);
  if (largest > 0) for (let row = 0; row < weights.length; row++) strength[row] = Math.sqrt(weights[row] / largest);
  return strength;
}

function betweenTeams({ a, b, rowCount }: CoauthorshipTable, team: Partition["team"]): Uint8Array {
  const between = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const own = team[a[row]];
    if (own === null || own !== team[b[row]]) between[row] = 1;
  }
  return between;
}

/** Group of the ties between teams; inside a team it is the team's row. */
const BETWEEN = -1;

function weakTies(ties: CoauthorshipTable, weights: Float64Array, between: Uint8Array, team: Partition["team"]) {
  const groups = Int32Array.from(between, (apart, row) => (apart === 1 ? BETWEEN : (team[ties.a[row]] ?? BETWEEN)));
  return withoutStrongest(weakerHalves(weights, groups), weights, ties);
}

/**
 * 1 for the half of each group's ties with the least weight; among equals, later rows are the weaker. By group, since one
 * paper of many authors would otherwise leave its whole team without a line.
 */
export function weakerHalves(weights: Float64Array, groups: Int32Array): Uint8Array {
  const rowsOf = new Map<number, number[]>();
  groups.forEach((group, row) => {
    const rows = rowsOf.get(group);
    if (rows === undefined) rowsOf.set(group, [row]);
    else rows.push(row);
  });
  const weak = new Uint8Array(weights.length);
  for (const rows of rowsOf.values()) {
    rows.sort((one, other) => weights[one] - weights[other] || other - one);
    for (const row of rows.slice(0, Math.floor(rows.length / 2))) weak[row] = 1;
  }
  return weak;
}

/** Nobody's strongest tie (the first of equals) is weak, so that nobody who has coauthors looks as if they had none. */
export function withoutStrongest(
  weak: Uint8Array,
  weights: Float64Array,
  { a, b }: Pick<CoauthorshipTable, "a" | "b">,
): Uint8Array {
  const strongest = new Map<number, number>();
  for (let row = 0; row < weights.length; row++) {
    for (const author of [a[row], b[row]]) {
      const before = strongest.get(author);
      if (before === undefined || weights[row] > weights[before]) strongest.set(author, row);
    }
  }
  const left = weak.slice();
  for (const row of strongest.values()) left[row] = 0;
  return left;
}
