import { useStore } from "zustand";
import { briefName } from "../../scene/wording.ts";
import { datasetStore } from "../store/dataset-store.ts";
import { leaveSheet } from "../store/open-sheet.ts";

/** Over a sheet: where one is, and the way back to all teams. */
export function SheetTrail() {
  const sheet = useStore(datasetStore, (state) => (state.status === "ready" ? state.sheet : null));
  if (sheet === null) return null;
  return (
    <nav className="sheet-trail" aria-label="Where you are">
      <button type="button" className="link" onClick={leaveSheet}>
        All teams
      </button>
      <span aria-hidden="true"> › </span>
      <span aria-current="page">
        <bdi dir="auto">{briefName(sheet.atlas.teams.name[sheet.team])}</bdi>{" "}
        <span className="quiet">and around it</span>
      </span>
    </nav>
  );
}
