import type { ReactNode } from "react";
import { LiveRegion } from "./controls/LiveRegion.tsx";
import { focusPanel } from "./panels/Panel.tsx";

interface PageFrameProps {
  readonly search: ReactNode;
  /** What the map is of. */
  readonly label: string;
  readonly panel: ReactNode;
  /** The map and what stands on it. */
  readonly children: ReactNode;
}

/** Title and search, the map with its controls, the panel; the first stop of the keyboard leads past the map. */
export function PageFrame({ search, label, panel, children }: PageFrameProps) {
  return (
    <div className="app">
      <button type="button" className="skip-link" onClick={focusPanel}>
        Skip to the details
      </button>
      <header className="masthead">
        <h1>Coterie</h1>
        {search}
      </header>
      <main className="map" aria-label={label}>
        {children}
      </main>
      {panel}
      <LiveRegion />
    </div>
  );
}
