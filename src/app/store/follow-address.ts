import { type AddressCodec, addressCodec } from "../../scene/address.ts";
import { datasetStore } from "./dataset-store.ts";
import { viewStore } from "./view-store.ts";

/** Browsers refuse more than about 100 changes of the address in 30 s. */
const PAUSE_MS = 300;

/**
 * Keeps the view and the part of the address after `#` the same: a link opens its view, and the address is always a link
 * to what is on screen. The entry in the history is replaced, never added to, so that Back leaves the page.
 */
export function followAddress(): void {
  let codec: AddressCodec | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = () => {
    if (codec === null) return;
    viewStore.setState({ ...codec.read(location.hash), past: [], future: [] });
  };

  const write = () => {
    timer = undefined;
    if (codec === null) return;
    const hash = codec.write(viewStore.getState());
    if (hash === location.hash.slice(1)) return;
    try {
      history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
    } catch {
      // Too many changes at once: the next one brings the address up to date.
    }
  };

  const open = () => {
    const state = datasetStore.getState();
    codec = state.status === "ready" ? addressCodec(state.dataset, state.incidence) : null;
    read();
  };

  open();
  datasetStore.subscribe(open);
  viewStore.subscribe(() => {
    if (timer === undefined) timer = setTimeout(write, PAUSE_MS);
  });
  window.addEventListener("hashchange", read);
}
