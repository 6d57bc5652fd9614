import { authorsOf, authorsOn, type Incidence } from "../../model/incidence.ts";

/**
 * The ties of a set of bodies as springs, kept by paper. Paper p pulls with `weights[p]` a pair, and its authors stand together by
 * team: its groups are g with `paperGroups[p] <= g < paperGroups[p + 1]`, and the bodies of group g are `bodies[k]` for
 * `groupOffsets[g] <= k < groupOffsets[g + 1]`.
 */
export interface PaperSprings {
  readonly paperGroups: Uint32Array;
  readonly groupOffsets: Uint32Array;
  readonly bodies: Uint32Array;
  readonly weights: Float64Array;
  /** How many times harder a pair of one group pulls. */
  readonly groupPull: number;
}

/**
 * Springs of 1/(n−1) a pair (Newman 2001), or of `pull` by paper, for the papers that `counts` admits, n being all the paper's authors. `bodyOf` gives an author's
 * body or −1, `groupOf` a body's group (a whole number ≥ 0); papers with fewer than two bodies make no spring.
 */
export function paperSprings(
  incidence: Incidence,
  counts: (paper: number) => boolean,
  bodyOf: Int32Array,
  groupOf: (body: number) => number,
  groupPull: number,
  pull?: Float64Array,
): PaperSprings {
  const paperGroups: number[] = [0];
  const groupOffsets: number[] = [0];
  const bodies: number[] = [];
  const weights: number[] = [];
  for (let p = 0; p < incidence.paperCount; p++) {
    if (!counts(p)) continue;
    const onPaper = Array.from(authorsOf(incidence, p), (author) => bodyOf[author]).filter((body) => body >= 0);
    if (onPaper.length < 2) continue;
    onPaper.sort((a, b) => groupOf(a) - groupOf(b) || a - b);
    for (let k = 0; k < onPaper.length; k++) {
      if (k > 0 && groupOf(onPaper[k]) !== groupOf(onPaper[k - 1])) groupOffsets.push(bodies.length);
      bodies.push(onPaper[k]);
    }
    groupOffsets.push(bodies.length);
    paperGroups.push(groupOffsets.length - 1);
    weights.push(pull?.[p] ?? 1 / (authorsOn(incidence, p) - 1));
  }
  return {
    paperGroups: Uint32Array.from(paperGroups),
    groupOffsets: Uint32Array.from(groupOffsets),
    bodies: Uint32Array.from(bodies),
    weights: Float64Array.from(weights),
    groupPull,
  };
}

/**
 * Adds every spring's pull, times `strength[i]`, to the columns of body i. A spring pulls in proportion to its length, so all n pairs
 * of an author on one paper pull like n springs to the paper's centroid: time is linear in the authorships.
 */
export function pullTogether(
  springs: PaperSprings,
  strength: Float64Array,
  x: Float64Array,
  y: Float64Array,
  outX: Float64Array,
  outY: Float64Array,
): void {
  const { paperGroups, groupOffsets, bodies, weights } = springs;
  const extra = springs.groupPull - 1;
  for (let p = 0; p < weights.length; p++) {
    const first = groupOffsets[paperGroups[p]];
    const end = groupOffsets[paperGroups[p + 1]];
    let allX = 0;
    let allY = 0;
    for (let k = first; k < end; k++) {
      allX += x[bodies[k]];
      allY += y[bodies[k]];
    }
    for (let g = paperGroups[p]; g < paperGroups[p + 1]; g++) {
      let ownX = 0;
      let ownY = 0;
      for (let k = groupOffsets[g]; k < groupOffsets[g + 1]; k++) {
        ownX += x[bodies[k]];
        ownY += y[bodies[k]];
      }
      const stiffness = end - first + extra * (groupOffsets[g + 1] - groupOffsets[g]);
      for (let k = groupOffsets[g]; k < groupOffsets[g + 1]; k++) {
        const i = bodies[k];
        const scale = weights[p] * strength[i];
        outX[i] += scale * (allX + extra * ownX - stiffness * x[i]);
        outY[i] += scale * (allY + extra * ownY - stiffness * y[i]);
      }
    }
  }
}

/** How stiffly each body is held by its springs, at strength 1. */
export function springStiffness(springs: PaperSprings, bodyCount: number): Float64Array {
  const { paperGroups, groupOffsets, bodies, weights } = springs;
  const stiffness = new Float64Array(bodyCount);
  for (let p = 0; p < weights.length; p++) {
    const onPaper = groupOffsets[paperGroups[p + 1]] - groupOffsets[paperGroups[p]];
    for (let g = paperGroups[p]; g < paperGroups[p + 1]; g++) {
      const inGroup = groupOffsets[g + 1] - groupOffsets[g];
      for (let k = groupOffsets[g]; k < groupOffsets[g + 1]; k++) {
        stiffness[bodies[k]] += weights[p] * (onPaper - 1 + (springs.groupPull - 1) * (inGroup - 1));
      }
    }
  }
  return stiffness;
}

/** Per body, the weight of its pairs with the bodies of each group, own group included; groups without weight are absent. */
export function weightByGroup(
  springs: PaperSprings,
  bodyCount: number,
  groupOf: (body: number) => number,
): Map<number, number>[] {
  const { paperGroups, groupOffsets, bodies, weights } = springs;
  const byGroup: Map<number, number>[] = Array.from({ length: bodyCount }, () => new Map());
  for (let p = 0; p < weights.length; p++) {
    for (let k = groupOffsets[paperGroups[p]]; k < groupOffsets[paperGroups[p + 1]]; k++) {
      const own = groupOf(bodies[k]);
      const ofBody = byGroup[bodies[k]];
      for (let g = paperGroups[p]; g < paperGroups[p + 1]; g++) {
        const group = groupOf(bodies[groupOffsets[g]]);
        const others = groupOffsets[g + 1] - groupOffsets[g] - (group === own ? 1 : 0);
        if (others > 0) ofBody.set(group, (ofBody.get(group) ?? 0) + weights[p] * others);
      }
    }
  }
  return byGroup;
}
