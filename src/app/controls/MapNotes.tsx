import { useState } from "react";
import { useStore } from "zustand";
import { isGiven } from "../../scene/given-ties.ts";
import { currentStage } from "../stage/current-stage.ts";
import { undoDecision } from "../store/change-identity.ts";
import { identityStore } from "../store/identity-store.ts";
import { interfaceStore } from "../store/interface-store.ts";
import { useScene } from "../store/scene-context.tsx";
import { showAllTeams, viewStore } from "../store/view-store.ts";
import { stageInWords } from "./identity-stages.ts";
import { LinkNote } from "./LinkNote.tsx";

/** What must be said over the map: that a link leads nowhere, that it is about to change, that all is hidden, that graphics are missing, that the layout failed. */
export function MapNotes() {
  const { dataset, partition } = useScene();
  const hidden = useStore(viewStore, (state) => state.hiddenTeams);
  const graphics = useStore(currentStage, (state) => state.graphics);
  const layoutError = useStore(currentStage, (state) => state.layoutError);
  const [dismissed, setDismissed] = useState(false);
  const allHidden = partition.teams.rowCount > 0 && hidden.size >= partition.teams.rowCount;
  return (
    <div className="map-notes">
      <LinkNote />
      {allHidden && (
        <p className="map-note">
          All teams are hidden ·{" "}
          <button type="button" className="link" onClick={() => viewStore.setState(showAllTeams)}>
            Show all
          </button>
        </p>
      )}
      {dataset.authors.rowCount === 0 && (
        <p className="map-note">
          {isGiven(dataset)
            ? "The network names nobody, so there is nobody to draw."
            : "No paper names an author, so there is nobody to draw. The papers are in the panel."}
        </p>
      )}
      {graphics === "restoring" && <p className="map-note">The graphics were lost and are being restored.</p>}
      {graphics === "unavailable" && !dismissed && (
        <p className="map-note">
          This browser gives no WebGL; the map is drawn more simply. Lists and search work.{" "}
          <button type="button" className="link" onClick={() => setDismissed(true)}>
            Close
          </button>
        </p>
      )}
      <IdentityNote />
      {layoutError !== null && <p className="map-note">The layout stopped: {layoutError}</p>}
    </div>
  );
}

/** That the map still is as it was before a decision (not for the moment that a small one takes); then the way back from it. */
function IdentityNote() {
  const { working, stage, failure, last } = useStore(identityStore);
  const inReview = useStore(interfaceStore, (state) => state.place === "review");
  const chosen = useStore(viewStore, (state) => state.choice !== null);
  if (failure !== null) return <p className="map-note">The map could not follow the decision: {failure}</p>;
  if (working) return <p className="map-note map-note-late">Not yet as you decided: {stageInWords(stage)}</p>;
  // The review has its own way back.
  if (last === null || (inReview && !chosen)) return null;
  return (
    <p className="map-note map-note-brief" key={last}>
      <bdi dir="auto">{last}</bdi>{" "}
      <button type="button" className="link" onClick={undoDecision}>
        Undo
      </button>
    </p>
  );
}
