import { type AddressCodec, addressCodec } from "../../scene/address.ts";
import { sameChoice } from "../../scene/view.ts";
import { datasetStore } from "./dataset-store.ts";
import { arriveAt, viewStore } from "./view-store.ts";

/** Browsers refuse more than about 100 changes of the address in 30 s. */
const PAUSE_MS = 300;

/**
 * Keeps the view and the part of the address after `#` the same: a link opens its view, and the address is always a link
 * to what is on screen. Every choice is an entry in the browser's history, so that Back leads to what was chosen before;
 * whatever else changes is written over the entry one is at.
 */
export function followAddress(): void {
  let codec: AddressCodec | null = null;
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

  const open = () => {
    const state = datasetStore.getState();
    codec = state.status === "ready" ? addressCodec(state.dataset, state.incidence) : null;
    read(true);
  };

  open();
  datasetStore.subscribe(open);
  viewStore.subscribe((state, before) => {
    if (arriving) return;
    if (!sameChoice(state.choice, before.choice)) write("pushState");
    else if (timer === undefined) timer = setTimeout(() => write("replaceState"), PAUSE_MS);
  });
  window.addEventListener("popstate", () => read(false));
}
