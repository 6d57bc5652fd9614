import type { Box } from "./box.ts";
import { carriedLabels } from "./carried-labels.ts";
import type { Label, Measure, TeamRegion } from "./label-scene.ts";
import { labelsOf } from "./labels.ts";
import { type LargePaperGlyph, largePaperGlyphs } from "./large-paper-glyph.ts";
import { hasOwnHue, isCrowd, type Picture } from "./picture.ts";
import type { Placed } from "./place-labels.ts";
import { type Projection, projectionOf, type Size } from "./projection.ts";
import { regionsApart } from "./regions.ts";
import { membersOf } from "./team-members.ts";
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

/** Of a crowd's teams the largest so many have regions, found by so many of their members. */
const CROWD_REGIONS = { most: 200, members: 2000 } as const;

/** Regions of the teams that are shown (in a crowd, of the largest) and glyphs of the large papers whose people are shown. */
export function groundOf(picture: Picture, x: Float32Array, y: Float32Array): Ground {
  const { dataset, incidence, partition } = picture.cast;
  const crowd = isCrowd(picture.cast);
  const teamCount = crowd ? Math.min(CROWD_REGIONS.most, partition.teams.rowCount) : partition.teams.rowCount;
  const members = Array.from({ length: teamCount }, (_, team) => {
    if (picture.hiddenTeams.has(team)) return [];
    const all = membersOf(partition, team);
    const step = crowd ? Math.ceil(all.length / CROWD_REGIONS.members) : 1;
    return Array.from(all).filter(
      (author, i) => i % step === 0 && picture.authorVisible[author] === 1 && !dataset.authors.onlyLarge[author],
    );
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
  /** While the map moves: the frame whose labels are carried along, since finding places for new ones takes longer than a frame. */
  readonly carriedFrom?: Frame | null;
}

const NO_PINS: ReadonlySet<number> = new Set();

export function frameOf(
  picture: Picture,
  ground: Ground,
  positions: { readonly x: Float32Array; readonly y: Float32Array },
  { camera, size, area, wholeRatio, measure, choice, pins = NO_PINS, carriedFrom = null }: Surroundings,
): Frame {
  const projection = projectionOf(camera, size);
  const zoom = wholeRatio / camera.ratio;
  const labels =
    carriedFrom === null
      ? labelsOf({ picture, ...positions, ...ground, projection, area, zoom, measure })
      : carriedLabels(carriedFrom, positions, projection);
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
