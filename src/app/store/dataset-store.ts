import { createStore } from "zustand/vanilla";
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

/**
 * Why there is no map: `missing` when no dataset is served where one was looked for (`named` by the address, or null),
 * `broken` when it cannot be read, `refused` when the address names what the page does not open or cannot have, `given` when
 * it names a bibliography, which is read as files of the user are. `glance`: the map is there, while names and papers are still on
 * their way (see `arrivalStore`); its dataset has the rows of the whole one.
 */
export type DatasetState =
  | { readonly status: "loading" }
  | { readonly status: "missing"; readonly named: string | null }
  | { readonly status: "refused"; readonly reason: string }
  | { readonly status: "given" }
  | { readonly status: "broken"; readonly reason: string }
  | (Drawable & { readonly status: "glance"; readonly glance: Glance })
  | (Drawable & { readonly status: "ready" });

export const datasetStore = createStore<DatasetState>(() => ({
  status: "loading",
}));

/** What is drawn, where a map is. */
export function drawnOf(state: DatasetState): Extract<DatasetState, Drawable> | null {
  return state.status === "glance" || state.status === "ready" ? state : null;
}
