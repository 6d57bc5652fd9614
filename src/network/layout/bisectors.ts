import { lengthOf } from "./circles.ts";
import { LAYOUT } from "./layout-tuning.ts";
import type { MapPlan } from "./map-plan.ts";
import type { WantedPlaces } from "./wanted-places.ts";

/** Half-planes in which bodies are held: body i where `normalX[k] x + normalY[k] y <= limit[k]` for `offsets[i] <= k < offsets[i + 1]`. */
export interface HalfPlanes {
  readonly offsets: Uint32Array;
  readonly normalX: Float64Array;
  readonly normalY: Float64Array;
  readonly limit: Float64Array;
}

/** No half-planes for any of `count` bodies. */
export function noHalfPlanes(count: number): HalfPlanes {
  const none = new Float64Array(0);
  return { offsets: new Uint32Array(count + 1), normalX: none, normalY: none, limit: none };
}

/**
 * Keeps those who write with exactly two teams nearer to the middles of both than to that of any third:
 *
 *       own ●───x──● other        whoever is nearer to `other` than to `third` is on other's side of the line
 *            ╲     ┊  ╱           halfway between the two: a half-plane, like a wall of the region
 *             ● third
 *
 * Only lines near a body's wanted place are kept, and none that has the whole region on its wrong side: then the teams lie so
 * that the wish cannot be granted.
 */
export function bisectorsBetweenTeams(plan: MapPlan, wanted: WantedPlaces): HalfPlanes {
  const { regions, regionOf, weights } = plan;
  const offsets = new Uint32Array(regionOf.length + 1);
  const normalX: number[] = [];
  const normalY: number[] = [];
  const limit: number[] = [];
  const wishing = areaWishing(plan);
  for (let body = 0; body < regionOf.length; body++) {
    const own = regionOf[body];
    const teams = [...weights[body].keys()];
    const other = teams.find((team) => team !== own);
    if (teams.length === 2 && other !== undefined) {
      const reach = regions.radius[own];
      const crowd = (wishing.get(own * regions.x.length + other) ?? 0) / (reach * reach);
      for (const [near, third] of thirdTeams(plan, own, other)) {
        const dx = regions.x[third] - regions.x[near];
        const dy = regions.y[third] - regions.y[near];
        const apart = lengthOf(dx, dy);
        const nx = dx / apart;
        const ny = dy / apart;
        const middle = (nx * (regions.x[third] + regions.x[near]) + ny * (regions.y[third] + regions.y[near])) / 2;
        const beyond = nx * wanted.x[body] + ny * wanted.y[body] - middle;
        const ownBeyond = nx * regions.x[own] + ny * regions.y[own] - middle;
        if (beyond < -2 * reach || ownBeyond > LAYOUT.hopelessFrom * reach) continue;
        normalX.push(nx);
        normalY.push(ny);
        // However many wish it, they must find room between the line and the rim.
        const crowded = nx * regions.x[own] + ny * regions.y[own] - LAYOUT.bisectorDeepest * (1 - 2 * crowd) * reach;
        limit.push(Math.max(middle - Math.min(LAYOUT.bisectorMargin * reach, apart / 4), crowded));
      }
    }
    offsets[body + 1] = limit.length;
  }
  return {
    offsets,
    normalX: Float64Array.from(normalX),
    normalY: Float64Array.from(normalY),
    limit: Float64Array.from(limit),
  };
}

/** What those who write with exactly two teams ask for, as radius squared, by own team × teams + other team. */
function areaWishing({ regions, regionOf, weights, mass, areaPerMass }: MapPlan): Map<number, number> {
  const area = new Map<number, number>();
  regionOf.forEach((own, body) => {
    const other = [...weights[body].keys()].find((team) => team !== own);
    if (weights[body].size !== 2 || other === undefined) return;
    const key = own * regions.x.length + other;
    area.set(key, (area.get(key) ?? 0) + mass[body] * areaPerMass);
  });
  return area;
}

/** The pairs of one of the two teams and a third that may lie nearer; far teams cannot. */
function thirdTeams({ regions }: MapPlan, own: number, other: number): [number, number][] {
  const pairs: [number, number][] = [];
  const dx = regions.x[other] - regions.x[own];
  const dy = regions.y[other] - regions.y[own];
  const far = lengthOf(dx, dy) + 2 * regions.radius[own];
  for (let third = 0; third < regions.x.length; third++) {
    if (third === own || third === other) continue;
    if (lengthOf(regions.x[third] - regions.x[own], regions.y[third] - regions.y[own]) > far) continue;
    pairs.push([own, third], [other, third]);
  }
  return pairs;
}
