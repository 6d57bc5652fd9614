import { useEffect } from "react";
import { useStore } from "zustand";
import { Legend } from "./controls/Legend.tsx";
import { LiveRegion } from "./controls/LiveRegion.tsx";
import { MapNotes } from "./controls/MapNotes.tsx";
import { MapTools } from "./controls/MapTools.tsx";
import { SearchBox } from "./controls/SearchBox.tsx";
import { startShortcuts } from "./controls/shortcuts.ts";
import { useCovered } from "./controls/use-covered.ts";
import { DatasetNotice } from "./panels/DatasetNotice.tsx";
import { ErrorBoundary } from "./panels/ErrorBoundary.tsx";
import { focusPanel, Panel } from "./panels/Panel.tsx";
import { NetworkMap } from "./stage/Map.tsx";
import { datasetStore } from "./store/dataset-store.ts";
import { SceneProvider } from "./store/scene-context.tsx";

/** The whole page: what the dataset shows, or why there is none. */
export function App() {
  const state = useStore(datasetStore);
  useEffect(startShortcuts, []);
  if (state.status === "ready") {
    return (
      <SceneProvider dataset={state.dataset} incidence={state.incidence}>
        <Page />
      </SceneProvider>
    );
  }
  return (
    <div className="app app-empty">
      <header className="masthead">
        <h1>Coterie</h1>
      </header>
      <main>
        <DatasetNotice state={state} />
      </main>
    </div>
  );
}

/** Title and search, the map with its controls, the panel. */
function Page() {
  const insets = useCovered();
  return (
    <div className="app">
      <button type="button" className="skip-link" onClick={focusPanel}>
        Skip to the details
      </button>
      <header className="masthead">
        <h1>Coterie</h1>
        <SearchBox />
      </header>
      <main className="map" aria-label="Map of coauthors">
        <ErrorBoundary part="map">
          <NetworkMap insets={insets} />
        </ErrorBoundary>
        <MapNotes />
        <div className="map-foot">
          <Legend />
          <MapTools />
        </div>
      </main>
      <Panel />
      <LiveRegion />
    </div>
  );
}
