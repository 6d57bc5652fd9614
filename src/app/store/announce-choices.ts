import { describeTeam } from "../../scene/atlas-facts.ts";
import { describeChoice } from "../../scene/describe-choice.ts";
import { datasetStore, drawnOf } from "./dataset-store.ts";
import { announce, interfaceStore } from "./interface-store.ts";
import { viewStore } from "./view-store.ts";

/** A screen reader is told at most this often, and then of the latest only. */
const PAUSE_MS = 1000;

/** Tells screen readers what is chosen, and names the page after it. */
export function startAnnouncements(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let spokenAt = 0;

  datasetStore.subscribe((state, before) => {
    if (state.status === "glance") say("The map is drawn. Names and papers are still coming.");
    else if (state.status === "ready" && before.status === "glance") {
      // What is chosen has a name now.
      if (viewStore.getState().choice !== null) speak();
      say("Names and papers are there.");
    }
  });

  const say = (message: string) => interfaceStore.setState(announce(message));
  const speak = () => {
    timer = undefined;
    const state = datasetStore.getState();
    const { choice, counting } = viewStore.getState();
    const data = drawnOf(state);
    if (data === null && state.status !== "atlas") return;
    spokenAt = Date.now();
    const said =
      choice === null
        ? null
        : data !== null
          ? describeChoice(data.dataset, counting, choice)
          : state.status === "atlas" && choice.kind === "team"
            ? describeTeam(state.atlas, choice.team)
            : null;
    document.title = said === null ? "Coterie" : `${said.name} · Coterie`;
    interfaceStore.setState(announce(said === null ? "Overview" : `${said.name}: ${said.detail}`));
  };

  viewStore.subscribe((state, before) => {
    if (state.choice === before.choice) return;
    if (timer === undefined) timer = setTimeout(speak, Math.max(0, spokenAt + PAUSE_MS - Date.now()));
  });
}
