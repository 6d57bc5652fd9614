import type { Choice } from "../../scene/view.ts";
import { currentStage } from "../stage/current-stage.ts";
import { askFirst, identityStore } from "./identity-store.ts";
import { goTo, interfaceStore, openSheet } from "./interface-store.ts";
import { choose, viewStore } from "./view-store.ts";

/** Chooses something out of a list or the search: the panel shows it and the camera flies there. */
export function pick(choice: Choice): void {
  viewStore.setState(choose(choice));
  interfaceStore.setState(openSheet);
  currentStage.getState().stage?.preview(null);
  currentStage.getState().stage?.flyTo(choice);
}

/** Back to the overview, whatever is open. */
export function pickNothing(): void {
  viewStore.setState(choose(null));
  interfaceStore.setState(goTo("overview"));
}

/** Leads to the questions about who is who, with the one of this key first. */
export function openReview(first: string | null = null): void {
  if (first !== null) identityStore.setState(askFirst(first));
  viewStore.setState(choose(null));
  interfaceStore.setState((state) => ({ ...goTo("review")(), ...openSheet(state) }));
}
