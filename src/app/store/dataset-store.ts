import { createStore } from "zustand/vanilla";
import type { Dataset } from "../../model/dataset.ts";
import type { Incidence } from "../../model/incidence.ts";

/** Why there is no map: `missing` when no dataset is served beside the page, `broken` when it cannot be read. */
export type DatasetState =
  | { readonly status: "loading" }
  | { readonly status: "missing" }
  | { readonly status: "broken"; readonly reason: string }
  | {
      readonly status: "ready";
      readonly dataset: Dataset;
      readonly incidence: Incidence;
    };

export const datasetStore = createStore<DatasetState>(() => ({
  status: "loading",
}));
