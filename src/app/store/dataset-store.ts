import { createStore } from "zustand/vanilla";
import type { Atlas } from "../../model/atlas.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Glance } from "../../model/glance.ts";
import type { Incidence } from "../../model/incidence.ts";

/** What a map can be drawn from. */
interface Drawable {
  readonly dataset: Dataset;
  readonly incidence: Incidence;
  /** What the map was opened with: the glance's dataset before the whole one took its place, else `dataset` itself. */
  readonly begun: Dataset;
}

/** Where a very large dataset is, and its teams. */
export interface OpenAtlas {
  readonly atlas: Atlas;
  /** Its files, as an address with a slash at its end. */
  readonly folder: string;
}

/** The sheet of an atlas that is open, by the team that it was opened for. */
export interface OpenSheet extends OpenAtlas {
  readonly team: number;
}

/**
 * Why there is no map: `missing` when no dataset is served where one was looked for (`named` by the address, or null),
 * `broken` when it cannot be read, `refused` when the address names what the page does not open or cannot have, `given` when
 * it names a bibliography, which is read as files of the user are. `glance`: the map is there, while names and papers are still on
 * their way (see `arrivalStore`); its dataset has the rows of the whole one. `atlas`: a dataset that no page loads whole is open at its
 * teams; one of its sheets is `ready` like any dataset, and tells in `sheet` where it is from.
 */
export type DatasetState =
  | { readonly status: "loading" }
  | { readonly status: "missing"; readonly named: string | null }
  | { readonly status: "refused"; readonly reason: string }
  | { readonly status: "given" }
  | { readonly status: "broken"; readonly reason: string }
  | (Drawable & { readonly status: "glance"; readonly glance: Glance })
  | (OpenAtlas & { readonly status: "atlas" })
  | (Drawable & { readonly status: "ready"; readonly sheet: OpenSheet | null });

export const datasetStore = createStore<DatasetState>(() => ({
  status: "loading",
}));

/** What is drawn, where a map is. */
export function drawnOf(state: DatasetState): Extract<DatasetState, Drawable> | null {
  return state.status === "glance" || state.status === "ready" ? state : null;
}

/** The atlas that is open, or that the open sheet is of. */
export function atlasOf(state: DatasetState): OpenAtlas | null {
  if (state.status === "atlas") return state;
  return state.status === "ready" ? state.sheet : null;
}

/** The team whose sheet is open; null on the atlas itself. */
export function sheetTeamOf(state: DatasetState): number | null {
  return state.status === "ready" ? (state.sheet?.team ?? null) : null;
}
