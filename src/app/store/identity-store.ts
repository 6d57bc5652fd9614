import { createStore } from "zustand/vanilla";
import type { IdentityChoice } from "../../model/identity.ts";

/** What the user has decided about who is who, and what becomes of it. */
export interface IdentityState {
  /** What holds now; the map may still be on its way there. */
  readonly choice: IdentityChoice;
  readonly past: readonly IdentityChoice[];
  readonly future: readonly IdentityChoice[];
  /** Under way to the map that `choice` makes. */
  readonly working: boolean;
  /** Why the last decision could not be followed, in a sentence. */
  readonly failure: string | null;
  /** Rows of the dataset's cases that were put off until the queue is through. */
  readonly skipped: ReadonlySet<string>;
  /** What was wrong with a file of decisions that was loaded. */
  readonly complaints: readonly string[];
}

export const identityStore = createStore<IdentityState>(() => ({
  choice: { decisions: [], preset: "normal" },
  past: [],
  future: [],
  working: false,
  failure: null,
  skipped: new Set<string>(),
  complaints: [],
}));

/** Something else is decided, and what was undone before is forgotten. */
export const decide =
  (choice: IdentityChoice) =>
  (state: IdentityState): Partial<IdentityState> => ({ choice, past: [...state.past, state.choice], future: [] });

export const undo = (state: IdentityState): Partial<IdentityState> => {
  const before = state.past.at(-1);
  if (before === undefined) return {};
  return { choice: before, past: state.past.slice(0, -1), future: [state.choice, ...state.future] };
};

export const redo = (state: IdentityState): Partial<IdentityState> => {
  const next = state.future.at(0);
  if (next === undefined) return {};
  return { choice: next, past: [...state.past, state.choice], future: state.future.slice(1) };
};

export const skip =
  (key: string) =>
  (state: IdentityState): Partial<IdentityState> => ({ skipped: new Set([...state.skipped, key]) });

export const unskipAll = (): Partial<IdentityState> => ({ skipped: new Set() });
