import { type Label, labelsOf, type Measure, type TeamRegion } from "./labels.ts";
import { type LargePaperGlyph, largePaperGlyphs } from "./large-paper-glyph.ts";
import type { Picture } from "./picture.ts";
import type { Box, Placed } from "./place-labels.ts";
import { type Projection, projectionOf, type Size } from "./projection.ts";
import { regionOf } from "./regions.ts";
import type { CameraView, Choice } from "./view.ts";

/** What lies beneath and above the authors, at the positions they have now; it moves with the camera. */
export interface Ground {
  readonly regions: readonly TeamRegion[];
  readonly glyphs: readonly LargePaperGlyph[];
}

/** One still of the map: what is drawn and where, in pixels through `projection`. */
export interface Frame extends Ground {
  readonly picture: Picture;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly size: Size;
  readonly projection: Projection;
  readonly labels: readonly Placed<Label>[];
  readonly choice: Choice | null;
}

/** Room between the outermost members and the edge of their region, in positions. */
export const REGION_PADDING = 0.034;

/** Regions of the teams that are shown and glyphs of the large papers whose people are shown. */
export function groundOf(picture: Picture, x: Float32Array, y: Float32Array): Ground {
  const { dataset, incidence, partition } = picture.cast;
  const members: number[][] = Array.from({ length: partition.teams.rowCount }, () => []);
  partition.team.forEach((team, author) => {
    if (team === null || dataset.authors.onlyLarge[author] || picture.hiddenTeams.has(team)) return;
    members[team].push(author);
  });
  const regions: TeamRegion[] = [];
  members.forEach((authors, team) => {
    const outline = regionOf(authors, x, y, REGION_PADDING);
    if (outline !== null) regions.push({ team, outline });
  });
  const glyphs = largePaperGlyphs(dataset, incidence, x, y).filter(({ onlyHere }) =>
    onlyHere.some((author) => picture.authorVisible[author] === 1),
  );
  return { regions, glyphs };
}

export interface Surroundings {
  readonly camera: CameraView;
  readonly size: Size;
  /** Where labels may lie. */
  readonly area: Box;
  /** Ratio of the camera that shows the whole map. */
  readonly wholeRatio: number;
  readonly measure: Measure;
  readonly choice: Choice | null;
}

export function frameOf(
  picture: Picture,
  ground: Ground,
  positions: { readonly x: Float32Array; readonly y: Float32Array },
  { camera, size, area, wholeRatio, measure, choice }: Surroundings,
): Frame {
  const projection = projectionOf(camera, size);
  const labels = labelsOf({
    picture,
    ...positions,
    ...ground,
    projection,
    area,
    zoom: wholeRatio / camera.ratio,
    measure,
  });
  return { picture, ...positions, ...ground, size, projection, labels, choice };
}
