import { createStore } from "zustand/vanilla";
import type { Arrival } from "../../scene/arriving.ts";

/** How far the rest of a dataset is whose map is drawn already. */
export interface ArrivalState extends Arrival {
  /** Why it does not come, in a sentence; null while it does. */
  readonly failure: string | null;
}

export const arrivalStore = createStore<ArrivalState>(() => ({ fetched: 0, total: null, failure: null }));
