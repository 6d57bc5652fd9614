import { createStore } from "zustand/vanilla";
import type { Dataset } from "../../model/dataset.ts";
import type { Incidence } from "../../model/incidence.ts";

/**
 * Why there is no map: `missing` when no dataset is served where one was looked for (`named` by the address, or null),
 * `broken` when it cannot be read, `refused` when the address names what the page does not open or cannot have, `given` when
 * it names a bibliography, which is read as files of the user are.
 */
export type DatasetState =
  | { readonly status: "loading" }
  | { readonly status: "missing"; readonly named: string | null }
  | { readonly status: "refused"; readonly reason: string }
  | { readonly status: "given" }
  | { readonly status: "broken"; readonly reason: string }
  | {
      readonly status: "ready";
      readonly dataset: Dataset;
      readonly incidence: Incidence;
    };

export const datasetStore = createStore<DatasetState>(() => ({
  status: "loading",
}));
