import type { LayoutMode } from "../../model/layout-mode.ts";
import { ForceAtlas } from "./force-atlas.ts";
import { plainForces, teamForces } from "./force-field.ts";
import { LARGE_MAP } from "./large-map-tuning.ts";
import { allPlaces, layOutAuthors } from "./lay-out.ts";
import { bodiesOf, isLarge, islandsRestingAt, liesInDiscs } from "./lay-out-large.ts";
import { type LayoutInput, type Seating, seatAuthors } from "./layout-input.ts";
import { planMap } from "./map-plan.ts";

export interface LiveLayout {
  /** In stored units, updated in place by each step. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** One step of all forces; returns the mean way of an author in stored units. */
  step(): number;
  /** Holds an author at a place, as while dragged, until released. */
  pin(author: number, x: number, y: number): void;
  release(author: number): void;
}

/** Places in stored units, and force units per stored unit. */
export interface StoredPlaces {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly scale: number;
}

/** What moves bodies, in force units. */
interface Forces {
  step(): number;
  pin(body: number, x: number, y: number): void;
  release(body: number): void;
}

/** Bodies and what moves them; everyone else has a seat, in force units. */
interface Moving {
  readonly bodies: Uint32Array;
  readonly bodyOf: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly forces: Forces;
  readonly seats: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
}

/** How fast those in a disc go home when they were elsewhere: share of the way per step. */
const HOMEWARD = 0.08;

/**
 * The layout as it moves, from `start`. In mode "teams" the forces are exactly those of `layOutAuthors` and those in discs go to their seats. A large map is at rest
 * at `start` where that shows the input's teams in their discs; else it is laid out anew and all go there. In mode "plain" all ties of the
 * input act on everyone.
 */
export function liveLayout(input: LayoutInput, mode: LayoutMode, start: StoredPlaces): LiveLayout {
  const { scale } = start;
  const count = input.incidence.authorCount;
  const { bodies, bodyOf, x: bodyX, y: bodyY, forces, seats } = moving(input, mode, start);
  const x = start.x.slice();
  const y = start.y.slice();
  const pinned = new Uint8Array(count);

  return {
    x,
    y,
    step() {
      let way = (forces.step() * bodies.length) / scale;
      bodies.forEach((author, body) => {
        x[author] = bodyX[body] / scale;
        y[author] = bodyY[body] / scale;
      });
      for (let author = 0; author < count; author++) {
        if (bodyOf[author] >= 0 || pinned[author] === 1) continue;
        const dx = HOMEWARD * (seats.x[author] / scale - x[author]);
        const dy = HOMEWARD * (seats.y[author] / scale - y[author]);
        x[author] += dx;
        y[author] += dy;
        way += Math.sqrt(dx * dx + dy * dy);
      }
      return count === 0 ? 0 : way / count;
    },
    pin(author, toX, toY) {
      pinned[author] = 1;
      x[author] = toX;
      y[author] = toY;
      if (bodyOf[author] >= 0) forces.pin(bodyOf[author], toX * scale, toY * scale);
    },
    release(author) {
      pinned[author] = 0;
      if (bodyOf[author] >= 0) forces.release(bodyOf[author]);
    },
  };
}

function moving(input: LayoutInput, mode: LayoutMode, start: StoredPlaces): Moving {
  const seating = seatAuthors(input);
  const large = isLarge(seating);
  const places = inForceUnits(start);
  if (mode === "plain") {
    const bodies = Uint32Array.from({ length: input.incidence.authorCount }, (_, author) => author);
    // How wide a large map is, its places tell; that of a small one is planned.
    const field = plainForces(input, large ? { width: start.scale, height: start.scale } : planMap(input));
    const forces = new ForceAtlas(field, places.x, places.y);
    return { bodies, bodyOf: Int32Array.from(bodies), ...places, forces, seats: places };
  }
  return large ? movingIslands(input, seating, places) : movingTeams(input, places);
}

function movingIslands(input: LayoutInput, seating: Seating, places: Pick<Moving, "x" | "y">): Moving {
  const { bodies, bodyOf } = seating;
  const of = (column: Float64Array) => Float64Array.from(bodies, (author) => column[author]);
  const x = of(places.x);
  const y = of(places.y);
  const body = bodiesOf(input, seating);
  const seats = liesInDiscs(body, x, y) ? places : inForceUnits(layOutAuthors(input));
  const islands = islandsRestingAt(body, of(seats.x), of(seats.y), x, y);
  const forces: Forces = {
    step() {
      const way = islands.step();
      if (way < LARGE_MAP.firmBelow) islands.removeOverlaps(1);
      return way;
    },
    pin: (number, toX, toY) => islands.pin(number, toX, toY),
    release: (number) => islands.release(number),
  };
  return { bodies, bodyOf, x, y, forces, seats };
}

function movingTeams(input: LayoutInput, places: Pick<Moving, "x" | "y">): Moving {
  const plan = planMap(input);
  const x = Float64Array.from(plan.bodies, (author) => places.x[author]);
  const y = Float64Array.from(plan.bodies, (author) => places.y[author]);
  const forces = new ForceAtlas(teamForces(plan), x, y);
  return { bodies: plan.bodies, bodyOf: plan.bodyOf, x, y, forces, seats: allPlaces(input, plan, x, y) };
}

function inForceUnits({ x, y, scale }: StoredPlaces): { x: Float64Array; y: Float64Array } {
  return { x: Float64Array.from(x, (at) => at * scale), y: Float64Array.from(y, (at) => at * scale) };
}
