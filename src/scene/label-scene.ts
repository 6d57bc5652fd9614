import type { Box } from "./box.ts";
import type { LargePaperGlyph } from "./large-paper-glyph.ts";
import type { Picture } from "./picture.ts";
import type { Projection } from "./projection.ts";
import type { Outline } from "./regions.ts";
import type { Choice } from "./view.ts";

/** One or two lines of text on the map, and what a click on it chooses. */
export interface Label {
  readonly choice: Choice;
  readonly lines: readonly { readonly text: string; readonly size: number; readonly weight: 400 | 500 | 600 }[];
  readonly colour: string;
}

/** Width in pixels of a text in the map's typeface. */
export type Measure = (text: string, size: number, weight: number) => number;

export interface TeamRegion {
  readonly team: number;
  readonly outline: Outline;
}

/** What the labels are chosen and placed for. */
export interface LabelScene {
  readonly picture: Picture;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Of all teams that are shown, largest first. */
  readonly regions: readonly TeamRegion[];
  readonly glyphs: readonly LargePaperGlyph[];
  readonly projection: Projection;
  /** Where labels may lie, in pixels. */
  readonly area: Box;
  /** How many times nearer than the whole map. */
  readonly zoom: number;
  readonly measure: Measure;
}

export function toPixels({ scale, left, top }: Projection, [x, y]: readonly [number, number]): [number, number] {
  return [left + x * scale, top - y * scale];
}
