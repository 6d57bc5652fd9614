import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useStore } from "zustand";
import type { Counting } from "../../model/counting.ts";
import { type Dataset, type Partition, partitionOf } from "../../model/dataset.ts";
import type { Glance } from "../../model/glance.ts";
import type { Incidence } from "../../model/incidence.ts";
import { type TeamColours, teamColours } from "../../scene/palette.ts";
import { themeStore } from "./theme-store.ts";
import { viewStore } from "./view-store.ts";

/** What every panel speaks of: the open dataset, as it is counted now. */
export interface Scene {
  readonly dataset: Dataset;
  readonly incidence: Incidence;
  /** Where that is all that is there: names and papers are still coming. */
  readonly glance: Glance | null;
  readonly counting: Counting;
  readonly partition: Partition;
  readonly colours: TeamColours;
}

const SceneContext = createContext<Scene | null>(null);

/** Gives the panels below it the open dataset. */
export function SceneProvider(props: Pick<Scene, "dataset" | "incidence" | "glance"> & { children: ReactNode }) {
  const { dataset, incidence, glance, children } = props;
  const counting = useStore(viewStore, (state) => state.counting);
  const theme = useStore(themeStore, (state) => state.theme);
  const scene = useMemo(
    () => ({
      dataset,
      incidence,
      glance,
      counting,
      partition: partitionOf(dataset, counting),
      colours: teamColours(dataset, counting, theme),
    }),
    [dataset, incidence, glance, counting, theme],
  );
  return <SceneContext value={scene}>{children}</SceneContext>;
}

/** The scene; only below a `SceneProvider`. */
export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error("There is no dataset here.");
  return scene;
}
