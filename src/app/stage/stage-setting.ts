import type { Dataset } from "../../model/dataset.ts";
import type { Incidence } from "../../model/incidence.ts";
import type { MapTheme } from "../../scene/palette.ts";
import type { Insets } from "../../scene/projection.ts";
import type { CameraView, Choice, View } from "../../scene/view.ts";
import type { Graphics } from "./current-stage.ts";

/** What the stage tells; it changes no store by itself. */
export interface StageListener {
  chosen(choice: Choice | null): void;
  hovered(choice: Choice | null): void;
  /** Null while the whole map is shown. */
  cameraMoved(camera: CameraView | null): void;
  layoutChanged(layout: "still" | "running", error: string | null): void;
  graphicsChanged(graphics: Graphics): void;
  pinsChanged(pinned: ReadonlySet<number>): void;
}

export interface StageSetting {
  readonly dataset: Dataset;
  readonly incidence: Incidence;
  readonly view: View;
  readonly theme: MapTheme;
  readonly insets: Insets;
}
