import { bisectorsBetweenTeams, type HalfPlanes, noHalfPlanes } from "./bisectors.ts";
import type { Circles } from "./circles.ts";
import type { LayoutInput } from "./layout-input.ts";
import { LAYOUT } from "./layout-tuning.ts";
import type { MapPlan } from "./map-plan.ts";
import { type PaperSprings, paperSprings, pullTogether, springStiffness } from "./paper-springs.ts";
import { regionGap } from "./team-anchors.ts";
import { wantedPlaces } from "./wanted-places.ts";

/**
 * All that acts on the bodies of a layout. Forces are per mass, that is accelerations, and anchors have stiffness 1, so every other strength
 * is relative to theirs.
 */
export interface ForceField {
  readonly mass: Float64Array;
  readonly radius: Float64Array;
  /** Acceleration that a mass of 1 gives at distance 1. */
  readonly repulsion: number;
  readonly springs: PaperSprings;
  /** Per body: tie strength over mass. */
  readonly springStrength: Float64Array;
  /** Where each body's anchor pulls to. */
  readonly anchorX: Float64Array;
  readonly anchorY: Float64Array;
  /** How stiffly springs and anchor together hold each body. */
  readonly held: Float64Array;
  readonly regions: Circles;
  /** Per body the region that holds it, or −1, and how far from its middle the body may go. */
  readonly wallOf: Int32Array;
  readonly wallReach: Float64Array;
  /** Regions that keep body i out: `outside[k]` for `outsideOffsets[i] <= k < outsideOffsets[i + 1]`. */
  readonly outsideOffsets: Uint32Array;
  readonly outside: Uint32Array;
  /** Where those who write with two teams are held between them. */
  readonly between: HalfPlanes;
  /** Bodies stay within ± these. */
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/**
 * ForceAtlas2 as it is, on all ties of the input: no anchors, no regions, everyone in. Every body is an author. The
 * anchor of all is the middle of the map, which is ForceAtlas2's strong gravity.
 */
export function plainForces(input: LayoutInput, map: Pick<MapPlan, "width" | "height">): ForceField {
  const count = input.incidence.authorCount;
  const everyone = Int32Array.from({ length: count }, (_, author) => author);
  const mass = Float64Array.from(input.radius, (radius) => (radius + LAYOUT.margin) * (radius + LAYOUT.margin));
  const springs = paperSprings(
    input.incidence,
    () => true,
    everyone,
    () => 0,
    1,
    input.pull,
  );
  const extent = Math.max(map.width, map.height);
  const fill = LAYOUT.plainFill * Math.min(map.width, map.height) * 0.5;
  const tieStrength = strengthOf(springs, mass);
  const cover = input.radius.reduce((sum, r) => sum + r * r, 0) / (fill * fill);
  const shrink = Math.min(1, Math.sqrt(LAYOUT.mostCover / Math.max(cover, 1e-9)));
  return {
    mass,
    radius: Float64Array.from(input.radius, (radius) => radius * shrink),
    repulsion: ((1 + LAYOUT.tieStiffness) * fill * fill) / Math.max(1, total(mass)),
    springs,
    springStrength: mass.map((m) => tieStrength / m),
    anchorX: new Float64Array(count),
    anchorY: new Float64Array(count),
    held: heldBy(springs, tieStrength, mass),
    regions: { x: new Float64Array(0), y: new Float64Array(0), radius: new Float64Array(0) },
    wallOf: new Int32Array(count).fill(-1),
    wallReach: new Float64Array(count),
    outsideOffsets: new Uint32Array(count + 1),
    outside: new Uint32Array(0),
    between: noHalfPlanes(count),
    halfWidth: extent / 2,
    halfHeight: extent / 2,
  };
}

/**
 * ForceAtlas2 shaped by the teams. Ties are those of papers that are not large, and pull harder inside a team. Each author is anchored
 * in the middle of their team's region, or between the regions of the teams they write with, by share of tie weight.
 *
 * Repulsion and ties between teams would drive every region away from its place. Each anchor is therefore moved until it balances, at the planned
 * place, what the other teams as uniform discs do to it there (for a force that falls with 1/d such a disc acts
 * from outside like its mass in its middle). So regions rest where they are planned, and nothing needs to be put right afterwards.
 */
export function teamForces(plan: MapPlan): ForceField {
  const { mass, regions, regionOf, springs } = plan;
  const tieStrength = strengthOf(springs, mass);
  const springStrength = mass.map((m) => tieStrength / m);
  const repulsion = (1 + LAYOUT.tieStiffness) * plan.areaPerMass * LAYOUT.regionFill * LAYOUT.regionFill;

  const wanted = wantedPlaces(plan);
  const { x: wantedX, y: wantedY, bridge } = wanted;
  const gap = regionGap(regions.radius);
  const counter = counterweights(plan, springs, springStrength, repulsion, wantedX, wantedY);
  return {
    mass,
    radius: plan.radius,
    repulsion,
    springs,
    springStrength,
    anchorX: wantedX.map((x, body) => x + counter.x[body]),
    anchorY: wantedY.map((y, body) => y + counter.y[body]),
    held: heldBy(springs, tieStrength, mass),
    regions,
    wallOf: regionOf,
    wallReach: Float64Array.from(regionOf, (region, body) =>
      bridge[body] === 1
        ? regions.radius[region] + LAYOUT.bridgeOutside * gap
        : regions.radius[region] - plan.radius[body],
    ),
    ...regionsKeepingOut(plan, bridge, wantedX, wantedY),
    between: bisectorsBetweenTeams(plan, wanted),
    halfWidth: plan.width / 2,
    halfHeight: plan.height / 2,
  };
}

/** Per body, the way from its place to an anchor (of stiffness 1) that balances the other teams there. */
function counterweights(
  plan: MapPlan,
  springs: PaperSprings,
  springStrength: Float64Array,
  repulsion: number,
  wantedX: Float64Array,
  wantedY: Float64Array,
): { x: Float64Array; y: Float64Array } {
  const { mass, regionOf, regions, areaPerMass } = plan;
  const count = mass.length;
  const tiesX = new Float64Array(count);
  const tiesY = new Float64Array(count);
  pullTogether(springs, springStrength, wantedX, wantedY, tiesX, tiesY);
  // Ties may lean an author to one side of their region; only what moves the team as a whole is balanced.
  const regionMass = new Float64Array(regions.x.length);
  const teamX = new Float64Array(regions.x.length);
  const teamY = new Float64Array(regions.x.length);
  for (let body = 0; body < count; body++) {
    const region = regionOf[body];
    regionMass[region] += mass[body];
    teamX[region] += mass[body] * tiesX[body];
    teamY[region] += mass[body] * tiesY[body];
  }
  const middles = Array.from(regions.x, (x, region) =>
    repelledAt(x, regions.y[region], regions, repulsion / areaPerMass),
  );
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let body = 0; body < count; body++) {
    const region = regionOf[body];
    const inMiddle = wantedX[body] === regions.x[region] && wantedY[body] === regions.y[region];
    const push = inMiddle
      ? middles[region]
      : repelledAt(wantedX[body], wantedY[body], regions, repulsion / areaPerMass);
    x[body] = -push.x - teamX[region] / regionMass[region];
    y[body] = -push.y - teamY[region] / regionMass[region];
  }
  return { x, y };
}

