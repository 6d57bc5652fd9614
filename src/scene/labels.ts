import { glyphLabels, teamLabels, teamsAtOnce } from "./group-labels.ts";
import { type Label, type LabelScene, toPixels } from "./label-scene.ts";
import { chosenLabels, chosenPlaces, namesAt, personLabels } from "./person-labels.ts";
import { type Placed, placeLabels } from "./place-labels.ts";
import { VisibleDiscs } from "./visible-discs.ts";

/** Half of a large paper's sheet, in pixels. */
const SHEET_HALF = 11;

/**
 * The labels of a moment, none over a node or another label: first the names of those whom all is about, then of teams and of large
 * papers at the edge of their regions, then of people. What finds no place where it is read rightly is left out.
 */
export function labelsOf(scene: LabelScene): Placed<Label>[] {
  const discs = new VisibleDiscs(scene);
  const { area } = scene;
  const taken = scene.glyphs.map(({ x, y }) => {
    const [px, py] = toPixels(scene.projection, [x, y]);
    return { left: px - SHEET_HALF, top: py - SHEET_HALF, right: px + SHEET_HALF, bottom: py + SHEET_HALF };
  });
  const placed: Placed<Label>[] = [];
  const place = (wanted: Parameters<typeof placeLabels<Label>>[0], limit: number) => {
    const now = placeLabels(wanted, discs.grid, taken, area, limit);
    placed.push(...now);
    taken.push(...now.map(({ box }) => box));
  };
  place(chosenLabels(scene, discs), Number.POSITIVE_INFINITY);
  taken.push(...chosenPlaces(scene, discs));
  place(teamLabels(scene, discs), teamsAtOnce(scene));
  place(glyphLabels(scene, discs), Number.POSITIVE_INFINITY);
  place(personLabels(scene, discs), namesAt(scene.zoom));
  return placed;
}
