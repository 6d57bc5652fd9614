import type { Atlas } from "../model/atlas.ts";
import type { Dataset } from "../model/dataset.ts";
import { type Incidence, papersOf } from "../model/incidence.ts";
import { teamById } from "./atlas-facts.ts";
import type { CameraView } from "./view.ts";

const MEMBERS = new WeakMap<Uint32Array, ReadonlySet<number>>();

/** Whether all papers of an author are here: on a whole dataset everybody's, on a sheet those of its members. */
export function isAllHere({ manifest }: Pick<Dataset, "manifest">, author: number): boolean {
  if (manifest.sheet === undefined) return true;
  const rows = manifest.sheet.members;
  let members = MEMBERS.get(rows);
  if (members === undefined) {
    members = new Set(rows);
    MEMBERS.set(rows, members);
  }
  return members.has(author);
}

/** What of somebody from elsewhere is on a sheet, and where the rest is. */
export interface Elsewhere {
  /** Papers here, and in all. */
  readonly here: number;
  readonly papers: number;
  /** The own team, by row of the atlas; null for who is in none that it knows. */
  readonly team: number | null;
  /** The row of that team on this sheet. */
  readonly teamHere: number | null;
}

/** Null for whoever's papers are all here. */
export function elsewhereOf(dataset: Dataset, incidence: Incidence, atlas: Atlas, author: number): Elsewhere | null {
  if (isAllHere(dataset, author)) return null;
  const teamHere = dataset.authors.team[author];
  return {
    here: papersOf(incidence, author).length,
    papers: dataset.authors.papers[author],
    team: teamHere === null ? null : teamById(atlas, dataset.teams.teamId[teamHere]),
    teamHere,
  };
}

/** How much of the shorter side of the view a team takes when its sheet is opened. */
const TEAM_SHARE = 0.62;

/** Where the camera stands on a sheet that is opened for a team: at the team's place on the whole map. */
export function cameraOnTeam({ teams }: Atlas, team: number): CameraView {
  return { x: teams.x[team], y: teams.y[team], ratio: Math.max(0.02, (2 * teams.radius[team]) / TEAM_SHARE) };
}

/** The row of a team of the atlas on a sheet; null where nobody of it is there. */
export function teamOnSheet({ teams }: Pick<Dataset, "teams">, atlas: Atlas, team: number): number | null {
  const row = teams.teamId.indexOf(atlas.teams.teamId[team]);
  return row < 0 ? null : row;
}
