import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Atlas } from "../../model/atlas.ts";
import { atlasTeam } from "../../scene/atlas-facts.ts";
import type { Insets } from "../../scene/projection.ts";
import { teamSize } from "../../scene/team-facts.ts";
import type { CameraView } from "../../scene/view.ts";
import { counted } from "../../scene/wording.ts";
import { choose, moveCamera, viewStore } from "../store/view-store.ts";
import { AtlasStage } from "./atlas-stage.ts";
import { currentStage } from "./current-stage.ts";
import { CAMERA_REST_MS, currentTheme } from "./Map.tsx";
import { MapCanvas } from "./MapCanvas.tsx";

interface AtlasMapProps {
  readonly atlas: Atlas;
  readonly insets: Insets;
  /** The people of a team are asked for. */
  readonly onEnter: (team: number) => void;
}

/** The teams of a very large dataset: one tab stop that draws outside React and tells the stores, like `NetworkMap`. */
export function AtlasMap({ atlas, insets, onEnter }: AtlasMapProps) {
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<AtlasStage | null>(null);
  const latest = useRef({ insets, onEnter });
  latest.current = { insets, onEnter };

  useEffect(() => {
    if (root.current === null) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const tellCamera = (camera: CameraView | null) => {
      clearTimeout(rest);
      rest = setTimeout(() => viewStore.setState(moveCamera(camera)()), CAMERA_REST_MS);
    };
    const opened = new AtlasStage(
      root.current,
      { atlas, view: viewStore.getState(), theme: currentTheme(), insets: latest.current.insets },
      {
        chosen: (choice) => viewStore.setState(choose(choice)(viewStore.getState())),
        hovered: (hover) => currentStage.setState({ hover }),
        cameraMoved: tellCamera,
        entered: (team) => latest.current.onEnter(team),
      },
    );
    stage.current = opened;
    const show = () => opened.update(viewStore.getState(), currentTheme());
    const unsubscribe = viewStore.subscribe(show);
    const themeObserver = new MutationObserver(show);
    themeObserver.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    currentStage.setState({ stage: opened });
    return () => {
      clearTimeout(rest);
      unsubscribe();
      themeObserver.disconnect();
      currentStage.setState(currentStage.getInitialState(), true);
      stage.current = null;
      opened.kill();
    };
  }, [atlas]);

  const { top, right, bottom, left } = insets;
  useEffect(() => {
    stage.current?.setInsets({ top, right, bottom, left });
  }, [top, right, bottom, left]);

  return (
    <MapCanvas root={root} kind="map of teams" label={labelOf(atlas)} help={HELP} reached={<Reached atlas={atlas} />} />
  );
}

const HELP =
  "Enter goes to the largest team. Arrow keys go to the nearest team in that direction, with Shift they move the " +
  "map. N goes from neighbouring team to neighbouring team. Enter chooses, Enter again shows the people of the " +
  "team, Escape steps back. Plus, minus and zero zoom. All teams are also in the list of the panel.";

/** What the keys have reached, in words. */
function Reached({ atlas }: { atlas: Atlas }) {
  const hover = useStore(currentStage, (state) => state.hover);
  const team = hover?.kind === "team" && hover.team < atlas.teams.rowCount ? atlasTeam(atlas, hover.team) : null;
  return team === null ? "" : `${team.name}, ${teamSize(team.authors, team.papers)}`;
}

function labelOf({ teams, manifest: { counts } }: Atlas): string {
  const largest = teams.name.slice(0, 4).join(", ");
  return `Map of ${counted(teams.rowCount, "team")} of ${counted(counts.authors, "author")}: ${largest}`;
}
