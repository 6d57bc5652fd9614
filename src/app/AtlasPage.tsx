import { useMemo } from "react";
import { useStore } from "zustand";
import { atlasCast } from "../scene/atlas-picture.ts";
import { AtlasSearch } from "./controls/AtlasSearch.tsx";
import { LinkNote } from "./controls/LinkNote.tsx";
import { LiveRegion } from "./controls/LiveRegion.tsx";
import { MapTools } from "./controls/MapTools.tsx";
import { useCovered } from "./controls/use-covered.ts";
import { AtlasPanel } from "./panels/AtlasPanel.tsx";
import { ErrorBoundary } from "./panels/ErrorBoundary.tsx";
import { focusPanel } from "./panels/Panel.tsx";
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
    <div className="app">
      <button type="button" className="skip-link" onClick={focusPanel}>
        Skip to the details
      </button>
      <header className="masthead">
        <h1>Coterie</h1>
        <AtlasSearch place={place} fill={fill} />
      </header>
      <main className="map" aria-label="Map of teams">
        <ErrorBoundary part="map">
          <AtlasMap atlas={atlas} insets={insets} onEnter={(team) => void openSheet(team)} />
        </ErrorBoundary>
        <div className="map-notes">
          <LinkNote />
        </div>
        <div className="map-foot">
          <MapTools layout="none" />
        </div>
      </main>
      <AtlasPanel atlas={atlas} fill={fill} />
      <LiveRegion />
    </div>
  );
}
