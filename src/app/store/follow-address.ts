import { type AddressCodec, addressCodec, viewAtGlance } from "../../scene/address.ts";
import { viewOnArrival } from "../../scene/arriving.ts";
import { atlasCodec, sheetCodec, sheetInAddress } from "../../scene/atlas-address.ts";
import { type Choice, sameChoice, type View } from "../../scene/view.ts";
import { atlasOf, type DatasetState, datasetStore, sheetTeamOf } from "./dataset-store.ts";
import { foundAgain, interfaceStore, miss } from "./interface-store.ts";
import { arriveAtAtlas, arriveAtSheet, stayHere } from "./open-sheet.ts";
import { sheetStore } from "./sheet-store.ts";
import { arriveAt, type ViewState, viewStore } from "./view-store.ts";

/** Browsers refuse more than about 100 changes of the address in 30 s. */
const PAUSE_MS = 300;

/**
 * Keeps the view and the part of the address after `#` the same: a link opens its view, and the address is always a link
 * to what is on screen. Every choice is an entry in the browser's history, so that Back leads to what was chosen before;
 * whatever else changes is written over the entry one is at. At a glance ids mean nothing yet: the address stays as it came, and
 * is followed, as far as the user has not gone another way, once they do; entries are made all the same, and carry what was chosen.
 */
export function followAddress(): void {
  let codec: AddressCodec | null = null;
  /** The view that a glance was opened with, until the whole dataset is there. */
  let glanced: ViewState | null = null;
  /** Whose rows the entries carry that were made at a glance. */
  let rowsOf: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let arriving = false;
  /** Whether the address is a link that was followed: what is missing then is to be told. Files that are opened later need not have it. */
  let isLink = true;

  /** Takes the view from the address: a new dataset begins a new way, a step in the history goes along the old one. */
  const read = (begins: boolean) => {
    if (codec === null) return;
    const { choice, ...rest } = codec.read(location.hash);
    arriving = true;
    viewStore.setState((state) =>
      begins ? { ...rest, choice, past: [], future: [] } : { ...rest, ...arriveAt(choice)(state) },
    );
    arriving = false;
    tellMissing(choice);
  };

  /** Says so where a link names what is not there; what is on a sheet is looked for once the sheet has come. */
  const tellMissing = (choice: Choice | null) => {
    const state = datasetStore.getState();
    if (codec === null || !isLink) return;
    if (state.status === "atlas" && sheetInAddress(state.atlas, location.hash) !== null) return;
    const missing = choice === null ? codec.missing(location.hash) : null;
    interfaceStore.setState(missing === null ? foundAgain : miss(missing));
    isLink = false;
  };

  const write = (change: "pushState" | "replaceState") => {
    clearTimeout(timer);
    timer = undefined;
    if (codec === null || (change === "replaceState" && isSheetOnItsWay())) return;
    const hash = codec.write(viewStore.getState());
    if (hash === location.hash.slice(1)) return;
    try {
      history[change](null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
    } catch {
      // Too many changes at once: the next one brings the address up to date.
    }
  };

  const show = (view: View, past: ViewState["past"], future: ViewState["future"]) => {
    arriving = true;
    viewStore.setState({ ...view, past, future });
    arriving = false;
  };

  const goTo = (choice: Choice | null) => {
    arriving = true;
    viewStore.setState(arriveAt(choice));
    arriving = false;
  };

  /** The whole dataset has come: the entry that the page was opened at is the link's, those made since tell their choice when one comes to them. */
  const arrive = (at: AddressCodec, first: ViewState) => {
    const now = viewStore.getState();
    const linked = at.read(location.hash);
    const view = viewOnArrival(first, now, linked);
    const isOther = !sameChoice(view.choice, linked.choice);
    const begins = isOther && now.past.length === 0;
    const past = isOther || now.past.length > 0 ? [linked.choice, ...now.past.slice(1)] : [];
    show(view, past, begins ? [] : now.future);
    tellMissing(view.choice ?? linked.choice);
    write(begins ? "pushState" : "replaceState");
  };

  const open = () => {
    const state = datasetStore.getState();
    codec = codecOf(state);
    if (state.status === "glance") {
      show(viewAtGlance(location.hash, state.dataset.manifest.parameters.counting), [], []);
      glanced = viewStore.getState();
      glances += 1;
      rowsOf = `${performance.timeOrigin} ${glances}`;
    } else if (codec !== null && glanced !== null && state.status === "ready" && state.begun !== state.dataset) {
      arrive(codec, glanced);
      glanced = null;
    } else {
      glanced = null;
      rowsOf = null;
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
    const isOther = !sameChoice(state.choice, before.choice);
    if (isOther) {
      // Nothing that was asked for before is still wanted.
      stayHere();
      interfaceStore.setState(foundAgain);
    }
    if (glanced !== null) {
      if (isOther && rowsOf !== null) pushNoted({ rowsOf, choice: state.choice });
    } else if (isOther) write("pushState");
    else if (timer === undefined) timer = setTimeout(() => write("replaceState"), PAUSE_MS);
  });
  window.addEventListener("popstate", ({ state }) => {
    isLink = true;
    if (goesElsewhere()) return;
    stayHere();
    const noted = isNoted(state) && state.rowsOf === rowsOf ? state : null;
    if (noted !== null || glanced !== null) goTo((noted ?? glanced)?.choice ?? null);
    if (noted !== null) write("replaceState");
    else read(false);
  });
}

/** Glances that were opened in this page. */
let glances = 0;

/** What an entry of the browser's history carries that was made at a glance. */
interface Noted {
  readonly rowsOf: string;
  readonly choice: Choice | null;
}

function isNoted(state: unknown): state is Noted {
  return typeof state === "object" && state !== null && "rowsOf" in state && "choice" in state;
}

function pushNoted(noted: Noted): void {
  try {
    history.pushState(noted, "");
  } catch {
    // Too many at once: one goes back past this one.
  }
}

function codecOf(state: DatasetState): AddressCodec | null {
  if (state.status === "atlas") return atlasCodec(state.atlas);
  if (state.status !== "ready") return null;
  const codec = addressCodec(state.dataset, state.incidence);
  return state.sheet === null ? codec : sheetCodec(codec, state.sheet.atlas, state.sheet.team);
}

/** Whether the sheet that the address asks for is still to come: until then only the address knows who is to be shown on it. */
function isSheetOnItsWay(): boolean {
  const state = datasetStore.getState();
  return (
    state.status === "atlas" &&
    sheetStore.getState().opening !== null &&
    sheetInAddress(state.atlas, location.hash) !== null
  );
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
