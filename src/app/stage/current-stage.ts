import { createStore } from "zustand/vanilla";
import type { Choice, Shown } from "../../scene/view.ts";

/**
 * What the controls and panels may ask of the map:
 *
 *     currentStage.getState().stage?.flyTo({ kind: "author", author: 12 });
 *     useStore(currentStage, (state) => state.layout) === "running"
 *
 * The stage only shows: it changes no store by itself. `NetworkMap` carries its clicks to `viewStore`.
 */
export interface Stage {
  /** Moves the camera to what was chosen and what belongs to it; at once where the user wants less motion. */
  flyTo(choice: Shown): void;
  /** Shows the whole map, clear of what covers it. */
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Moves the picture by pixels. */
  pan(dx: number, dy: number): void;
  /** Shows what a click would choose, without choosing it (a row of a list under the pointer); null ends it. */
  preview(choice: Shown | null): void;
  /** Lets the forces move the authors, in the mode of the view, until `stopLayout`; who is dragged pulls the others along. */
  startLayout(): void;
  stopLayout(): void;
  /** Back to the positions of the dataset; nobody stays pinned. */
  resetLayout(): void;
  /** Holds an author where they stand, whatever the forces, or lets them go. Pinned authors can still be dragged. */
  togglePin(author: number): void;
  /** The picture as it stands, at twice the size on screen unless that is more than a browser can draw. */
  savePng(): Promise<Blob>;
  /** Gives the map the keyboard. */
  focus(): void;
}

/** `restoring`: the graphics context was lost and comes back; `unavailable`: the map is drawn without WebGL. */
export type Graphics = "webgl" | "restoring" | "unavailable";

export interface StageState {
  /** Null until there is a dataset and a place to draw it. */
  readonly stage: Stage | null;
  readonly graphics: Graphics;
  readonly layout: "still" | "running";
  /** Why the live layout stopped by itself; null when all is well. */
  readonly layoutError: string | null;
  /** What the pointer is on, or what `preview` was given. */
  readonly hover: Choice | null;
  /** Authors whom the live layout does not move. */
  readonly pinned: ReadonlySet<number>;
}

export const currentStage = createStore<StageState>(() => ({
  stage: null,
  graphics: "webgl",
  layout: "still",
  layoutError: null,
  hover: null,
  pinned: new Set<number>(),
}));
