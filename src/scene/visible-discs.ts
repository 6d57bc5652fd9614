import type { Box } from "./box.ts";
import { DiscGrid } from "./disc-grid.ts";
import type { LabelScene } from "./label-scene.ts";
import { authorRing } from "./looks.ts";
import { sizeFactor } from "./projection.ts";

/** White and ring around an author's disc, in pixels. */
const EDGE = { plain: 1, ringed: 4 } as const;

/** The visible authors as they are drawn, rings included, and where. */
export class VisibleDiscs {
  readonly grid: DiscGrid;
  /** Of an author with their ring, in pixels. */
  readonly reachOf: (author: number) => number;
  private readonly author: readonly number[];

  constructor({ picture, x, y, projection, area }: LabelScene) {
    const { scale, left, top } = projection;
    const factor = sizeFactor(scale, picture.cast.crowding);
    const shown: number[] = [];
    picture.authorVisible.forEach((visible, author) => {
      if (visible === 1) shown.push(author);
    });
    this.author = shown;
    this.reachOf = (author) =>
      picture.cast.radius[author] * factor + (authorRing(picture, author) === null ? EDGE.plain : EDGE.ringed);
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
