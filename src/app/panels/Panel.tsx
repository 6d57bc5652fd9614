import { type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Glance } from "../../model/glance.ts";
import type { Choice } from "../../scene/view.ts";
import { Icon } from "../controls/Icon.tsx";
import { ThemeSwitch } from "../controls/ThemeSwitch.tsx";
import { interfaceStore, type Place, SHEET_HEIGHTS, type SheetHeight, setSheet } from "../store/interface-store.ts";
import { pickNothing } from "../store/pick.ts";
import { readingStore } from "../store/reading-store.ts";
import { useScene } from "../store/scene-context.tsx";
import { viewStore } from "../store/view-store.ts";
import { ArrivalLine } from "./ArrivalLine.tsx";
import { AuthorPanel } from "./AuthorPanel.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { GlancePanel } from "./GlancePanel.tsx";
import { OverviewPanel } from "./OverviewPanel.tsx";
import { PaperPanel } from "./PaperPanel.tsx";
import { PartPanel } from "./PartPanel.tsx";
import { PeoplePanel } from "./PeoplePanel.tsx";
import { ReadingPanel } from "./ReadingPanel.tsx";
import { ReviewPanel } from "./ReviewPanel.tsx";
import { TeamPanel } from "./TeamPanel.tsx";
import { TiePanel } from "./TiePanel.tsx";

const PANEL_ID = "panel";

/** Gives the panel the keyboard, at its beginning. */
export function focusPanel(): void {
  document.getElementById(PANEL_ID)?.focus({ preventScroll: true });
}

export interface Details {
  /** The same as long as the same thing is told of. */
  readonly key: string;
  readonly content: ReactNode;
}

/** Right of the map, or a sheet from below on a small screen: what is chosen, or the overview. */
export function Panel() {
  const { glance } = useScene();
  return <PanelFrame shown={useShown(glance)} above={<ArrivalLine />} />;
}

/** Where details stand; `above` stays in sight. */
export function PanelFrame({ shown, above = null }: { shown: Details; above?: ReactNode }) {
  const sheet = useStore(interfaceStore, (state) => state.sheet);
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(shown.key);
  useEffect(() => {
    if (before.current === shown.key) return;
    before.current = shown.key;
    if (body.current !== null) body.current.scrollTop = 0;
    // The link that was followed is gone, and the keyboard with it.
    if (document.activeElement === document.body) focusPanel();
  }, [shown.key]);
  return (
    <aside className="panel" id={PANEL_ID} tabIndex={-1} aria-label="Details" data-sheet={sheet}>
      <SheetHandle sheet={sheet} />
      <PanelBar />
      {above}
      <div className="panel-body" ref={body}>
        <ErrorBoundary key={shown.key} part="panel">
          {shown.content}
        </ErrorBoundary>
      </div>
    </aside>
  );
}

const PLACES: Readonly<Record<Place, ReactNode>> = {
  overview: <OverviewPanel />,
  people: <PeoplePanel />,
  review: <ReviewPanel />,
};

function useShown(glance: Glance | null): Details {
  const report = useReport();
  const choice = useStore(viewStore, (state) => state.choice);
  const place = useStore(interfaceStore, (state) => state.place);
  if (report !== null) return report;
  if (glance !== null) return { key: keyOf(choice), content: <GlancePanel glance={glance} choice={choice} /> };
  if (choice === null) {
    return { key: place, content: PLACES[place] };
  }
  return { key: keyOf(choice), content: panelOf(choice) };
}

/** What was found in files that were given, while that is to be looked at. */
export function useReport(): Details | null {
  // Not the progress of a reading: the panel would be made anew ten times a second.
  const read = useStore(readingStore, ({ phase }) => (phase.kind === "read" ? phase : null));
  const aside = useStore(readingStore, (state) => state.aside);
  if (read === null || aside) return null;
  return {
    key: "reading",
    content: <ReadingPanel files={read.files} dataset={read.dataset} diagnosis={read.diagnosis} />,
  };
}

function panelOf(choice: Choice): ReactNode {
  if (choice.kind === "author") return <AuthorPanel author={choice.author} />;
  if (choice.kind === "paper") return <PaperPanel paper={choice.paper} />;
  if (choice.kind === "team") return <TeamPanel team={choice.team} />;
  if (choice.kind === "part") return <PartPanel part={choice.part} />;
  return <TiePanel a={choice.a} b={choice.b} />;
}

/** The same while one thing is told of, however much is known of it. */
export function keyOf(choice: Choice | null): string {
  if (choice === null) return "overview";
  return Object.values(choice).join("-");
}

/** Back and forward among what was chosen, the way to the overview, and the colours. */
function PanelBar() {
  const canBack = useStore(viewStore, (state) => state.past.length > 0);
  const canForward = useStore(viewStore, (state) => state.future.length > 0);
  const chosen = useStore(viewStore, (state) => state.choice !== null);
  const place = useStore(interfaceStore, (state) => state.place);
  const reported = useStore(readingStore, ({ phase }) => phase.kind === "read");
  const aside = useStore(readingStore, (state) => state.aside);
  return (
    <div className="panel-bar">
      <button
        type="button"
        className="icon-button"
        aria-label="Back"
        disabled={!canBack}
        onClick={() => history.back()}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Forward"
        disabled={!canForward}
        onClick={() => history.forward()}
      >
        <Icon name="forward" />
      </button>
      {(reported ? aside : chosen || place !== "overview") && (
        <button type="button" className="link panel-home" onClick={pickNothing}>
          {reported ? "Back to the report" : "Overview"}
        </button>
      )}
      <ThemeSwitch />
    </div>
  );
}

/** Farther than this is a drag, not a press. */
const DRAG_PX = 24;

/** On a small screen: drag it, or press it to go on to the next height. */
function SheetHandle({ sheet }: { sheet: SheetHeight }) {
  const from = useRef<number | null>(null);
  const dragged = useRef(false);
  const place = SHEET_HEIGHTS.indexOf(sheet);
  const moveTo = (next: number) => interfaceStore.setState(setSheet(SHEET_HEIGHTS[next] ?? sheet));
  const onPointerUp = (event: PointerEvent) => {
    if (from.current === null) return;
    const moved = from.current - event.clientY;
    from.current = null;
    dragged.current = Math.abs(moved) >= DRAG_PX;
    if (!dragged.current) return;
    const steps = Math.abs(moved) > window.innerHeight / 2 ? 2 : 1;
    moveTo(Math.min(2, Math.max(0, place + Math.sign(moved) * steps)));
  };
  return (
    <button
      type="button"
      className="sheet-handle"
      aria-label={sheet === "full" ? "Lower the details" : "Raise the details"}
      onPointerDown={(event) => {
        from.current = event.clientY;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        from.current = null;
      }}
      onClick={() => {
        if (!dragged.current) moveTo((place + 1) % SHEET_HEIGHTS.length);
        dragged.current = false;
      }}
    >
      <span aria-hidden="true" />
    </button>
  );
}
