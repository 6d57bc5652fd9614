import { createStore } from "zustand/vanilla";

/** How much of a small screen the panel takes. */
export type SheetHeight = "peek" | "half" | "full";

export const SHEET_HEIGHTS: readonly SheetHeight[] = ["peek", "half", "full"];

/** What is open in the interface, apart from the view that a link carries. */
export interface InterfaceState {
  /** The table of all people stands in the place of the overview. */
  readonly allPeople: boolean;
  readonly sheet: SheetHeight;
  /** What a screen reader is told next. */
  readonly message: string;
}

export const interfaceStore = createStore<InterfaceState>(() => ({ allPeople: false, sheet: "peek", message: "" }));

export const announce = (message: string) => (): Partial<InterfaceState> => ({ message });

export const showAllPeople = (allPeople: boolean) => (): Partial<InterfaceState> => ({ allPeople });

export const setSheet = (sheet: SheetHeight) => (): Partial<InterfaceState> => ({ sheet });

/** Opens the sheet at least half, so that what was just chosen can be read. */
export const openSheet = (state: InterfaceState): Partial<InterfaceState> =>
  state.sheet === "peek" ? { sheet: "half" } : {};
