import { carryOver } from "./carry-over.ts";
import type { Circles } from "./circles.ts";
import { fillDisc } from "./even-disc.ts";
import { byRegion, IslandForces, type Islands, type KnownOfBodies } from "./island-forces.ts";
import { type Component, discsAround, leanOf, planIslands } from "./island-plan.ts";
import { LARGE_MAP } from "./large-map-tuning.ts";
import type { LayoutInput, Seating } from "./layout-input.ts";
import { LAYOUT } from "./layout-tuning.ts";
import { coolingOf, type Places, placeMultilevel } from "./multilevel.ts";
import { componentsOf, pullGroups, rowsAmong, tieRows } from "./tie-rows.ts";

/** Where authors lay on an earlier map, in stored units (NaN for who was not there), and pixels per stored unit. */
export interface FormerPlaces {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly scale: number;
}

/** Where all bodies of a large map lie, in pixels, and the discs of their teams. */
export interface LargeMap extends Places {
  readonly regions: Circles;
}

/** Whether a map has so many authors placed by forces that it is laid out level by level. */
export function isLarge({ bodies }: Seating): boolean {
  return bodies.length > LARGE_MAP.fromBodies;
}

/**
 * Lays out a large map: all authors by the multilevel method, component by component; from this the places of the teams' discs and who lies where in them; then
 * every team by itself in its disc, until no dot covers another. With `former` places those are kept as far as there is room.
 */
export function layOutLarge(input: LayoutInput, seating: Seating, former: FormerPlaces | null = null): LargeMap {
  const body = bodiesOf(input, seating);
  if (former !== null) return carryOver(body, formerOfBodies(former, seating));
  const components = componentsOf(body.ties).map((members): Component => {
    const rows = members.length === body.ties.count ? body.ties : rowsAmong(body.ties, members);
    const group = Int32Array.from(members, (i) => body.region[i]);
    return { members, places: placeMultilevel(rows, group, input.seed) };
  });
  const regions = planIslands(components, body.region, body.area);
  const islands: Islands = { ...body, regions, lean: leanOf(body.ties, body.region, regions, body.area) };
  const { x, y } = intoDiscs(components, islands);
  const forces = new IslandForces(islands, x, y);
  for (let step = 0; step < LARGE_MAP.islandSteps; step++) {
    forces.step(coolingOf(step, LARGE_MAP.islandSteps));
    if (step >= LARGE_MAP.loose * LARGE_MAP.islandSteps) forces.removeOverlaps(1);
  }
  forces.removeOverlaps(LARGE_MAP.overlapPasses);
  return { x, y, regions };
}

/**
 * The forces of a large map that is at rest where `restX` and `restY` (in pixels) say: there nobody moves until somebody is moved. The columns `x` and `y` are where
 * the bodies are now.
 */
export function islandsRestingAt(
  body: KnownOfBodies,
  restX: Float64Array,
  restY: Float64Array,
  x: Float64Array,
  y: Float64Array,
): IslandForces {
  const regions = discsAround(body, restX, restY);
  const lean = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  const forces = new IslandForces({ ...body, regions, lean }, x, y);
  forces.restAt(restX, restY);
  return forces;
}

/** Whether a map's teams lie in their discs, as `layOutLarge` leaves them: all but a few, who may have been dragged. */
export function liesInDiscs(body: KnownOfBodies, x: Float64Array, y: Float64Array): boolean {
  const asked = discsAround({ ...body, radius: new Float64Array(x.length) }, x, y, 0);
  let outside = 0;
  for (let i = 0; i < x.length; i++) {
    const r = body.region[i];
    const reach = LARGE_MAP.inDisc * asked.radius[r];
    const dx = x[i] - asked.x[r];
    const dy = y[i] - asked.y[r];
    if (dx * dx + dy * dy > reach * reach) outside++;
  }
  return outside <= LARGE_MAP.mostOutside * x.length;
}

export function bodiesOf(input: LayoutInput, { bodies, bodyOf }: Seating): KnownOfBodies {
  const region = regionsOf(input, bodies);
  const asked = (author: number) => input.radius[author] + LAYOUT.margin;
  return {
    ties: pullGroups(
      tieRows(input.incidence, (p) => !input.large[p], bodies, bodyOf),
      region,
    ),
    region,
    area: Float64Array.from(bodies, (author) => asked(author) * asked(author)),
    radius: Float64Array.from(bodies, (author) => input.radius[author]),
  };
}

function formerOfBodies({ x, y, scale }: FormerPlaces, { bodies }: Seating): Places {
  return {
    x: Float64Array.from(bodies, (author) => x[author] * scale),
    y: Float64Array.from(bodies, (author) => y[author] * scale),
  };
}

/** Each body's region: its team, numbered from 0 without gaps. */
function regionsOf(input: LayoutInput, bodies: Uint32Array): Int32Array {
  const numberOf = new Int32Array(input.teamCount).fill(-1);
  const teams = Array.from(bodies, (author) => input.team[author] ?? 0);
  for (const team of teams) numberOf[team] = 0;
  let regions = 0;
  for (let team = 0; team < numberOf.length; team++) if (numberOf[team] === 0) numberOf[team] = regions++;
  return Int32Array.from(teams, (team) => numberOf[team]);
}

/** Every body in its team's disc, beside whom the multilevel layout has it. */
function intoDiscs(components: readonly Component[], { region, regions, area }: Islands): Places {
  const x = new Float64Array(region.length);
  const y = new Float64Array(region.length);
  for (const { members, places } of components) {
    members.forEach((body, k) => {
      x[body] = places.x[k];
      y[body] = places.y[k];
    });
  }
  byRegion(region).forEach((bodies, r) => {
    fillDisc(bodies, area, x, y, regions.x[r], regions.y[r], LARGE_MAP.islandFill * regions.radius[r]);
  });
  return { x, y };
}