/** What uniform discs in place of all regions do at a point: mass is in proportion to area, so it is had from the radius. */
function repelledAt(px: number, py: number, regions: Circles, strength: number): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (let t = 0; t < regions.x.length; t++) {
    const dx = px - regions.x[t];
    const dy = py - regions.y[t];
    const radiusSquared = regions.radius[t] * regions.radius[t];
    // Outside a disc, mass / d; inside, only the mass nearer to the middle acts.
    const pull = (strength * radiusSquared) / Math.max(dx * dx + dy * dy, radiusSquared);
    x += pull * dx;
    y += pull * dy;
  }
  return { x, y };
}

/** For each bridge the other regions nearest to its place; for all others none. */
function regionsKeepingOut({ regions, regionOf }: MapPlan, bridge: Uint8Array, x: Float64Array, y: Float64Array) {
  const outsideOffsets = new Uint32Array(bridge.length + 1);
  const outside: number[] = [];
  for (let body = 0; body < bridge.length; body++) {
    if (bridge[body] === 1) {
      const gaps = Array.from(regions.x, (_, region) => {
        const dx = x[body] - regions.x[region];
        const dy = y[body] - regions.y[region];
        return { region, gap: Math.sqrt(dx * dx + dy * dy) - regions.radius[region] };
      });
      gaps.sort((a, b) => a.gap - b.gap || a.region - b.region);
      const near = gaps.slice(0, LAYOUT.regionsAround).filter(({ region }) => region !== regionOf[body]);
      for (const { region } of near) outside.push(region);
    }
    outsideOffsets[body + 1] = outside.length;
  }
  return { outsideOffsets, outside: Uint32Array.from(outside) };
}

/** The factor at which all ties together are `tieStiffness` as stiff as all anchors. */
function strengthOf(springs: PaperSprings, mass: Float64Array): number {
  const stiffness = total(springStiffness(springs, mass.length));
  return stiffness > 0 ? (LAYOUT.tieStiffness * total(mass)) / stiffness : 0;
}

function heldBy(springs: PaperSprings, tieStrength: number, mass: Float64Array): Float64Array {
  return springStiffness(springs, mass.length).map((stiffness, i) => 1 + (stiffness * tieStrength) / mass[i]);
}

function total(column: Float64Array): number {
  return column.reduce((sum, value) => sum + value, 0);
}
