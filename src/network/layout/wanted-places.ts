import { lengthOf } from "./circles.ts";
import { LAYOUT } from "./layout-tuning.ts";
import type { MapPlan } from "./map-plan.ts";

export interface WantedPlaces {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 1 for those whom no region holds. */
  readonly bridge: Uint8Array;
}

/**
 * Where each body is to lie, ties and dots apart. A bridge lies between the regions by share of tie weight. Everyone else stays in their
 * region, on the side where the other teams they write with lie, and the more so the more they write with them; since the region has
 * only so much room there, what counts is the difference to the mean of the team.
 */
export function wantedPlaces({ mass, regions, regionOf, weights }: MapPlan): WantedPlaces {
  const count = mass.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const bridge = new Uint8Array(count);
  const heldMass = new Float64Array(regions.x.length);
  const meanX = new Float64Array(regions.x.length);
  const meanY = new Float64Array(regions.x.length);
  for (let body = 0; body < count; body++) {
    const own = regionOf[body];
    const lean = leanOf(weights[body], own, regions);
    bridge[body] = lean.inside < LAYOUT.heldFrom ? 1 : 0;
    if (bridge[body] === 1) {
      x[body] = lean.meanX;
      y[body] = lean.meanY;
      continue;
    }
    const share = lengthOf(lean.x, lean.y);
    const scale = (LAYOUT.farthestLean * regions.radius[own]) / Math.max(share, LAYOUT.fullLeanAt);
    x[body] = scale * lean.x;
    y[body] = scale * lean.y;
    heldMass[own] += mass[body];
    meanX[own] += mass[body] * x[body];
    meanY[own] += mass[body] * y[body];
  }
  for (let body = 0; body < count; body++) {
    const own = regionOf[body];
    if (bridge[body] === 1) continue;
    x[body] += regions.x[own] - meanX[own] / heldMass[own];
    y[body] += regions.y[own] - meanY[own] / heldMass[own];
  }
  return { x, y, bridge };
}

/** The sum of the directions to the other regions by share of tie weight, the mean of all regions by share, and the share inside. */
function leanOf(weights: ReadonlyMap<number, number>, own: number, regions: MapPlan["regions"]) {
  const lean = { x: 0, y: 0, meanX: regions.x[own], meanY: regions.y[own], inside: 1 };
  let weight = 0;
  for (const w of weights.values()) weight += w;
  if (weight === 0) return lean;
  for (const [region, w] of weights) {
    const dx = regions.x[region] - regions.x[own];
    const dy = regions.y[region] - regions.y[own];
    const share = w / weight;
    const apart = Math.max(lengthOf(dx, dy), 1e-9);
    lean.x += (share * dx) / apart;
    lean.y += (share * dy) / apart;
    lean.meanX += share * dx;
    lean.meanY += share * dy;
  }
  lean.inside = (weights.get(own) ?? 0) / weight;
  return lean;
}
