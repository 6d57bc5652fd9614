import { createStore } from "zustand/vanilla";
import { missingInWords, type Named } from "../../scene/address.ts";

/** How much of a small screen the panel takes. */
export type SheetHeight = "peek" | "half" | "full";

export const SHEET_HEIGHTS: readonly SheetHeight[] = ["peek", "half", "full"];

/** The overview itself, the table of all people, or the questions about who is who. */
export type Place = "overview" | "people" | "review";

/** What is open in the interface, apart from the view that a link carries. */
export interface InterfaceState {
  /** What stands in the place of the overview while nothing is chosen. */
  readonly place: Place;
  readonly sheet: SheetHeight;
  /** What a screen reader is told next. */
  readonly message: string;
  /** What the link that was followed names and the data does not have; null once something else is chosen. */
  readonly missing: Named | null;
}

export const interfaceStore = createStore<InterfaceState>(() => ({
  place: "overview",
  sheet: "peek",
  message: "",
  missing: null,
}));

export const announce = (message: string) => (): Partial<InterfaceState> => ({ message });

export const miss = (missing: Named) => (): Partial<InterfaceState> => ({ missing, message: missingInWords(missing) });

export const foundAgain = (): Partial<InterfaceState> => ({ missing: null });

export const goTo = (place: Place) => (): Partial<InterfaceState> => ({ place });

export const setSheet = (sheet: SheetHeight) => (): Partial<InterfaceState> => ({ sheet });

/** Opens the sheet at least half, so that what was just chosen can be read. */
export const openSheet = (state: InterfaceState): Partial<InterfaceState> =>
  state.sheet === "peek" ? { sheet: "half" } : {};
