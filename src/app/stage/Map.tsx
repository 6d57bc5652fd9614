import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Counting } from "../../model/counting.ts";
import { partitionOf } from "../../model/dataset.ts";
import { isGiven } from "../../scene/given-ties.ts";
import type { MapTheme } from "../../scene/palette.ts";
import { type Insets, NO_INSETS } from "../../scene/projection.ts";
import { tipOf } from "../../scene/tip.ts";
import type { CameraView } from "../../scene/view.ts";
import { counted } from "../../scene/wording.ts";
import { type DatasetState, datasetStore, drawnOf } from "../store/dataset-store.ts";
import { choose, moveCamera, viewStore } from "../store/view-store.ts";
import { currentStage } from "./current-stage.ts";
import { MapCanvas } from "./MapCanvas.tsx";
import { MapStage } from "./map-stage.ts";

interface NetworkMapProps {
  /** Pixels that panels cover at each side. */
  readonly insets?: Insets;
}

/**
 * The map: one tab stop that draws outside React and tells the stores. Its stage is `currentStage`'s. The theme is read from
 * `data-theme` of the document element.
 */
export function NetworkMap({ insets = NO_INSETS }: NetworkMapProps) {
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<MapStage | null>(null);
  const latestInsets = useRef(insets);
  const state = useStore(datasetStore);
  const counting = useStore(viewStore, (view) => view.counting);

  // A glance and its whole dataset are one map: the stage stays.
  const begun = drawnOf(state)?.begun ?? null;
  useEffect(() => {
    const drawn = drawnOf(datasetStore.getState());
    if (root.current === null || begun === null || drawn === null) return;
    return openStage(root.current, drawn, latestInsets.current, (opened) => {
      stage.current = opened;
    });
  }, [begun]);

  const { top, right, bottom, left } = insets;
  useEffect(() => {
    latestInsets.current = { top, right, bottom, left };
    stage.current?.setInsets(latestInsets.current);
  }, [top, right, bottom, left]);

  return (
    <MapCanvas
      root={root}
      kind="network map"
      label={labelOf(state, counting)}
      help={HELP}
      reached={<Reached state={state} counting={counting} />}
    />
  );
}

const HELP =
  "Enter goes to the author with the most papers. Arrow keys go to the nearest author in that direction, with Shift " +
  "they move the map. N goes from coauthor to coauthor. Enter chooses, Escape steps back. Plus, minus and zero " +
  "zoom. All people, papers and teams are also in the lists of the panel.";

/** What the keys have reached, in words. */
function Reached({ state, counting }: { state: DatasetState; counting: Counting }) {
  const hover = useStore(currentStage, (stage) => stage.hover);
  const drawn = drawnOf(state);
  if (hover === null || drawn === null) return "";
  return tipOf({ ...drawn, partition: partitionOf(drawn.dataset, counting) }, hover).join(", ");
}

function labelOf(state: DatasetState, counting: Counting): string {
  const dataset = drawnOf(state)?.dataset;
  if (dataset === undefined) return "Map";
  const { teams } = partitionOf(dataset, counting);
  const largest = teams.name.slice(0, 4).join(", ");
  if (isGiven(dataset)) {
    return `Map of ${counted(dataset.authors.rowCount, "person", "people")} with ${counted(dataset.manifest.counts.coauthorships, "tie")} in ${counted(teams.rowCount, "team")}: ${largest}`;
  }
  return `Map of ${counted(dataset.authors.rowCount, "author")} of ${counted(dataset.manifest.counts.papers, "paper")} in ${counted(teams.rowCount, "team")}: ${largest}`;
}

type Drawn = NonNullable<ReturnType<typeof drawnOf>>;

/** Links are written when the camera rests, not for each pixel of its way. */
export const CAMERA_REST_MS = 200;

/** Opens a stage on `root` and ties it to the stores; the returned function closes it. */
function openStage(
  root: HTMLElement,
  { dataset, incidence, begun }: Drawn,
  insets: Insets,
  opened: (stage: MapStage | null) => void,
): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const tellCamera = (camera: CameraView | null) => {
    clearTimeout(rest);
    rest = setTimeout(() => viewStore.setState(moveCamera(camera)()), CAMERA_REST_MS);
  };
  const stage = new MapStage(
    root,
    { dataset, incidence, view: viewStore.getState(), theme: currentTheme(), insets },
    {
      chosen: (choice) => viewStore.setState(choose(choice)(viewStore.getState())),
      hovered: (hover) => currentStage.setState({ hover }),
      cameraMoved: tellCamera,
      layoutChanged: (layout, layoutError) => currentStage.setState({ layout, layoutError }),
      graphicsChanged: (graphics) => currentStage.setState({ graphics }),
      pinsChanged: (pinned) => currentStage.setState({ pinned }),
    },
  );
  let shown = dataset;
  const show = () => {
    const drawn = drawnOf(datasetStore.getState());
    // Rows of another map mean nothing on this one, which is about to close.
    if (drawn === null || drawn.begun !== begun) return;
    if (drawn.dataset !== shown) stage.complete(drawn.dataset, drawn.incidence, viewStore.getState());
    else stage.update(viewStore.getState(), currentTheme());
    shown = drawn.dataset;
  };
  const unsubscribe = viewStore.subscribe(show);
  const unsubscribeDataset = datasetStore.subscribe(show);
  const themeObserver = new MutationObserver(show);
  themeObserver.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  currentStage.setState({ stage });
  opened(stage);
  return () => {
    clearTimeout(rest);
    unsubscribe();
    unsubscribeDataset();
    themeObserver.disconnect();
    currentStage.setState(currentStage.getInitialState(), true);
    opened(null);
    stage.kill();
  };
}

export function currentTheme(): MapTheme {
  return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}
