import { generator } from "../../model/generator.ts";
import { boxOf, type Circles } from "./circles.ts";
import { circlesWith, type Disc, placeDiscs } from "./large-paper-disc.ts";
import { type LayoutInput, type Seating, seatAuthors } from "./layout-input.ts";
import { LAYOUT } from "./layout-tuning.ts";
import { type PaperSprings, paperSprings, weightByGroup } from "./paper-springs.ts";
import { placeTeams } from "./team-anchors.ts";
import { type TeamGraph, teamGraph } from "./team-graph.ts";

/** Shapes tried for the box around the teams, width by height. */
const ASPECTS = [0.85, 1, 1.15, 1.3];
/** From this many regions one shape is tried: there is a place for everything in any. */
const MANY_REGIONS = 200;
/** Where everything is to lie before any author is placed, in pixels of the map, the middle at the origin. */
export interface MapPlan extends Pick<Seating, "bodies" | "bodyOf"> {
  /** Per body the region of its team: teams without a body have none. */
  readonly regionOf: Int32Array;
  readonly regions: Circles;
  readonly discs: readonly Disc[];
  /** The ties of papers that are not large. */
  readonly springs: PaperSprings;
  /** Per body its tie weight by region. */
  readonly weights: readonly ReadonlyMap<number, number>[];
  /** Per body the area it asks for, up to a factor: its mass. */
  readonly mass: Float64Array;
  /** Per body its dot's radius. */
  readonly radius: Float64Array;
  /** Region radius squared per mass. */
  readonly areaPerMass: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Plans the map: who sits where, how large each team's region is (its area in proportion to what its dots ask for), where the
 * regions lie, and the discs beside them. It depends on the input alone, so that a live layout finds the plan of the stored one again.
 */
export function planMap(input: LayoutInput): MapPlan {
  const seating = seatAuthors(input);
  const { bodies, bodyOf } = seating;
  const { regionOf, regionCount } = regionsOf(input, seating);
  const mass = Float64Array.from(bodies, (author) => square(input.radius[author] + LAYOUT.margin));
  const regionMass = new Float64Array(regionCount);
  mass.forEach((m, body) => {
    regionMass[regionOf[body]] += m;
  });
  const teamOf = (body: number) => regionOf[body];
  const springs = paperSprings(input.incidence, (p) => !input.large[p], bodyOf, teamOf, LAYOUT.ownTeamPull, input.pull);
  const weights = weightByGroup(springs, bodies.length, teamOf);
  const graph = teamGraph(regionOf, weights, regionMass.map(Math.sqrt));
  const { regions, discs, factor } = bestFitting(graph, seating, input.seed);

  const box = boxOf(circlesWith(regions, discs));
  const middleX = (box.left + box.right) / 2;
  const middleY = (box.bottom + box.top) / 2;
  return {
    bodies,
    bodyOf,
    regionOf,
    regions: { x: regions.x.map((x) => x - middleX), y: regions.y.map((y) => y - middleY), radius: regions.radius },
    discs: discs.map((disc) => ({ ...disc, x: disc.x - middleX, y: disc.y - middleY })),
    springs,
    weights,
    mass,
    radius: dotRadii(input, seating, regions),
    areaPerMass: factor * factor,
    width: Math.max(1, box.width),
    height: Math.max(1, box.height),
  };
}

/**
 * Placings into boxes of several shapes, of which the one is kept that costs least once the discs stand beside it: a disc may fit into a
 * corner or need a column of its own.
 */
function bestFitting(graph: TeamGraph, seating: Seating, seed: number) {
  const chance = generator(seed);
  const unit = Math.sqrt(graph.radius.reduce((sum, radius) => sum + radius * radius, 0));
  const shapes = graph.radius.length < MANY_REGIONS ? ASPECTS : [1];
  const fitted = shapes.map((aspect) => {
    const { circles, cost } = placeTeams(graph, aspect, chance);
    const whole = fitInto(circles, seating);
    return { ...whole, cost: cost + (LAYOUT.fitCost * LAYOUT.mapWidth) / Math.max(1, whole.factor * unit) };
  });
  return fitted.reduce((best, next) => (next.cost < best.cost ? next : best));
}

/** The largest scale at which regions and discs together fit the map. */
function fitInto(placed: Circles, seating: Seating): { regions: Circles; discs: Disc[]; factor: number } {
  const at = (factor: number) => {
    const regions = {
      x: placed.x.map((x) => x * factor),
      y: placed.y.map((y) => y * factor),
      radius: placed.radius.map((r) => r * factor),
    };
    return { regions, discs: placeDiscs(seating.discs, regions), factor };
  };
  if (placed.radius.length === 0) return at(1);
  const fits = (fitted: ReturnType<typeof at>) => {
    const box = boxOf(circlesWith(fitted.regions, fitted.discs));
    return box.width <= LAYOUT.mapWidth && box.height <= LAYOUT.mapHeight;
  };
  const { width, height } = boxOf(placed);
  let high = Math.min(LAYOUT.mapWidth / width, LAYOUT.mapHeight / height);
  // A hair less, since a box that just fits may be a rounding too wide.
  let best = at(high * (1 - 1e-12));
  if (seating.discs.length === 0 || fits(best)) return best;
  let low = high / 16;
  best = at(low);
  for (let halving = 0; halving < 20; halving++) {
    const middle = (low + high) / 2;
    const tried = at(middle);
    if (fits(tried)) {
      low = middle;
      best = tried;
    } else {
      high = middle;
    }
  }
  return best;
}

/** Dots as they are drawn, unless they would cover more of the regions than leaves room to move. */
function dotRadii(input: LayoutInput, { bodies }: Seating, regions: Circles): Float64Array {
  const dots = bodies.reduce((sum, author) => sum + square(input.radius[author]), 0);
  const room = regions.radius.reduce((sum, radius) => sum + radius * radius, 0);
  const shrink = Math.min(1, Math.sqrt((LAYOUT.mostCover * room) / Math.max(dots, 1e-9)));
  return Float64Array.from(bodies, (author) => input.radius[author] * shrink);
}

function regionsOf(input: LayoutInput, { bodies }: Seating): { regionOf: Int32Array; regionCount: number } {
  const regionOfTeam = new Int32Array(input.teamCount).fill(-1);
  const teams = Array.from(bodies, (author) => input.team[author] ?? 0);
  for (const team of teams) regionOfTeam[team] = 0;
  let regionCount = 0;
  for (let team = 0; team < input.teamCount; team++) if (regionOfTeam[team] === 0) regionOfTeam[team] = regionCount++;
  return { regionOf: Int32Array.from(teams, (team) => regionOfTeam[team]), regionCount };
}

function square(value: number): number {
  return value * value;
}
