/** Teams as circles that want to lie near those they write with. */
export interface TeamGraph {
  readonly radius: Float64Array;
  /** Ties a[k]–b[k] (a < b) of weight w[k] > 0. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly w: Float64Array;
  /** `weight` members of team `of` (fewer the more teams they write with) have most of their outside ties with team `next`, and are to lie nearer to it than to any third. */
  readonly wishes: readonly Wish[];
}

export interface Wish {
  readonly of: number;
  readonly next: number;
  readonly weight: number;
}

/**
 * The teams as circles of the given radii, with the weight between them and the wishes of those who write with several: which team, besides
 * their own, has most of their ties. `weights` has each body's tie weight by region, own region included.
 */
export function teamGraph(
  regionOf: Int32Array,
  weights: readonly ReadonlyMap<number, number>[],
  radius: Float64Array,
): TeamGraph {
  const ties = new PairSums(radius.length);
  const wishes = new PairSums(radius.length);
  weights.forEach((ofBody, body) => {
    const own = regionOf[body];
    let next = -1;
    let most = 0;
    for (const [region, weight] of ofBody) {
      if (region === own) continue;
      // Each pair is met from both its ends.
      ties.add(Math.min(own, region), Math.max(own, region), weight / 2);
      if (weight > most || (weight === most && region < next)) {
        next = region;
        most = weight;
      }
    }
    // Whoever writes with many teams cannot lie between two of them, and wishes less.
    if (next >= 0) wishes.add(own, next, 1 / Math.max(1, ofBody.size - 1));
  });
  const sorted = ties.sorted();
  return {
    radius,
    a: Uint32Array.from(sorted, (tie) => tie.a),
    b: Uint32Array.from(sorted, (tie) => tie.b),
    w: Float64Array.from(sorted, (tie) => tie.sum),
    wishes: wishes.sorted().map(({ a, b, sum }) => ({ of: a, next: b, weight: sum })),
  };
}

/** Sums by ordered pairs of regions. */
class PairSums {
  private readonly sums = new Map<number, number>();
  private readonly regions: number;

  constructor(regions: number) {
    this.regions = regions;
  }

  add(a: number, b: number, value: number): void {
    const key = a * this.regions + b;
    this.sums.set(key, (this.sums.get(key) ?? 0) + value);
  }

  /** By a, then b. */
  sorted(): { a: number; b: number; sum: number }[] {
    return [...this.sums]
      .sort(([p], [q]) => p - q)
      .map(([key, sum]) => ({ a: Math.floor(key / this.regions), b: key % this.regions, sum }));
  }
}
