import { createStore } from "zustand/vanilla";
import type { IdentityChoice } from "../../model/identity.ts";
import type { IdentityStage } from "../worker/identity-messages.ts";
import type { History } from "./kept-decisions.ts";

/** What the user has decided about who is who, and what becomes of it. In `choice` is what holds now; the map may still be on its way there. */
export interface IdentityState extends History {
  /** A dataset was opened, and what was decided before is not yet applied to it: what it says now is about to change. */
  readonly opening: boolean;
  /** Under way to the map that `choice` makes. */
  readonly working: boolean;
  /** What the worker is about. */
  readonly stage: IdentityStage | null;
  /** What was decided last, in a sentence, unless it was taken back. */
  readonly last: string | null;
  /** Why the last decision could not be followed, in a sentence. */
  readonly failure: string | null;
  /** Rows of the dataset's cases that were put off until the queue is through. */
  readonly skipped: ReadonlySet<string>;
  /** The question that was asked for, by its key: it comes first. */
  readonly asked: string | null;
  /** What came of a file of decisions that was loaded. */
  readonly loaded: LoadedFile | null;
}

export interface LoadedFile {
  /** In a sentence. */
  readonly summary: string;
  /** What was wrong with it, each with its place. */
  readonly complaints: readonly string[];
}

export const identityStore = createStore<IdentityState>(() => ({
  choice: { decisions: [], preset: "normal" },
  past: [],
  future: [],
  opening: false,
  working: false,
  stage: null,
  last: null,
  failure: null,
  skipped: new Set<string>(),
  asked: null,
  loaded: null,
}));

/** Something else is decided, and what was undone before is forgotten. */
export const decide =
  (choice: IdentityChoice) =>
  (state: IdentityState): Partial<IdentityState> => ({
    choice,
    past: [...state.past, state.choice],
    future: [],
    last: null,
  });

export const undo = (state: IdentityState): Partial<IdentityState> => {
  const before = state.past.at(-1);
  if (before === undefined) return {};
  return { last: null, choice: before, past: state.past.slice(0, -1), future: [state.choice, ...state.future] };
};

export const redo = (state: IdentityState): Partial<IdentityState> => {
  const next = state.future.at(0);
  if (next === undefined) return {};
  return { choice: next, past: [...state.past, state.choice], future: state.future.slice(1) };
};

/** Puts a question off until the others are through. */
export const skip =
  (key: string) =>
  (state: IdentityState): Partial<IdentityState> => ({ skipped: new Set([...state.skipped, key]), asked: null });

export const unskipAll = (): Partial<IdentityState> => ({ skipped: new Set() });

/** A question to begin with. */
export const askFirst =
  (key: string) =>
  (state: IdentityState): Partial<IdentityState> => ({
    asked: key,
    skipped: new Set([...state.skipped].filter((skipped) => skipped !== key)),
  });
