import { boxOf, type Circles } from "./circles.ts";
import { ForceAtlas } from "./force-atlas.ts";
import { teamForces } from "./force-field.ts";
import { goldenPlaces } from "./golden-angle.ts";
import { circlesWith, discPlaces, placeDiscs } from "./large-paper-disc.ts";
import { type FormerPlaces, isLarge, layOutLarge } from "./lay-out-large.ts";
import { type LayoutInput, type Seating, seatAuthors } from "./layout-input.ts";
import { type MapPlan, planMap } from "./map-plan.ts";
import { placesOnGrid } from "./stored-places.ts";
import { wantedPlaces } from "./wanted-places.ts";

export interface Layout {
  /** From −½ to ½ of the larger side, in steps of 2⁻¹⁶; x to the right, y upwards; no two authors at one place. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Units of force space, which are pixels of a map 900 wide, per stored unit. */
  readonly scale: number;
}

/** Body steps in all, and the fewest and most steps. */
const BODY_STEPS = 8_000_000;
const FEWEST_STEPS = 250;
const MOST_STEPS = 4000;
/** How far around their wanted places a team's members start, in radii of its region. */
const START_SPREAD = 0.5;
/** Share of the steps before walls and dots become firm. */
const LOOSE_SHARE = 0.3;
/** At rest when the mean body moves less than this, in pixels. */
const AT_REST = 1e-4;

/**
 * Places all authors, so that the same forces run on from there hardly move anyone. The same input gives the same bits. On a large map, authors with `former`
 * places stay near them, so that a dataset that changes a little moves a little; small maps are planned anew.
 */
export function layOutAuthors(input: LayoutInput, former: FormerPlaces | null = null): Layout {
  const seating = seatAuthors(input);
  return isLarge(seating) ? layOutByLevels(input, seating, former) : layOutByTeams(input);
}

/** A large map, with the discs of large papers and lone authors on its right. */
function layOutByLevels(input: LayoutInput, seating: Seating, former: FormerPlaces | null): Layout {
  const { x, y, regions } = layOutLarge(input, seating, former);
  const corners = cornersOf(regions);
  const discs = placeDiscs(seating.discs, corners);
  const box = boxOf(circlesWith(corners, discs));
  const places = allPlaces(input, { bodies: seating.bodies, discs }, x, y);
  const middleX = (box.left + box.right) / 2;
  const middleY = (box.bottom + box.top) / 2;
  const scale = Math.max(1, box.width, box.height);
  const centred = { x: places.x.map((at) => at - middleX), y: places.y.map((at) => at - middleY) };
  return { ...placesOnGrid(centred, scale), scale };
}

/** The corners of the box around circles, as circles of no size. */
function cornersOf(circles: Circles): Circles {
  const { left, right, bottom, top } = boxOf(circles);
  return {
    x: Float64Array.of(left, right, right, left),
    y: Float64Array.of(bottom, bottom, top, top),
    radius: new Float64Array(4),
  };
}

/** A small map: teams in planned regions, bridges between them, converged. */
function layOutByTeams(input: LayoutInput): Layout {
  const plan = planMap(input);
  const { x, y } = startPlaces(plan);
  const atlas = new ForceAtlas(teamForces(plan), x, y);
  const steps = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, Math.floor(BODY_STEPS / Math.max(1, x.length))));
  const loose = Math.floor(steps * LOOSE_SHARE);
  for (let step = 0; step < steps; step++) {
    const way = atlas.step(step >= loose);
    if (step > loose + 50 && way < AT_REST) break;
  }
  const scale = Math.max(plan.width, plan.height);
  return { ...placesOnGrid(allPlaces(input, plan, x, y), scale), scale };
}

/** Everyone's place in pixels: bodies as given, the others in their discs. */
export function allPlaces(
  input: LayoutInput,
  plan: Pick<MapPlan, "bodies" | "discs">,
  bodyX: Float64Array,
  bodyY: Float64Array,
): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(input.incidence.authorCount);
  const y = new Float64Array(input.incidence.authorCount);
  plan.bodies.forEach((author, body) => {
    x[author] = bodyX[body];
    y[author] = bodyY[body];
  });
  for (const disc of plan.discs) {
    const places = discPlaces(disc);
    disc.members.authors.forEach((author, k) => {
      x[author] = places.x[k];
      y[author] = places.y[k];
    });
  }
  return { x, y };
}

/** Every team's members around their wanted places, turned by the golden angle, heaviest in the middle. */
function startPlaces(plan: MapPlan): { x: Float64Array; y: Float64Array } {
  const { mass, regionOf, regions } = plan;
  const members: number[][] = Array.from(regions.x, () => []);
  regionOf.forEach((region, body) => {
    members[region].push(body);
  });
  const { x, y } = wantedPlaces(plan);
  members.forEach((bodies, region) => {
    bodies.sort((a, b) => mass[b] - mass[a] || a - b);
    const spacing = (START_SPREAD * regions.radius[region]) / Math.sqrt(Math.max(1, bodies.length));
    const places = goldenPlaces(bodies.length, spacing);
    bodies.forEach((body, k) => {
      x[body] += places.x[k];
      y[body] += places.y[k];
    });
  });
  return { x, y };
}
