import { createStore } from "zustand/vanilla";

/** What becomes of a wish to see a team's people. */
export interface SheetState {
  /** The team whose sheet is on its way, by its row in the atlas. */
  readonly opening: number | null;
  /** Why the last one did not come, in a sentence. */
  readonly failure: string | null;
}

export const sheetStore = createStore<SheetState>(() => ({ opening: null, failure: null }));
