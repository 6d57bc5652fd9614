import type { LayoutMode } from "../../model/layout-mode.ts";
import { ForceAtlas } from "./force-atlas.ts";
import { plainForces, teamForces } from "./force-field.ts";
import { allPlaces } from "./lay-out.ts";
import type { LayoutInput } from "./layout-input.ts";
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

/** How fast those in a disc go home when they were elsewhere: share of the way per step. */
const HOMEWARD = 0.08;

/**
 * The layout as it moves, from `start` (stored units, and force units per stored unit). In mode "teams" the forces are exactly those of
 * `layOutAuthors` and those in discs go to their seats; in mode "plain" all ties of the input act on everyone.
 */
export function liveLayout(
  input: LayoutInput,
  mode: LayoutMode,
  start: { readonly x: Float32Array; readonly y: Float32Array; readonly scale: number },
): LiveLayout {
  const plan = planMap(input);
  const { scale } = start;
  const count = input.incidence.authorCount;
  const bodies = mode === "teams" ? plan.bodies : Uint32Array.from({ length: count }, (_, author) => author);
  const bodyOf = mode === "teams" ? plan.bodyOf : Int32Array.from(bodies);
  const forces = mode === "teams" ? teamForces(plan) : plainForces(input, plan);
  const bodyX = Float64Array.from(bodies, (author) => start.x[author] * scale);
  const bodyY = Float64Array.from(bodies, (author) => start.y[author] * scale);
  const atlas = new ForceAtlas(forces, bodyX, bodyY);
  const seats = allPlaces(input, plan, bodyX, bodyY);
  const x = start.x.slice();
  const y = start.y.slice();
  const pinned = new Uint8Array(count);

  return {
    x,
    y,
    step() {
      let way = (atlas.step() * bodies.length) / scale;
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
      if (bodyOf[author] >= 0) atlas.pin(bodyOf[author], toX * scale, toY * scale);
    },
    release(author) {
      pinned[author] = 0;
      if (bodyOf[author] >= 0) atlas.release(bodyOf[author]);
    },
  };
}
