import type { LayoutMode } from "../../model/layout-mode.ts";
import type { LayoutInput } from "../../network/layout/layout-input.ts";

/** From the stage to the worker. One layout runs at a time; `start` replaces the one that runs. */
export type ToLayout =
  | {
      readonly kind: "start";
      /** Comes back with every answer, so that what an earlier run sent late is known as such. */
      readonly run: number;
      readonly input: LayoutInput;
      readonly mode: LayoutMode;
      /** Whether it ends by itself once the authors rest; else it waits for somebody to be dragged. */
      readonly untilRest: boolean;
      /** In stored units; `scale` is force units per stored unit. */
      readonly start: { readonly x: Float32Array; readonly y: Float32Array; readonly scale: number };
    }
  | { readonly kind: "pin"; readonly author: number; readonly x: number; readonly y: number }
  | { readonly kind: "release"; readonly author: number }
  | { readonly kind: "stop" };

/** From the worker to the stage. */
export type FromLayout =
  | { readonly kind: "positions"; readonly run: number; readonly x: Float32Array; readonly y: Float32Array }
  /** The authors have come to rest, or were stopped; nothing more will come. */
  | { readonly kind: "still"; readonly run: number }
  | { readonly kind: "failed"; readonly reason: string };
