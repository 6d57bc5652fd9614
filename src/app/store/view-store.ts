import { createStore } from "zustand/vanilla";
import type { Counting } from "../../model/counting.ts";
import type { LayoutMode } from "../../model/layout-mode.ts";
import { type CameraView, type Choice, initialView, sameChoice, type View } from "../../scene/view.ts";
import type { YearSpan } from "../../scene/year-filter.ts";

/** The view, and the choices one can go back and forward to. */
export interface ViewState extends View {
  readonly past: readonly (Choice | null)[];
  readonly future: readonly (Choice | null)[];
}

export const viewStore = createStore<ViewState>(() => ({
  ...initialView("paper"),
  past: [],
  future: [],
}));

/** Chooses something, or nothing, and remembers what was chosen before. */
export const choose =
  (choice: Choice | null) =>
  (state: ViewState): Partial<ViewState> =>
    sameChoice(choice, state.choice) ? {} : { choice, past: [...state.past, state.choice], future: [] };

export const back = (state: ViewState): Partial<ViewState> => {
  if (state.past.length === 0) return {};
  const choice = state.past[state.past.length - 1];
  return {
    choice,
    past: state.past.slice(0, -1),
    future: [state.choice, ...state.future],
  };
};

export const forward = (state: ViewState): Partial<ViewState> => {
  if (state.future.length === 0) return {};
  const [choice, ...future] = state.future;
  return { choice, past: [...state.past, state.choice], future };
};

/** What the address now says is chosen: one step back, one forward, or something new. */
export const arriveAt =
  (choice: Choice | null) =>
  (state: ViewState): Partial<ViewState> => {
    const { past, future } = state;
    if (past.length > 0 && sameChoice(past[past.length - 1], choice)) return back(state);
    if (future.length > 0 && sameChoice(future[0], choice)) return forward(state);
    return choose(choice)(state);
  };

/** Hides a team that is shown, shows one that is hidden. */
export const toggleTeam =
  (team: number) =>
  (state: ViewState): Partial<ViewState> => {
    const hiddenTeams = new Set(state.hiddenTeams);
    if (!hiddenTeams.delete(team)) hiddenTeams.add(team);
    return { hiddenTeams };
  };

export const showAllTeams = (): Partial<ViewState> => ({
  hiddenTeams: new Set(),
});

export const showYears = (years: YearSpan | null) => (): Partial<ViewState> => ({ years });

/** Another counting has other teams, so what was chosen or hidden by team row no longer means the same. */
export const countBy =
  (counting: Counting) =>
  (state: ViewState): Partial<ViewState> =>
    counting === state.counting
      ? {}
      : {
          counting,
          hiddenTeams: new Set(),
          choice: state.choice?.kind === "team" || state.choice?.kind === "part" ? null : state.choice,
          past: [],
          future: [],
        };

export const layOut = (layoutMode: LayoutMode) => (): Partial<ViewState> => ({
  layoutMode,
});

export const moveCamera = (camera: CameraView | null) => (): Partial<ViewState> => ({ camera });
