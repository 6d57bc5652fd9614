import { type AddressCodec, addressCodec, viewAtGlance } from "../../scene/address.ts";
import { viewOnArrival } from "../../scene/arriving.ts";
import { atlasCodec, sheetCodec, sheetInAddress } from "../../scene/atlas-address.ts";
import { sameChoice, type View } from "../../scene/view.ts";
import { atlasOf, type DatasetState, datasetStore, sheetTeamOf } from "./dataset-store.ts";
import { arriveAtAtlas, arriveAtSheet, stayHere } from "./open-sheet.ts";
import { arriveAt, type ViewState, viewStore } from "./view-store.ts";

/** Browsers refuse more than about 100 changes of the address in 30 s. */
const PAUSE_MS = 300;

/**
 * Keeps the view and the part of the address after `#` the same: a link opens its view, and the address is always a link
 * to what is on screen. Every choice is an entry in the browser's history, so that Back leads to what was chosen before;
 * whatever else changes is written over the entry one is at. At a glance ids mean nothing yet: the address stays as it came, and
 * is followed, as far as the user has not gone another way, once they do.
 */
export function followAddress(): void {
  let codec: AddressCodec | null = null;
  /** The view that a glance was opened with, until the whole dataset is there. */
  let glanced: ViewState | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let arriving = false;

  /** Takes the view from the address: a new dataset begins a new way, a step in the history goes along the old one. */
  const read = (begins: boolean) => {
    if (codec === null) return;
    const { choice, ...rest } = codec.read(location.hash);
    arriving = true;
    viewStore.setState((state) =>
      begins ? { ...rest, choice, past: [], future: [] } : { ...rest, ...arriveAt(choice)(state) },
    );
    arriving = false;
  };

  const write = (change: "pushState" | "replaceState") => {
    clearTimeout(timer);
    timer = undefined;
    if (codec === null) return;
    const hash = codec.write(viewStore.getState());
    if (hash === location.hash.slice(1)) return;
    try {
      history[change](null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
    } catch {
      // Too many changes at once: the next one brings the address up to date.
    }
  };

  const show = (view: View, past: ViewState["past"]) => {
    arriving = true;
    viewStore.setState({ ...view, past, future: [] });
    arriving = false;
  };

  const open = () => {
    const state = datasetStore.getState();
    codec = codecOf(state);
    if (state.status === "glance") {
      show(viewAtGlance(location.hash, state.dataset.manifest.parameters.counting), []);
      glanced = viewStore.getState();
    } else if (codec !== null && glanced !== null && state.status === "ready" && state.begun !== state.dataset) {
      const linked = codec.read(location.hash);
      const view = viewOnArrival(glanced, viewStore.getState(), linked);
      const isOther = !sameChoice(view.choice, linked.choice);
      show(view, isOther ? [linked.choice] : []);
      write(isOther ? "pushState" : "replaceState");
      glanced = null;
    } else {
      glanced = null;
      read(true);
    }
  };

  open();
  datasetStore.subscribe((state) => {
    open();
    // A link to somebody on a sheet opens the sheet.
    if (state.status === "atlas") goesElsewhere();
  });
  viewStore.subscribe((state, before) => {
    if (arriving) return;
    // There is no way back yet that an address could tell.
    if (glanced !== null) {
      if (state.past.length + state.future.length > 0) show(state, []);
    } else if (!sameChoice(state.choice, before.choice)) write("pushState");
    else if (timer === undefined) timer = setTimeout(() => write("replaceState"), PAUSE_MS);
  });
  window.addEventListener("popstate", () => {
    if (goesElsewhere()) return;
    stayHere();
    read(false);
  });
}

function codecOf(state: DatasetState): AddressCodec | null {
  if (state.status === "atlas") return atlasCodec(state.atlas);
  if (state.status !== "ready") return null;
  const codec = addressCodec(state.dataset, state.incidence);
  return state.sheet === null ? codec : sheetCodec(codec, state.sheet.atlas, state.sheet.team);
}

/** Whether the address asks for another sheet of the atlas than the one that is open, or for the atlas: then it is on its way. */
function goesElsewhere(): boolean {
  const state = datasetStore.getState();
  const place = atlasOf(state);
  if (place === null) return false;
  const wanted = sheetInAddress(place.atlas, location.hash);
  if (wanted === sheetTeamOf(state)) return false;
  if (wanted === null) arriveAtAtlas();
  else void arriveAtSheet(wanted);
  return true;
}
