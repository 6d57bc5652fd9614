import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { AtlasPage } from "./AtlasPage.tsx";
import { DropTarget } from "./controls/DropTarget.tsx";
import { Legend } from "./controls/Legend.tsx";
import { MapNotes } from "./controls/MapNotes.tsx";
import { MapTools } from "./controls/MapTools.tsx";
import { ReadingBar } from "./controls/ReadingBar.tsx";
import { SearchBox } from "./controls/SearchBox.tsx";
import { SheetTrail } from "./controls/SheetTrail.tsx";
import { startShortcuts } from "./controls/shortcuts.ts";
import { startTakingFiles } from "./controls/take-files.ts";
import { useCovered } from "./controls/use-covered.ts";
import { PageFrame } from "./PageFrame.tsx";
import { DatasetNotice } from "./panels/DatasetNotice.tsx";
import { ErrorBoundary } from "./panels/ErrorBoundary.tsx";
import { focusPanel, Panel } from "./panels/Panel.tsx";
import { ReadingPanel } from "./panels/ReadingPanel.tsx";
import { NetworkMap } from "./stage/Map.tsx";
import { atlasOf, type DatasetState, datasetStore, drawnOf } from "./store/dataset-store.ts";
import { identityStore } from "./store/identity-store.ts";
import { readingStore } from "./store/reading-store.ts";
import { SceneProvider, useScene } from "./store/scene-context.tsx";

/** The whole page: what the dataset shows, or why there is none, and what becomes of files that are given to it. */
export function App() {
  const state = useStore(datasetStore);
  const drawn = drawnOf(state);
  const opening = useStore(identityStore, (identity) => identity.opening);
  useEffect(startShortcuts, []);
  useEffect(startTakingFiles, []);
  useKeyboard(state);
  return (
    <>
      {drawn !== null && !opening ? (
        <SceneProvider
          dataset={drawn.dataset}
          incidence={drawn.incidence}
          glance={drawn.status === "glance" ? drawn.glance : null}
        >
          <Page />
        </SceneProvider>
      ) : state.status === "atlas" ? (
        <AtlasPage place={state} />
      ) : (
        <EmptyPage state={state} />
      )}
      <ReadingBar />
      <DropTarget />
    </>
  );
}

/** From teams to people and back the page is another, and what had the keyboard is gone: the panel has it then. */
function useKeyboard(state: DatasetState): void {
  const before = useRef(state);
  useEffect(() => {
    const isOther = before.current !== state && atlasOf(before.current) !== null && atlasOf(state) !== null;
    before.current = state;
    if (isOther && document.activeElement === document.body) focusPanel();
  }, [state]);
}

function EmptyPage({ state }: { state: DatasetState }) {
  const phase = useStore(readingStore, (reading) => reading.phase);
  return (
    <div className="app app-empty">
      <header className="masthead">
        <h1>Coterie</h1>
      </header>
      <main>
        {phase.kind === "read" ? (
          <div className="reading-alone">
            <ReadingPanel files={phase.files} dataset={phase.dataset} diagnosis={phase.diagnosis} />
          </div>
        ) : phase.kind === "reading" ? null : (
          <DatasetNotice state={state} />
        )}
      </main>
    </div>
  );
}

function Page() {
  const { dataset, glance } = useScene();
  const insets = useCovered();
  return (
    <PageFrame search={<SearchBox />} label="Map of coauthors" panel={<Panel />}>
      <ErrorBoundary part="map">
        <NetworkMap insets={insets} />
      </ErrorBoundary>
      <SheetTrail />
      <MapNotes />
      <div className="map-foot">
        <Legend />
        {/* Forces are made of papers: at a glance they are still coming, on a sheet some are elsewhere. */}
        <MapTools layout={dataset.manifest.sheet !== undefined ? "none" : glance === null ? "there" : "coming"} />
      </div>
    </PageFrame>
  );
}
