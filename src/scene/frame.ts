import type { Box } from "./box.ts";
import type { Label, Measure, TeamRegion } from "./label-scene.ts";
import { labelsOf } from "./labels.ts";
import { type LargePaperGlyph, largePaperGlyphs } from "./large-paper-glyph.ts";
import { hasOwnHue, type Picture } from "./picture.ts";
import type { Placed } from "./place-labels.ts";
import { type Projection, projectionOf, type Size } from "./projection.ts";
import { regionsApart } from "./regions.ts";
import type { CameraView, Choice } from "./view.ts";

/** What lies beneath and above the authors, at the positions they have now; it moves with the camera. */
export interface Ground {
  readonly regions: readonly TeamRegion[];
  readonly glyphs: readonly LargePaperGlyph[];
}

/** One still of the map: what is drawn and where, in pixels through `projection`; of the regions those that mean something now. */
export interface Frame extends Ground {
  readonly picture: Picture;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly size: Size;
  readonly projection: Projection;
  readonly labels: readonly Placed<Label>[];
  readonly choice: Choice | null;
  /** Authors whom no force moves. */
  readonly pins: ReadonlySet<number>;
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
  regionsApart(members, x, y, REGION_PADDING).forEach((outline, team) => {
    if (outline !== null) regions.push({ team, outline });
  });
  const glyphs = largePaperGlyphs(dataset, incidence, x, y).filter(({ people }) =>
    people.some((author) => picture.authorVisible[author] === 1),
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
  readonly pins?: ReadonlySet<number>;
}

const NO_PINS: ReadonlySet<number> = new Set();

export function frameOf(
  picture: Picture,
  ground: Ground,
  positions: { readonly x: Float32Array; readonly y: Float32Array },
  { camera, size, area, wholeRatio, measure, choice, pins = NO_PINS }: Surroundings,
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
  const regions = drawnRegions(picture, ground.regions, labels);
  return { picture, ...positions, glyphs: ground.glyphs, regions, size, projection, labels, choice, pins };
}

/** A grey region says nothing unless it is named or asked for, and hundreds of them are only mud. */
function drawnRegions(picture: Picture, regions: readonly TeamRegion[], labels: readonly Placed<Label>[]) {
  const named = new Set(labels.map(({ label }) => (label.choice.kind === "team" ? label.choice.team : null)));
  return regions.filter(
    ({ team }) => hasOwnHue(picture.cast, team) || named.has(team) || picture.focusTeams?.has(team) === true,
  );
}
