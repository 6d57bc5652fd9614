import { useMemo } from "react";
import { useStore } from "zustand";
import { atlasCast } from "../scene/atlas-picture.ts";
import { AtlasSearch } from "./controls/AtlasSearch.tsx";
import { LinkNote } from "./controls/LinkNote.tsx";
import { MapTools } from "./controls/MapTools.tsx";
import { useCovered } from "./controls/use-covered.ts";
import { PageFrame } from "./PageFrame.tsx";
import { AtlasPanel } from "./panels/AtlasPanel.tsx";
import { ErrorBoundary } from "./panels/ErrorBoundary.tsx";
import { AtlasMap } from "./stage/AtlasMap.tsx";
import type { OpenAtlas } from "./store/dataset-store.ts";
import { openSheet } from "./store/open-sheet.ts";
import { themeStore } from "./store/theme-store.ts";

/** The page over a dataset that is too large to be loaded whole: its teams, until one looks closer. */
export function AtlasPage({ place }: { place: OpenAtlas }) {
  const { atlas } = place;
  const insets = useCovered();
  const theme = useStore(themeStore, (state) => state.theme);
  const { fill } = useMemo(() => atlasCast(atlas, theme), [atlas, theme]);
  return (
    <PageFrame
      search={<AtlasSearch place={place} fill={fill} />}
      label="Map of teams"
      panel={<AtlasPanel atlas={atlas} fill={fill} />}
    >
      <ErrorBoundary part="map">
        <AtlasMap atlas={atlas} insets={insets} onEnter={(team) => void openSheet(team)} />
      </ErrorBoundary>
      <div className="map-notes">
        <LinkNote />
      </div>
      <div className="map-foot">
        <MapTools layout="none" />
      </div>
    </PageFrame>
  );
}
