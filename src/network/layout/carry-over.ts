import type { Circles } from "./circles.ts";
import { goldenPlaces } from "./golden-angle.ts";
import { byRegion, IslandForces, type KnownOfBodies } from "./island-forces.ts";
import { settle } from "./island-plan.ts";
import { LARGE_MAP } from "./large-map-tuning.ts";
import { coolingOf, type Places } from "./multilevel.ts";
import { packAround } from "./pack-around.ts";
import type { TieRows } from "./tie-rows.ts";

/** How often those without a place look for one beside their neighbours. */
const LOOKING = 4;

/**
 * A map whose authors keep the places that they had (in pixels, NaN for who had none): teams stay around their members and are pushed apart only where they have grown
 * into each other, new teams stand beside the rest, and whoever is new lies among those they write with. Who was there is held at
 * rest there, so that only the newcomers and who makes room for them move.
 */
export function carryOver(body: KnownOfBodies, former: Places): Places & { readonly regions: Circles } {
  const { region, area } = body;
  const x = former.x.slice();
  const y = former.y.slice();
  const isNew = Uint8Array.from(x, (at, i) => (Number.isFinite(at) && Number.isFinite(y[i]) ? 0 : 1));
  placeAmongNeighbours(body.ties, region, isNew, x, y);
  const teams = byRegion(region);
  const regions = regionsOf(teams, area, x, y);
  teams.forEach((bodies, r) => {
    bringInto(bodies, body, regions, r, x, y);
  });
  const lean = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  const forces = new IslandForces({ ...body, regions, lean }, x, y);
  forces.restAt(x.slice(), y.slice(), isNew);
  for (let step = 0; step < LARGE_MAP.carriedSteps; step++) forces.step(coolingOf(step, LARGE_MAP.carriedSteps));
  forces.removeOverlaps(LARGE_MAP.overlapPasses);
  return { x, y, regions };
}

/** The newcomers in the middle of their placed neighbours of the same team; who has none yet waits for them to be placed. */
function placeAmongNeighbours(
  { count, offsets, neighbors, weights }: TieRows,
  region: Int32Array,
  isNew: Uint8Array,
  x: Float64Array,
  y: Float64Array,
): void {
  for (let round = 0; round < LOOKING; round++) {
    for (let i = 0; i < count; i++) {
      if (isNew[i] === 0) continue;
      let sumX = 0;
      let sumY = 0;
      let weight = 0;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const j = neighbors[k];
        if (region[j] !== region[i] || Number.isNaN(x[j])) continue;
        sumX += weights[k] * x[j];
        sumY += weights[k] * y[j];
        weight += weights[k];
      }
      if (weight === 0) continue;
      x[i] = sumX / weight;
      y[i] = sumY / weight;
    }
  }
}

/** The teams' discs around those of their bodies that have a place; teams without any beside the rest. */
function regionsOf(teams: readonly Uint32Array[], area: Float64Array, x: Float64Array, y: Float64Array): Circles {
  const middles = teams.map((bodies) => {
    let asked = 0;
    let placed = 0;
    let sumX = 0;
    let sumY = 0;
    for (const i of bodies) {
      asked += area[i];
      if (Number.isNaN(x[i])) continue;
      placed += area[i];
      sumX += area[i] * x[i];
      sumY += area[i] * y[i];
    }
    return { x: sumX / placed, y: sumY / placed, radius: Math.sqrt(asked), placed: placed > 0 };
  });
  const old = Uint32Array.from(middles.keys()).filter((r) => middles[r].placed);
  const order = Uint32Array.from(old.keys());
  const [oldX, oldY, oldRadius] = (["x", "y", "radius"] as const).map((key) =>
    Float64Array.from(old, (r) => middles[r][key]),
  );
  settle(oldRadius, LARGE_MAP.carriedGap, order, oldX, oldY);
  const regions = {
    x: new Float64Array(teams.length),
    y: new Float64Array(teams.length),
    radius: Float64Array.from(middles, ({ radius }) => radius),
  };
  old.forEach((r, k) => {
    regions.x[r] = oldX[k];
    regions.y[r] = oldY[k];
  });
  const added = middles.flatMap(({ placed }, r) => (placed ? [] : [Uint32Array.of(r)]));
  if (added.length > 0) {
    // Packing moves the old ones around the origin: they are moved back, and the new with them.
    const from = old.length > 0 ? [regions.x[old[0]], regions.y[old[0]]] : [0, 0];
    packAround(old.length > 0 ? [old, ...added] : added, regions);
    const back = old.length > 0 ? [from[0] - regions.x[old[0]], from[1] - regions.y[old[0]]] : [0, 0];
    for (let r = 0; r < teams.length; r++) {
      regions.x[r] += back[0];
      regions.y[r] += back[1];
    }
  }
  return regions;
}

/** Moves a team to where its disc is, gives those who have none a place in the middle, and brings who lies outside to the rim. */
function bringInto(
  bodies: Uint32Array,
  { radius, area }: KnownOfBodies,
  regions: Circles,
  r: number,
  x: Float64Array,
  y: Float64Array,
): void {
  const lost = bodies.filter((i) => Number.isNaN(x[i]));
  const placed = bodies.filter((i) => !Number.isNaN(x[i]));
  const asked = placed.reduce((sum, i) => sum + area[i], 0);
  const wayX = regions.x[r] - placed.reduce((sum, i) => sum + area[i] * x[i], 0) / asked;
  const wayY = regions.y[r] - placed.reduce((sum, i) => sum + area[i] * y[i], 0) / asked;
  for (const i of placed) {
    x[i] += wayX;
    y[i] += wayY;
  }
  const spacing = lost.length === 0 ? 0 : Math.sqrt(area[lost[0]]);
  const places = goldenPlaces(lost.length, spacing);
  lost.forEach((i, k) => {
    x[i] = regions.x[r] + places.x[k];
    y[i] = regions.y[r] + places.y[k];
  });
  for (const i of bodies) {
    const dx = x[i] - regions.x[r];
    const dy = y[i] - regions.y[r];
    const reach = Math.max(0, regions.radius[r] - radius[i]);
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (distance <= reach) continue;
    x[i] = regions.x[r] + (reach / distance) * dx;
    y[i] = regions.y[r] + (reach / distance) * dy;
  }
}
