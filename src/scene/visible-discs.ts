import { type Box, widenedBox } from "./box.ts";
import { DiscGrid } from "./disc-grid.ts";
import { authorsInSight } from "./in-sight.ts";
import type { LabelScene } from "./label-scene.ts";
import { authorRing } from "./looks.ts";
import { isCrowd, type Picture } from "./picture.ts";
import { sizeFactor } from "./projection.ts";

/** White and ring around an author's disc, in pixels. */
const EDGE = { plain: 1, ringed: 4, crowd: 50 } as const;
/** In a crowd, discs that reach less far, in pixels, are a ground on which names may lie; so are those that have faded. */
const SMALLEST_OBSTACLE = 4;
/** In a crowd, smaller discs have no ring, in pixels. */
const SMALLEST_RINGED = 2;

/** The visible authors as they are drawn, rings included, and where. */
export class VisibleDiscs {
  readonly grid: DiscGrid;
  /** Of an author with their ring, in pixels. */
  readonly reachOf: (author: number) => number;
  private readonly author: readonly number[];

  constructor({ picture, x, y, projection, area }: LabelScene) {
    const { scale, left, top } = projection;
    const factor = sizeFactor(scale, picture.cast.crowding);
    const crowd = isCrowd(picture.cast);
    this.reachOf = (author) => {
      const radius = picture.cast.radius[author] * factor;
      const isRinged = !(crowd && radius < SMALLEST_RINGED) && authorRing(picture, author) !== null;
      return radius + (isRinged ? EDGE.ringed : EDGE.plain);
    };
    const isObstacle = (author: number) =>
      picture.focus === null ? this.reachOf(author) >= SMALLEST_OBSTACLE : picture.authorFaded[author] === 0;
    const shown = crowd
      ? authorsInSight(picture, { x, y }, projection, widenedBox(area, EDGE.crowd), isObstacle)
      : visibleAuthors(picture);
    this.author = shown;
    this.grid = new DiscGrid(
      {
        x: Float32Array.from(shown, (author) => left + x[author] * scale),
        y: Float32Array.from(shown, (author) => top - y[author] * scale),
        radius: Float32Array.from(shown, this.reachOf),
      },
      area,
    );
  }

  /** Whether one of the authors that `counts` is drawn within `reach` pixels of the box. */
  isNear(box: Box, reach: number, counts: (author: number) => boolean): boolean {
    return this.grid.touches(box, reach, (disc) => counts(this.author[disc]));
  }

  /** Whether the box covers anybody, or comes within `reach` pixels of a stranger. */
  bar(box: Box, reach: number, isStranger: (author: number) => boolean): boolean {
    return this.grid.touches(box) || this.isNear(box, reach, isStranger);
  }
}

function visibleAuthors({ authorVisible }: Picture): number[] {
  const shown: number[] = [];
  for (let author = 0; author < authorVisible.length; author++) if (authorVisible[author] === 1) shown.push(author);
  return shown;
}
